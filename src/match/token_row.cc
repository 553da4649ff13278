#include "match/token_row.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::size_t kMostLeft = 24;  // tokens looked at to the left of where the scan stopped

}  // namespace

// The scan stops at ASCII letters; the word may begin with others before them.
Token TokenRow::whole_word(std::size_t trigger, std::size_t from) const {
  Token token = token_at(text_, trigger);
  while (token.kind == TokenKind::word && token.begin > from) {
    const std::size_t before = previous_sign(text_, token.begin);
    if (before < from || !sign_at(text_, before).letter) break;
    token.begin = before;
  }
  return token.begin == trigger ? token : token_at(text_, token.begin);
}

bool TokenRow::lay_out(std::size_t trigger, std::size_t from) {
  cells_.clear();
  trigger_ = 0;
  Token token = whole_word(trigger, from);
  token.gap = gap_before(text_, token.begin);
  for (;;) {
    const std::uint32_t vocable = grammar_.vocable(token, text_);
    const auto kind = grammar_.kind(token, vocable);
    if (kind == 0) break;
    cells_.push_back({token, vocable, kind});
    if (token.gap == Gap::wall || cells_.size() > kMostLeft) break;
    token = token_before(text_, token.begin);
    if (token.kind == TokenKind::end || token.begin < from) break;
  }
  if (cells_.empty()) return false;
  std::reverse(cells_.begin(), cells_.end());
  trigger_ = cells_.size() - 1;
  return true;
}

const Cell* TokenRow::cut(std::size_t index) {
  while (index >= cells_.size()) {
    if (cells_.size() > trigger_ + kLongestExpression) return nullptr;
    const Token token = token_at(text_, cells_.back().token.end);
    if (token.kind == TokenKind::end || token.gap == Gap::wall) return nullptr;
    const std::uint32_t vocable = grammar_.vocable(token, text_);
    cells_.push_back({token, vocable, grammar_.kind(token, vocable)});
  }
  return &cells_[index];
}

}  // namespace annals
