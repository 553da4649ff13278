#include "calendar/cut_over.h"

namespace annals {

std::optional<CalendarDate> as_written(const CutOver& country, const Civil& date) {
  const CalendarDate after{Calendar::gregorian, date.year, date.month, date.day};
  if (const auto day = to_day(after); day && *day >= country.first_gregorian) return after;
  const CalendarDate before{country.before, date.year, date.month, date.day};
  if (const auto day = to_day(before); day && *day < country.first_gregorian) return before;
  return {};
}

std::optional<CalendarDate> written(const CutOver& country, Day day) {
  return in_calendar(day < country.first_gregorian ? country.before : Calendar::gregorian, day);
}

}  // namespace annals
