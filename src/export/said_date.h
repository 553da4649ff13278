// A date as finely as it was said, for formats that show precision by leaving parts out.
//
//   "in 1914"             first 1914            last (none: the same)
//   "last summer"         first 2023-06         last 2023-08
//   "since 28 June 1914"  first 1914-06-28      last (none: open)
#pragma once
#include <optional>

#include "event/event.h"

namespace annals {

struct SaidDate {
  Year year = 0;  // astronomical
  int month = 0;  // 0 where it was said no finer than a year
  int day = 0;    // 0 where no finer than a month
  bool operator==(const SaidDate&) const = default;
};

struct SaidDates {
  std::optional<SaidDate> first, last;  // `last` only where it differs from `first`
  bool within = false;                  // it happened somewhere between them
  bool sharp = false;  // it lasted from the one to the other, as finely as said: "1914 to 1918", "since 1914"
};

SaidDates said_dates(const Event& event);
Year historical(Year year);  // 0 -> -1, -43 -> -44: without a year zero

}  // namespace annals
