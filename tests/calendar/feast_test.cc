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
}
