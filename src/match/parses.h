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
  static constexpr std::size_t kMostTokens = 24;    // longer rows are not kept
  static constexpr std::size_t kMostSteps = 65536;  // some ten megabytes; then it begins anew
  static constexpr std::uint32_t kLeaf = 0x80000000;

  // A step from a node: by the kind and gap of a token, or by what is left of it when only the symbols asked
  // for count.
  static std::uint64_t by_kind(std::uint32_t node, const Cell* cell, bool first);
  std::uint64_t by_symbols(std::uint32_t node, const TokenRow& row, const Cell* cell, bool first);

  std::size_t slot(std::uint64_t key) const;
  std::uint32_t target(std::uint64_t key) const;  // kNone where the step is new
  void add(std::uint64_t key, std::uint32_t target);
  void grow();

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Step {
    std::uint64_t key = 0;     // 0 is free
    std::uint32_t target = 0;  // a node, or kLeaf and the index of a parse
  };
  std::vector<Step> steps_ = std::vector<Step>(1024);
  std::size_t used_ = 0;
  std::vector<Symbols> asked_;                                // by node; 0 is the root
  std::map<std::vector<std::uint16_t>, std::uint32_t> left_;  // sets of symbols, numbered from 1
  std::vector<Parse> parses_;
  Parse unkept_;
};

}  // namespace annals
