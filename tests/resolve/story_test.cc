#include "resolve/story.h"

#include "catch.h"

using namespace annals;

namespace {

Told told(Period period) { return {period, interval(period), 0}; }

}  // namespace

TEST_CASE("a month is hung on the date told that it goes on from") {
  struct Row {
    std::vector<Period> dates;
    int month;
    Year year;
  };
  const Row rows[] = {
      {{month_period(1914, 8)}, 10, 1914},
      {{month_period(1914, 12)}, 1, 1915},                         // a year turns
      {{year_period(1914)}, 1, 1914},                              // a bare year does not
      {{month_period(1918, 5), month_period(1917, 11)}, 7, 1918},  // an aside does not carry the story back
      {{month_period(1918, 5), year_period(1920)}, 3, 1920},
      {{month_period(1918, 5), year_period(1815)}, 7, 1918},  // nor does a date far away
      {{month_period(1918, 5), year_period(1815), month_period(1815, 6)}, 7, 1815},  // unless it stays there
  };
  for (const Row& row : rows) {
    Story story;
    for (const Period& date : row.dates) story.tell(told(date), false);
    INFO(timex3(row.dates.back()) << " month " << row.month);
    const auto choice = story.year_of_month(row.month);
    REQUIRE(choice);
    CHECK(choice->year == row.year);
  }
  CHECK_FALSE(Story().year_of_month(5));
}

TEST_CASE("the quarter under report is the latest of those told") {
  Story story;
  story.tell_quarter(told(quarter_period(1989, 3)));
  story.tell_quarter(told(quarter_period(1988, 3)));
  REQUIRE(story.quarter());
  CHECK(story.quarter()->period == quarter_period(1989, 3));
}
