#include "calendar/coptic.h"

#include "calendar/julian.h"
#include "calendar/reckoning.h"
#include "calendar/walk.h"

using namespace annals;

static_assert(day_of<CopticCalendar>(1, 1, 1) == day_of<JulianCalendar>(284, 8, 29));
static_assert(day_of<EthiopianCalendar>(1, 1, 1) == day_of<JulianCalendar>(8, 8, 29));
static_assert(day_of<EthiopianCalendar>(2000, 1, 1) == day_of<GregorianCalendar>(2007, 9, 12));
static_assert(day_of<CopticCalendar>(3, 13, 6) && !day_of<CopticCalendar>(4, 13, 6));

namespace {
// The sixth day stands before a Julian leap year, so that the years keep to 29 August, or 30 August then.
int length(Year year, int month) { return month <= 12 ? 30 : (year + 1) % 4 == 0 ? 6 : 5; }
}  // namespace

TEST_CASE("Coptic and Ethiopian days, one after the other") {
  walk({Calendar::coptic, 1, 1, 1}, *to_day({Calendar::julian, 284, 8, 29}), 2501, length);
  walk({Calendar::ethiopian, 1, 1, 1}, *to_day({Calendar::julian, 8, 8, 29}), 2501, length);
  for (const auto calendar : {Calendar::coptic, Calendar::ethiopian}) check_far_years(calendar, 4, 1461);
}

TEST_CASE("Coptic and Ethiopian years begin on 29 August, the day after it before a leap year") {
  for (Year year = 1; year <= 2500; ++year) {
    const auto coptic = days_of_year(Calendar::coptic, year)->first;
    const bool late = (year + 284) % 4 == 0;
    if (coptic != to_day({Calendar::julian, year + 283, 8, late ? 30 : 29})) FAIL(year);
    if (coptic != days_of_year(Calendar::ethiopian, year + 276)->first) FAIL(year);
  }
}
