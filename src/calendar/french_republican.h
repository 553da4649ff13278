// The calendar of the French Republic: twelve months of thirty
// days and five or six complementary days, which are month 13.
//
//   9 Thermidor II == 1794-07-27      18 Brumaire VIII == 1799-11-09      10 Nivose XIV, its last, 1805-12-31
//
// By the decree of 4 Frimaire II a year begins on the day of the autumn equinox at Paris, which made 3, 7 and
// 11 leap years. That cannot be foretold without end (some equinoxes fall within minutes of midnight). For
// years that the calendar did not live to see this follows G. Romme's proposal of Floreal III, joined on by a
// leap year 15: leap years are the fourth ones, but of the hundreds only every fourth and not the
// four-thousandth. So years 1 to 52 begin with the equinox and later ones a day off at times; the Commune's
// year 79 begins on 23 September 1870 by either rule.
#pragma once
#include "calendar/day.h"

namespace annals {

struct FrenchRepublicanCalendar {
  static constexpr Year first_year = 1;
  static constexpr int months = 13;
  static constexpr std::int64_t cycle_years = 4000, cycle_days = 1'460'969;
  static constexpr Day first_of_year(Year year) {  // year 1 begins on 1792-09-22
    const Year gone = year - 1;
    const std::int64_t leap_days = year <= 16 ? year / 4 : gone / 4 - gone / 100 + gone / 400 - gone / 4000;
    return {365 * gone + leap_days - 64'748};
  }
  static constexpr int days_in_month(Year year, int month) {
    if (month < 13) return 30;
    return static_cast<int>(first_of_year(year + 1) - first_of_year(year)) - 360;
  }
};

}  // namespace annals
