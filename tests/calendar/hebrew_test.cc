#include "calendar/hebrew.h"

#include <algorithm>
#include <array>
#include <vector>

#include "calendar/julian.h"
#include "calendar/reckoning.h"
#include "calendar/walk.h"

using namespace annals;

static_assert(day_of<HebrewCalendar>(1, 1, 1) == day_of<JulianCalendar>(-3760, 10, 7));
static_assert(day_of<HebrewCalendar>(5708, 9, 5) == day_of<GregorianCalendar>(1948, 5, 14));
static_assert(day_of<HebrewCalendar>(5784, 7, 14) == day_of<GregorianCalendar>(2024, 3, 24));  // Purim
static_assert(!day_of<HebrewCalendar>(5783, 7, 14));

namespace {

constexpr std::array leap_years = {0, 3, 6, 8, 11, 14, 17};  // of nineteen; the nineteenth is 0
bool is_leap_year(Year year) {
  return std::find(leap_years.begin(), leap_years.end(), year % 19) != leap_years.end();
}

// Conjunctions, one after the other, 29 days 12 hours 793 parts apart, in hours from six in the evening. Days
// are counted so that 1 is a Sunday.
struct Molad {
  std::int64_t day = 2, hours = 5, parts = 204;
  void next_month() {
    parts += 793;
    hours += 12 + parts / 1080;
    day += 29 + hours / 24;
    parts %= 1080;
    hours %= 24;
  }
};

// New Year by the first two rules alone, then mended where a year has an impossible length.
std::vector<std::int64_t> new_years(Year last) {
  std::vector<std::int64_t> days{0};
  Molad molad;
  for (Year year = 1; year <= last + 1; ++year) {
    auto day = molad.day + (molad.hours >= 18 ? 1 : 0);
    const auto of_week = (day - 1) % 7 + 1;
    if (of_week == 1 || of_week == 4 || of_week == 6) ++day;
    days.push_back(day);
    for (int month = is_leap_year(year) ? 13 : 12; month > 0; --month) molad.next_month();
  }
  for (std::size_t i = 1; i + 1 < days.size(); ++i) {
    if (days[i + 1] - days[i] == 356) days[i] += 2;
    if (i > 1 && days[i] - days[i - 1] == 382) ++days[i];
  }
  return days;
}

}  // namespace

TEST_CASE("Hebrew days, one after the other") {
  const Year last = 7000;
  const auto new_year = new_years(last + 1);
  CHECK(new_year[1] == 2);
  walk({Calendar::hebrew, 1, 1, 1}, *to_day({Calendar::julian, -3760, 10, 7}), last,
       [&](Year year, int month) {
         const auto i = static_cast<std::size_t>(year);
         const auto days = new_year[i + 1] - new_year[i];
         const bool leap = is_leap_year(year);
         const int lengths[] = {30,
                                days % 10 == 5 ? 30 : 29,
                                days % 10 == 3 ? 29 : 30,
                                29,
                                30,
                                leap ? 30 : 29,
                                leap ? 29 : 0,
                                30,
                                29,
                                30,
                                29,
                                30,
                                29};
         int sum = 0;
         for (const int n : lengths) sum += n;
         REQUIRE(sum == days);
         return lengths[month - 1];
       });
}

// Only so many years meet each limit of the rules to the part.
TEST_CASE("each New Year of the whole cycle of 689,472 years") {
  constexpr Year last = 689'473;
  const auto new_year = new_years(last);
  const Day saturday = *to_day({Calendar::julian, -3760, 10, 5});
  for (Year year = 1; year <= last; ++year) {
    const Day expected = saturday + new_year[static_cast<std::size_t>(year)];
    if (HebrewCalendar::first_of_year(year) != expected) FAIL(year);
  }
  CHECK(new_year[last] - new_year[1] == 251'827'457);
}

// C. F. Gauss, "Berechnung des juedischen Osterfestes" (Monatliche Correspondenz, 1802): Passover, 15 Nisan,
// as a day of March in the Julian year A - 3760. His decimals are whole parts of
// 492,480: 32.0440932, 1.5542418, 0.25 and 0.0031778, and the limits 0.6328704 and 0.8977238.
TEST_CASE("Passover by the formula of Gauss") {
  constexpr std::int64_t unit = 492'480;
  for (std::int64_t year = 1; year <= 20'000; ++year) {
    const auto a = (12 * year + 17) % 19, b = year % 4;
    const auto sum = 32 * unit + 21'715 + (unit + 272'953) * a + unit / 4 * b - 1'565 * year;
    auto march = floor_div(sum, unit);
    const auto rest = floor_mod(sum, unit);
    const auto c = floor_mod(march + 3 * year + 5 * b + 5, 7);
    if (c == 2 || c == 4 || c == 6) march += 1;
    if (c == 1 && a > 6 && rest >= 311'676) march += 2;
    if (c == 0 && a > 11 && rest >= 442'111) march += 1;
    const Day expected = *to_day({Calendar::julian, year - 3760, 3, 1}) + (march - 1);
    if (to_day({Calendar::hebrew, year, 8, 15}) != expected) FAIL(year);
  }
}

// 19 years are 235 months; after 689,472 years the molad is back on its weekday and hour.
TEST_CASE("far Hebrew years") { check_far_years(Calendar::hebrew, 689'472, 251'827'457); }
