#include "calendar/day.h"

#include <date/date.h>

#include <limits>

#include "catch.h"

namespace annals {
namespace {

template <typename A, typename B>
concept addable = requires(A a, B b) {
  a + b;
};
static_assert(!addable<Day, Day>, "a day plus a day means nothing");
static_assert(addable<Day, int>);

struct Row {
  Civil date;
  const char* printed;
  int weekday;
};

TEST_CASE("days print, read back and know their weekday") {
  const Row rows[] = {
      {{1970, 1, 1}, "1970-01-01", 4},
      {{2024, 2, 29}, "2024-02-29", 4},
      {{1914, 6, 28}, "1914-06-28", 7},
      {{-43, 3, 13}, "-0043-03-13", 3},  // the Ides of March of 44 BC, 15 March in the Julian calendar
      {{1582, 10, 15}, "1582-10-15", 5},
      {{1649, 2, 9}, "1649-02-09", 2},
      {{1666, 9, 12}, "1666-09-12", 7},
      {{1066, 10, 20}, "1066-10-20", 6},
      {{1415, 11, 3}, "1415-11-03", 5},
      {{0, 2, 29}, "0000-02-29", 2},  // year zero is a leap year
      {{-1, 12, 31}, "-0001-12-31", 5},
      {{9999, 12, 31}, "9999-12-31", 5},
      {{10000, 1, 1}, "Y10000-01-01", 6},
      {{-10000, 1, 1}, "Y-10000-01-01", 6},
      {{-64'999'999, 1, 1}, "Y-64999999-01-01", 1},
  };
  for (const auto& row : rows) {
    INFO(row.printed);
    const auto day = to_day(row.date);
    CHECK(to_string(day) == row.printed);
    CHECK(to_civil(day) == row.date);
    CHECK(parse_day(row.printed) == day);
    CHECK(weekday(day) == row.weekday);
  }
  CHECK(to_day({1970, 1, 1}).count == 0);
  CHECK(to_day({-43, 3, 13}) - to_day({-4713, 11, 24}) == 1'705'426);  // its Julian day number
  CHECK(to_day({1914, 6, 28}) + 10 == to_day({1914, 7, 8}));
}

TEST_CASE("each day of four thousand years agrees with the date library") {
  auto day = to_day({-1000, 1, 1});
  bool agree = true;
  for (auto other = date::sys_days{date::year{-1000} / 1 / 1};
       other < date::sys_days{date::year{3001} / 1 / 1}; other += date::days{1}, day = day + 1) {
    const date::year_month_day ymd{other};
    const Civil civil{int{ymd.year()}, static_cast<int>(unsigned{ymd.month()}),
                      static_cast<int>(unsigned{ymd.day()})};
    agree = agree && day.count == other.time_since_epoch().count() && to_civil(day) == civil &&
            to_day(civil) == day && weekday(day) == static_cast<int>(date::weekday{other}.iso_encoding());
    if (!agree) FAIL(to_string(day));
  }
  CHECK(to_civil(day) == Civil{3001, 1, 1});
}

TEST_CASE("far years neither wrap nor overflow") {
  for (const Year year : {Year{32'767}, Year{32'768}, Year{-32'769}, Year{40'000}, Year{-65'000'000},
                          farthest_year, -farthest_year}) {
    INFO(year);
    for (const auto& date : {Civil{year, 1, 1}, Civil{year, 2, 28}, Civil{year, 12, 31}}) {
      CHECK(to_civil(to_day(date)) == date);
      CHECK(parse_day(to_string(to_day(date))) == to_day(date));
    }
    CHECK(to_day({year + 1, 1, 1}) - to_day({year, 1, 1}) == (is_leap(year) ? 366 : 365));
    CHECK(monday_of(to_iso_week(to_day({year, 7, 1}))) + (weekday(to_day({year, 7, 1})) - 1) ==
          to_day({year, 7, 1}));
    CHECK(weekday(to_day({year, 7, 1})) == weekday(to_day({2000 + floor_mod(year, 400), 7, 1})));
  }
  constexpr auto most = std::numeric_limits<Year>::max();
  CHECK(to_day({most, 1, 1}) > to_day({farthest_year, 1, 1}));
  CHECK(to_day({-most, 1, 1}) < to_day({-farthest_year, 1, 1}));
  CHECK(add_months(to_day({2024, 1, 1}), most) > to_day({farthest_year, 1, 1}));
}

TEST_CASE("what is no day is not read") {
  const char* const texts[] = {"",
                               "2024",
                               "2024-03",
                               "2024-3-13",
                               "2024-03-131",
                               "2024-00-10",
                               "2024-13-01",
                               "2024-04-31",
                               "2023-02-29",
                               "1900-02-29",
                               "-0000-01-01",
                               "12024-01-01",
                               "Y2024-01-01",
                               "Y02024-01-01",
                               "+2024-01-01",
                               " 2024-01-01",
                               "2024-03-13T",
                               "Y99999999999999-01-01",
                               "Y999999999999999999999-01-01",
                               "2024/03/13"};
  for (const auto* text : texts) {
    INFO(text);
    CHECK_FALSE(parse_day(text));
  }
  CHECK(parse_civil("2023-02-30") == Civil{2023, 2, 30});
  CHECK_FALSE(exists({2023, 2, 30}));
  CHECK_FALSE(exists({2023, 0, 1}));
  CHECK(exists({-44, 2, 29}));
  CHECK_FALSE(exists({-45, 2, 29}));
}

TEST_CASE("weeks belong to the year of their Thursday") {
  struct {
    const char* day;
    IsoWeek week;
  } const rows[] = {
      {"2021-01-01", {2020, 53}}, {"2021-01-03", {2020, 53}}, {"2021-01-04", {2021, 1}},
      {"2018-12-31", {2019, 1}},  {"2024-12-30", {2025, 1}},  {"2023-01-01", {2022, 52}},
      {"1989-10-25", {1989, 43}}, {"0000-01-01", {-1, 52}},   {"-0001-12-31", {-1, 52}},
      {"0000-01-03", {0, 1}},     {"2026-12-31", {2026, 53}},
  };
  for (const auto& row : rows) {
    INFO(row.day);
    const auto day = *parse_day(row.day);
    CHECK(to_iso_week(day) == row.week);
    CHECK(monday_of(row.week) + (weekday(day) - 1) == day);
  }
}

TEST_CASE("weeks follow each other without a gap") {
  auto before = to_iso_week(to_day({-500, 1, 1}));
  for (auto day = to_day({-500, 1, 2}); day < to_day({2500, 1, 1}); day = day + 1) {
    const auto week = to_iso_week(day);
    const auto of_year = to_iso_week(to_day({before.year, 12, 28})).week;  // 28 December lies in its last
    const bool last = before.week == of_year;
    const auto next = last ? IsoWeek{before.year + 1, 1} : IsoWeek{before.year, before.week + 1};
    if (week != (weekday(day) == 1 ? next : before)) FAIL(to_string(day));
    before = week;
  }
  CHECK(before == IsoWeek{2499, 53});
}

TEST_CASE("a month that lacks the day gives its last") {
  struct {
    const char* from;
    std::int64_t months;
    const char* to;
  } const rows[] = {
      {"2023-01-31", 1, "2023-02-28"},    {"2024-01-31", 1, "2024-02-29"},  {"2024-03-31", -1, "2024-02-29"},
      {"2024-03-13", -3, "2023-12-13"},   {"2024-02-29", 12, "2025-02-28"}, {"0001-01-15", -1, "0000-12-15"},
      {"-0043-03-13", 516, "0000-03-13"}, {"2024-12-31", 2, "2025-02-28"},  {"2024-05-31", 0, "2024-05-31"},
  };
  for (const auto& row : rows) {
    INFO(row.from << " + " << row.months);
    CHECK(to_string(add_months(*parse_day(row.from), row.months)) == row.to);
  }
}

TEST_CASE("years print as EDTF has them") {
  CHECK(year_to_string(843) == "0843");
  CHECK(year_to_string(0) == "0000");
  CHECK(year_to_string(-43) == "-0043");
  CHECK(year_to_string(12'345) == "Y12345");
  CHECK(year_to_string(-65'000'000) == "Y-65000000");
}

}  // namespace
}  // namespace annals
