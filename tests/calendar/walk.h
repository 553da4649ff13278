// Holds a calendar day by day, both ways, against a slower one that only knows how long a month is and moves
// on by one day, month and year at a time.
#pragma once
#include "calendar/calendars.h"
#include "catch.h"

namespace annals {

// From a date known to be `day` to the end of the year before
// `until`; `length` is 0 where a year has no such month.
template <typename Length>
void walk(CalendarDate date, Day day, Year until, Length length) {
  const int months = months_in(date.calendar);
  std::int64_t walked = 0;
  for (; date.year < until; day = day + 1, ++walked) {
    if (in_calendar(date.calendar, day) != date || to_day(date) != day)
      FAIL(to_string(date) << " should be " << to_string(day));
    if (++date.day <= length(date.year, date.month)) continue;
    CHECK_FALSE(to_day(date));
    date.day = 1;
    do {
      if (++date.month <= months) continue;
      date.month = 1;
      ++date.year;
    } while (length(date.year, date.month) == 0);
  }
  INFO(to_string(date));
  CHECK(walked > 0);
  CHECK(to_day(date) == day);
}

// Where the calendar comes round after so many years and days, its last years are those of a near cycle.
inline void check_far_years(Calendar calendar, Year cycle_years, std::int64_t cycle_days) {
  for (const Year near : {Year{1701}, Year{1704}, Year{1712}, 1712 + cycle_years - 1}) {
    const Year cycles = (farthest_year - near) / cycle_years;
    const auto from = days_of_year(calendar, near), to = days_of_year(calendar, near + cycles * cycle_years);
    REQUIRE(from);
    REQUIRE(to);
    CHECK(to->last - from->last == cycles * cycle_days);
    for (Day day = from->first; day <= from->last; day = day + 1) {
      auto date = *in_calendar(calendar, day);
      date.year += cycles * cycle_years;
      const auto far = day + cycles * cycle_days;
      if (to_day(date) != far || in_calendar(calendar, far) != date) FAIL(to_string(date));
    }
  }
}

}  // namespace annals
