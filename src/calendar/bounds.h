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
int seconds_into_day(const Clock& clock);   // of the local day; what the text does not say counts as 0
std::string to_string(const Clock& clock);  // "09", "09:30", "09:30:15", "09:30-05:00", "09:30Z"
std::optional<Clock> parse_clock(std::string_view text);

struct Moment {
  Day day;
  std::optional<Clock> clock;
  bool operator==(const Moment&) const = default;
};
// Orders by the instant meant: an offset is applied where there is one, none counts as UTC (a rule for mixed
// pairs alone would order in circles), no clock as the start of the day.
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
bool is_interval(const Bounds& bounds);        // both ends known to the moment, or wholly open
bool is_instant_within(const Bounds& bounds);  // start and end range over one window; a single day is both
// True where both can be: neither certainly ends before the other begins. Where one of two moments has no
// clock, they are compared by the day.
bool overlap(const Bounds& a, const Bounds& b);
// The start, "/", the end, each one moment or "from..to" with ".." for what is open:
// "2022-11-01/2022-11-30", "2022-11-01..2022-11-30/2022-11-01..2022-11-30", "../..1611-12-31".
std::string to_string(const Bounds& bounds);

struct Qualifiers {
  bool approximate = false, uncertain = false;
};
// The EDTF view. One granule where the bounds are just one (a day, month, season, quarter, half, year,
// decade), "A/B" for an interval, "[A..B]" for an instant inside a window that is no granule, ".." for open
// ends, "~", "?" or "%" after each date. Clock times: an EDTF date-time where all are one moment, else the
// days.
//
//   1801-01-01/1900-12-31      1801/1900      ends are as coarse as both allow: years, else months, else days
//   1939-09-01..1939-09-30/1945-05-01..1945-05-31   1939-09/1945-05   each end's window where it is a granule
//   2020-11-10..2021-05-10 (instant)                [2020-11-10..2021-05-10]
//
// `grain`, where given, prefers that granule (a season over the months it spans): of the codes 21-41 only
// that grain's are used, and ends are not made coarser than it. EDTF cannot hold: months and days of years
// beyond four digits (the whole years stand for them), an end whose window is no granule (its outer day
// stands), qualified seasons, quarters and halves (their months stand), a clock time without minutes (its day
// stands) or seconds (":00" is added).
std::string edtf(const Bounds& bounds, Qualifiers qualifiers = {}, std::optional<Granularity> grain = {},
                 const Seasons& seasons = {});
// Reads what edtf() writes and LoC EDTF levels 0-1 plus one-of sets, the season codes of level 2 and the
// signs of the draft (199u, y170000002, open, unknown); nothing where the text is no EDTF. A date reads as
// the interval it covers, also 18XX (1800-1899); with XX for a day or month as an instant within. The ends of
// A/B are read as known ("../1611" ends on 1611-12-31), and qualifiers are passed over.
std::optional<Bounds> parse_edtf(std::string_view text, const Seasons& seasons = {});

}  // namespace annals
