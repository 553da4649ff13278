// Years counted from the beginning of a reign.
//
//   henry = {.first = {julian, 1509, 4, 22}, .last = {julian, 1547, 1, 28}}
//   regnal_year(henry, 12)    22 April 1520 to 21 April 1521 (Julian) == 1520-05-02 .. 1521-05-01
//   john = {.first = {julian, 1199, 5, 27}, .turn = ReignTurn::feast, .from_easter = 39}
//   regnal_year(john, 4)      23 May 1202, Ascension Day, to 14 May 1203
//   meiji = {.first = {gregorian, 1868, 10, 23}, .turn = ReignTurn::new_year}
//   regnal_year(meiji, 45)    1912-01-01 .. 1912-12-31
//
// Year n of an English or papal reign begins on the (n-1)th anniversary of the first day, in the calendar of
// that day to the end: the 26th year of George II, who acceded on 11 June 1727, ended on 21 June 1753, for
// the eleven days left out of 1752 were not left out of it (C. R. Cheney, A Handbook of Dates, 1945).
#pragma once
#include <cstdint>
#include <optional>

#include "calendar/calendars.h"

namespace annals {

enum class ReignTurn : std::uint8_t {
  anniversary,  // of the first day
  feast,        // so many days from Easter: King John's years run from Ascension Day
  new_year      // year 2 begins with the calendar's next year: Japanese eras, Chinese reigns
};

struct Reign {
  CalendarDate first;
  std::optional<CalendarDate> last = {};  // cuts the last year off; years after it do not exist
  ReignTurn turn = ReignTurn::anniversary;
  int from_easter = 39;  // of a feast
  bool operator==(const Reign&) const = default;
};

// Nothing before year 1 and beyond the reign. An accession on
// 29 February has its anniversary in common years on 1 March.
std::optional<DaySpan> regnal_year(const Reign& reign, Year year);
// The year of the reign that a day lies in.
std::optional<Year> year_of_reign(const Reign& reign, Day day);

}  // namespace annals
