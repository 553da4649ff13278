#include "match/parses.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::uint32_t kNoToken = 0xFFFF, kBySymbols = 1U << 17;

// Of the first token the gap before it does not matter. Never 0.
std::uint64_t pack(std::uint32_t node, std::uint32_t what, const Cell* cell, bool first) {
  const std::uint64_t gap = cell == nullptr || first ? 0 : static_cast<std::uint64_t>(cell->token.gap);
  return static_cast<std::uint64_t>(node + 1) << 20 | static_cast<std::uint64_t>(what) << 2 | gap;
}

}  // namespace

Parses::Step Parses::by_kind(std::uint32_t node, const Cell* cell, bool first) {
  return pack(node, cell == nullptr ? kNoToken : cell->kind, cell, first) << kTargetBits;
}

// Where nothing is left of a token, it might as well not be there.
Parses::Step Parses::by_symbols(std::uint32_t node, const TokenRow& row, const Cell* cell, bool first) {
  std::vector<std::uint16_t> left;
  if (cell != nullptr) {
    for (const std::uint16_t symbol : row.symbols(*cell)) {
      if (asked_[node].test(symbol)) left.push_back(symbol);
    }
  }
  if (left.empty()) return pack(node, kBySymbols, nullptr, first) << kTargetBits;
  const auto number =
      left_.emplace(std::move(left), static_cast<std::uint32_t>(left_.size() + 1)).first->second;
  return pack(node, kBySymbols | number, cell, first) << kTargetBits;
}

std::size_t Parses::slot(Step key) const {
  const std::size_t mask = steps_.size() - 1;
  std::size_t at = (key >> kTargetBits) * 0x9E3779B97F4A7C15ULL >> 32 & mask;  // Knuth, vol. 3, 6.4
  while (steps_[at] != 0 && (steps_[at] ^ key) >> kTargetBits != 0) at = (at + 1) & mask;
  return at;
}

std::uint32_t Parses::target(Step key) const {
  const Step step = steps_[slot(key)];
  return step == 0 ? kNone : static_cast<std::uint32_t>(step) & kNone;
}

const Parse* Parses::find(TokenRow& row, std::size_t start) {
  std::uint32_t node = 0;
  for (std::size_t at = start;; ++at) {
    const Cell* const cell = row.cell(at);
    const std::uint64_t kind = by_kind(node, cell, at == start);
    std::uint32_t next = target(kind);
    if (next == kNone) {
      if (asked_.empty()) return nullptr;
      next = target(by_symbols(node, row, cell, at == start));
      if (next == kNone) return nullptr;
      add(kind, next);
    }
    if (next & kLeaf) return &parses_[next & ~kLeaf];
    node = next;
  }
}

const Parse& Parses::keep(Parse parse, const std::vector<Symbols>& asked, TokenRow& row, std::size_t start) {
  if (std::max(used_, left_.size()) > kMostSteps) *this = Parses();
  if (asked.size() > kMostTokens) return unkept_ = std::move(parse);
  if (asked_.empty()) asked_.push_back(asked[0]);
  std::uint32_t node = 0;
  for (std::size_t i = 0; i + 1 < asked.size(); ++i) {
    const Step key = by_symbols(node, row, row.cell(start + i), i == 0);
    std::uint32_t next = target(key);
    if (next == kNone) {
      next = static_cast<std::uint32_t>(asked_.size());
      add(key, next);
      asked_.push_back(asked[i + 1]);
    }
    node = next;
  }
  add(by_symbols(node, row, row.cell(start + asked.size() - 1), asked.size() == 1),
      kLeaf | static_cast<std::uint32_t>(parses_.size()));
  return parses_.emplace_back(std::move(parse));
}

void Parses::add(Step key, std::uint32_t target) {
  if (used_ * 2 > steps_.size()) grow();
  steps_[slot(key)] = key | target;
  ++used_;
}

void Parses::grow() {
  std::vector<Step> old(steps_.size() * 4);
  old.swap(steps_);
  for (const Step one : old) {
    if (one != 0) steps_[slot(one)] = one;
  }
}

}  // namespace annals
