// Cuts the words of one sentence into chunks, one letter each
// (event/reading.h lists them), before the clauses are told apart.
//
//   takes  the words of "The king's men left the captured city"
//   gives  The king/N '/' men/N left/V the captured city/N
#pragma once
#include "event/reading.h"

namespace annals {

// "was", "had", "did"
inline bool is_aux(const Word& w) {
  return w.entry->has(Mark::be) || w.entry->has(Mark::have) || w.entry->has(Mark::do_);
}

// Cuts the words of one sentence, left to right. Each take_ function looks at the words from at_ on and
// either makes one chunk and moves on, or answers false.
class Chunker {
 public:
  Chunker(Reading& reading, const std::vector<Resolved>& expressions, std::size_t first,
          const Lexicon& lexicon, const WordLists& lists)
      : r_(reading),
        words_(reading.words),
        expressions_(expressions),
        lexicon_(lexicon),
        lists_(lists),
        next_(first) {}

  void run() {
    while (at_ < words_.size()) {
      if (!take_expression() && !take_mark() && !take_verb() && !take_noun_phrase()) take_small_word();
    }
  }

 private:
  struct NounPhrase {      // as far as it is known
    std::size_t at, head;  // the word asked for next; words_.size() while there is no head
    bool opened = false;   // by a determiner, an adjective or a noun
    bool take_head(std::size_t i) { return head = i, opened = true; }
  };
  Tag tag(std::size_t i) const { return i < words_.size() ? words_[i].tag : Tag::Stop; }
  bool is_name_like(std::size_t i) const;
  bool is_prepositional(std::size_t i) const;
  bool is_bare_gerund(std::size_t i) const;
  bool is_owned(std::size_t i) const;
  bool is_gerund_subject(std::size_t i) const;
  bool is_gerund_noun(std::size_t i) const;
  bool is_event_behind_noun(std::size_t i) const;
  bool is_surname(std::size_t i) const;
  bool opens_with_birth() const;
  bool is_no_verb(std::size_t i) const;
  char verb_letter(std::size_t i, std::size_t& verb) const;
  bool is_negated_before(std::size_t i) const;
  bool in_expression(std::size_t i) const {
    for (std::size_t e = next_; e < expressions_.size() && expressions_[e].span.begin < words_[i].span.end;
         ++e) {
      if (overlap(expressions_[e].span, words_[i].span)) return true;
    }
    return false;
  }
  bool take_expression();
  bool take_mark();
  bool take_verb();
  bool is_comparison(std::size_t i) const;
  bool is_rate(std::size_t i, std::size_t head) const;
  bool joins_names(std::size_t i) const;
  bool joins_adjectives(const NounPhrase& phrase) const;
  bool opens_epithet(std::size_t i) const;
  bool is_subject_like(std::size_t i) const;
  bool may_be_head(std::size_t i) const;
  bool takes_adjective(NounPhrase& phrase) const;
  bool takes_adverb(const NounPhrase& phrase) const;
  bool takes_participle(const NounPhrase& phrase) const;
  bool goes_on(NounPhrase& phrase) const;
  std::size_t adjective_head(std::size_t end) const;
  bool take_noun_phrase();
  void take_small_word();
  std::size_t behind_adverbs(std::size_t i) const;
  void follow_chain(Chunk& chunk, std::size_t i);
  std::size_t link(Chunk& chunk, std::size_t i, std::size_t next) const;
  bool modifies_noun(std::size_t i) const;
  bool opens_clause(std::size_t i) const;
  bool is_one_of(std::size_t verb, List list) const;
  char noun_letter(std::size_t first, std::size_t head) const;
  Chunk& push(char letter, std::size_t first, std::size_t last, std::size_t head);

  Reading& r_;
  const std::vector<Word>& words_;
  const std::vector<Resolved>& expressions_;
  const Lexicon& lexicon_;
  const WordLists& lists_;
  std::size_t at_ = 0;
  std::size_t next_;  // the first expression that does not end before the word at_
};

}  // namespace annals
