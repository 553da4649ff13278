// The Hebrew calendar as it has been reckoned since the Middle Ages: mean conjunctions (molads), seven leap
// years of thirteen months in nineteen, and New Year put off by four rules.
//
//   5 Iyar 5708 == 1948-05-14      month 9, since Adar II keeps the number 7 in years that have none
//
// Maimonides, Sanctification of the New Moon, chapters 6-8; the year is that of the world. Before the 10th
// century communities did not yet all keep these rules, and before the 4th months were observed.
#pragma once
#include "calendar/day.h"
#include "calendar/floor.h"

namespace annals {

struct HebrewCalendar {
  static constexpr Year first_year = 1;
  static constexpr int months = 13;
  static constexpr std::int64_t cycle_years = 689'472, cycle_days = 251'827'457;  // back to molad and weekday
  static constexpr bool is_leap(Year year) { return floor_mod(7 * year + 1, 19) < 7; }

  // Rosh Hashanah. A day has 1080 * 24 parts and begins at six in the evening; a month has 29 days and 13,753
  // parts; the first molad was on a Monday, 5 hours and 204 parts into it.
  static constexpr Day first_of_year(Year year) {
    constexpr std::int64_t day_parts = 25'920, noon = 18 * 1080;
    constexpr Day sunday_before = {-2'092'591};  // the Sunday before the first molad's Monday
    const std::int64_t months_gone = floor_div(235 * year - 234, 19);
    const std::int64_t parts = 13'753 * months_gone + 5 * 1080 + 204 + day_parts;
    std::int64_t day = 29 * months_gone + parts / day_parts;
    const std::int64_t molad = parts % day_parts, molad_weekday = day % 7;  // Sunday is 0
    // Put off where the molad is at noon or later, where a common year would have 356 days (Tuesday from 9
    // hours 204 parts on), and where the year after a leap year would have 382 (Monday from 15 hours 589).
    if (molad >= noon || (molad_weekday == 2 && molad >= 9 * 1080 + 204 && !is_leap(year)) ||
        (molad_weekday == 1 && molad >= 15 * 1080 + 589 && is_leap(year - 1)))
      ++day;
    if (day % 7 == 0 || day % 7 == 3 || day % 7 == 5) ++day;  // never on Sunday, Wednesday or Friday
    return sunday_before + day;
  }

  // 353-355 or 383-385 days: Heshvan has a 30th day in the longest, Kislev none in the shortest.
  static constexpr int days_in_month(Year year, int month) {
    const auto beyond = (first_of_year(year + 1) - first_of_year(year)) % 10;
    switch (month) {
      case 2: return beyond == 5 ? 30 : 29;
      case 3: return beyond == 3 ? 29 : 30;
      case 6: return is_leap(year) ? 30 : 29;
      case 7: return is_leap(year) ? 29 : 0;
      case 4:
      case 9:
      case 11:
      case 13: return 29;
      default: return 30;
    }
  }
};

}  // namespace annals
