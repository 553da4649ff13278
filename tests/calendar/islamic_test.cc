#include "calendar/islamic.h"

#include <date/islamic.h>

#include <algorithm>
#include <array>

#include "calendar/julian.h"
#include "calendar/reckoning.h"
#include "calendar/walk.h"

using namespace annals;

static_assert(day_of<IslamicCalendar>(1, 1, 1) == day_of<JulianCalendar>(622, 7, 16));
static_assert(day_of<IslamicCalendar>(583, 7, 27) == day_of<GregorianCalendar>(1187, 10, 9));
static_assert(day_of<IslamicCalendar>(583, 12, 30) && !day_of<IslamicCalendar>(584, 12, 30));

TEST_CASE("Islamic days, one after the other") {
  constexpr std::array leap_years = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29};
  walk({Calendar::islamic, 1, 1, 1}, to_day({622, 7, 19}), 3001, [&](Year year, int month) {
    if (month != 12) return month % 2 == 0 ? 29 : 30;
    const auto of_cycle = static_cast<int>((year - 1) % 30 + 1);
    return std::find(leap_years.begin(), leap_years.end(), of_cycle) != leap_years.end() ? 30 : 29;
  });
  check_far_years(Calendar::islamic, 30, 10'631);
}

TEST_CASE("Islamic days as the date library has them") {
  for (auto other = date::sys_days{date::year{622} / 7 / 19};
       other < date::sys_days{date::year{3500} / 1 / 1}; other += date::days{1}) {
    const islamic::year_month_day said{other};
    const CalendarDate date{Calendar::islamic, int{said.year()}, static_cast<int>(unsigned{said.month()}),
                            static_cast<int>(unsigned{said.day()})};
    if (to_day(date) != Day{other.time_since_epoch().count()}) FAIL(to_string(date));
  }
}

TEST_CASE("the Islamic calendar says that it may be a day off") {
  for (const auto calendar : all_calendars)
    CHECK(uncertain_days(calendar) == (calendar == Calendar::islamic ? 1 : 0));
}
