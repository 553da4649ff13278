#include "resolve/tense.h"

#include <algorithm>
#include <cstdlib>

#include "resolve/table_row.h"
#include "text/ascii.h"
#include "text/token.h"

namespace annals {
namespace {

constexpr int kNearStart = 4;   // tokens before an expression that still begins its sentence: "But by late"
constexpr int kMostAlong = 40;  // tokens: days told in a row reach no farther back
constexpr int kLongestPhrase = 4;      // pairs of words, each with one of the next
constexpr std::size_t kMessage = 280;  // bytes

// Not the point of "3.2 percent", nor the first of "a.m.".
bool ends_sentence(std::string_view text, const Token& token) {
  if (token.mark == '.') {
    const Token next = token_at(text, token.end);
    return next.gap != Gap::none || next.kind == TokenKind::mark;
  }
  return token.kind == TokenKind::end || token.mark == '!' || token.mark == '?' || token.mark == ';';
}

// What is written to friends: short, and without the full stop of a sentence that stands for an article.
bool is_message(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \n\r\t\"'");
  return text.size() <= kMessage && last != std::string_view::npos && text[last] != '.';
}

// With the apostrophe before it: 'll.
std::string_view word_of(std::string_view text, const Token& token) {
  const bool cut = token.begin > 0 && text[token.begin - 1] == '\'';
  return text.substr(token.begin - (cut ? 1 : 0), token.size() + (cut ? 1 : 0));
}

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 2 && std::equal(ending.rbegin(), ending.rend(), word.rbegin(),
                                                       [](char a, char b) { return a == lower(b); });
}

}  // namespace

Evidence::Evidence(const RuleBook& book) : any_(vocabulary_.add("*")) {
  const auto table = book.tables.find("evidence");
  if (table == book.tables.end()) return;
  for (const auto& [words, row] : table->second) {
    Word word;
    if (const auto points = row.find("points"); points != row.end()) {
      word.points = points->second.sign == "future" ? Direction::future
                    : points->second.sign == "past" ? Direction::past
                                                    : Direction::unknown;
    }
    if (const auto span = row.find("span"); span != row.end())
      word.span = static_cast<int>(span->second.number);
    word.before = row.contains("side");
    word.along = text_of(row, "points") == "along";
    if (const auto unless = row.find("unless"); unless != row.end()) word.unless = to_string(unless->second);
    farthest_ = std::max(farthest_, word.span);
    const std::size_t blank = words.find(' ');
    if (words.starts_with('*')) {
      endings_.emplace_back(words.substr(1), word);
    } else if (blank == std::string::npos) {
      entry(words).alone = word;
    } else {
      entry(words.substr(0, blank)).pairs.emplace(vocabulary_.add(words.substr(blank + 1)), word);
    }
  }
  entries_.resize(vocabulary_.size());
}

Evidence::Entry& Evidence::entry(const std::string& word) {
  const std::uint32_t number = vocabulary_.add(word);
  entries_.resize(vocabulary_.size());
  return entries_[number];
}

const Evidence::Word* Evidence::find(std::string_view word, std::uint32_t number, bool behind) const {
  const Entry& entry = entries_[number];
  if (entry.alone && !(behind && entry.alone->before)) return &*entry.alone;
  const auto found = std::find_if(endings_.begin(), endings_.end(),
                                  [&](const auto& ending) { return ends_with(word, ending.first); });
  return found == endings_.end() ? nullptr : &found->second;
}

Evidence::Place Evidence::place(std::string_view text, const Token& token) const {
  return {token, vocabulary_.find(word_of(text, token))};
}

Evidence::Place Evidence::before(std::string_view text, const Place& at) const {
  return place(text, token_before(text, at.token.begin));
}

bool Evidence::goes_along(std::string_view word) const {
  const Entry& entry = entries_[vocabulary_.find(word)];
  return entry.alone && entry.alone->along;
}

// Two words before one: "is to" and "be *" (be, then any word) tell more than "to" and "paid".
Tense Evidence::judge(std::string_view text, const Place& left, const Place& at, int away) const {
  const auto tells = [away](const Word& word) {
    return std::abs(away) <= word.span && (away > 0 || !word.before);
  };
  const std::string_view word = word_of(text, at.token);
  const auto& pairs = entries_[left.word].pairs;
  if (!pairs.empty() && !ends_sentence(text, left.token)) {
    for (const std::uint32_t second : {at.word, any_}) {
      const auto pair = pairs.find(second);
      if (pair == pairs.end() || !tells(pair->second)) continue;
      return {pair->second.points, lower(word_of(text, left.token)) + ' ' + lower(word), away};
    }
  }
  const Word* const alone = find(word, at.word, away < 0);
  return alone != nullptr && tells(*alone) ? Tense{alone->points, lower(word), away} : Tense{};
}

// "Were allowed to return": of two pairs of words that share one, the first tells.
Tense Evidence::phrase(std::string_view text, Place left, const Place& at, int away) const {
  Tense tense = judge(text, left, at, away);
  for (int pairs = 1; pairs < kLongestPhrase && tense.evidence.find(' ') != std::string::npos; ++pairs) {
    const Place first = before(text, left);
    Tense earlier = judge(text, first, left, away);
    if (earlier.evidence.find(' ') == std::string::npos) break;
    tense = std::move(earlier);
    left = first;
  }
  return tense;
}

Tense Evidence::operator()(std::string_view text, Span expression) const {
  Place at = place(text, token_before(text, expression.begin));
  int away = 1;
  for (int from = 0; away <= std::min(from + farthest_, kMostAlong) && !ends_sentence(text, at.token);
       ++away) {
    const Place left = before(text, at);
    Tense tense = judge(text, left, at, away - from);
    if (tense.evidence.find(' ') != std::string::npos) tense = phrase(text, left, at, away - from);
    if (tense.direction != Direction::unknown)
      return turned({tense.direction, tense.evidence, away}, at, text, expression);
    if (at.token.gap == Gap::wall) break;
    if (!tense.evidence.empty() && goes_along(tense.evidence)) from = away;
    at = left;
  }
  Tense found = away <= kNearStart ? behind(text, expression.end) : Tense{};
  if (found.direction == Direction::unknown && is_message(text)) found.evidence = "a message";
  return found;
}

// "By Friday they had left", "by Friday it was gone": behind such a word that begins its
// sentence, the verb tells; elsewhere that right before it: "it was finished by Friday".
Tense Evidence::turned(const Tense& tense, const Place& at, std::string_view text, Span expression) const {
  const Word* const word = find(tense.evidence, vocabulary_.find(tense.evidence), false);
  if (word == nullptr || word->unless.empty()) return tense;
  if (stands_near(word->unless, text, expression)) return {Direction::past, word->unless, tense.away};
  const Place left = before(text, at);
  if (at.token.gap == Gap::wall || ends_sentence(text, left.token)) {
    const Tense verb = behind(text, expression.end);
    return verb.direction == Direction::past ? verb : tense;
  }
  const Place helper = before(text, left);
  const auto past = [&](const Place& first, const Place& second) {
    return judge(text, first, second, tense.away).direction == Direction::past;
  };
  const bool passive = past(helper, left) && past(before(text, helper), helper);
  return passive ? Tense{Direction::past, lower(word_of(text, left.token)), tense.away + 1} : tense;
}

bool Evidence::stands_near(std::string_view word, std::string_view text, Span expression) const {
  Token left = token_before(text, expression.begin), right = token_at(text, expression.end);
  for (int away = 1; away <= farthest_; ++away) {
    const bool before = !ends_sentence(text, left);
    const bool behind = !ends_sentence(text, right) && right.gap != Gap::wall;
    if ((before && word_of(text, left) == word) || (behind && word_of(text, right) == word)) return true;
    if (before && left.gap != Gap::wall) left = token_before(text, left.begin);
    if (behind) right = token_at(text, right.end);
  }
  return false;
}

// "In March, the company received an offer": where the
// expression begins its sentence, the verb comes behind it.
Tense Evidence::behind(std::string_view text, std::size_t at) const {
  Place left = place(text, token_before(text, at));
  for (int away = 1; away <= farthest_; ++away) {
    const Place next = place(text, token_at(text, at));
    if (ends_sentence(text, next.token) || next.token.gap == Gap::wall) break;
    if (Tense tense = judge(text, left, next, -away); tense.direction != Direction::unknown) return tense;
    at = next.token.end;
    left = next;
  }
  return {};
}

}  // namespace annals
