// What mark_clauses does to one sentence, in its order. Tags come wrong where a past tense and a participle
// look alike: mend_verbs.cc puts those right, mark_clauses.cc then tells main verbs from those of relative
// and other clauses.
#pragma once
#include "event/reading.h"

namespace annals {

class Marker {
 public:
  Marker(Reading& reading, const Lexicon& lexicon, const WordLists& lists)
      : r_(reading), lexicon_(lexicon), lists_(lists) {}

  void run() {
    join_nicknames();
    join_described();
    join_places();
    find_false_purposes();
    find_false_infinitives();
    find_hidden_verbs();
    find_lemmas();
    find_missed_verbs();
    find_false_verbs();
    find_ends_of_periods();
    find_subordinators();
    mark_verbs();
    find_main_verbs();
    find_remarks();
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(r_.letters.size()); }
  char letter(std::uint32_t i) const { return r_.letter(i); }
  std::uint64_t key(std::uint32_t i) const { return r_.words[r_.chunks[i].first].key; }
  bool in_list(std::uint32_t verb, List list) const { return lists_.has(r_.chunks[verb].lemma, list); }
  void find_lemmas();
  void find_false_verbs();
  void find_false_purposes();
  void find_false_infinitives();
  void find_hidden_verbs();
  void find_ends_of_periods();
  bool follows_noun_or_comma(std::uint32_t i) const;
  bool lacks_subject(std::uint32_t verb) const;
  void join_chunks(std::uint32_t first, std::uint32_t last);
  void join_nicknames();
  void join_places();
  void join_described();
  void find_remarks();
  void find_missed_verbs();
  bool follows_and(std::uint32_t i) const;
  bool has_agent(std::uint32_t i) const;
  bool may_be_past(std::uint32_t i) const;
  bool ends_with_stop() const;
  bool stands_in_clause(std::uint32_t i) const;
  bool follows_active(std::uint32_t i) const;
  bool follows_passive(std::uint32_t i) const;
  void find_subordinators();
  void mark_verbs();
  void find_main_verbs();
  bool has_main_verb_behind(std::uint32_t chunk, std::uint32_t end) const;
  bool opens_field(std::uint32_t noun) const;
  bool follows_subject(std::uint32_t i) const;
  bool opens_clause(std::uint32_t i) const;
  std::uint32_t joined_to(std::uint32_t verb, std::uint32_t before, std::uint32_t main) const;
  bool is_remark(std::uint32_t before, std::uint32_t verb) const;
  bool starts_list(std::uint32_t comma, std::uint32_t verb) const;
  bool is_apposition(std::uint32_t opener, std::uint32_t verb) const;
  bool is_subjunctive(std::uint32_t i, std::uint32_t opener) const;
  bool is_content(std::uint32_t verb, std::uint32_t before) const;

  Reading& r_;
  const Lexicon& lexicon_;
  const WordLists& lists_;
};

}  // namespace annals
