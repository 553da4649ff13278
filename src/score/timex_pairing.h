// Which predicted time expression stands for which gold one: TempEval-3's pairing, one to one.
//
//   gold  [June 1914]      [two days later]      pairs: June 1914 - late June 1914, two days later - later
//   found [late June 1914]          [later] [then]
//
// Read from left to right, an expression pairs with the last one begun on the other side if that is still
// open and has no partner. So of two halves found for one gold expression the first gets the pair.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "score/timex_document.h"

namespace annals::score {

// The expressions that count, in text order: without empty tags and the DCT, without those that touch
// `ignored`, and of nested ones only the outermost.
std::vector<Timex> counted(const std::vector<Timex>& timexes, std::optional<Extent> ignored = {});
// The same before nesting is looked at.
std::vector<Timex> with_words(const std::vector<Timex>& timexes, std::optional<Extent> ignored = {});

struct Pair {
  std::size_t gold = 0, predicted = 0;  // indices
  bool operator==(const Pair&) const = default;
};
// Both sides as `counted` gives them: in text order, none inside another.
std::vector<Pair> pair_up(const std::vector<Timex>& gold, const std::vector<Timex>& predicted);

}  // namespace annals::score
