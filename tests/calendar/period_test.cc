#include "calendar/period.h"

#include "catch.h"

namespace annals {
namespace {

using G = Granularity;
constexpr Seasons southern{9};

struct Row {
  Period period;
  const char* timex3;
  const char* edtf;
  const char* first;
  const char* last;
};

void check(const Row& row, const Seasons& seasons = {}) {
  INFO(row.timex3 << " " << row.edtf << " " << row.first);
  CHECK(timex3(row.period, seasons) == row.timex3);
  CHECK(edtf(row.period, seasons) == row.edtf);
  CHECK(to_string(first_day(row.period, seasons)) == row.first);
  CHECK(to_string(last_day(row.period, seasons)) == row.last);
  CHECK(containing(row.period.grain, *parse_day(row.first), seasons) == row.period);
  CHECK(containing(row.period.grain, *parse_day(row.last), seasons) == row.period);
}

TEST_CASE("periods have names, ends and a place") {
  const Row rows[] = {
      {day_period(to_day({2024, 3, 13})), "2024-03-13", "2024-03-13", "2024-03-13", "2024-03-13"},
      {day_period(to_day({-43, 3, 13})), "BC0044-03-13", "-0043-03-13", "-0043-03-13", "-0043-03-13"},
      {week_period({1989, 43}), "1989-W43", "1989-10-23/1989-10-29", "1989-10-23", "1989-10-29"},
      {week_period({2020, 53}), "2020-W53", "2020-12-28/2021-01-03", "2020-12-28", "2021-01-03"},
      {weekend_period({1989, 43}), "1989-W43-WE", "1989-10-28/1989-10-29", "1989-10-28", "1989-10-29"},
      {month_period(2024, 2), "2024-02", "2024-02", "2024-02-01", "2024-02-29"},
      {month_period(0, 12), "BC0001-12", "0000-12", "0000-12-01", "0000-12-31"},
      {quarter_period(1989, 3), "1989-Q3", "1989-35", "1989-07-01", "1989-09-30"},
      {half_period(2004, 1), "2004-H1", "2004-40", "2004-01-01", "2004-06-30"},
      {half_period(2004, 2), "2004-H2", "2004-41", "2004-07-01", "2004-12-31"},
      {year_period(1914), "1914", "1914", "1914-01-01", "1914-12-31"},
      {year_period(843), "0843", "0843", "0843-01-01", "0843-12-31"},
      {year_period(0), "BC0001", "0000", "0000-01-01", "0000-12-31"},
      {year_period(-43), "BC0044", "-0043", "-0043-01-01", "-0043-12-31"},
      {year_period(-64'999'999), "BC65000000", "Y-64999999", "Y-64999999-01-01", "Y-64999999-12-31"},
      {decade_period(1990), "199", "199X", "1990-01-01", "1999-12-31"},
      {decade_period(10), "001", "001X", "0010-01-01", "0019-12-31"},
      {decade_period(1), "000", "0001/0009", "0001-01-01", "0009-12-31"},          // AD 1-9: no year zero
      {decade_period(0), "BC000", "-0008/0000", "-0008-01-01", "0000-12-31"},      // 9-1 BC
      {decade_period(-49), "BC005", "-0058/-0049", "-0058-01-01", "-0049-12-31"},  // 59-50 BC
      {century_period(19), "18", "1801/1900", "1801-01-01", "1900-12-31"},         // not 18XX
      {century_period(21), "20", "2001/2100", "2001-01-01", "2100-12-31"},
      {century_period(1), "00", "0001/0100", "0001-01-01", "0100-12-31"},
      {century_period(0), "BC00", "-0099/0000", "-0099-01-01", "0000-12-31"},
      {century_period(-1), "BC01", "-0199/-0100", "-0199-01-01", "-0100-12-31"},
      {millennium_period(3), "2", "2001/3000", "2001-01-01", "3000-12-31"},
      {millennium_period(2), "1", "1001/2000", "1001-01-01", "2000-12-31"},
      {millennium_period(0), "BC0", "-0999/0000", "-0999-01-01", "0000-12-31"},
  };
  for (const auto& row : rows) check(row);
}

TEST_CASE("seasons take the months they are given") {
  const Row northern[] = {
      {season_period(2023, Season::spring), "2023-SP", "2023-21", "2023-03-01", "2023-05-31"},
      {season_period(2023, Season::summer), "2023-SU", "2023-22", "2023-06-01", "2023-08-31"},
      {season_period(2023, Season::autumn), "2023-FA", "2023-23", "2023-09-01", "2023-11-30"},
      {season_period(2023, Season::winter), "2023-WI", "2023-24", "2023-12-01", "2024-02-29"},
      {season_period(-53, Season::winter), "BC0054-WI", "-0053-24", "-0053-12-01", "-0052-02-29"},
  };
  for (const auto& row : northern) check(row);
  const Row opposite[] = {
      {season_period(2023, Season::autumn, southern), "2023-FA", "2023-23", "2023-03-01", "2023-05-31"},
      {season_period(2023, Season::winter, southern), "2023-WI", "2023-24", "2023-06-01", "2023-08-31"},
      {season_period(2023, Season::spring, southern), "2023-SP", "2023-21", "2023-09-01", "2023-11-30"},
      {season_period(2023, Season::summer, southern), "2023-SU", "2023-22", "2023-12-01", "2024-02-29"},
  };
  for (const auto& row : opposite) check(row, southern);
}

TEST_CASE("the season before is one less, whatever the setting") {
  for (int spring = 1; spring <= 12; ++spring) {
    const Seasons seasons{spring};
    for (Year year = -3; year <= 3; ++year)
      for (const auto season : {Season::spring, Season::summer, Season::autumn, Season::winter}) {
        const auto period = season_period(year, season, seasons);
        INFO(spring << " " << timex3(period, seasons));
        CHECK(season_of(period, seasons) == season);
        CHECK(year_of(period) == year);
        CHECK(to_civil(first_day(period, seasons)).year == year);
        CHECK(last_day(period - 1, seasons) + 1 == first_day(period, seasons));
        CHECK(season_of(period + 1, seasons) == static_cast<Season>((static_cast<int>(season) + 1) % 4));
      }
  }
}

void check_tiling(G grain, const Seasons& seasons, Year from, Year to) {
  auto period = containing(grain, to_day({from, 1, 1}), seasons);
  for (auto day = to_day({from, 1, 1}); day < to_day({to, 1, 1}); day = day + 1) {
    if (day > last_day(period, seasons)) period = period + 1;
    const bool right = containing(grain, day, seasons) == period && first_day(period, seasons) <= day &&
                       day <= last_day(period, seasons);
    if (!right) FAIL(to_string(grain) << " " << to_string(day));
  }
}

TEST_CASE("every day lies in the period that contains it, and the periods tile the days") {
  for (const auto grain :
       {G::week, G::month, G::quarter, G::half, G::year, G::decade, G::century, G::millennium}) {
    check_tiling(grain, {}, -210, 210);
    check_tiling(grain, {}, 1890, 2110);
  }
  for (int spring = 1; spring <= 12; ++spring) check_tiling(G::season, {spring}, -5, 5);
  SUCCEED();
}

TEST_CASE("a period knows the year it begins in") {
  CHECK(year_of(season_period(2023, Season::winter)) == 2023);
  CHECK(year_of(containing(G::week, to_day({2021, 1, 1}))) == 2020);
  CHECK(year_of(week_period({2019, 1})) == 2019);  // although it begins on 2018-12-31
  CHECK(year_of(century_period(19)) == 1801);
  CHECK(year_of(decade_period(1994)) == 1990);
  CHECK(year_of(day_period(to_day({-43, 3, 13}))) == -43);
  CHECK(year_of(month_period(-1, 1)) == -1);
}

TEST_CASE("the worked examples") {
  const auto article = to_day({2024, 3, 13});
  CHECK(timex3(containing(G::month, article) - 1) == "2024-02");
  CHECK(timex3(containing(G::season, article) - 3) == "2023-SU");
  CHECK(timex3(containing(G::season, to_day({2024, 1, 15}))) == "2023-WI");
  CHECK(timex3(containing(G::season, to_day({2024, 1, 15}), southern), southern) == "2023-SU");
  CHECK(containing(G::part_of_day, article) == day_period(article));
  CHECK(containing(G::weekend, article) == weekend_period({2024, 11}));
}

TEST_CASE("indices out of reach saturate") {
  for (const auto grain : {G::day, G::week, G::month, G::season, G::year, G::century, G::millennium}) {
    INFO(to_string(grain));
    CHECK(first_day({grain, INT64_MAX - 1}) > to_day({2024, 1, 1}));
    CHECK(first_day({grain, INT64_MIN + 1}) < to_day({-9999, 1, 1}));
    CHECK(last_day({grain, INT64_MAX - 1}) > to_day({2024, 1, 1}));
  }
}

TEST_CASE("granularities have names and an order") {
  CHECK(to_string(G::part_of_day) == "part-of-day");
  for (int i = 0; i <= static_cast<int>(G::millennium); ++i)
    CHECK(parse_granularity(to_string(static_cast<G>(i))) == static_cast<G>(i));
  CHECK_FALSE(parse_granularity("fortnight"));
  CHECK_FALSE(parse_granularity(""));
  CHECK(G::month < G::year);
}

}  // namespace
}  // namespace annals
