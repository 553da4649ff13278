#include "calendar/day.h"

#include <date/date.h>

#include <algorithm>

#include "calendar/digits.h"

namespace annals {
namespace {
constexpr Year years_in_cycle = 400;
constexpr std::int64_t days_in_cycle = 146'097;
constexpr Year saturation = 1000 * farthest_year;
}  // namespace

Day to_day(const Civil& date) {
  const auto year = std::clamp(date.year, -saturation, saturation);
  const auto cycle = floor_div(year, years_in_cycle);
  const auto in_cycle = date::sys_days{date::year{static_cast<int>(year - cycle * years_in_cycle)} /
                                       date::month{static_cast<unsigned>(date.month)} /
                                       date::day{static_cast<unsigned>(date.day)}};
  return {cycle * days_in_cycle + in_cycle.time_since_epoch().count()};
}

Civil to_civil(Day day) {
  const auto cycle = floor_div(day.count, days_in_cycle);
  const date::days in_cycle{static_cast<int>(day.count - cycle * days_in_cycle)};
  const date::year_month_day date{date::sys_days{in_cycle}};
  return {cycle * years_in_cycle + static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

// A week belongs to the year of its Thursday.
IsoWeek to_iso_week(Day day) {
  const auto thursday = day + (4 - weekday(day));
  const auto year = to_civil(thursday).year;
  return {year, static_cast<int>((thursday - to_day({year, 1, 1})) / 7) + 1};
}

// 4 January always lies in the first week.
Day monday_of(const IsoWeek& week) {
  const auto fourth = to_day({week.year, 1, 4});
  return fourth + (1 - weekday(fourth)) + 7 * (week.week - 1);
}

std::string year_to_string(Year year) {
  std::string out;
  append_year(out, year);
  return out;
}

std::string to_string(Day day) {
  const auto date = to_civil(day);
  std::string out;
  append_year(out, date.year);
  append_number(out += '-', date.month, 2);
  append_number(out += '-', date.day, 2);
  return out;
}

std::optional<Civil> parse_civil(std::string_view text) {
  Reader reader(text);
  const auto year = reader.year();
  if (!year || !reader.take('-')) return {};
  const auto month = reader.digits(2, 2);
  if (!month || !reader.take('-')) return {};
  const auto day = reader.digits(2, 2);
  if (!day || !reader.done()) return {};
  return Civil{*year, static_cast<int>(*month), static_cast<int>(*day)};
}

std::optional<Day> parse_day(std::string_view text) {
  const auto date = parse_civil(text);
  if (!date || !exists(*date)) return {};
  return to_day(*date);
}

Day add_months(Day day, std::int64_t months) {
  const auto date = to_civil(day);
  const auto sum = date.year * 12 + (date.month - 1) + std::clamp(months, -12 * saturation, 12 * saturation);
  const auto year = floor_div(sum, 12);
  const auto month = static_cast<int>(floor_mod(sum, 12)) + 1;
  return to_day({year, month, std::min(date.day, days_in_month(year, month))});
}

}  // namespace annals
