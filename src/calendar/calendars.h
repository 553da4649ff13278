// The calendars a date may be told in, each with its way to a day and back.
//
//   to_day({Calendar::julian, 1649, 1, 30})              == 1649-02-09
//   to_day({Calendar::french_republican, 8, 2, 18})      == 1799-11-09      18 Brumaire VIII
//   to_day({Calendar::gregorian, 1900, 2, 30})           == nothing
//   in_calendar(Calendar::hebrew, 1948-05-14)            == 5 Iyar 5708     {hebrew, 5708, 9, 5}
//   days_of_year(Calendar::islamic, 583)                 == 1187-03-20 .. 1188-03-08
//
// Years of the Gregorian, Julian and Swedish calendars are astronomical (0 is 1 BC) and go as far back as
// days do; those of the others are counted from 1 or from where their tables begin, and before it there is
// nothing. Months have one number each, whatever the year, so that a table of names needs no sums: French
// complementary days and the short month of Copts and Ethiopians are month 13; Hebrew months run from Tishri
// 1 over Adar (Adar I of a leap year) 6, Adar II 7, Nisan 8 to Elul 13, as in GEDCOM 7, and month 7 exists in
// leap years only; a month that Japan or China put in behind month 4 is 16.
//
// A Hebrew or Islamic day begins at the sunset before the day that is given here.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/day.h"

namespace annals {

enum class Calendar : std::uint8_t {
  gregorian,
  julian,
  swedish,            // Julian with 1700 a common year and a 30 February in 1712; ends in 1753
  french_republican,  // from 22 September 1792
  islamic,            // tabular: what was observed may differ by a day either way
  hebrew,
  solar_hijri,
  coptic,     // era of the martyrs, 284
  ethiopian,  // era of the incarnation, AD 8
  japanese,   // the moon's from 1596 to 1872, then the Gregorian
  chinese     // the moon's, from 1644 to 1911
};
inline constexpr std::array all_calendars{Calendar::gregorian,         Calendar::julian,  Calendar::swedish,
                                          Calendar::french_republican, Calendar::islamic, Calendar::hebrew,
                                          Calendar::solar_hijri,       Calendar::coptic,  Calendar::ethiopian,
                                          Calendar::japanese,          Calendar::chinese};

struct CalendarDate {
  Calendar calendar = Calendar::gregorian;
  Year year = 0;
  int month = 1;
  int day = 1;
  auto operator<=>(const CalendarDate&) const = default;
};
struct DaySpan {  // both inclusive
  Day first, last;
  bool operator==(const DaySpan&) const = default;
};

// Nothing where the date does not exist, or its year lies beyond
// +-farthest_year, before the calendar's first or behind its last.
std::optional<Day> to_day(const CalendarDate& date);
std::optional<CalendarDate> in_calendar(Calendar calendar, Day day);

int months_in(Calendar calendar);                            // the highest number of a month: 12, 13 or 24
int days_in_month(Calendar calendar, Year year, int month);  // 0 where that year has no such month
std::optional<DaySpan> days_of_month(Calendar calendar, Year year, int month);
std::optional<DaySpan> days_of_year(Calendar calendar, Year year);
// How many days either way the reckoning may be from what people used: 1 for the Islamic, else 0.
int uncertain_days(Calendar calendar);

// "gregorian", "french-republican", "solar-hijri", ... as pages and exports write it.
std::string_view to_string(Calendar calendar);
std::optional<Calendar> calendar_named(std::string_view name);
std::string to_string(const CalendarDate& date);  // "julian 1649-01-30", "hebrew 5708-09-05"

}  // namespace annals
