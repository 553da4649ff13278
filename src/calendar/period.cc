#include "calendar/period.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "calendar/digits.h"

namespace annals {
namespace {

// 1970-01-01 was a Thursday: the week of index 0 began on day -3.
constexpr std::int64_t week_index(Day day) {
  return floor_div(day.count, 7) + (floor_mod(day.count, 7) >= 4 ? 1 : 0);
}
constexpr Day monday(Period week) { return {week.index * 7 - 3}; }

constexpr std::int64_t month_index(const Civil& date) { return date.year * 12 + date.month - 1; }
Day first_of_month(std::int64_t month) {
  return to_day({floor_div(month, 12), static_cast<int>(floor_mod(month, 12)) + 1, 1});
}

// Seasons begin every three months, so whatever spring's month is, only its place within three shifts them.
constexpr std::int64_t season_shift(const Seasons& seasons) {
  return floor_mod(seasons.spring_begins - 1, 3);
}

// Decade -1 is 9-1 BC (-8..0), decade 0 is AD 1-9.
constexpr Year first_year_of_decade(std::int64_t decade) {
  return decade > 0 ? decade * 10 : decade == 0 ? 1 : decade * 10 + 2;
}
static_assert(first_year_of_decade(-1) == -8 && decade_period(-8).index == -1 &&
              decade_period(-9).index == -2);

// Far beyond farthest_year for every grain, and far from where a product could overflow.
constexpr Period reachable(Period period) {
  constexpr std::int64_t most = 4'000'000'000'000'000;
  return {period.grain, std::clamp(period.index, -most, most)};
}

// The first year of a year or anything coarser.
constexpr Year first_year(Period period) {
  switch (period.grain) {
    case Granularity::decade: return first_year_of_decade(period.index);
    case Granularity::century: return (period.index - 1) * 100 + 1;
    case Granularity::millennium: return (period.index - 1) * 1000 + 1;
    default: return period.index;
  }
}

void append_timex_year(std::string& out, Year year) {
  if (year <= 0) out += "BC";
  append_number(out, year > 0 ? year : 1 - year, 4);
}

// The leading digits of the years of a decade, century or
// millennium: index 199 as "199", index -6 as "BC005".
void append_position(std::string& out, std::int64_t index, int width) {
  if (index < 0) out += "BC";
  append_number(out, index < 0 ? -1 - index : index, width);
}

void append_part(std::string& out, Period period, std::string_view sign, std::int64_t part, int width) {
  append_timex_year(out, year_of(period));
  append_number(out += sign, part, width);
}

void append_day(std::string& out, Day day) {
  const auto date = to_civil(day);
  append_timex_year(out, date.year);
  append_number(out += '-', date.month, 2);
  append_number(out += '-', date.day, 2);
}

void append_week(std::string& out, Period period) {
  const auto week = to_iso_week(monday(period));
  append_timex_year(out, week.year);
  append_number(out += "-W", week.week, 2);
  if (period.grain == Granularity::weekend) out += "-WE";
}

void append_season(std::string& out, Period period, const Seasons& seasons) {
  constexpr std::array<std::string_view, 4> signs = {"-SP", "-SU", "-FA", "-WI"};
  append_timex_year(out, year_of(period));
  out += signs[static_cast<std::size_t>(season_of(period, seasons))];
}

}  // namespace

Period week_period(const IsoWeek& week) { return {Granularity::week, week_index(monday_of(week))}; }
Period weekend_period(const IsoWeek& week) { return {Granularity::weekend, week_index(monday_of(week))}; }

Period season_period(Year year, Season season, const Seasons& seasons) {
  const auto month = floor_mod(seasons.spring_begins - 1 + 3 * static_cast<int>(season), 12);
  return {Granularity::season, year * 4 + month / 3};
}

Season season_of(Period season, const Seasons& seasons) {
  const auto month = floor_mod(season.index, 4) * 3 + season_shift(seasons);
  return static_cast<Season>(floor_mod(month - (seasons.spring_begins - 1), 12) / 3);
}

Year year_of(Period period) {
  switch (period.grain) {
    case Granularity::month: return floor_div(period.index, 12);
    case Granularity::season:
    case Granularity::quarter: return floor_div(period.index, 4);
    case Granularity::half: return floor_div(period.index, 2);
    case Granularity::week:
    case Granularity::weekend: return to_iso_week(monday(period)).year;
    case Granularity::year:
    case Granularity::decade:
    case Granularity::century:
    case Granularity::millennium: return first_year(reachable(period));
    default: return to_civil({period.index}).year;
  }
}

Period containing(Granularity grain, Day day, const Seasons& seasons) {
  if (grain == Granularity::week || grain == Granularity::weekend) return {grain, week_index(day)};
  if (grain < Granularity::week) return day_period(day);
  const auto date = to_civil(day);
  switch (grain) {
    case Granularity::month: return {grain, month_index(date)};
    case Granularity::season: return {grain, floor_div(month_index(date) - season_shift(seasons), 3)};
    case Granularity::quarter: return {grain, floor_div(month_index(date), 3)};
    case Granularity::half: return {grain, floor_div(month_index(date), 6)};
    case Granularity::decade: return decade_period(date.year);
    case Granularity::century: return {grain, floor_div(date.year - 1, 100) + 1};
    case Granularity::millennium: return {grain, floor_div(date.year - 1, 1000) + 1};
    default: return {grain, date.year};
  }
}

Day first_day(Period asked, const Seasons& seasons) {
  const auto period = reachable(asked);
  switch (period.grain) {
    case Granularity::week: return monday(period);
    case Granularity::weekend: return monday(period) + 5;
    case Granularity::month: return first_of_month(period.index);
    case Granularity::season: return first_of_month(period.index * 3 + season_shift(seasons));
    case Granularity::quarter: return first_of_month(period.index * 3);
    case Granularity::half: return first_of_month(period.index * 6);
    case Granularity::year:
    case Granularity::decade:
    case Granularity::century:
    case Granularity::millennium: return to_day({first_year(period), 1, 1});
    default: return {period.index};
  }
}

// The eve of the next one; the days between two weekends belong to none.
Day last_day(Period period, const Seasons& seasons) {
  if (period.grain == Granularity::weekend) return first_day(period) + 1;
  return first_day(reachable(period) + 1, seasons) - 1;
}

std::string timex3(Period period, const Seasons& seasons) {
  std::string out;
  switch (period.grain) {
    case Granularity::week:
    case Granularity::weekend: append_week(out, period); break;
    case Granularity::month: append_part(out, period, "-", floor_mod(period.index, 12) + 1, 2); break;
    case Granularity::season: append_season(out, period, seasons); break;
    case Granularity::quarter: append_part(out, period, "-Q", floor_mod(period.index, 4) + 1, 1); break;
    case Granularity::half: append_part(out, period, "-H", floor_mod(period.index, 2) + 1, 1); break;
    case Granularity::year: append_timex_year(out, period.index); break;
    case Granularity::decade: append_position(out, period.index, 3); break;
    case Granularity::century: append_position(out, period.index - 1, 2); break;
    case Granularity::millennium: append_position(out, period.index - 1, 1); break;
    default: append_day(out, {period.index}); break;
  }
  return out;
}

}  // namespace annals
