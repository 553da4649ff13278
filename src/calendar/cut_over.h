// A country that went from one calendar to the Gregorian on a day of its own.
//
//   england = {Calendar::julian, 1752-09-14}
//   as_written(england, {1752, 9, 2})    julian 1752-09-02
//   as_written(england, {1752, 9, 3})    nothing: those eleven days were left out
//   as_written(england, {1752, 9, 14})   gregorian 1752-09-14
//   written(england, 1649-02-09)         julian 1649-01-30
#pragma once
#include <optional>

#include "calendar/calendars.h"

namespace annals {

struct CutOver {
  Calendar before = Calendar::julian;
  Day first_gregorian;
  bool operator==(const CutOver&) const = default;
};
// The calendar that a date of that country is in; nothing where the date was left out or never existed.
std::optional<CalendarDate> as_written(const CutOver& country, const Civil& date);
std::optional<CalendarDate> written(const CutOver& country, Day day);

}  // namespace annals
