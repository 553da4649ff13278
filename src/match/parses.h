// What rows of tokens turned out to be, remembered by what the patterns asked of each token: "in November
// 1902 by" and "in June 1944, when" are one row, read once.
//
// A tree: from its root one step a token, as far as the parser had to look. A step depends on the symbols
// that the parser asked for at that token; that a kind of tokens takes it is noted, so the next such token
// takes it at once. One matcher at a time may use it; hand it on from text to text, and most places are never
// parsed again.
#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "match/parser.h"

namespace annals {

class Parses {
 public:
  // What begins at `start`, or null where such a row is new.
  const Parse* find(TokenRow& row, std::size_t start);
  // Keeps a parse, given what it asked of each token; valid until the next one is kept.
  const Parse& keep(Parse parse, const std::vector<Symbols>& asked, TokenRow& row, std::size_t start);

 private:
  // Longer rows are not kept: than the longest expression, and what is asked behind it.
  static constexpr std::size_t kMostTokens = TokenRow::kLongestExpression + 4;
  static constexpr std::size_t kMostSteps = 65536;  // half a kilobyte each at most; then it begins anew

  // A step from a node, and where it leads, in one word, for the table of them is what is read most: 17 bits
  // for the node, 18 for the token (its kind, or what is left of it when only the symbols asked for count), 2
  // for the gap before it, and below them 18 for the target.
  using Step = std::uint64_t;
  static constexpr unsigned kTargetBits = 18;
  static constexpr std::uint32_t kLeaf = 1U << (kTargetBits - 1);  // and the index of a parse; else a node
  static constexpr std::uint32_t kNone = (1U << kTargetBits) - 1;

  static Step by_kind(std::uint32_t node, const Cell* cell, bool first);
  Step by_symbols(std::uint32_t node, const TokenRow& row, const Cell* cell, bool first);

  std::size_t slot(Step key) const;
  std::uint32_t target(Step key) const;  // kNone where the step is new
  void add(Step key, std::uint32_t target);
  void grow();

  std::vector<Step> steps_ = std::vector<Step>(1024);  // open addressing; 0 is free
  std::size_t used_ = 0;
  std::vector<Symbols> asked_;                                // by node; 0 is the root
  std::map<std::vector<std::uint16_t>, std::uint32_t> left_;  // sets of symbols, numbered from 1
  std::vector<Parse> parses_;
  Parse unkept_;
};

}  // namespace annals
