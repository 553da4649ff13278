#include "match/stops.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/ascii.h"
#include "text/token.h"

namespace annals {
namespace {

// How common an element's words are.
constexpr int kRare = 1, kLongNumber = 1, kShortNumber = 5, kLooseNumber = 9, kLetter = 10, kCommon = 20,
              kMark = 30;
constexpr std::size_t kLongestWord = 100;

bool is_number(const std::string& word) { return !word.empty() && is_digit(word[0]); }
bool has_ascii_letter(const std::string& word) { return std::any_of(word.begin(), word.end(), is_letter); }
bool is_mark(const std::string& word) { return word.size() == 1 && sign_at(word, 0).mark != 0; }

// Whether the element behind a number stands right behind it, so that the number can be told by it.
bool sign_behind(const Sequence& sequence, std::size_t at) {
  return at + 1 < sequence.size() && sequence[at + 1].glued && !sequence[at + 1].words.empty();
}

}  // namespace

Stops::Stops(const RuleBook& book, const Givers& givers, Scanner& scanner)
    : book_(book), scanner_(scanner), givers_(givers) {
  for (const WordClass& one : book.classes) {
    classes_.emplace(one.name, &one);
    for (const WordEntry& entry : one.entries) {
      if (one.common && entry.words.size() == 1) common_.insert(entry.words[0].words[0].text);
    }
  }
}

void Stops::tell(Problems& problems) {
  for (const Rule& rule : book_.rules) {
    if (!rule.whole) continue;
    check(rule, problems);
    for (const Sequence& sequence : rule.sequences) need(sequence);
  }
  while (!settled_.empty() || !open_.empty()) {
    std::vector<const Sequence*>& from = settled_.empty() ? open_ : settled_;
    const Sequence* const next = from.back();
    from.pop_back();
    choose(*next);
  }
}

void Stops::check(const Rule& rule, Problems& problems) {
  const auto common = [&](const Sequence& sequence) { return cost(sequence) >= kCommon; };
  const auto wrong = std::find_if(rule.sequences.begin(), rule.sequences.end(), common);
  if (wrong == rule.sequences.end()) return;
  problems.push_back({rule.place,
                      fmt::format("rule `{}`: in `{}` no word is rare enough for the scan to stop at; "
                                  "each is common, a mark, or has no letter from a to z",
                                  rule.name, to_string(*wrong)),
                      ""});
}

int Stops::cost(const PatternWord& word) const {
  if (is_number(word.text)) return kShortNumber;
  if (is_mark(word.text) || !has_ascii_letter(word.text)) return kMark;
  if (word.text.size() == 1) return kLetter;  // a, I, the s of "it's": in every other sentence
  return common_.contains(word.text) ? kCommon : kRare;
}

int Stops::cost_of_words(const WordClass& one) {
  const auto [known, fresh] = word_costs_.emplace(&one, 0);
  if (!fresh) return known->second;
  int most = one.common ? kCommon : 0;
  for (const WordEntry& entry : one.entries) {  // one word is as rare as its class says
    const std::string& first = entry.words[0].words[0].text;
    const bool dead = !is_number(first) && (first.size() == 1 || !has_ascii_letter(first));
    if (entry.words.size() > 1 || dead) most = std::max(most, cost(entry.words));
  }
  if (!one.entries.empty()) most = std::max(most, kRare);
  return word_costs_[&one] = most;
}

int Stops::cost(const Sequence& sequence, std::size_t at) {
  const Element& element = sequence[at];
  int most = 0;
  for (const PatternWord& word : element.words) most = std::max(most, cost(word));
  if (element.reference.empty()) return most;
  if (const auto one = classes_.find(element.reference); one != classes_.end()) {
    most = std::max(most, cost_of_words(*one->second));
    if (one->second->numeric)
      most = std::max(most, one->second->least_digits > 2 ? kLongNumber
                            : sign_behind(sequence, at)   ? kShortNumber
                                                          : kLooseNumber);
  }
  const auto givers = givers_.find(element.reference);
  if (givers == givers_.end()) return most;
  const auto [known, fresh] = giver_costs_.emplace(givers->first, 0);
  if (fresh) {
    int dearest = 0;
    for (const Rule* rule : givers->second) {
      for (const Sequence& inner : rule->sequences) dearest = std::max(dearest, cost(inner));
    }
    giver_costs_[givers->first] = dearest;
  }
  return std::max(most, giver_costs_[givers->first]);
}

int Stops::cost(const Sequence& sequence) {
  const auto [known, fresh] = costs_.emplace(&sequence, kMark);
  if (!fresh) return known->second;
  int least = kMark;
  for (std::size_t i = 0; i < sequence.size(); ++i) least = std::min(least, cost(sequence, i));
  return costs_[&sequence] = least;
}

void Stops::need(const Sequence& sequence) {
  if (!needed_.insert(&sequence).second) return;
  std::size_t rarest = 0;
  for (std::size_t i = 0; i < sequence.size(); ++i) rarest += cost(sequence, i) == cost(sequence);
  (rarest == 1 ? settled_ : open_).push_back(&sequence);
}

void Stops::choose(const Sequence& sequence) {
  std::size_t chosen = sequence.size();
  std::size_t best = 0;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    if (cost(sequence, i) != cost(sequence)) continue;
    const std::size_t merit = this->merit(sequence[i]);
    if (chosen == sequence.size() || merit > best) chosen = i, best = merit;
  }
  stop_at(sequence, chosen);
}

// How good a stop an element is among those as rare: one that is told already best, then long words.
std::size_t Stops::merit(const Element& element) const {
  std::size_t shortest = kLongestWord;
  bool told = true;
  const auto add = [&](const PatternWord& word) {
    shortest = std::min(shortest, word.text.size());
    told = told && words_.contains(word.text);
  };
  for (const PatternWord& word : element.words) add(word);
  if (const auto one = classes_.find(element.reference); one != classes_.end()) {
    for (const WordEntry& entry : one->second->entries) add(entry.words[0].words[0]);
    if (one->second->numeric) told = told && numbers_.contains(one->second->least_digits);
  }
  if (givers_.contains(element.reference)) told = false;
  return shortest + (told ? kLongestWord : 0);
}

void Stops::stop_at(const Sequence& sequence, std::size_t at) {
  const Element& element = sequence[at];
  for (const PatternWord& word : element.words) stop_at(word);
  if (const auto one = classes_.find(element.reference); one != classes_.end()) {
    for (const WordEntry& entry : one->second->entries) need(entry.words);
    if (one->second->numeric) stop_at_digits(*one->second, sequence, at);
  }
  const auto givers = givers_.find(element.reference);
  if (givers == givers_.end()) return;
  for (const Rule* rule : givers->second) {
    for (const Sequence& inner : rule->sequences) need(inner);
  }
}

void Stops::stop_at(const PatternWord& word) {
  words_.insert(word.text);
  if (is_number(word.text)) {
    scanner_.stop_at_number(static_cast<int>(word.text.size()));
  } else {
    scanner_.stop_at_word(word.text);
  }
}

void Stops::stop_at_digits(const WordClass& one, const Sequence& sequence, std::size_t at) {
  if (one.least_digits > 2 || !sign_behind(sequence, at)) {
    for (int digits = one.least_digits; digits <= one.most_digits; ++digits) scanner_.stop_at_number(digits);
    numbers_.insert(one.least_digits);
    return;
  }
  for (const PatternWord& word : sequence[at + 1].words) {
    scanner_.stop_at_number_before(word.text[0]);
    // A dash or a quote may be a wider one: soft hyphen, acute accent, or U+2010 and what follows it.
    if (std::string_view("-'\"").find(word.text[0]) != std::string_view::npos) {
      scanner_.stop_at_number_before('\xE2'), scanner_.stop_at_number_before('\xC2');
    }
    if (is_lower(word.text[0])) scanner_.stop_at_number_before(static_cast<char>(word.text[0] - 32));
  }
}

}  // namespace annals
