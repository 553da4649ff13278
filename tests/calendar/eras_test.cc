#include "calendar/eras.h"

#include "catch.h"

using namespace annals;

TEST_CASE("years of the eras") {
  struct Row {
    std::optional<DaySpan> days;
    CalendarDate first, last;
  };
  const auto julian = Calendar::julian;
  const Row rows[] = {
      {days_of_year(Era::ab_urbe_condita, 1), {julian, -752, 1, 1}, {julian, -752, 12, 31}},
      {days_of_year(Era::ab_urbe_condita, 710), {julian, -43, 1, 1}, {julian, -43, 12, 31}},
      {days_of_year(Era::ab_urbe_condita, 1001), {julian, 248, 1, 1}, {julian, 248, 12, 31}},
      {days_of_year(Era::hispanic, 39), {julian, 1, 1, 1}, {julian, 1, 12, 31}},
      {days_of_year(Era::hispanic, 1383), {julian, 1345, 1, 1}, {julian, 1345, 12, 31}},
      {days_of_year(Era::hispanic, 1421), {julian, 1383, 1, 1}, {julian, 1383, 12, 31}},  // Castile's last
      {days_of_year(Era::byzantine, 1), {julian, -5508, 9, 1}, {julian, -5507, 8, 31}},
      {days_of_year(Era::byzantine, 6961),
       {julian, 1452, 9, 1},
       {julian, 1453, 8, 31}},  // Constantinople falls
      {days_of_year(Era::byzantine, 7208),
       {julian, 1699, 9, 1},
       {julian, 1700, 8, 31}},  // Russia's last began
      {days_of_year(Era::seleucid, 1), {julian, -311, 10, 1}, {julian, -310, 9, 30}},
      {days_of_year(Era::seleucid, 945), {julian, 633, 10, 1}, {julian, 634, 9, 30}},  // see below
      {days_of_year(Era::seleucid_babylonian, 1), {julian, -310, 4, 3}, {julian, -309, 4, 2}},
      {olympiad(1), {julian, -775, 7, 1}, {julian, -771, 6, 30}},
      {olympiad_year(1, 1), {julian, -775, 7, 1}, {julian, -774, 6, 30}},
      {olympiad_year(6, 3), {julian, -753, 7, 1}, {julian, -752, 6, 30}},  // Varro's foundation of Rome
      {olympiad_year(194, 4), {julian, 0, 7, 1}, {julian, 1, 6, 30}},
      {olympiad_year(195, 1), {julian, 1, 7, 1}, {julian, 2, 6, 30}},
      {olympiad(293), {julian, 393, 7, 1}, {julian, 397, 6, 30}},  // the last games
  };
  for (const auto& [days, first, last] : rows) {
    INFO(to_string(first));
    REQUIRE(days);
    CHECK(in_calendar(julian, days->first) == first);
    CHECK(in_calendar(julian, days->last) == last);
  }
}

TEST_CASE("each day lies in one year of an era") {
  for (const auto era : all_eras) {
    INFO(to_string(era));
    CHECK(era_named(to_string(era)) == era);
    Year year = 1;
    auto days = *days_of_year(era, year);
    CHECK_FALSE(year_in(era, days.first - 1));
    for (Day day = days.first; day < to_day({2000, 1, 1}); day = day + 1) {
      if (day > days.last) days = *days_of_year(era, ++year);
      if (year_in(era, day) != year || day < days.first || day > days.last) FAIL(to_string(day));
    }
  }
  CHECK_FALSE(era_named("Hispanic"));
  CHECK_FALSE(days_of_year(Era::byzantine, 0));
  CHECK_FALSE(days_of_year(Era::hispanic, farthest_year + 1));
  CHECK(days_of_year(Era::hispanic, farthest_year));
  CHECK_FALSE(olympiad(0));
  CHECK_FALSE(olympiad(farthest_year));
  CHECK_FALSE(olympiad_year(1, 5));
}

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
