// The solar calendar of Iran and Afghanistan: six months of 31 days, five of 30, and a last of 29 or 30.
//
//   14 Mordad 1285 == 1906-08-06      22 Bahman 1357 == 1979-02-11
//
// The law of 1925 (1304) lets the year begin on the day of the spring equinox, or the next where that comes
// after noon at Tehran. The rule here is the cycle of 33 years with eight leap years, the 1st, 5th, 9th,
// 13th, 17th, 22nd, 26th and 30th: it keeps to the equinox from 1178 to 1634 (AD 1799 to 2256), and is a day
// early now and then before. Dates before 1304 are historians' own, since Iran counted in other months then.
#pragma once
#include "calendar/day.h"

namespace annals {

struct SolarHijriCalendar {
  static constexpr Year first_year = 1;
  static constexpr int months = 12;
  static constexpr std::int64_t cycle_years = 33, cycle_days = 12'053;
  static constexpr bool is_leap(Year year) { return (25 * year + 11) % 33 < 8; }
  static constexpr Day first_of_year(Year year) {
    return {365 * (year - 1) + (8 * year + 21) / 33 - 492'268};
  }
  static constexpr int days_in_month(Year year, int month) {
    if (month == 12) return is_leap(year) ? 30 : 29;
    return month <= 6 ? 31 : 30;
  }
};

}  // namespace annals
