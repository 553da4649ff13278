#include "calendar/calendars.h"

#include "calendar/coptic.h"
#include "calendar/digits.h"
#include "calendar/french_republican.h"
#include "calendar/hebrew.h"
#include "calendar/islamic.h"
#include "calendar/julian.h"
#include "calendar/lunisolar.h"
#include "calendar/reckoning.h"
#include "calendar/solar_hijri.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, all_calendars.size()> names = {
    "gregorian",   "julian", "swedish",   "french-republican", "islamic", "hebrew",
    "solar-hijri", "coptic", "ethiopian", "japanese",          "chinese"};

// Calls `sum` with the calendar's own type.
template <typename Sum>
auto in(Calendar calendar, Sum sum) {
  switch (calendar) {
    case Calendar::julian: return sum(JulianCalendar{});
    case Calendar::swedish: return sum(SwedishCalendar{});
    case Calendar::french_republican: return sum(FrenchRepublicanCalendar{});
    case Calendar::islamic: return sum(IslamicCalendar{});
    case Calendar::hebrew: return sum(HebrewCalendar{});
    case Calendar::solar_hijri: return sum(SolarHijriCalendar{});
    case Calendar::coptic: return sum(CopticCalendar{});
    case Calendar::ethiopian: return sum(EthiopianCalendar{});
    case Calendar::japanese: return sum(JapaneseCalendar{});
    case Calendar::chinese: return sum(ChineseCalendar{});
    case Calendar::gregorian: break;
  }
  return sum(GregorianCalendar{});
}

}  // namespace

std::optional<Day> to_day(const CalendarDate& date) {
  return in(date.calendar, [&](auto c) { return day_of<decltype(c)>(date.year, date.month, date.day); });
}

std::optional<CalendarDate> in_calendar(Calendar calendar, Day day) {
  const auto date = in(calendar, [&](auto c) { return date_of<decltype(c)>(day); });
  if (!date) return {};
  return CalendarDate{calendar, date->year, date->month, date->day};
}

int months_in(Calendar calendar) {
  return in(calendar, [](auto c) { return decltype(c)::months; });
}

int days_in_month(Calendar calendar, Year year, int month) {
  return in(calendar, [&](auto c) { return month_length<decltype(c)>(year, month); });
}

std::optional<DaySpan> days_of_month(Calendar calendar, Year year, int month) {
  const auto first = to_day({calendar, year, month, 1});
  if (!first) return {};
  return DaySpan{*first, *first + (days_in_month(calendar, year, month) - 1)};
}

std::optional<DaySpan> days_of_year(Calendar calendar, Year year) {
  return in(calendar, [&](auto c) -> std::optional<DaySpan> {
    using C = decltype(c);
    if (!has_year<C>(year)) return {};
    return DaySpan{C::first_of_year(year), C::first_of_year(year + 1) - 1};
  });
}

int uncertain_days(Calendar calendar) { return calendar == Calendar::islamic ? 1 : 0; }

std::string_view to_string(Calendar calendar) { return names[static_cast<std::size_t>(calendar)]; }

std::optional<Calendar> calendar_named(std::string_view name) {
  for (const auto calendar : all_calendars)
    if (to_string(calendar) == name) return calendar;
  return {};
}

std::string to_string(const CalendarDate& date) {
  std::string out(to_string(date.calendar));
  append_year(out += ' ', date.year);
  append_number(out += '-', date.month, 2);
  append_number(out += '-', date.day, 2);
  return out;
}

}  // namespace annals
