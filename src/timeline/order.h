// The order of a timeline: by the middle of the start window, corrected by what certainly came first.
//
//   [2020-11-01..2021-05-31] before [2021-10-01..2021-10-31]; sorting by the earliest start alone puts wide
//   windows far too early.
#pragma once
#include <cstdint>
#include <vector>

#include "event/event.h"

namespace annals {

// The middle of the window in which it began, in half days; an open one counts by the edge it has.
std::int64_t middle(const Event& event);

// That one certainly came before the other.
struct Before {
  std::size_t a = 0, b = 0;
};
// The same on every machine: by middle, then clock time, source and place in the text. Pairs that go in
// circles are passed over.
std::vector<std::size_t> order(const std::vector<Event>& events, const std::vector<Before>& before);

}  // namespace annals
