// The Islamic calendar by the tables of the astronomers: months of
// 30 and 29 days in turn, and a 355th day in eleven of thirty years.
//
//   27 Rajab 583 == 1187-10-09 (2 October in the Julian calendar), as it may be a day either way
//
// The epoch is the civil one, Friday 16 July 622 (Julian); the leap years of a cycle are 2, 5, 7, 10, 13, 16,
// 18, 21, 24, 26 and 29 (F. K. Ginzel, Handbuch der Chronologie I, 1906). Months in use began
// when the crescent was seen, so that a day here is right to within one.
#pragma once
#include "calendar/day.h"

namespace annals {

struct IslamicCalendar {
  static constexpr Year first_year = 1;
  static constexpr int months = 12;
  static constexpr std::int64_t cycle_years = 30, cycle_days = 10'631;
  static constexpr bool is_leap(Year year) { return (11 * year + 14) % 30 < 11; }
  static constexpr Day first_of_year(Year year) {
    return {354 * (year - 1) + (11 * year + 3) / 30 - 492'148};
  }
  static constexpr int days_in_month(Year year, int month) {
    return month % 2 == 1 || (month == 12 && is_leap(year)) ? 30 : 29;
  }
};

}  // namespace annals
