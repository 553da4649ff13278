#include "calendar/lunisolar.h"

#include <cmath>
#include <numbers>

#include "calendar/calendars.h"
#include "catch.h"

using namespace annals;

static_assert(day_of<JapaneseCalendar>(1872, 12, 2) == day_of<GregorianCalendar>(1872, 12, 31));
static_assert(day_of<JapaneseCalendar>(1873, 1, 1) == day_of<GregorianCalendar>(1873, 1, 1));
static_assert(!day_of<JapaneseCalendar>(1872, 12, 3) && !day_of<JapaneseCalendar>(1872, 16, 1));
static_assert(day_of<ChineseCalendar>(1911, 12, 30) == day_of<GregorianCalendar>(1912, 2, 17));
static_assert(!day_of<ChineseCalendar>(1912, 1, 1) && !day_of<ChineseCalendar>(1643, 1, 1));

namespace {

constexpr double degree = std::numbers::pi / 180;

// The true new moon nearest to a day, in days from 1970-01-01 00:00 of universal time: J. Meeus, Astronomical
// Algorithms (2nd edition, 1998), chapter 49, without its planets, so to a minute.
double new_moon(Day near) {
  const double k = std::round(static_cast<double>(near.count - 10'962) / 29.530588861);
  const double t = k / 1236.85, e = 1 - 0.002516 * t;
  const double sun = 2.5534 + 29.1053567 * k, moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const double node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  struct Term {
    double size;
    int sun, moon, node;
  };
  static constexpr Term terms[] = {
      {-40720, 0, 1, 0}, {17241, 1, 0, 0}, {1608, 0, 2, 0}, {1039, 0, 0, 2}, {739, -1, 1, 0}, {-514, 1, 1, 0},
      {208, 2, 0, 0},    {-111, 0, 1, -2}, {-57, 0, 1, 2},  {56, 1, 2, 0},   {-42, 0, 3, 0},  {42, 1, 0, 2},
      {38, 1, 0, -2},    {-24, -1, 2, 0},  {-7, 2, 1, 0},   {4, 0, 2, -2},   {4, 3, 0, 0},    {3, 1, 1, -2},
      {3, 0, 2, 2},      {-3, 1, 1, 2},    {3, -1, 1, 2},   {-2, -1, 1, -2}, {-2, 1, 3, 0},   {2, 0, 4, 0}};
  double day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  for (const auto& [size, of_sun, of_moon, of_node] : terms)
    day += 0.00001 * size * std::pow(e, std::abs(of_sun)) *
           std::sin((of_sun * sun + of_moon * moon + of_node * node) * degree);
  const double u = t + 1.8;  // universal time lags behind by -20 + 32 u^2 seconds or so
  return day - (-20 + 32 * u * u) / 86400 - 2440587.5;
}

// Where the sun stands, in degrees of the ecliptic, to a hundredth: chapter 25.
double sun_at(double day) {
  const double t = (day + 2440587.5 - 2451545) / 36525;
  const double anomaly = (357.52911 + 35999.05029 * t) * degree;
  return 280.46646 + 36000.76983 * t + 0.0003032 * t * t + (1.914602 - 0.004817 * t) * std::sin(anomaly) +
         0.019993 * std::sin(2 * anomaly) + 0.000289 * std::sin(3 * anomaly) - 0.00569;
}

double from_here_to(double target, double here) { return std::remainder(target - here, 360); }

struct Almanacs {
  Calendar calendar;
  Year from, to;
  double east;             // of Greenwich: Kyoto, Beijing
  double off, off_in_sun;  // how far they are from the moon, in days, and from the sun, in degrees, at most
};
// Japan's almanacs followed China's of 862 to 1684, then Shibukawa's from mean suns, and from 1844 the true
// sun, as China's did from 1645.
constexpr Almanacs almanacs[] = {{Calendar::japanese, 1596, 1684, 135.75, 0.27, 3.7},
                                 {Calendar::japanese, 1685, 1843, 135.75, 0.027, 2},
                                 {Calendar::japanese, 1844, 1871, 135.75, 0.001, 0.25},
                                 {Calendar::chinese, 1644, 1911, 116.4, 0.016, 0.9}};

}  // namespace

TEST_CASE("each day of the moon's years follows the one before it") {
  struct Row {
    Calendar calendar;
    Year from, to;
  };
  for (const auto& [calendar, from, to] :
       {Row{Calendar::japanese, 1596, 1872}, Row{Calendar::chinese, 1644, 1911}}) {
    CalendarDate date{calendar, from, 1, 1};
    Day day = *to_day(date);
    CHECK_FALSE(in_calendar(calendar, day - 1));
    for (int months = 1; date.year <= to; day = day + 1) {
      if (to_day(date) != day || in_calendar(calendar, day) != date) FAIL(to_string(date));
      if (++date.day, to_day(date)) continue;
      const bool cut_short = day == to_day({1872, 12, 31});
      if (!cut_short && date.day != 30 && date.day != 31) FAIL(to_string(date));
      const int number = date.month > 12 ? date.month - 12 : date.month;
      const bool put_in = date.month <= 12 && to_day({calendar, date.year, date.month + 12, 1});
      date = {calendar, date.year, put_in ? date.month + 12 : number + 1, 1};
      ++months;
      if (put_in || number < 12) continue;
      if (months != 13 && months != 14) FAIL(to_string(date));
      date = {calendar, date.year + 1, 1, 1}, months = 1;
    }
  }
}

TEST_CASE("months begin on the day of the new moon, but where that was near midnight") {
  for (const Almanacs& row : almanacs) {
    const Day last = days_of_year(row.calendar, row.to)->last;
    int off = 0;
    for (Day day = days_of_year(row.calendar, row.from)->first; day <= last;) {
      const auto date = *in_calendar(row.calendar, day);
      INFO(to_string(date));
      const double moon = new_moon(day) + row.east / 360, begins = static_cast<double>(day.count);
      CHECK(moon > begins - row.off);
      CHECK(moon < begins + 1 + row.off);
      off += moon < begins || moon >= begins + 1;
      day = day + days_in_month(row.calendar, date.year, date.month);
    }
    INFO(to_string(row.calendar) << " from " << row.from);
    CHECK(off < (row.from < 1685 ? 270 : 30));
  }
}

// The middle of the sun's twelfth of the ecliptic that has a month's number lies in it: at 330 degrees in the
// first. A month put in has none.
TEST_CASE("the sun tells the number of a month") {
  for (const Almanacs& row : almanacs) {
    const Day last = days_of_year(row.calendar, row.to)->last;
    for (Day day = days_of_year(row.calendar, row.from)->first; day <= last;) {
      const auto date = *in_calendar(row.calendar, day);
      INFO(to_string(date));
      const Day next = day + days_in_month(row.calendar, date.year, date.month);
      const auto sun = [&](Day at) { return sun_at(static_cast<double>(at.count) - row.east / 360); };
      const double own = 300 + 30 * (date.month > 12 ? date.month - 12 : date.month);
      if (date.month > 12) {
        CHECK(from_here_to(own, sun(day)) < row.off_in_sun);
        CHECK(from_here_to(own + 30, sun(next)) > -row.off_in_sun);
      } else {
        CHECK(from_here_to(own, sun(day)) > -row.off_in_sun);
        CHECK(from_here_to(own, sun(next)) < row.off_in_sun);
      }
      day = next;
    }
  }
}

// As histories give them in both calendars.
TEST_CASE("days of the moon's calendars in histories") {
  struct Row {
    CalendarDate date;
    const char* day;
  };
  const Row rows[] = {
      {{Calendar::japanese, 1600, 9, 15}, "1600-10-21"},   // Sekigahara
      {{Calendar::japanese, 1615, 5, 7}, "1615-06-03"},    // the fall of Osaka
      {{Calendar::japanese, 1702, 12, 14}, "1703-01-30"},  // the forty-seven ronin
      {{Calendar::japanese, 1853, 6, 3}, "1853-07-08"},    // Perry comes to Uraga
      {{Calendar::japanese, 1860, 3, 3}, "1860-03-24"},    // Sakurada gate
      {{Calendar::japanese, 1867, 10, 14}, "1867-11-09"},  // the shogun gives back his power
      {{Calendar::japanese, 1868, 9, 8}, "1868-10-23"},    // the era Meiji is proclaimed
      {{Calendar::japanese, 1868, 16, 15}, "1868-06-05"},
      {{Calendar::chinese, 1644, 5, 2}, "1644-06-06"},    // the Qing enter Beijing
      {{Calendar::chinese, 1722, 11, 13}, "1722-12-20"},  // the Kangxi emperor dies
      {{Calendar::chinese, 1842, 7, 24}, "1842-08-29"},   // the treaty of Nanjing
      {{Calendar::chinese, 1898, 4, 23},
       "1898-06-11"},  // the Hundred Days begin; the third month was doubled
      {{Calendar::chinese, 1911, 8, 19}, "1911-10-10"},   // Wuchang
      {{Calendar::chinese, 1911, 12, 25}, "1912-02-12"},  // the last emperor abdicates
  };
  for (const auto& [date, day] : rows) {
    INFO(to_string(date));
    CHECK(to_string(to_day(date).value_or(Day{})) == day);
  }
}
