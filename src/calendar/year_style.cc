#include "calendar/year_style.h"

#include "calendar/feast.h"

namespace annals {
namespace {

std::optional<Day> first_day(const YearStyle& style, Calendar calendar, Year year) {
  if (style.easter) return feast_day("E+0", year, calendar);
  return to_day({calendar, year - style.ahead, style.month, style.day});
}

}  // namespace

std::optional<DaySpan> days_of_year(const YearStyle& style, Calendar calendar, Year year) {
  if (year <= -farthest_year || year >= farthest_year) return {};
  const auto first = first_day(style, calendar, year), next = first_day(style, calendar, year + 1);
  if (!first || !next) return {};
  return DaySpan{*first, *next - 1};
}

std::vector<Day> days_said(const YearStyle& style, const CalendarDate& said) {
  std::vector<Day> days;
  const auto span = days_of_year(style, said.calendar, said.year);
  if (!span) return days;
  for (const Year year : {said.year - 1, said.year, said.year + 1}) {
    const auto day = to_day({said.calendar, year, said.month, said.day});
    if (day && span->first <= *day && *day <= span->last) days.push_back(*day);
  }
  return days;
}

}  // namespace annals
