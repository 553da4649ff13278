#include "calendar/bounds.h"

#include "calendar/bounds_text.h"
#include "catch.h"

namespace annals {
namespace {

Bounds bounds(const char* text) {
  INFO(text);
  const auto read = parse_bounds(text);
  REQUIRE(read);
  return *read;
}

TEST_CASE("moments print and read back") {
  const char* const texts[] = {"2024-03-13",           "2024-03-13T09",          "2024-03-13T09:30",
                               "2024-03-13T09:30:15",  "2024-03-13T09:30-05:00", "2024-03-13T09:30+05:45",
                               "2024-03-13T09:30:15Z", "2024-03-13T24:00",       "-0043-03-13T12",
                               "2016-12-31T23:59:60Z", "Y-65000000-01-01",       "2024-03-13T09-00:30"};
  for (const auto* text : texts) {
    INFO(text);
    const auto moment = parse_moment(text);
    REQUIRE(moment);
    CHECK(to_string(*moment) == text);
  }
  const char* const wrong[] = {"2024-03-13T",
                               "2024-03-13T24:01",
                               "2024-03-13T24",
                               "2024-03-13T25:00",
                               "2024-03-13T09:60",
                               "2024-03-13T9:30",
                               "2024-03-13 09:30",
                               "2024-03-13T09:30:61",
                               "2024-03-13T09:30-5",
                               "2024-03-13T09:30+15:00",
                               "2024-02-30T09:30",
                               "2024-03-13T09:30ZZ",
                               ""};
  for (const auto* text : wrong) {
    INFO(text);
    CHECK_FALSE(parse_moment(text));
  }
}

TEST_CASE("moments order by the instant they mean") {
  struct {
    const char *a, *b;
    std::weak_ordering order;
  } const rows[] = {
      {"2024-03-13", "2024-03-14", std::weak_ordering::less},
      {"2024-03-13", "2024-03-13T00:00", std::weak_ordering::equivalent},
      {"2024-03-13T24:00", "2024-03-14", std::weak_ordering::equivalent},
      {"2024-03-13T09", "2024-03-13T09:00:00", std::weak_ordering::equivalent},
      {"2024-03-13T09:30-05:00", "2024-03-13T14:00Z", std::weak_ordering::greater},
      {"2024-03-13T23:00-05:00", "2024-03-14T01:00Z", std::weak_ordering::greater},
      {"2024-03-14T01:00+05:00", "2024-03-13T21:00Z", std::weak_ordering::less},
      {"-0043-03-13", "0044-03-13", std::weak_ordering::less},
      {"Y-10000000000000-01-01T01+02", "Y-10000000000000-01-01", std::weak_ordering::less},
  };
  for (const auto& row : rows) {
    INFO(row.a << " " << row.b);
    CHECK(std::is_eq((*parse_moment(row.a) <=> *parse_moment(row.b))) == std::is_eq(row.order));
    CHECK(std::is_lt((*parse_moment(row.a) <=> *parse_moment(row.b))) == std::is_lt(row.order));
    CHECK(std::is_gt((*parse_moment(row.b) <=> *parse_moment(row.a))) == std::is_lt(row.order));
  }
  CHECK(seconds_into_day({9, 30, 15, {}}) == 34'215);
  CHECK(seconds_into_day({9, -1, -1, 60}) == 32'400);
}

TEST_CASE("no three moments order in a circle") {
  const char* const texts[] = {
      "2024-03-13T00:30+05:00", "2024-03-12T23:00Z", "2024-03-12T23:30", "2024-03-13", "2024-03-12",
      "2024-03-13T01:00-03:00"};
  for (const auto* a : texts)
    for (const auto* b : texts)
      for (const auto* c : texts) {
        const auto x = *parse_moment(a), y = *parse_moment(b), z = *parse_moment(c);
        INFO(a << " " << b << " " << c);
        CHECK((!(x < y && y < z) || x < z));
      }
}

TEST_CASE("bounds print and read back") {
  const char* const texts[] = {"2022-11-01/2022-11-30",
                               "2022-11-01..2022-11-30/2022-11-01..2022-11-30",
                               "../..1611-12-31",
                               "../..",
                               "2024-03-12/2024-03-12",
                               "1939-09-01..1939-09-30/1945-05-08",
                               "2019-01-01/..",
                               "2019-01-01../..",
                               "..1611-12-31/1611-12-31..",
                               "2024-03-13T09:30/2024-03-13T09:30-05:00",
                               "Y-65000000-01-01/-0043-12-31"};
  for (const auto* text : texts) {
    INFO(text);
    CHECK(to_string(bounds(text)) == text);
  }
  CHECK(bounds("../..1611-12-31") == Bounds{{}, {}, {}, Moment{to_day({1611, 12, 31}), {}}});
  CHECK(bounds("2020-11-10..2021-05-10") == instant_within(bounds("2020-11-10/2021-05-10")));
  CHECK(bounds("2024-03-12") == interval(to_day({2024, 3, 12}), to_day({2024, 3, 12})));
  for (const auto* text :
       {"", "/", "2022-11", "2022-11-01/", "2022-11-01/2022-11-31", "2022-11-01..x/2022-11-30",
        "2022-11-01/2022-11-30/2022-12-01", "2022-11-01...2022-11-30"}) {
    INFO(text);
    CHECK_FALSE(parse_bounds(text));
  }
}

TEST_CASE("an instant within an interval may be anywhere in it") {
  const auto november = interval(month_period(2022, 11));
  CHECK(to_string(november) == "2022-11-01/2022-11-30");
  CHECK(to_string(instant_within(november)) == "2022-11-01..2022-11-30/2022-11-01..2022-11-30");
  CHECK(instant_within(instant_within(november)) == instant_within(november));
  CHECK(to_string(instant_within(bounds("../..1611-12-31"))) == "..1611-12-31/..1611-12-31");
  CHECK(is_interval(november));
  CHECK_FALSE(is_instant_within(november));
  CHECK(is_instant_within(instant_within(november)));
  CHECK_FALSE(is_interval(instant_within(november)));
  CHECK((is_interval(bounds("2024-03-12")) && is_instant_within(bounds("2024-03-12"))));
  CHECK(to_string(interval(season_period(2023, Season::summer, {9}), {9})) == "2023-12-01/2024-02-29");
}

TEST_CASE("two overlap unless one certainly ends before the other begins") {
  struct {
    const char *a, *b;
    bool both;
  } const rows[] = {
      {"2022-11-01/2022-11-30", "2022-11-30/2022-12-01", true},
      {"2022-11-01/2022-11-30", "2022-12-01/2022-12-31", false},
      {"2022-11-01..2022-12-15/2022-12-31", "2022-12-20/2022-12-25", true},
      {"../..1611-12-31", "1612-01-01/1612-12-31", false},
      {"../..1611-12-31", "1500-01-01/1500-12-31", true},
      {"2019-01-01/..", "3000-01-01", true},
      {"2019-01-01/..", "2018-12-31", false},
      {"../..", "2018-12-31", true},
      {"2024-03-13", "2024-03-13T09:30", true},
      {"2024-03-13T09:30", "2024-03-13T09:31", false},
      {"2024-03-13T09", "2024-03-13T09:31", true},
      {"2024-03-13T09:30", "2024-03-13T09:30:15", true},
      {"2024-03-13", "2024-03-13T01:00+05:00", true},
  };
  for (const auto& row : rows) {
    INFO(row.a << " " << row.b);
    CHECK(overlap(bounds(row.a), bounds(row.b)) == row.both);
    CHECK(overlap(bounds(row.b), bounds(row.a)) == row.both);
  }
}

}  // namespace
}  // namespace annals
