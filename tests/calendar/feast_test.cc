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

// The tables of Dionysius: the full moon of each of nineteen years, in days from 1 March, then on to Sunday.
TEST_CASE("the Julian Easter of each year by the table of full moons") {
  constexpr int full_moons[] = {36, 25, 44, 33, 22, 41, 30, 49, 38, 27, 46, 35, 24, 43, 32, 21, 40, 29, 48};
  for (Year year = 326; year <= 4000; ++year) {
    Day day = *to_day({Calendar::julian, year, 3, 1}) + (full_moons[year % 19] - 1);
    do day = day + 1;
    while (weekday(day) != 7);
    if (easter(year, Calendar::julian) != day) FAIL(year);
  }
}

// By epacts, after C. Clavius, as D. E. Knuth, The Art of
// Computer Programming 1, exercise 1.3.2-14, has them.
TEST_CASE("the Gregorian Easter of each year by its epact") {
  for (int year = 1583; year <= 12'000; ++year) {
    const int golden = year % 19 + 1, century = year / 100 + 1;
    const int suns = 3 * century / 4 - 12, moons = (8 * century + 5) / 25 - 5;
    int epact = ((11 * golden + 20 + moons - suns) % 30 + 30) % 30;
    if ((epact == 25 && golden > 11) || epact == 24) ++epact;
    const int full_moon = 44 - epact < 21 ? 74 - epact : 44 - epact;
    Day day = to_day({year, 3, 1}) + (full_moon - 1);
    do day = day + 1;
    while (weekday(day) != 7);
    if (easter(year) != day) FAIL(year);
  }
}

TEST_CASE("Easter comes round, so that far years have their own") {
  for (const Year year : {Year{1583}, Year{1954}, Year{2000}}) {
    const Year far = year + Year{5'700'000} * 1'000'000, far_julian = year + Year{532} * 1'000'000'000;
    CHECK(easter(far) - easter(year) == to_day({far, 1, 1}) - to_day({year, 1, 1}));
    CHECK(easter(far_julian, Calendar::julian) - easter(year, Calendar::julian) ==
          (far_julian - year) / 4 * 1461);
  }
}

// E. M. Reingold and N. Dershowitz, Calendrical Calculations (3rd edition, 2008), appendix C.
TEST_CASE("the Easters of Calendrical Calculations") {
  struct Row {
    Year year;
    const char *julian, *gregorian;  // both as Gregorian days
  };
  const Row rows[] = {
      {470, "04-06", ""},       {576, "04-07", ""},       {694, "04-22", ""},       {1013, "04-11", ""},
      {1096, "04-19", ""},      {1190, "04-01", ""},      {1240, "04-22", ""},      {1288, "04-04", ""},
      {1298, "04-13", ""},      {1391, "04-03", ""},      {1436, "04-17", ""},      {1492, "05-01", ""},
      {1553, "04-12", ""},      {1560, "04-24", ""},      {1648, "04-12", "04-12"}, {1680, "04-21", "04-21"},
      {1716, "04-12", "04-12"}, {1768, "04-10", "04-03"}, {1819, "04-18", "04-11"}, {1839, "04-07", "03-31"},
      {1903, "04-19", "04-12"}, {1929, "05-05", "03-31"}, {1941, "04-20", "04-13"}, {1943, "04-25", "04-25"},
      {1992, "04-26", "04-19"}, {1996, "04-14", "04-07"}, {2038, "04-25", "04-25"}, {2094, "04-11", "04-04"},
  };
  const auto in_year = [](Calendar computus, Year year) {
    const auto day = feast_day("E+0", year, computus);
    return day ? to_string(*day).substr(5) : "";
  };
  for (const auto& [year, julian, gregorian] : rows) {
    INFO(year);
    CHECK(in_year(Calendar::julian, year) == julian);
    CHECK(in_year(Calendar::gregorian, year) == gregorian);
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

TEST_CASE("feasts of other calendars in our years, as the almanacs have them") {
  struct Row {
    const char* code;
    Year year;
    const char* day;
  };
  const Row rows[] = {
      {"H1-1", 2018, "2018-09-10"},   {"H3-25", 2018, "2018-12-03"},
      {"H7-14", 2018, "2018-03-01"},  {"H7-14", 2024, "2024-03-24"},  // a leap year: 14 Adar II
      {"H8-15", 2024, "2024-04-23"},  {"I10-1", 2018, "2018-06-15"},
      {"I12-10", 1980, "1980-10-20"}, {"I10-1", 2000, "2000-01-08"},  // the first of two
      {"O+0", 2018, "2018-04-08"},    {"O-48", 2018, "2018-02-19"},
      {"D7-4", 2018, "2018-07-04"},   {"A11-23-5", 2019, "2019-11-29"},
  };
  for (const Row& row : rows) {
    INFO(row.code << " " << row.year);
    const auto found = feast_in_year(row.code, row.year);
    REQUIRE(found);
    CHECK(to_string(*found) == row.day);
  }
  CHECK(!feast_in_year("I3-31", 2018));
  CHECK(!feast_in_year("L", 2018));
}
