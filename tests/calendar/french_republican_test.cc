#include "calendar/french_republican.h"

#include "calendar/equinox.h"
#include "calendar/reckoning.h"
#include "calendar/walk.h"

using namespace annals;

static_assert(day_of<FrenchRepublicanCalendar>(1, 1, 1) == day_of<GregorianCalendar>(1792, 9, 22));
static_assert(day_of<FrenchRepublicanCalendar>(2, 11, 9) == day_of<GregorianCalendar>(1794, 7, 27));
static_assert(day_of<FrenchRepublicanCalendar>(8, 2, 18) == day_of<GregorianCalendar>(1799, 11, 9));
static_assert(day_of<FrenchRepublicanCalendar>(3, 13, 6) && !day_of<FrenchRepublicanCalendar>(4, 13, 6));

TEST_CASE("Republican days, one after the other") {
  walk({Calendar::french_republican, 1, 1, 1}, to_day({1792, 9, 22}), 1000, [](Year year, int month) {
    if (month <= 12) return 30;
    const bool lived = year == 3 || year == 7 || year == 11 || year == 15;
    const bool meant = year > 16 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) && year % 4000 != 0;
    return lived || meant ? 6 : 5;
  });
  check_far_years(Calendar::french_republican, 4000, 1'460'969);
}

// The new year's days of the Republic: concordances print these
// (Annuaire du Bureau des longitudes; A. Cappelli, Cronologia).
TEST_CASE("the days the Republic's years began on") {
  const int september[] = {22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23};
  for (int year = 1; year <= 14; ++year) {
    INFO(year);
    CHECK(days_of_year(Calendar::french_republican, year)->first ==
          to_day({1791 + year, 9, september[year - 1]}));
  }
}

// The law's rule: midnight by the sun of Paris, 9.35 minutes east of Greenwich,
// where the sun is 7.6 minutes ahead of the clock in late September. From year
// 53 on the days of Romme's rule and of the equinox part at times.
TEST_CASE("the first fifty-two years begin on the day of the equinox at Paris") {
  for (int year = 1; year <= 52; ++year) {
    INFO(year);
    const double paris = equinox(Equinox::september, 1791 + year) + (9.35 + 7.6) / 1440;
    CHECK(days_of_year(Calendar::french_republican, year)->first.count ==
          static_cast<std::int64_t>(std::floor(paris)));
  }
}
