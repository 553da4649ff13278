#include "calendar/year_style.h"

#include "calendar/feast.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, all_year_styles.size()> names = {
    "january", "annunciation", "pisan", "march", "easter", "september", "christmas"};

std::optional<Day> first_day(YearStyle style, Calendar calendar, Year year) {
  switch (style) {
    case YearStyle::january: return to_day({calendar, year, 1, 1});
    case YearStyle::annunciation: return to_day({calendar, year, 3, 25});
    case YearStyle::pisan: return to_day({calendar, year - 1, 3, 25});
    case YearStyle::march: return to_day({calendar, year, 3, 1});
    case YearStyle::easter: return feast_day("E+0", year, calendar);
    case YearStyle::september: return to_day({calendar, year - 1, 9, 1});
    case YearStyle::christmas: return to_day({calendar, year - 1, 12, 25});
  }
  return {};
}

}  // namespace

std::string_view to_string(YearStyle style) { return names[static_cast<std::size_t>(style)]; }

std::optional<YearStyle> year_style_named(std::string_view name) {
  for (const auto style : all_year_styles)
    if (to_string(style) == name) return style;
  return {};
}

std::optional<DaySpan> days_of_year(YearStyle style, Calendar calendar, Year year) {
  if (year <= -farthest_year || year >= farthest_year) return {};
  const auto first = first_day(style, calendar, year), next = first_day(style, calendar, year + 1);
  if (!first || !next) return {};
  return DaySpan{*first, *next - 1};
}

// No style is more than a year away from January's.
std::optional<Year> year_in(YearStyle style, Calendar calendar, Day day) {
  const auto date = in_calendar(calendar, day);
  if (!date) return {};
  for (const Year year : {date->year, date->year - 1, date->year + 1}) {
    const auto days = days_of_year(style, calendar, year);
    if (days && days->first <= day && day <= days->last) return year;
  }
  return {};
}

std::vector<Day> days_said(YearStyle style, const CalendarDate& said) {
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
