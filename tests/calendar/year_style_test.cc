#include "calendar/year_style.h"

#include <algorithm>
#include <string>

#include "catch.h"

using namespace annals;

namespace {

std::string name(const YearStyle& style) {
  return style.easter ? "easter"
                      : std::to_string(style.month) + "-" + std::to_string(style.day) + " " +
                            std::to_string(style.ahead);
}

}  // namespace

TEST_CASE("days by the style their year was counted in") {
  struct Row {
    YearStyle style;
    CalendarDate said;
    std::vector<const char*> days;
  };
  const auto julian = Calendar::julian, gregorian = Calendar::gregorian;
  const Row rows[] = {
      {YearStyle::january, {julian, 1649, 1, 30}, {"1649-02-09"}},
      {YearStyle::annunciation, {julian, 1648, 1, 30}, {"1649-02-09"}},  // the death warrant: "1648"
      {YearStyle::annunciation, {julian, 1648, 3, 24}, {"1649-04-03"}},
      {YearStyle::annunciation, {julian, 1648, 3, 25}, {"1648-04-04"}},
      {YearStyle::annunciation,
       {julian, 1731, 2, 11},
       {"1732-02-22"}},  // the Washington family's Bible: 1731/2
      {YearStyle::annunciation, {julian, 1647, 2, 29}, {"1648-03-10"}},  // a leap day its own number has not
      {YearStyle::annunciation, {julian, 1648, 2, 29}, {}},
      {YearStyle::annunciation, {gregorian, 1700, 3, 1}, {"1701-03-01"}},  // Florence after 1582
      {YearStyle::pisan, {julian, 1285, 8, 13}, {"1284-08-20"}},
      {YearStyle::pisan, {julian, 1285, 3, 24}, {"1285-03-31"}},
      {YearStyle::march, {gregorian, 1796, 2, 28}, {"1797-02-28"}},  // more veneto
      {YearStyle::march, {gregorian, 1797, 3, 1}, {"1797-03-01"}},
      {YearStyle::after_easter,
       {julian, 1347, 4, 1},
       {"1347-04-09", "1348-04-09"}},  // Easter: 1 April, then 20 April
      {YearStyle::after_easter, {julian, 1347, 4, 20}, {"1347-04-28"}},
      {YearStyle::after_easter, {julian, 1347, 3, 31}, {"1348-04-08"}},
      {YearStyle::after_easter, {julian, 1348, 4, 15}, {}},  // from 20 April to 11 April
      {YearStyle::after_easter, {julian, 1566, 2, 3}, {"1567-02-13"}},
      {YearStyle::september, {julian, 1453, 9, 1}, {"1452-09-10"}},
      {YearStyle::september, {julian, 1453, 5, 29}, {"1453-06-07"}},  // the fall of Constantinople
      {YearStyle::christmas,
       {julian, 801, 12, 25},
       {"0800-12-29"}},  // the royal annals on Charlemagne's crown
      {YearStyle::christmas, {julian, 801, 12, 24}, {"0801-12-28"}},
  };
  for (const auto& [style, said, days] : rows) {
    INFO(name(style) << " " << to_string(said));
    std::vector<std::string> found, expected(days.begin(), days.end());
    for (const Day day : days_said(style, said)) {
      found.push_back(to_string(day));
      CHECK(year_in(style, said.calendar, day) == said.year);
    }
    CHECK(found == expected);
  }
}

TEST_CASE("each day lies in one year of every style") {
  for (const auto& style : all_year_styles)
    for (const auto calendar : {Calendar::julian, Calendar::gregorian}) {
      INFO(name(style) << " " << to_string(calendar));
      const Year from = 1600, to = 1700;
      auto year = *year_in(style, calendar, to_day({from, 1, 1}));
      auto days = days_of_year(style, calendar, year);
      for (Day day = to_day({from, 1, 1}); day < to_day({to, 1, 1}); day = day + 1) {
        if (day > days->last) {
          days = days_of_year(style, calendar, ++year);
          REQUIRE(days->first == day);
        }
        const auto date = *in_calendar(calendar, day);
        const auto said = days_said(style, {calendar, year, date.month, date.day});
        const bool agrees =
            year_in(style, calendar, day) == year && std::find(said.begin(), said.end(), day) != said.end();
        if (!agrees) FAIL(to_string(day));
      }
    }
}

TEST_CASE("years no style has") {
  for (const auto& style : all_year_styles) {
    CHECK_FALSE(days_of_year(style, Calendar::julian, farthest_year));
    CHECK_FALSE(days_of_year(style, Calendar::julian, -farthest_year));
    CHECK(days_said(style, {Calendar::julian, farthest_year + 1, 1, 1}).empty());
  }
  CHECK_FALSE(year_in(YearStyle::after_easter, Calendar::julian, to_day({200, 1, 1})));
}
