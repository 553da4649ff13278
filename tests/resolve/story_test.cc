#include "resolve/story.h"

#include "catch.h"

using namespace annals;

namespace {

Told told(Period period, bool aside = false) { return {period, interval(period), 0, 0, aside}; }

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
      {{year_period(1801), year_period(1815), year_period(1830)}, 7, 1830},  // steps on are no asides
      {{year_period(1801), month_period(1820, 3)}, 7, 1820},
      {{year_period(1801), month_period(1845, 3)}, 7, 1845},  // of a sparse chronicle too
      {{month_period(1918, 5), year_period(1815)}, 7, 1918},  // nor does a date far away
      {{month_period(1918, 5), year_period(1815), month_period(1815, 6)}, 7, 1815},  // unless it stays there
      {{year_period(1936), year_period(1945), day_period(to_day({1918, 4, 24}))}, 5, 1918},  // its first day
      {{year_period(1936), year_period(1945), month_period(1918, 4)}, 5, 1945},
      {{month_period(1936, 3), day_period(to_day({1918, 4, 24}))}, 5, 1936},
      {{year_period(1803), year_period(1749), year_period(1765)}, 5, 1765},  // told from the birth on
  };
  for (const Row& row : rows) {
    Story story;
    for (const Period& date : row.dates) story.tell(told(date), false);
    INFO(timex3(row.dates.back()) << " month " << row.month);
    const auto choice = story.year_of_month(row.month, false);
    REQUIRE(choice);
    CHECK(choice->year == row.year);
  }
  CHECK_FALSE(Story().year_of_month(5, false));
}

TEST_CASE("the story hardly goes beyond the year that is written next") {
  Story story;  // "on 20 October 1944 ... until February 1945. By July ... in June 1944"
  story.tell(told(day_period(to_day({1944, 10, 20}))), false);
  story.tell(told(month_period(1945, 2)), false);
  CHECK(story.year_of_month(7, false)->year == 1945);
  CHECK(story.year_of_month(7, false, 1945)->year == 1945);
  CHECK(story.year_of_month(7, false, 1944)->year == 1944);
  CHECK(story.year_of_month(3, false, 1944)->year == 1945);  // a month on, it does

  struct Row {
    std::string behind;
    std::optional<Year> year;
  };
  const Row rows[] = {{" they fell back. In mid-June 1944, 300 men", 1944},
                      {" 12,500 of 1500 men came; 1946 was quiet", 1946},  // 1500 is no year of this story
                      {" house 19451, in 945", {}},
                      {std::string(2000, '.') + "1946", {}},
                      {"", {}}};
  for (const Row& row : rows) {
    INFO(row.behind);
    CHECK(story.year_ahead(row.behind) == row.year);
  }
  CHECK_FALSE(Story().year_ahead("in 1946"));
}

TEST_CASE("the story goes on from the main line, not from what is told beside it") {
  Story story;
  story.tell(told(month_period(1793, 7)), false);
  story.tell(told(month_period(1792, 8), true), false);  // "(as in August 1792)", "a year earlier"
  CHECK(story.year_of_month(9, false)->year == 1793);

  Story early;  // "early 1927 ... in April": early is its first months, and March 1926 lies further back
  early.tell(told(month_period(1926, 3)), false);
  early.tell({year_period(1927), interval(to_day({1927, 1, 1}), to_day({1927, 4, 30})), 1, 0, false}, false);
  CHECK(early.year_of_month(4, false)->year == 1927);
}

TEST_CASE("a winter is hung on a date by its January") {
  struct Row {
    Period date;
    Year year;
  };
  const Row rows[] = {{month_period(1776, 12), 1777},
                      {month_period(1776, 6), 1777},
                      {month_period(1777, 2), 1777},
                      {year_period(1776), 1777},
                      {month_period(-479, 9), -478}};
  for (const Row& row : rows) {
    Story story;
    story.tell(told(row.date), false);
    INFO(timex3(row.date));
    CHECK(story.year_of_month(1, true)->year == row.year);
  }
}

TEST_CASE("the quarter under report is the latest of those told") {
  Story story;
  story.tell_quarter(told(quarter_period(1989, 3)), true);
  story.tell_quarter(told(quarter_period(1988, 3)), true);
  REQUIRE(story.quarter());
  CHECK(story.quarter()->period == quarter_period(1989, 3));
  story.tell_quarter(told(quarter_period(1989, 4)), false);  // what is expected of the running one
  CHECK(story.quarter()->period == quarter_period(1989, 3));
}

TEST_CASE(
    "a quarter that is not over is under report where no other is told, and nine months are no quarter") {
  Story story;
  story.tell_quarter(told(quarter_period(1989, 4)), false);
  CHECK(story.quarter()->period == quarter_period(1989, 4));
  story.tell_months();
  CHECK(story.months_told());
  story.tell_quarter(told(quarter_period(1989, 3)), true);
  CHECK(story.quarter()->period == quarter_period(1989, 3));
  CHECK_FALSE(story.months_told());
}

TEST_CASE("what hangs on the story hangs on no aside that is not close by") {
  Story story;  // "In 1684 ... (See 1687.) ... the same year"
  story.tell(told(year_period(1684)), false);
  story.tell(told(year_period(1687), true), false);
  CHECK(year_of(story.last()->period) == 1684);
  Story aside;
  aside.tell(told(year_period(1687), true), false);
  CHECK(year_of(aside.last()->period) == 1687);
}
