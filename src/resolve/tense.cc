#include "resolve/tense.h"

#include <algorithm>

#include "text/token.h"

namespace annals {

Evidence::Evidence(const RuleBook& book) {
  const auto table = book.tables.find("evidence");
  if (table == book.tables.end()) return;
  for (const auto& [word, row] : table->second) {
    Word entry;
    if (const auto points = row.find("points"); points != row.end()) {
      entry.points = points->second.sign == "future" ? Direction::future : Direction::past;
    }
    if (const auto span = row.find("span"); span != row.end()) entry.span = static_cast<int>(span->second.number);
    farthest_ = std::max(farthest_, entry.span);
    if (word.starts_with('*')) {
      endings_.emplace_back(word.substr(1), entry);
    } else {
      words_.emplace(word, entry);
    }
  }
}

const Evidence::Word* Evidence::find(const std::string& word) const {
  if (const auto found = words_.find(word); found != words_.end()) return &found->second;
  for (const auto& [ending, entry] : endings_) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return &entry;
  }
  return nullptr;
}

Tense Evidence::operator()(std::string_view text, Span expression) const {
  std::size_t at = expression.begin;
  std::string word;
  for (int away = 1; away <= farthest_; ++away) {
    const Token token = token_before(text, at);
    if (token.kind == TokenKind::end || token.mark == '.' || token.mark == '!' || token.mark == '?' || token.mark == ';') break;
    at = token.begin;
    word.assign(text.substr(token.begin, token.size()));
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (at > 0 && text[at - 1] == '\'') word.insert(word.begin(), '\'');
    const Word* const found = find(word);
    if (found != nullptr && away <= found->span) return {found->points, word};
    if (token.gap == Gap::wall) break;
  }
  return {};
}

}  // namespace annals
