#include "calendar/calendars.h"

#include "catch.h"

using namespace annals;

TEST_CASE("dates that the literature gives in two calendars") {
  struct Row {
    CalendarDate date;
    const char* day;
    int weekday;
  };
  const Row rows[] = {
      {{Calendar::julian, -43, 3, 15}, "-0043-03-13", 3},   // the Ides of March
      {{Calendar::julian, 1066, 10, 14}, "1066-10-20", 6},  // Hastings, "Saturday, St Calixtus' day"
      {{Calendar::julian, 1415, 10, 25}, "1415-11-03", 5},  // Agincourt
      {{Calendar::julian, 1485, 8, 22}, "1485-08-31", 1},   // Bosworth
      {{Calendar::julian, 1582, 10, 4}, "1582-10-14", 4},  // bull Inter gravissimas: Thursday, then Friday 15
      {{Calendar::julian, 1649, 1, 30}, "1649-02-09", 2},  // Charles I
      {{Calendar::julian, 1666, 9, 2}, "1666-09-12", 7},   // Pepys: "Lord's day"
      {{Calendar::julian, 1732, 2, 11}, "1732-02-22", 5},  // Washington's birth
      {{Calendar::julian, 1752, 9, 2}, "1752-09-13", 3},   // 24 Geo. 2 c. 23: the day after is the 14th
      {{Calendar::julian, 1917, 10, 25}, "1917-11-07", 3},  // the October revolution
      {{Calendar::swedish, 1700, 2, 28}, "1700-03-10", 3},  // the last day before Sweden's own calendar
      {{Calendar::swedish, 1700, 3, 1}, "1700-03-11", 4},
      {{Calendar::swedish, 1709, 6, 28}, "1709-07-08", 1},  // Poltava, 27 June in Russia
      {{Calendar::swedish, 1712, 2, 30}, "1712-03-11", 5},
      {{Calendar::swedish, 1712, 3, 1}, "1712-03-12", 6},
      {{Calendar::swedish, 1753, 2, 17}, "1753-02-28", 3},
      {{Calendar::french_republican, 1, 1, 1}, "1792-09-22", 6},
      {{Calendar::french_republican, 2, 11, 9}, "1794-07-27", 7},   // 9 Thermidor II, Robespierre's fall
      {{Calendar::french_republican, 3, 13, 6}, "1795-09-22", 2},   // a leap day
      {{Calendar::french_republican, 4, 1, 13}, "1795-10-05", 1},   // 13 Vendemiaire IV
      {{Calendar::french_republican, 5, 12, 18}, "1797-09-04", 1},  // 18 Fructidor V
      {{Calendar::french_republican, 8, 2, 18}, "1799-11-09", 6},   // 18 Brumaire VIII
      {{Calendar::french_republican, 14, 4, 10}, "1805-12-31", 2},  // its last day
      {{Calendar::french_republican, 79, 8, 16},
       "1871-05-06",
       6},                                                 // the Commune's Journal officiel of 16 Floreal
      {{Calendar::islamic, 1, 1, 1}, "0622-07-19", 5},     // Friday 16 July 622 (Julian)
      {{Calendar::islamic, 583, 7, 27}, "1187-10-09", 5},  // Saladin enters Jerusalem: Friday 2 October
      {{Calendar::hebrew, 5708, 9, 5}, "1948-05-14", 5},   // Israel's declaration of independence
      {{Calendar::solar_hijri, 1285, 5, 14}, "1906-08-06", 1},   // the constitution's firman
      {{Calendar::solar_hijri, 1357, 11, 22}, "1979-02-11", 7},  // the revolution's day
      {{Calendar::coptic, 1, 1, 1}, "0284-08-29", 5},
      {{Calendar::ethiopian, 2000, 1, 1}, "2007-09-12", 3},  // Ethiopia's millennium
  };
  for (const auto& [date, printed, on] : rows) {
    INFO(to_string(date));
    const auto day = to_day(date);
    REQUIRE(day);
    CHECK(to_string(*day) == printed);
    CHECK(weekday(*day) == on);
    CHECK(in_calendar(date.calendar, *day) == date);
  }
}

TEST_CASE("dates that do not exist are none") {
  const CalendarDate rows[] = {
      {Calendar::gregorian, 1900, 2, 29},      {Calendar::gregorian, 1914, 6, 31},
      {Calendar::gregorian, 1914, 13, 1},      {Calendar::gregorian, 1914, 0, 1},
      {Calendar::gregorian, 1914, 6, 0},       {Calendar::gregorian, farthest_year + 1, 1, 1},
      {Calendar::julian, 1901, 2, 29},         {Calendar::julian, -farthest_year - 1, 1, 1},
      {Calendar::swedish, 1700, 2, 29},        {Calendar::swedish, 1712, 2, 31},
      {Calendar::french_republican, 2, 13, 6}, {Calendar::french_republican, 0, 1, 1},
      {Calendar::french_republican, 2, 14, 1}, {Calendar::islamic, 583, 8, 30},
      {Calendar::hebrew, 5707, 7, 1},          {Calendar::hebrew, 0, 1, 1},
      {Calendar::solar_hijri, 1357, 12, 30},   {Calendar::coptic, 1, 13, 6},
      {Calendar::ethiopian, 2000, 13, 6},
  };
  for (const auto& date : rows) {
    INFO(to_string(date));
    CHECK_FALSE(to_day(date));
  }
  for (const auto calendar : all_calendars) {
    INFO(to_string(calendar));
    CHECK_FALSE(in_calendar(calendar, {std::int64_t{4} * 1000 * farthest_year}));
    CHECK_FALSE(in_calendar(calendar, {std::int64_t{-4} * 1000 * farthest_year}));
    CHECK_FALSE(days_of_year(calendar, farthest_year + 1));
    CHECK_FALSE(days_of_month(calendar, 2000, months_in(calendar) + 1));
  }
}

TEST_CASE("calendars by name") {
  for (const auto calendar : all_calendars) CHECK(calendar_named(to_string(calendar)) == calendar);
  CHECK(to_string(Calendar::ethiopian) == "ethiopian");
  CHECK_FALSE(calendar_named("Julian"));
}

TEST_CASE("months and years as spans of days") {
  struct Row {
    std::optional<DaySpan> span;
    const char *first, *last;
  };
  const Row rows[] = {
      {days_of_year(Calendar::islamic, 583), "1187-03-20", "1188-03-08"},
      {days_of_month(Calendar::islamic, 583, 7), "1187-09-13", "1187-10-12"},
      {days_of_year(Calendar::french_republican, 8), "1799-09-23", "1800-09-22"},
      {days_of_month(Calendar::french_republican, 2, 11), "1794-07-19", "1794-08-17"},
      {days_of_month(Calendar::french_republican, 3, 13), "1795-09-17", "1795-09-22"},
      {days_of_year(Calendar::julian, 1700), "1700-01-11", "1701-01-11"},
      {days_of_month(Calendar::swedish, 1712, 2), "1712-02-11", "1712-03-11"},
      {days_of_year(Calendar::hebrew, 5784), "2023-09-16", "2024-10-02"},
      {days_of_year(Calendar::solar_hijri, 1403), "2024-03-20", "2025-03-20"},
  };
  for (const auto& [span, first, last] : rows) {
    REQUIRE(span);
    CHECK(to_string(span->first) == first);
    CHECK(to_string(span->last) == last);
  }
}
