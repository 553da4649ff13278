// The calendar of the Copts and, from another epoch, of the Ethiopians: twelve months of thirty days and five
// or six more, which are month 13. The year before a Julian leap year has six.
//
//   1 Thout 1 of the martyrs == 29 August 284 (Julian)      1 Meskerem 1 of the incarnation == 29 August 8
#pragma once
#include "calendar/day.h"

namespace annals {

template <std::int64_t epoch>
struct AlexandrianCalendar {
  static constexpr Year first_year = 1;
  static constexpr int months = 13;
  static constexpr std::int64_t cycle_years = 4, cycle_days = 1461;
  static constexpr Day first_of_year(Year year) { return {365 * (year - 1) + year / 4 + epoch}; }
  static constexpr int days_in_month(Year year, int month) {
    if (month < 13) return 30;
    return year % 4 == 3 ? 6 : 5;
  }
};
using CopticCalendar = AlexandrianCalendar<-615'558>;
using EthiopianCalendar = AlexandrianCalendar<-716'367>;

}  // namespace annals
