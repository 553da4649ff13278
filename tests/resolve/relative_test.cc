// Month ends, leap days, year ends and week 53, counted from the article's day.
#include "resolve/placed.h"

namespace annals {
namespace {

TEST_CASE("this, last and next") {
  const PlacedRow rows[] = {
      {"She left yesterday.", "2023-01-01", "2022-12-31 | 2022-12-31 | - | article"},
      {"She left yesterday.", "2024-03-01", "2024-02-29 | 2024-02-29 | - | article"},
      {"She leaves tomorrow.", "2023-12-31", "2024-01-01 | 2024-01-01 | - | article"},
      {"She leaves tomorrow.", "2024-02-28", "2024-02-29 | 2024-02-29 | - | article"},
      {"She left today.", "2023-01-01", "2023-01-01 | 2023-01-01 | - | article"},
      {"She left the day before yesterday.", "2023-01-01", "2022-12-30 | 2022-12-30 | - | article"},
      {"Trade fell last week.", "2021-01-04", "2020-W53 | 2020-12-28/2021-01-03 | - | article"},
      {"Trade fell last week.", "2021-01-01", "2020-W52 | 2020-12-21/2020-12-27 | - | article"},
      {"Trade fell this week.", "2021-01-01", "2020-W53 | 2020-12-28/2021-01-03 | - | article"},
      {"Trade grows next week.", "2020-12-31", "2021-W01 | 2021-01-04/2021-01-10 | - | article"},
      {"Trade grows next week.", "2026-12-28", "2027-W01 | 2027-01-04/2027-01-10 | - | article"},
      {"Trade fell last month.", "2023-01-31", "2022-12 | 2022-12-01/2022-12-31 | - | article"},
      {"Trade fell last month.", "2023-03-31", "2023-02 | 2023-02-01/2023-02-28 | - | article"},
      {"Trade grows next month.", "2023-12-15", "2024-01 | 2024-01-01/2024-01-31 | - | article"},
      {"Trade fell last quarter.", "2023-01-31", "2022-Q4 | 2022-10-01/2022-12-31 | - | article"},
      {"Trade fell last year.", "2023-01-31", "2022 | 2022-01-01/2022-12-31 | - | article"},
      {"Trade fell last decade.", "2023-01-31", "201 | 2010-01-01/2019-12-31 | - | article"},
      {"Trade fell last century.", "2023-01-31", "19 | 1901-01-01/2000-12-31 | - | article"},
      {"Trade fell last century.", "2000-06-01", "18 | 1801-01-01/1900-12-31 | - | article"},
      {"She left last summer.", "2023-06-01", "2022-SU | 2022-06-01/2022-08-31 | - | article"},
      {"She left last summer.", "2023-09-01", "2023-SU | 2023-06-01/2023-08-31 | - | article"},
      {"She left last winter.", "2023-02-10", "2021-WI | 2021-12-01/2022-02-28 | - | article"},
      {"She left last winter.", "2023-03-01", "2022-WI | 2022-12-01/2023-02-28 | - | article"},
      {"She left last winter.", "2023-12-01", "2022-WI | 2022-12-01/2023-02-28 | - | article"},
      {"She left this winter.", "2023-01-10", "2022-WI | 2022-12-01/2023-02-28 | - | article"},
      {"She returns next winter.", "2023-01-10", "2023-WI | 2023-12-01/2024-02-29 | - | article"},
      {"She returns next spring.", "2023-04-10", "2024-SP | 2024-03-01/2024-05-31 | - | article"},
      {"It burned last Tuesday.", "2023-04-18", "2023-04-11 | 2023-04-11 | - | article"},
      {"It opens next Tuesday.", "2023-04-18", "2023-04-25 | 2023-04-25 | - | article"},
      {"It burned last November.", "2023-11-15", "2022-11 | 2022-11-01/2022-11-30 | - | article"},
      {"It opens next November.", "2023-11-15", "2024-11 | 2024-11-01/2024-11-30 | - | article"},
      {"It opens this November.", "2023-12-15", "2023-11 | 2023-11-01/2023-11-30 | - | article"},
      {"He quit earlier this month.", "2023-04-01", "2023-04 | 2023-04-01 | START | article"},
      {"He quits later this month.", "2023-04-30", "2023-04 | 2023-04-30 | END | article"},
      {"He quit earlier this year.", "2023-01-01", "2023 | 2023-01-01 | START | article"},
      {"He quit earlier this week.", "2023-04-17", "2023-W16 | 2023-04-17 | START | article"},
      {"The mill burned last night.", "2023-01-01", "2022-12-31TNI | 2022-12-31 | - | article"},
      {"He said so this morning.", "2023-01-01", "2023-01-01TMO | 2023-01-01 | - | article"},
      {"It burned last weekend.", "2023-04-18", "2023-W15-WE | 2023-04-15/2023-04-16 | - | article"},
      {"It burned last weekend.", "2023-04-16", "2023-W14-WE | 2023-04-08/2023-04-09 | - | article"},
      {"It opens this weekend.", "2023-04-16", "2023-W15-WE | 2023-04-15/2023-04-16 | - | article"},
  };
  hold(rows);
}

TEST_CASE("so long ago") {
  const PlacedRow rows[] = {
      {"He came two years ago.", "2024-02-29", "2022 | 2022-01-01/2022-12-31 | - | article"},
      {"He came a month ago.", "2023-03-31", "2023-02 | 2023-02-01/2023-02-28 | - | article"},
      {"He came three months ago.", "2023-05-31", "2023-02 | 2023-02-01/2023-02-28 | - | article"},
      {"He came ten days ago.", "2023-01-05", "2022-12-26 | 2022-12-26 | - | article"},
      {"He came two weeks ago.", "2023-01-05", "2022-W51 | 2022-12-19/2022-12-25 | - | article"},
      {"He came a century ago.", "2023-01-05", "1923 | 1923-01-01/1923-12-31 | - | article"},
      {"He came two decades ago.", "2023-01-05", "2003 | 2003-01-01/2003-12-31 | - | article"},
      {"He came nearly two years ago.", "2024-03-13", "2022 | 2022-01-01/2022-12-31 | AFTER | article"},
      {"He came about ten years ago.", "2024-03-13", "2014 | 2011-01-01/2016-12-31 | APPROX | article"},
      {"He came several years ago.", "2024-03-13", "PAST_REF | - | - | article"},
      {"He came two hours ago.", "2024-03-13", "2024-03-13TXX | - | - | article"},
      {"He came two hours ago.", "2024-03-13T01:30", "2024-03-12T23:30 | 2024-03-12T23:30 | - | article"},
      {"He will come two years from now.", "2024-02-29", "2026 | 2026-01-01/2026-12-31 | - | article"},
  };
  hold(rows);
}

}  // namespace
}  // namespace annals
