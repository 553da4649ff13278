#include "calendar/solar_hijri.h"

#include <algorithm>
#include <array>

#include "calendar/equinox.h"
#include "calendar/reckoning.h"
#include "calendar/walk.h"

using namespace annals;

static_assert(day_of<SolarHijriCalendar>(1285, 5, 14) == day_of<GregorianCalendar>(1906, 8, 6));
static_assert(day_of<SolarHijriCalendar>(1357, 11, 22) == day_of<GregorianCalendar>(1979, 2, 11));
static_assert(day_of<SolarHijriCalendar>(1403, 12, 30) && !day_of<SolarHijriCalendar>(1404, 12, 30));

TEST_CASE("Solar Hijri days, one after the other") {
  constexpr std::array leap_years = {1, 5, 9, 13, 17, 22, 26, 30};
  walk({Calendar::solar_hijri, 1, 1, 1}, to_day({622, 3, 21}), 3001, [&](Year year, int month) {
    if (month <= 6) return 31;
    if (month < 12) return 30;
    const auto of_cycle = static_cast<int>(year % 33);
    return std::find(leap_years.begin(), leap_years.end(), of_cycle) != leap_years.end() ? 30 : 29;
  });
  check_far_years(Calendar::solar_hijri, 33, 12'053);
}

// The law's rule: the year begins on the day of the equinox
// where that comes before noon at 52.5 degrees east.
TEST_CASE("the years 1178 to 1634 begin with the equinox at Tehran") {
  for (int year = 1178; year <= 1634; ++year) {
    INFO(year);
    const double tehran = equinox(Equinox::march, year + 621) + 52.5 / 360;
    CHECK(days_of_year(Calendar::solar_hijri, year)->first.count ==
          static_cast<std::int64_t>(std::floor(tehran + 0.5)));
  }
}

// Nowruz as the calendar of Iran has had it: 1 Farvardin
// of leap years' successors on 21 March, then the 20th.
TEST_CASE("Nowruz of recent years") {
  struct Row {
    Year year;
    const char* day;
  };
  for (const auto& [year, day] :
       {Row{1304, "1925-03-21"}, Row{1358, "1979-03-21"}, Row{1375, "1996-03-20"}, Row{1376, "1997-03-21"},
        Row{1400, "2021-03-21"}, Row{1403, "2024-03-20"}, Row{1404, "2025-03-21"}}) {
    INFO(year);
    CHECK(to_string(days_of_year(Calendar::solar_hijri, year)->first) == day);
  }
}
