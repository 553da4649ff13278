#include "calendar/reign.h"

#include "catch.h"

using namespace annals;

namespace {
constexpr auto julian = Calendar::julian;
const Reign henry_viii{.first = {julian, 1509, 4, 22}, .last = CalendarDate{julian, 1547, 1, 28}};
const Reign john{
    .first = {julian, 1199, 5, 27}, .last = CalendarDate{julian, 1216, 10, 19}, .turn = ReignTurn::feast};
const Reign george_ii{.first = {julian, 1727, 6, 11},
                      .last = CalendarDate{Calendar::gregorian, 1760, 10, 25}};
const Reign meiji{.first = {Calendar::gregorian, 1868, 10, 23},
                  .last = CalendarDate{Calendar::gregorian, 1912, 7, 30},
                  .turn = ReignTurn::new_year};
const Reign leap{.first = {Calendar::gregorian, 1904, 2, 29}};
}  // namespace

TEST_CASE("years of a reign") {
  struct Row {
    Reign reign;
    Year year;
    CalendarDate first, last;
  };
  // England: C. R. Cheney, A Handbook of Dates (1945), rulers of England.
  const Row rows[] = {
      {henry_viii, 1, {julian, 1509, 4, 22}, {julian, 1510, 4, 21}},
      {henry_viii, 12, {julian, 1520, 4, 22}, {julian, 1521, 4, 21}},
      {henry_viii, 38, {julian, 1546, 4, 22}, {julian, 1547, 1, 28}},
      {john, 1, {julian, 1199, 5, 27}, {julian, 1200, 5, 17}},
      {john, 2, {julian, 1200, 5, 18}, {julian, 1201, 5, 2}},
      {john, 4, {julian, 1202, 5, 23}, {julian, 1203, 5, 14}},
      {john, 17, {julian, 1215, 5, 28}, {julian, 1216, 5, 18}},
      {john, 18, {julian, 1216, 5, 19}, {julian, 1216, 10, 19}},
      {george_ii, 26, {julian, 1752, 6, 11}, {Calendar::gregorian, 1753, 6, 21}},
      {george_ii, 34, {Calendar::gregorian, 1760, 6, 22}, {Calendar::gregorian, 1760, 10, 25}},
      {meiji, 1, {Calendar::gregorian, 1868, 10, 23}, {Calendar::gregorian, 1868, 12, 31}},
      {meiji, 45, {Calendar::gregorian, 1912, 1, 1}, {Calendar::gregorian, 1912, 7, 30}},
      {leap, 2, {Calendar::gregorian, 1905, 3, 1}, {Calendar::gregorian, 1906, 2, 28}},
      {leap, 5, {Calendar::gregorian, 1908, 2, 29}, {Calendar::gregorian, 1909, 2, 28}},
  };
  for (const auto& [reign, year, first, last] : rows) {
    INFO(to_string(first));
    const auto days = regnal_year(reign, year);
    REQUIRE(days);
    CHECK(days->first == *to_day(first));
    CHECK(days->last == *to_day(last));
  }
}

TEST_CASE("each day of a reign lies in one of its years") {
  for (const auto& reign : {henry_viii, john, george_ii, meiji}) {
    Year year = 1;
    auto days = *regnal_year(reign, year);
    for (Day day = *to_day(reign.first); day <= *to_day(*reign.last); day = day + 1) {
      if (day > days.last) days = *regnal_year(reign, ++year);
      if (year_of_reign(reign, day) != year || day < days.first) FAIL(to_string(day));
    }
    CHECK_FALSE(regnal_year(reign, year + 1));
    CHECK_FALSE(regnal_year(reign, 0));
    CHECK_FALSE(year_of_reign(reign, *to_day(reign.first) - 1));
    CHECK_FALSE(year_of_reign(reign, *to_day(*reign.last) + 1));
  }
}

TEST_CASE("a reign that cannot be has no years") {
  CHECK_FALSE(regnal_year({.first = {julian, 1509, 2, 30}}, 2));
  CHECK_FALSE(regnal_year({.first = {julian, INT64_MAX, 2, 3}}, 2));
  CHECK_FALSE(year_of_reign({.first = {julian, INT64_MIN, 2, 3}}, to_day({1509, 1, 1})));
  CHECK_FALSE(regnal_year(henry_viii, farthest_year));
}
