#include "resolve/tense.h"

#include <algorithm>

#include "text/token.h"

namespace annals {
namespace {

constexpr int kNearStart = 2;  // tokens before an expression that still begins its sentence: "In", "by late"

}  // namespace

Evidence::Evidence(const RuleBook& book) {
  const auto table = book.tables.find("evidence");
  if (table == book.tables.end()) return;
  for (const auto& [word, row] : table->second) {
    Word entry;
    if (const auto points = row.find("points"); points != row.end()) {
      entry.points = points->second.sign == "future" ? Direction::future
                     : points->second.sign == "past" ? Direction::past
                                                     : Direction::unknown;
    }
    if (const auto span = row.find("span"); span != row.end())
      entry.span = static_cast<int>(span->second.number);
    farthest_ = std::max(farthest_, entry.span);
    if (word.starts_with('*')) {
      endings_.emplace_back(word.substr(1), entry);
    } else {
      words_.emplace(word, entry);
      if (const std::size_t blank = word.find(' '); blank != std::string::npos)
        firsts_.insert(word.substr(0, blank));
    }
  }
}

namespace {

bool ends_sentence(const Token& token) {
  return token.kind == TokenKind::end || token.mark == '.' || token.mark == '!' || token.mark == '?' ||
         token.mark == ';';
}

std::string lower_case(std::string_view text, const Token& token) {
  std::string word(text.substr(token.begin, token.size()));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (token.begin > 0 && text[token.begin - 1] == '\'') word.insert(word.begin(), '\'');
  return word;
}

}  // namespace

const Evidence::Word* Evidence::find_whole(const std::string& words) const {
  const auto found = words_.find(words);
  return found == words_.end() ? nullptr : &found->second;
}

const Evidence::Word* Evidence::find(const std::string& word) const {
  if (const Word* const whole = find_whole(word)) return whole;
  for (const auto& [ending, entry] : endings_) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return &entry;
  }
  return nullptr;
}

// Two words before one: "is to" and "be *" (be, then any word) tell more than "to" and "paid".
Tense Evidence::judge(std::string_view text, const Token& token, int away) const {
  const std::string word = lower_case(text, token);
  const auto tense = [away](const Word* found, std::string evidence) {
    return found != nullptr && away <= found->span ? Tense{found->points, std::move(evidence), away}
                                                   : Tense{};
  };
  if (const Token left = token_before(text, token.begin); !ends_sentence(left)) {
    const std::string first = lower_case(text, left);
    for (const char* second : {word.c_str(), "*"}) {
      if (!firsts_.contains(first)) break;
      if (const Word* const found = find_whole(first + ' ' + second)) return tense(found, first + ' ' + word);
    }
  }
  return tense(find(word), word);
}

Tense Evidence::operator()(std::string_view text, Span expression) const {
  std::size_t at = expression.begin;
  int away = 1;
  for (; away <= farthest_; ++away) {
    const Token token = token_before(text, at);
    if (ends_sentence(token)) break;
    at = token.begin;
    if (Tense tense = judge(text, token, away); tense.direction != Direction::unknown) return tense;
    if (token.gap == Gap::wall) break;
  }
  return away <= kNearStart ? behind(text, expression.end) : Tense{};
}

// "In March, the company received an offer": where the expression begins its sentence, the verb comes behind
// it.
Tense Evidence::behind(std::string_view text, std::size_t at) const {
  for (int away = 1; away <= farthest_; ++away) {
    const Token token = token_at(text, at);
    if (ends_sentence(token) || token.gap == Gap::wall) break;
    at = token.end;
    if (Tense tense = judge(text, token, away); tense.direction != Direction::unknown) {
      tense.away = -away;
      return tense;
    }
  }
  return {};
}

}  // namespace annals
