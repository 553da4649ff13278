// When the year began, where it did not begin on 1 January: on 25 March (annunciation), at Easter, ...
//
//   days_said(annunciation, {julian, 1648, 1, 30})   {1649-02-09}: England's 1648 ended on 24 March 1649
//   days_said(easter, {julian, 1347, 4, 2})          {1347-04-10, 1348-04-10}: the year has that day twice
//   days_said(pisan, {julian, 1285, 8, 13})          {1284-08-20}
//
// Where no style is named, a year is that of 1 January. Which style held where and until when is a matter of
// tables (R. L. Poole, The Beginning of the Year in the Middle Ages, 1921; C. R. Cheney, A Handbook of Dates,
// 1945): rules/en/calendars-of-places.yaml.
#pragma once
#include <optional>
#include <vector>

#include "calendar/calendars.h"

namespace annals {

struct YearStyle {
  int month = 1, day = 1;  // its first day
  bool easter = false;     // or Easter Sunday
  int ahead = 0;           // by how many years it is told ahead of ours behind that day
  bool operator==(const YearStyle&) const = default;
};

// The calendar, Gregorian or Julian, is that of the days: Florence and Venice kept their styles after 1582.
std::optional<DaySpan> days_of_year(const YearStyle& style, Calendar calendar, Year year);
// The days that a date whose year is counted so can be: none where that year has no such day, else one, or
// two for a year from Easter to Easter.
std::vector<Day> days_said(const YearStyle& style, const CalendarDate& said);

}  // namespace annals
