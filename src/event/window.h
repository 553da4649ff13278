// From the interval that an expression names to the window
// of the event it dates, by the preposition before it.
//
//   restored in November 2022      2022-11-01..2022-11-30 both ends, instant
//   By 1859 he had become          ..1859-12-31, unknown
//   from July to September         starts in July, ends in September, span
//   since 1985                     starts in 1985, open, span
//   not opened until 1912          in 1912, instant
#pragma once
#include "event/event.h"
#include "event/reading.h"

namespace annals {

struct Window {
  Bounds bounds;
  Extent extent = Extent::instant;
};

// "was not built until [1912]": the negated verb that came true at a time, or nowhere.
std::uint32_t awaited_verb(const Reading& reading, const WordLists& lists, std::uint32_t time);

// `time` is the chunk of the expression; `until` its other half where it is a range, else nullptr.
Window window_of(const Reading& reading, const WordLists& lists, std::uint32_t time, const Resolved& resolved,
                 const Resolved* until);

}  // namespace annals
