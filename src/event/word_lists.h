// The word lists of the event rules (pages of kind words), ready to be asked.
//
//   lists.has(word.key, List::negator)              "never"
//   lists.has(word_key("tell"), List::reporting)    true
//
// A list that no page names is empty: the rule that asks it then never fires.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rule/attach_rule.h"
#include "text/key.h"
#include "text/lexicon.h"
#include "text/word.h"

namespace annals {

enum class List : std::uint8_t {
  reporting,
  cognition,
  aspectual,
  light,
  stative,
  intention,
  directive,
  implicative,
  negative_verb,
  negator,
  habitual,
  hedge,
  conditional,
  possible_modal,
  planned_modal,
  past_future,
  duty_modal,
  later,
  negative_determiner,
  content,
  subordinator,
  relating,
  after_like,
  before_like,
  simultaneous,
  person_pronoun,
  thing_pronoun,
  subject_pronoun,
  existential,
  place_preposition,
  agent_preposition,
  event_noun,
  no_event_noun,
  of,
  become,
  person_relative,
  by_like,
  since_like,
  throughout_like,
  masculine,
  feminine,
  correlative,
  comparative,
  time_verb,
  naming,
  intransitive,
  prepositional,
  comparing,
  singling,
  until_like,
  once,
  forward,
  beginning,
  reflexive,
  before_time,
  each,
  dating,
  joining,
  epithet,
  plural_pronoun,
};
inline constexpr std::size_t list_count = 60;

class WordLists {
 public:
  WordLists(const WordListPages& pages, const Lexicon& lexicon);

  bool has(std::uint64_t key, List list) const { return bits(key) >> static_cast<unsigned>(list) & 1; }
  bool has(std::string_view word, List list) const { return has(word_key(word), list); }
  // The words from `at` on say one of the phrases of `according`: how many words it takes, or 0.
  std::size_t according(const std::vector<Word>& words, std::size_t at) const;
  // "take" -> "took", "stop" -> "stopped"; empty where the lexicon knows no such form.
  std::string past_of(const std::string& lemma) const;
  // "b." -> "was born"; empty for other words.
  const std::string& register_words(std::uint64_t key) const;
  // A number shared by verbs and nouns that tell the same event ("die", "death"), or the word's own key.
  std::uint64_t act(std::string_view lemma) const;

  std::string passive_singular, passive_plural, article, possessive, life_birth, life_death;

 private:
  std::uint64_t bits(std::uint64_t key) const {
    const auto found = bits_.find(key);
    return found == bits_.end() ? 0 : found->second;
  }
  void read_past_forms(const WordListPages& pages);

  const Lexicon& lexicon_;
  std::unordered_map<std::uint64_t, std::uint64_t> bits_;
  std::vector<std::vector<std::uint64_t>> according_;
  std::unordered_map<std::uint64_t, std::string> register_;
  std::unordered_map<std::string, std::string> irregular_past_;
  std::vector<std::pair<std::string, std::string>> past_endings_;  // what is cut, what is put there
  std::vector<std::string> doubled_endings_;
  std::unordered_map<std::uint64_t, std::uint64_t> acts_;
};

}  // namespace annals
