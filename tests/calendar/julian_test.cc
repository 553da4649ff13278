#include "calendar/julian.h"

#include <date/julian.h>

#include <cmath>

#include "calendar/reckoning.h"
#include "calendar/walk.h"

using namespace annals;

// Meeus, Astronomical Algorithms, chapter 7: examples 7.a
// and 7.b and the table after them, in Julian day numbers.
constexpr Day julian_day_number(std::int64_t number) { return {number - 2'440'588}; }
static_assert(day_of<JulianCalendar>(333, 1, 27) == julian_day_number(1'842'713));
static_assert(day_of<JulianCalendar>(-1000, 7, 12) == julian_day_number(1'356'001));
static_assert(day_of<JulianCalendar>(-4712, 1, 1) == julian_day_number(0));
static_assert(day_of<JulianCalendar>(-43, 3, 15) == julian_day_number(1'705'426));
static_assert(!day_of<JulianCalendar>(1901, 2, 29));
static_assert(day_of<SwedishCalendar>(1712, 2, 30) == day_of<GregorianCalendar>(1712, 3, 11));
static_assert(!day_of<SwedishCalendar>(1700, 2, 29));

namespace {
constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
}

TEST_CASE("Julian days, one after the other") {
  const auto length = [](Year year, int month) {
    return lengths[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0);
  };
  walk({Calendar::julian, -4712, 1, 1}, julian_day_number(0), 3001, length);
  walk({Calendar::julian, -170'000'000, 1, 1}, {-62'093'219'530}, -169'999'800, length);
  check_far_years(Calendar::julian, 4, 1461);
}

TEST_CASE("Gregorian days, one after the other") {
  const auto length = [](Year year, int month) {
    const bool leap = year % 400 == 0 || (year % 100 != 0 && year % 4 == 0);
    return lengths[month - 1] + (month == 2 && leap ? 1 : 0);
  };
  walk({Calendar::gregorian, -4713, 11, 24}, julian_day_number(0), 3001, length);
  check_far_years(Calendar::gregorian, 400, 146'097);
}

TEST_CASE("Julian days as the date library and the formula of Meeus have them") {
  for (auto other = date::sys_days{date::year{-4712} / 1 / 1};
       other < date::sys_days{date::year{3000} / 1 / 1}; other += date::days{1}) {
    const julian::year_month_day said{other};
    const CalendarDate date{Calendar::julian, int{said.year()}, static_cast<int>(unsigned{said.month()}),
                            static_cast<int>(unsigned{said.day()})};
    const Day day{other.time_since_epoch().count()};
    const int y = int{said.year()} - (date.month <= 2 ? 1 : 0), m = date.month + (date.month <= 2 ? 12 : 0);
    const double formula =
        std::floor(365.25 * (y + 4716)) + std::floor(30.6001 * (m + 1)) + date.day - 1524.5;
    const bool agree = to_day(date) == day && in_calendar(Calendar::julian, day) == date &&
                       (y < -4716 || julian_day_number(static_cast<std::int64_t>(formula + 0.5)) == day);
    if (!agree) FAIL(to_string(date));
  }
}

TEST_CASE("Sweden's days, one after the other") {
  const auto length = [](Year year, int month) {
    if (month != 2) return lengths[month - 1];
    return year == 1712 ? 30 : year % 4 == 0 && year != 1700 ? 29 : 28;
  };
  walk({Calendar::swedish, 1600, 1, 1}, *to_day({Calendar::julian, 1600, 1, 1}), 1754, length);
  CHECK(in_calendar(Calendar::swedish, to_day({-43, 3, 13})) == CalendarDate{Calendar::swedish, -43, 3, 15});
}
