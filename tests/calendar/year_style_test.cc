#include "calendar/year_style.h"

#include <algorithm>
#include <array>
#include <string>

#include "catch.h"

using namespace annals;

namespace {

constexpr YearStyle january;                      // circumcision
constexpr YearStyle annunciation{3, 25};          // England until 1752, Florence until 1749
constexpr YearStyle pisan{3, 25, false, 1};       // one year ahead of Florence
constexpr YearStyle march{3, 1};                  // Venice until 1797
constexpr YearStyle after_easter{1, 1, true};     // France until 1567 (mos gallicanus)
constexpr YearStyle september{9, 1, false, 1};    // Byzantium
constexpr YearStyle christmas{12, 25, false, 1};  // the Empire, England before the 12th century
constexpr std::array all_styles{january, annunciation, pisan, march, after_easter, september, christmas};

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
      {january, {julian, 1649, 1, 30}, {"1649-02-09"}},
      {annunciation, {julian, 1648, 1, 30}, {"1649-02-09"}},  // the death warrant: "1648"
      {annunciation, {julian, 1648, 3, 24}, {"1649-04-03"}},
      {annunciation, {julian, 1648, 3, 25}, {"1648-04-04"}},
      {annunciation, {julian, 1731, 2, 11}, {"1732-02-22"}},  // the Washington family's Bible: 1731/2
      {annunciation, {julian, 1647, 2, 29}, {"1648-03-10"}},  // a leap day its own number has not
      {annunciation, {julian, 1648, 2, 29}, {}},
      {annunciation, {gregorian, 1700, 3, 1}, {"1701-03-01"}},  // Florence after 1582
      {pisan, {julian, 1285, 8, 13}, {"1284-08-20"}},
      {pisan, {julian, 1285, 3, 24}, {"1285-03-31"}},
      {march, {gregorian, 1796, 2, 28}, {"1797-02-28"}},  // more veneto
      {march, {gregorian, 1797, 3, 1}, {"1797-03-01"}},
      {after_easter, {julian, 1347, 4, 1}, {"1347-04-09", "1348-04-09"}},  // Easter: 1 April, then 20 April
      {after_easter, {julian, 1347, 4, 20}, {"1347-04-28"}},
      {after_easter, {julian, 1347, 3, 31}, {"1348-04-08"}},
      {after_easter, {julian, 1348, 4, 15}, {}},  // from 20 April to 11 April
      {after_easter, {julian, 1566, 2, 3}, {"1567-02-13"}},
      {september, {julian, 1453, 9, 1}, {"1452-09-10"}},
      {september, {julian, 1453, 5, 29}, {"1453-06-07"}},  // the fall of Constantinople
      {christmas, {julian, 801, 12, 25}, {"0800-12-29"}},  // the royal annals on Charlemagne's crown
      {christmas, {julian, 801, 12, 24}, {"0801-12-28"}},
  };
  for (const auto& [style, said, days] : rows) {
    INFO(name(style) << " " << to_string(said));
    std::vector<std::string> found, expected(days.begin(), days.end());
    for (const Day day : days_said(style, said)) found.push_back(to_string(day));
    CHECK(found == expected);
  }
}

TEST_CASE("each day lies in one year of every style") {
  for (const auto& style : all_styles)
    for (const auto calendar : {Calendar::julian, Calendar::gregorian}) {
      INFO(name(style) << " " << to_string(calendar));
      const Year from = 1600, to = 1700;
      Year year = from - 1;
      auto days = days_of_year(style, calendar, year);
      while (days->last < to_day({from, 1, 1})) days = days_of_year(style, calendar, ++year);
      for (Day day = to_day({from, 1, 1}); day < to_day({to, 1, 1}); day = day + 1) {
        if (day > days->last) {
          days = days_of_year(style, calendar, ++year);
          REQUIRE(days->first == day);
        }
        const auto date = *in_calendar(calendar, day);
        const auto said = days_said(style, {calendar, year, date.month, date.day});
        if (std::find(said.begin(), said.end(), day) == said.end()) FAIL(to_string(day));
      }
    }
}

TEST_CASE("years no style has") {
  for (const auto& style : all_styles) {
    CHECK_FALSE(days_of_year(style, Calendar::julian, farthest_year));
    CHECK_FALSE(days_of_year(style, Calendar::julian, -farthest_year));
    CHECK(days_said(style, {Calendar::julian, farthest_year + 1, 1, 1}).empty());
  }
  CHECK_FALSE(days_of_year(after_easter, Calendar::julian, 200));
}
