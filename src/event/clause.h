// What stands around a verb or a noun: its subject, the noun phrase with all that hangs on it.
//
//   Musk, the owner of X, formerly Twitter, restored the account.     subject of "restored": [Musk]
//   Truth Social is a network that was announced by Trump.            subject of "announced": [Truth Social]
//   The troops began an attack, reaching Madrid in November.          subject of "reaching": [The troops]
#pragma once
#include "event/reading.h"

namespace annals {

struct Subject {
  Phrase phrase;             // empty where none was found
  bool before_verb = false;  // stands in the verb's own clause, before it
};

class Clauses {  // of one sentence
 public:
  Clauses(const Reading& reading, const WordLists& lists) : r_(reading), lists_(lists) {}

  Subject subject_of(std::uint32_t verb) const { return subject_of(verb, 0); }
  // The chunk where the verb's clause begins, its opener W or S left out.
  std::uint32_t clause_begin(std::uint32_t verb) const;
  // The noun phrase around a noun: possessors before it; of-, by- and with-phrases behind it, up to `end`.
  Phrase noun_group(std::uint32_t noun, std::uint32_t end) const;
  // What a relative clause says something about.
  Phrase antecedent(std::uint32_t opener) const { return antecedent(opener, 0); }
  // The verb that a to-infinitive or participle hangs on, or nowhere.
  std::uint32_t governor(std::uint32_t verb) const;
  std::uint32_t previous_verb(std::uint32_t chunk) const;
  std::uint32_t next_main_verb(std::uint32_t chunk) const;

 private:
  static constexpr int too_deep = 8;  // relative clauses within relative clauses
  Subject subject_of(std::uint32_t verb, int depth) const;
  Subject of_participle(std::uint32_t verb, int depth) const;
  Subject of_infinitive(std::uint32_t verb, int depth) const;
  struct Field;
  void add_subject(Field& field, std::uint32_t noun, std::uint32_t stop) const;
  std::uint32_t take_noun(Field& field, std::uint32_t noun, std::uint32_t end) const;
  std::uint32_t embedded_begin(std::uint32_t other, std::uint32_t verb) const;
  std::uint32_t behind_clause(std::uint32_t begin, std::uint32_t verb) const;
  Phrase in_field(std::uint32_t begin, std::uint32_t end) const;
  Phrase antecedent(std::uint32_t opener, int depth) const;
  std::uint32_t antecedent_end(std::uint32_t opener) const;
  Phrase told_by_copula(std::uint32_t predicate, int depth) const;
  bool reaches_back(std::uint32_t opener, std::uint32_t noun, std::uint32_t begin) const;
  std::uint32_t joined_begin(std::uint32_t opener, std::uint32_t noun, std::uint32_t begin) const;
  bool is_apposition(std::uint32_t begin, std::uint32_t end) const;
  enum class Number : std::uint8_t { unknown, one, several };
  Number number_of(std::uint32_t opener) const;
  // "In May, [they note], it fell": a finite verb that opens and says nothing of the rest.
  bool is_remark(std::uint32_t verb) const {
    return r_.letter(verb) == 'Z' && r_.chunks[verb].governor == nowhere &&
           r_.chunks[verb].content_of == nowhere;
  }
  char letter_before(std::uint32_t chunk) const {
    return chunk == 0 || chunk == nowhere ? '\0' : r_.letter(chunk - 1);
  }
  std::uint32_t skip_inserted(std::uint32_t i, std::uint32_t end) const;
  std::uint32_t group_end(std::uint32_t i, std::uint32_t end) const;
  std::uint32_t group_begin(std::uint32_t noun) const;
  bool is_reflexive(std::uint32_t i) const;
  bool is_adverbial(std::uint32_t i, std::uint32_t end) const;
  bool is_nominal(std::uint32_t i) const { return is_noun_letter(r_.letter(i)) || r_.letter(i) == 'p'; }

  const Reading& r_;
  const WordLists& lists_;
};

}  // namespace annals
