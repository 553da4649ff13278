#include "event/word_lists.h"

#include <array>
#include <sstream>

namespace annals {
namespace {

// In the order of List, as the pages call them.
constexpr std::array<std::string_view, list_count> list_names = {
    "reporting",
    "cognition",
    "aspectual",
    "light",
    "stative",
    "intention",
    "directive",
    "implicative",
    "negative-verb",
    "negator",
    "habitual",
    "hedge",
    "conditional",
    "possible-modal",
    "planned-modal",
    "past-future",
    "duty-modal",
    "later",
    "negative-determiner",
    "content",
    "subordinator",
    "relating",
    "after-like",
    "before-like",
    "simultaneous",
    "person-pronoun",
    "thing-pronoun",
    "subject-pronoun",
    "existential",
    "place-preposition",
    "agent-preposition",
    "event-noun",
    "no-event-noun",
    "of",
    "become",
    "person-relative",
    "by-like",
    "since-like",
    "throughout-like",
    "masculine",
    "feminine",
    "correlative",
    "comparative",
    "time-verb",
    "naming",
    "intransitive",
    "prepositional",
    "comparing",
    "singling",
    "until-like",
    "once",
    "forward",
    "beginning",
    "reflexive",
    "before-time",
    "each",
    "dating",
    "joining",
    "epithet",
    "plural-pronoun",
};

const std::vector<std::string>& page_list(const WordListPages& pages, const std::string& name) {
  static const std::vector<std::string> none;
  const auto found = pages.find(name);
  return found == pages.end() ? none : found->second;
}

std::vector<std::string> cut_at_blanks(const std::string& phrase) {
  std::istringstream stream(phrase);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string first_of(const std::vector<std::string>& list) { return list.empty() ? "" : list.front(); }

}  // namespace

WordLists::WordLists(const WordListPages& pages, const Lexicon& lexicon) : lexicon_(lexicon) {
  for (std::size_t i = 0; i < list_count; ++i) {
    for (const std::string& word : page_list(pages, std::string(list_names[i]))) {
      bits_[word_key(word)] |= std::uint64_t{1} << i;
    }
  }
  for (const std::string& phrase : page_list(pages, "according")) {
    std::vector<std::uint64_t>& keys = according_.emplace_back();
    for (const std::string& word : cut_at_blanks(phrase)) keys.push_back(word_key(word));
  }
  for (const std::string& group : page_list(pages, "same-act")) {
    const std::vector<std::string> words = cut_at_blanks(group);
    for (const std::string& word : words) acts_.emplace(word_key(word), word_key(words.front()));
  }
  for (const std::string& entry : page_list(pages, "register")) {
    const std::size_t blank = entry.find(' ');
    if (blank != std::string::npos)
      register_.emplace(word_key(entry.substr(0, blank)), entry.substr(blank + 1));
  }
  read_past_forms(pages);
  passive_singular = first_of(page_list(pages, "passive-singular"));
  article = first_of(page_list(pages, "definite-article"));
  possessive = first_of(page_list(pages, "possessive-ending"));
  passive_plural = first_of(page_list(pages, "passive-plural"));
  life_birth = first_of(page_list(pages, "life-birth"));
  life_death = first_of(page_list(pages, "life-death"));
}

void WordLists::read_past_forms(const WordListPages& pages) {
  for (const std::string& form : page_list(pages, "irregular-past")) {
    irregular_past_.emplace(lexicon_.lemma(form, Tag::VBD), form);
  }
  for (const std::string& ending : page_list(pages, "past-ending")) {
    const std::size_t arrow = ending.find('>');
    if (arrow != std::string::npos)
      past_endings_.emplace_back(ending.substr(0, arrow), ending.substr(arrow + 1));
  }
  doubled_endings_ = page_list(pages, "doubled-past-ending");
}

const std::string& WordLists::register_words(std::uint64_t key) const {
  static const std::string none;
  const auto found = register_.find(key);
  return found == register_.end() ? none : found->second;
}

std::size_t WordLists::according(const std::vector<Word>& words, std::size_t at) const {
  for (const std::vector<std::uint64_t>& phrase : according_) {
    if (at + phrase.size() > words.size()) continue;
    std::size_t same = 0;
    while (same < phrase.size() && words[at + same].key == phrase[same]) ++same;
    if (same == phrase.size()) return same;
  }
  return 0;
}

std::string WordLists::past_of(const std::string& lemma) const {
  if (const auto found = irregular_past_.find(lemma); found != irregular_past_.end()) return found->second;
  const auto known = [&](const std::string& form) {
    const Entry& entry = lexicon_.find(form);
    return entry.known() && entry.tags.has(Tag::VBD) && lexicon_.lemma(form, Tag::VBD) == lemma;
  };
  for (const auto& [cut, put] : past_endings_) {
    if (!lemma.ends_with(cut)) continue;
    const std::string form = lemma.substr(0, lemma.size() - cut.size()) + put;
    if (known(form)) return form;
  }
  for (const std::string& put : doubled_endings_) {
    std::string form = lemma;
    if (!lemma.empty()) form += lemma.back();
    form += put;
    if (known(form)) return form;
  }
  return "";
}

std::uint64_t WordLists::act(std::string_view lemma) const {
  const std::uint64_t key = word_key(lemma);
  const auto found = acts_.find(key);
  return found == acts_.end() ? key : found->second;
}

}  // namespace annals
