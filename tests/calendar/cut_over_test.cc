#include "calendar/cut_over.h"

#include "catch.h"

using namespace annals;

TEST_CASE("dates as a country wrote them") {
  const CutOver england{Calendar::julian, to_day({1752, 9, 14})},
      spain{Calendar::julian, to_day({1582, 10, 15})}, russia{Calendar::julian, to_day({1918, 2, 14})},
      sweden{Calendar::swedish, to_day({1753, 3, 1})};
  struct Row {
    CutOver country;
    Civil date;
    const char* day;  // or "" where there was none
  };
  const Row rows[] = {
      {england, {1649, 1, 30}, "1649-02-09"},
      {england, {1752, 9, 2}, "1752-09-13"},
      {england, {1752, 9, 3}, ""},
      {england, {1752, 9, 13}, ""},
      {england, {1752, 9, 14}, "1752-09-14"},
      {england, {1700, 2, 29}, "1700-03-11"},
      {england, {1800, 2, 29}, ""},
      {spain, {1582, 10, 4}, "1582-10-14"},
      {spain, {1582, 10, 10}, ""},
      {spain, {1582, 10, 15}, "1582-10-15"},
      {russia, {1917, 10, 25}, "1917-11-07"},
      {russia, {1918, 1, 31}, "1918-02-13"},
      {russia, {1918, 2, 1}, ""},
      {sweden, {1712, 2, 30}, "1712-03-11"},
      {sweden, {1700, 2, 29}, ""},
      {sweden, {1709, 6, 28}, "1709-07-08"},
      {sweden, {1753, 2, 17}, "1753-02-28"},
      {sweden, {1753, 2, 18}, ""},
      {sweden, {1753, 3, 1}, "1753-03-01"},
  };
  for (const auto& [country, date, day] : rows) {
    INFO(date.year << "-" << date.month << "-" << date.day);
    const auto found = as_written(country, date);
    CHECK((found ? to_string(*to_day(*found)) : "") == day);
    if (found) CHECK(written(country, *to_day(*found)) == found);
  }
}

TEST_CASE("each day of a change over is written once") {
  const CutOver sweden{Calendar::swedish, to_day({1753, 3, 1})};
  for (Day day = to_day({1690, 1, 1}); day < to_day({1760, 1, 1}); day = day + 1) {
    const auto date = *written(sweden, day);
    if (as_written(sweden, {date.year, date.month, date.day}) != date) FAIL(to_string(day));
  }
  CHECK_FALSE(written(sweden, {std::int64_t{4} * 1000 * farthest_year}));
}
