// When something was, with its uncertainty kept: it began between two moments and ended between two moments.
//
//   "November 2022" as an interval           2022-11-01 2022-11-01 2022-11-30 2022-11-30   EDTF 2022-11
//   something that happened in November 2022 2022-11-01 2022-11-30 2022-11-01 2022-11-30   EDTF 2022-11
//   before 1612                              null       null       null       1611-12-31   EDTF ../1611
//
// HeidelTime's intervals, SIMILE, nodegoat and CIDOC-CRM (P82a/P81a/P81b/P82b) each arrived at these four.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/day.h"
#include "calendar/granularity.h"
#include "calendar/period.h"

namespace annals {

struct Clock {
  int hour = 0;                       // 0..24 (24 only as 24:00)
  int minute = -1;                    // 0..59, -1 where the text has none
  int second = -1;                    // 0..60, -1 where the text has none
  std::optional<int> offset_minutes;  // east of UTC; only where the text says so
  auto operator<=>(const Clock&) const = default;
};
int seconds_into_day(const Clock& clock);

struct Moment {
  Day day;
  std::optional<Clock> clock;
  bool operator==(const Moment&) const = default;
};
// Orders by day, then clock (offsets applied where both have one; no clock = start of the day).
std::weak_ordering operator<=>(const Moment& a, const Moment& b);
std::string to_string(const Moment& moment);  // "2024-03-13", "2024-03-13T09:30", "2024-03-13T09:30-05:00"
std::optional<Moment> parse_moment(std::string_view text);

struct Bounds {  // inclusive; an empty one is open
  std::optional<Moment> earliest_start, latest_start, earliest_end, latest_end;
  bool operator==(const Bounds&) const = default;
};
Bounds interval(Day first, Day last);
Bounds interval(const Moment& first, const Moment& last);
Bounds interval(Period period, const Seasons& seasons = {});
// The window of an instant that lies somewhere inside: both ends range over the whole of it.
Bounds instant_within(const Bounds& bounds);
// True where both can be: neither certainly ends before the other begins.
bool overlap(const Bounds& a, const Bounds& b);
std::string to_string(const Bounds& bounds);  // "2022-11-01..2022-11-30/2022-11-01..2022-11-30", ".." for open, equal pairs once
std::optional<Bounds> parse_bounds(std::string_view text);

struct Qualifiers {
  bool approximate = false, uncertain = false;
};
// The EDTF view. One granule where the bounds are just one (a day, month, season, quarter, half, year, decade),
// "A/B" for an interval, "[A..B]" for an instant inside a window that is no granule, ".." for open ends,
// "~", "?" or "%" after each date. Clock times: an EDTF date-time where all are one moment, else the days.
// `grain`, where given, prefers that granule (a season over the months it spans); centuries print as "1801/1900".
std::string edtf(const Bounds& bounds, Qualifiers qualifiers = {}, std::optional<Granularity> grain = {},
                 const Seasons& seasons = {});
// Reads what edtf() writes and LoC EDTF levels 0-1 plus one-of sets; nothing where the text is no EDTF.
std::optional<Bounds> parse_edtf(std::string_view text, const Seasons& seasons = {});

}  // namespace annals
