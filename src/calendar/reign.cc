#include "calendar/reign.h"

#include <algorithm>

#include "calendar/feast.h"

namespace annals {
namespace {

std::optional<Day> anniversary(const CalendarDate& first, Year years) {
  CalendarDate date = first;
  date.year += years;
  if (const auto day = to_day(date)) return day;
  const auto month = days_of_month(date.calendar, date.year, date.month);
  return month ? std::optional(month->last + 1) : std::nullopt;
}

// The first day of year 1 + years.
std::optional<Day> turn(const Reign& reign, Year years) {
  const auto& first = reign.first;
  if (years == 0) return to_day(first);
  switch (reign.turn) {
    case ReignTurn::anniversary: return anniversary(first, years);
    case ReignTurn::new_year: return to_day({first.calendar, first.year + years, 1, 1});
    case ReignTurn::feast: break;
  }
  const Year year = first.year + years;
  const auto sunday = feast_day("E+0", year, first.calendar);
  return sunday ? std::optional(*sunday + reign.from_easter) : std::nullopt;
}

}  // namespace

std::optional<DaySpan> regnal_year(const Reign& reign, Year year) {
  if (year < 1 || year >= farthest_year || !to_day(reign.first)) return {};
  const auto first = turn(reign, year - 1), next = turn(reign, year);
  const auto end = reign.last ? to_day(*reign.last) : std::nullopt;
  if (!first || (!next && !end) || (end && *end < *first)) return {};
  const Day last = next ? *next - 1 : *end;  // no next: the calendar ends with the reign
  return DaySpan{*first, end ? std::min(*end, last) : last};
}

// The reign's calendar tells the year to within one.
std::optional<Year> year_of_reign(const Reign& reign, Day day) {
  const auto date = in_calendar(reign.first.calendar, day);
  if (!date || !to_day(reign.first)) return {};
  const Year about = date->year - reign.first.year + 1;
  for (const Year year : {about - 1, about, about + 1}) {
    const auto days = regnal_year(reign, year);
    if (days && days->first <= day && day <= days->last) return year;
  }
  return {};
}

}  // namespace annals
