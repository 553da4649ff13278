#include "calendar/feast.h"

#include "catch.h"

using namespace annals;

TEST_CASE("easter falls where the almanacs have it") {
  struct Row {
    Year year;
    const char* sunday;
  };
  // 1818 and 1943 are the earliest and the latest there can be.
  for (const auto& [year, sunday] :
       {Row{1818, "1818-03-22"}, Row{1943, "1943-04-25"}, Row{1916, "1916-04-23"}, Row{1954, "1954-04-18"},
        Row{1981, "1981-04-19"}, Row{2000, "2000-04-23"}, Row{2024, "2024-03-31"}, Row{2038, "2038-04-25"}}) {
    INFO(year);
    CHECK(to_string(easter(year)) == sunday);
  }
}

TEST_CASE("feasts by their codes") {
  struct Row {
    const char* code;
    Year year;
    const char* day;
  };
  for (const auto& [code, year, day] :
       {Row{"D12-25", 1963, "1963-12-25"}, Row{"N11-4-4", 2022, "2022-11-24"},
        Row{"N11-4-4", 2018, "2018-11-22"}, Row{"N5--1-1", 2023, "2023-05-29"},
        Row{"N9-1-1", 2025, "2025-09-01"}, Row{"E-2", 2024, "2024-03-29"}, Row{"E+49", 2024, "2024-05-19"},
        Row{"E+0", 2024, "2024-03-31"}}) {
    INFO(code << " " << year);
    const auto found = feast_day(code, year);
    REQUIRE(found);
    CHECK(to_string(*found) == day);
  }
  for (const char* none : {"", "D", "D2-30", "N13-1-1", "N5-0-1", "X1-1", "D12"}) {
    INFO(none);
    CHECK_FALSE(feast_day(none, 2023));
  }
  CHECK_FALSE(feast_day("E+0", 1066));  // the Gregorian computus does not reach so far back
  CHECK_FALSE(feast_day("N2-5-1", 2023));
  CHECK_FALSE(feast_day("A2-30-1", 2023));
  CHECK_FALSE(feast_day("E+0", 300, Calendar::julian));
  CHECK_FALSE(feast_day("E+0", farthest_year + 1));
  CHECK_FALSE(feast_day("E+0", 5784, Calendar::hebrew));
}

TEST_CASE("feasts of other calendars") {
  struct Row {
    const char* code;
    Calendar calendar;
    Year year;
    const char* day;
  };
  const Row rows[] = {
      {"E+0", Calendar::julian, 1282, "1282-04-05"},  // 29 March; the Vespers were on the 30th
      {"E+1", Calendar::julian, 1282, "1282-04-06"},
      {"E+60", Calendar::julian, 1381, "1381-06-21"},  // Corpus Christi, 13 June: the rebels in London
      {"E+0", Calendar::julian, 1204, "1204-05-02"},   // 25 April, the latest there can be
      {"E+0", Calendar::julian, 1916, "1916-04-23"},   // the same Sunday in both calendars that year
      {"E+0", Calendar::gregorian, 1916, "1916-04-23"},
      {"D9-29", Calendar::julian, 1399, "1399-10-07"},        // Michaelmas, Richard II resigns
      {"D11-11", Calendar::julian, 1647, "1647-11-21"},       // Martinmas
      {"D8-15", Calendar::hebrew, 5784, "2024-04-23"},        // Passover
      {"D1-10", Calendar::hebrew, 5734, "1973-10-06"},        // the Day of Atonement
      {"A11-27-7", Calendar::gregorian, 2023, "2023-12-03"},  // Advent
      {"A11-2-2", Calendar::gregorian, 1864, "1864-11-08"},   // the day Lincoln was chosen again
      {"A1-7-1", Calendar::julian, 1600, "1600-01-17"},       // Plough Monday, 7 January
      {"N5-1-7", Calendar::julian, 1700, "1700-05-16"},       // Sunday 5 May
  };
  for (const auto& [code, calendar, year, day] : rows) {
    INFO(code << " " << to_string(calendar) << " " << year);
    const auto found = feast_day(code, year, calendar);
    REQUIRE(found);
    CHECK(to_string(*found) == day);
  }
}
