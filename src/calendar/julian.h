// The Julian calendar, carried back and forth without end: every fourth year is a leap year.
//
//   30 January 1649 == 1649-02-09      4 October 1582 == 1582-10-14, the day before 1582-10-15
//
// In its first decades Rome intercalated every third year and then left leap days out until AD 8 (Solinus
// 1.46, Macrobius, Saturnalia 1.14.13-15): the days given here for 45 BC to AD 8 may be up to three off from
// what was said then, and are those that historians write.
#pragma once
#include "calendar/day.h"
#include "calendar/floor.h"

namespace annals {

struct JulianCalendar {
  static constexpr Year first_year = -farthest_year;
  static constexpr int months = 12;
  static constexpr std::int64_t cycle_years = 4, cycle_days = 1461;
  static constexpr bool is_leap(Year year) { return floor_mod(year, 4) == 0; }
  // 1 January of year 0 is -0001-12-30.
  static constexpr Day first_of_year(Year year) { return {365 * year + floor_div(year + 3, 4) - 719'530}; }
  static constexpr int days_in_month(Year year, int month) {
    return annals::days_in_month(is_leap(year) ? 4 : 1, month);
  }
};

// Sweden meant to come to the Gregorian calendar by passing over the leap days of forty years. It passed over
// that of 1700, kept the next two, and in 1712 went back by a second leap day, 30 February (R. W. Bauer,
// Calender for Aarene fra 601 til 2200, 1868). In other years this is the Julian calendar.
struct SwedishCalendar {
  static constexpr Year first_year = -farthest_year;
  static constexpr int months = 12;
  static constexpr std::int64_t cycle_years = 4, cycle_days = 1461;
  static constexpr Day first_of_year(Year year) {
    return JulianCalendar::first_of_year(year) - (year > 1700 && year <= 1712 ? 1 : 0);
  }
  static constexpr int days_in_month(Year year, int month) {
    if (month == 2 && year == 1700) return 28;
    if (month == 2 && year == 1712) return 30;
    return JulianCalendar::days_in_month(year, month);
  }
};

}  // namespace annals
