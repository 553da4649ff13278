// The tokens around a place where the scan stopped, cut as far as somebody asks.
//
//   "She left in the summer of 1914 with"     the scan stops at "summer"
//            in the summer                    laid out: to the left as far as the pages know the words
//                          of 1914            cut when a pattern asks what comes next
#pragma once
#include <string_view>
#include <vector>

#include "match/grammar.h"
#include "text/token.h"

namespace annals {

struct Cell {  // a token with what it can stand for
  Token token;
  std::uint32_t vocable = 0;
  SymbolKind kind = 0;
};

class TokenRow {
 public:
  TokenRow(const Grammar& grammar, std::string_view text) : grammar_(grammar), text_(text) {
    cells_.reserve(kLongestExpression);
  }

  // The trigger and what stands left of it, down to `from`; false where no pattern knows the trigger.
  bool lay_out(std::size_t trigger, std::size_t from);
  // Null where the text, the paragraph or the longest expression ends.
  const Cell* cell(std::size_t index) { return index < cells_.size() ? &cells_[index] : cut(index); }

  std::span<const std::uint16_t> symbols(const Cell& cell) const { return grammar_.symbols(cell.kind); }

  const Cell& operator[](std::size_t index) const { return cells_[index]; }
  std::size_t size() const { return cells_.size(); }
  bool empty() const { return cells_.empty(); }
  void clear() { cells_.clear(); }
  std::size_t trigger() const { return trigger_; }  // its cell

  static constexpr std::size_t kLongestExpression = 96;  // tokens

 private:
  const Cell* cut(std::size_t index);
  Token whole_word(std::size_t trigger, std::size_t from) const;

  const Grammar& grammar_;
  std::string_view text_;
  std::vector<Cell> cells_;
  std::size_t trigger_ = 0;
};

}  // namespace annals
