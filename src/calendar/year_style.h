// When the year began, where it did not begin on 1 January.
//
//   days_said(annunciation, {julian, 1648, 1, 30})   {1649-02-09}: England's 1648 ended on 24 March 1649
//   days_said(easter, {julian, 1347, 4, 2})          {1347-04-10, 1348-04-10}: the year has that day twice
//   year_in(pisan, julian, 1284-08-13)               1285
//
// Where no style is named, a year is that of 1 January. Which style held where and until when is a matter of
// tables (R. L. Poole, The Beginning of the Year in the Middle Ages, 1921; C. R. Cheney, A Handbook of Dates,
// 1945): rules/en/calendars-of-places.yaml.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "calendar/calendars.h"

namespace annals {

struct YearStyle {
  int month = 1, day = 1;  // its first day
  bool easter = false;     // or Easter Sunday
  int ahead = 0;           // by how many years it is told ahead of ours behind that day
  bool operator==(const YearStyle&) const = default;

  static const YearStyle january;       // circumcision
  static const YearStyle annunciation;  // 25 March after it: England until 1752, Florence until 1749
  static const YearStyle pisan;         // 25 March before it, so one year ahead of Florence
  static const YearStyle march;         // 1 March after it: Venice until 1797
  static const YearStyle after_easter;  // Easter after it: France until 1567 (mos gallicanus)
  static const YearStyle september;     // 1 September before it: Byzantium
  static const YearStyle christmas;     // 25 December before it: the Empire, England before the 12th century
};
inline constexpr YearStyle YearStyle::january{};
inline constexpr YearStyle YearStyle::annunciation{3, 25};
inline constexpr YearStyle YearStyle::pisan{3, 25, false, 1};
inline constexpr YearStyle YearStyle::march{3, 1};
inline constexpr YearStyle YearStyle::after_easter{1, 1, true};
inline constexpr YearStyle YearStyle::september{9, 1, false, 1};
inline constexpr YearStyle YearStyle::christmas{12, 25, false, 1};
inline constexpr std::array all_year_styles{
    YearStyle::january,      YearStyle::annunciation, YearStyle::pisan,    YearStyle::march,
    YearStyle::after_easter, YearStyle::september,    YearStyle::christmas};

// The calendar, Gregorian or Julian, is that of the days: Florence and Venice kept their styles after 1582.
std::optional<DaySpan> days_of_year(const YearStyle& style, Calendar calendar, Year year);
std::optional<Year> year_in(const YearStyle& style, Calendar calendar, Day day);
// The days that a date whose year is counted so can be: none where that year has no such day, else one, or
// two for a year from Easter to Easter.
std::vector<Day> days_said(const YearStyle& style, const CalendarDate& said);

}  // namespace annals
