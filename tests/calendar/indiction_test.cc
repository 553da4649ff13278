#include "calendar/indiction.h"

#include "catch.h"

using namespace annals;

TEST_CASE("indictions") {
  struct Row {
    Indiction style;
    CalendarDate date;
    int number;
  };
  const auto julian = Calendar::julian;
  const Row rows[] = {
      {Indiction::greek, {julian, 312, 9, 1}, 1},
      {Indiction::greek, {julian, 1147, 3, 1}, 10},
      {Indiction::greek, {julian, 1147, 8, 31}, 10},
      {Indiction::greek, {julian, 1147, 9, 1}, 11},
      {Indiction::bedan, {julian, 1147, 9, 23}, 10},
      {Indiction::bedan, {julian, 1147, 9, 24}, 11},
      {Indiction::roman, {julian, 1147, 12, 31}, 10},
      {Indiction::roman, {julian, 1148, 1, 1}, 11},
      {Indiction::greek, {julian, 1453, 5, 29}, 1},  // the fall of Constantinople: indiction 1
      {Indiction::bedan, {julian, 680, 9, 17}, 8},   // Hatfield, "indictione octava" (Bede 4.17)
      {Indiction::greek, {julian, 634, 2, 4}, 7},    // "year 945, indiction 7, Friday 4 February": Thomas the
                                                     // Presbyter
      {Indiction::roman, {julian, -43, 3, 15}, 5},   // by the sum, before there were any
  };
  for (const auto& [style, date, number] : rows) {
    INFO(to_string(date));
    CHECK(indiction(style, *to_day(date)) == number);
  }
}

TEST_CASE("the year of an indiction nearest to a day") {
  for (const auto style : {Indiction::greek, Indiction::bedan, Indiction::roman})
    for (Day near = to_day({1100, 1, 1}); near < to_day({1131, 1, 1}); near = near + 61)
      for (int number = 1; number <= 15; ++number) {
        const auto days = indiction_year(style, number, near);
        REQUIRE(days);
        CHECK(indiction(style, days->first) == number);
        CHECK(indiction(style, days->last) == number);
        CHECK(indiction(style, days->first - 1) == (number + 13) % 15 + 1);
        CHECK(days->first < near + 8 * 366);
        CHECK(days->last > near - 8 * 366);
      }
  CHECK_FALSE(indiction_year(Indiction::greek, 16, to_day({1100, 1, 1})));
  CHECK_FALSE(indiction_year(Indiction::greek, 0, to_day({1100, 1, 1})));
}
