#include "resolve/placed.h"

namespace annals {
namespace {

TEST_CASE("parts of other times, also before Christ") {
  const PlacedRow rows[] = {
      {"It fell in the first week of March 1911.", "2023-04-18",
       "1911-W09 | 1911-03-01/1911-03-07 | - | none"},
      {"It fell in the last week of March 1911.", "2023-04-18",
       "1911-W13 | 1911-03-25/1911-03-31 | - | none"},
      {"It fell on the last day of February 1900.", "2023-04-18", "1900-02-28 | 1900-02-28 | - | none"},
      {"It fell on the last day of February 2000.", "2023-04-18", "2000-02-29 | 2000-02-29 | - | none"},
      {"They vote on the first Monday of May 2020.", "2023-04-18", "2020-05-04 | 2020-05-04 | - | none"},
      {"They vote on the last Friday of May 2020.", "2023-04-18", "2020-05-29 | 2020-05-29 | - | none"},
      {"They vote on the fifth Friday of May 2020.", "2023-04-18", "2020-05-29 | 2020-05-29 | - | none"},
      {"They vote on the fifth Sunday of May 2020.", "2023-04-18", "2020-05-31 | 2020-05-31 | - | none"},
      {"It began in early November 1914.", "2023-04-18", "1914-11 | 1914-11-01/1914-11-10 | START | none"},
      {"It began in mid-February 1900.", "2023-04-18", "1900-02 | 1900-02-11/1900-02-20 | MID | none"},
      {"It began in late February 2000.", "2023-04-18", "2000-02 | 2000-02-21/2000-02-29 | END | none"},
      {"In the early 16th century.", "2023-04-18", "15 | 1501-01-01/1534-12-31 | START | none"},
      {"In the late 16th century.", "2023-04-18", "15 | 1567-01-01/1600-12-31 | END | none"},
      {"In the mid-1990s.", "2023-04-18", "199 | 1993-05-01/1996-08-31 | MID | none"},
      {"By the end of 1917.", "2023-04-18", "1917 | 1917-09-01/1917-12-31 | END | none"},
      {"In the middle of 44 BC.", "2023-04-18", "BC0044 | -0043-05-01/-0043-08-31 | MID | none"},
      {"In early 44 BC.", "2023-04-18", "BC0044 | -0043-01-01/-0043-04-30 | START | none"},
      {"Pay by year-end.", "2023-04-18", "2023-12-31 | 2023-12-31 | - | article"},
      {"In the second half of March 1911.", "2023-04-18", "1911-03 | 1911-03-16/1911-03-31 | END | none"},
  };
  hold(rows);
}

TEST_CASE("two clock times lend each other the day and the half of it") {
  const PlacedRow rows[] = {
      {"It is open 3-5pm.", "2023-04-18",
       "2023-04-18T15:00 | 2023-04-18T15 | - | article; 2023-04-18T17:00 | 2023-04-18T17 | - | article"},
      {"It is open 9-5pm.", "2023-04-18",
       "2023-04-18T09:00 | 2023-04-18T09 | - | article; 2023-04-18T17:00 | 2023-04-18T17 | - | article"},
      {"It comes tonight between eight and ten.", "2023-04-18",
       "2023-04-18T20:00 | 2023-04-18T20 | - | article; 2023-04-18T22:00 | 2023-04-18T22 | - | article"},
      {"He is away tomorrow from 10am to 1pm.", "2023-04-18",
       "2023-04-19T10:00 | 2023-04-19T10 | - | article; 2023-04-19T13:00 | 2023-04-19T13 | - | article"},
  };
  hold(rows);
}

TEST_CASE("a story told by the clock goes on into the night") {
  const PlacedRow rows[] = {
      {"On 3 May 1868 at nine in the evening it came. At ten minutes before eleven it struck.", "",
       "1868-05-03T21:00 | 1868-05-03T21 | - | none; 1868-05-03T22:50 | 1868-05-03T22:50 | - | expression"},
  };
  hold(rows, "narrative");
}

TEST_CASE("the ends of a range lend each other what one left unsaid") {
  const PlacedRow rows[] = {
      {"The war lasted from 1914 to 1918.", "2023-04-18",
       "1914 | 1914-01-01/1914-12-31 | - | none; 1918 | 1918-01-01/1918-12-31 | - | none"},
      {"It was shut from Oct. 31 to Jan. 31.", "2023-12-05",
       "2023-10-31 | 2023-10-31 | - | article; 2024-01-31 | 2024-01-31 | - | article"},
      {"It was shut from Friday to Monday.", "2023-04-16",
       "2023-04-14 | 2023-04-14 | - | article; 2023-04-17 | 2023-04-17 | - | none"},
      {"It lasted from June to September 1936.", "2023-04-18",
       "1936-06 | 1936-06-01/1936-06-30 | - | none; 1936-09 | 1936-09-01/1936-09-30 | - | none"},
      {"From December to February 1943.", "2023-04-18",
       "1942-12 | 1942-12-01/1942-12-31 | - | none; 1943-02 | 1943-02-01/1943-02-28 | - | none"},
      {"Between 8 and 23 November 1936.", "2023-04-18",
       "1936-11-08 | 1936-11-08 | - | none; 1936-11-23 | 1936-11-23 | - | none"},
      {"They fought on 22-25 April 1951.", "2023-04-18",
       "1951-04-22 | 1951-04-22 | - | none; 1951-04-25 | 1951-04-25 | - | none"},
      {"The war of 1914-18 was over.", "2023-04-18",
       "1914 | 1914-01-01/1914-12-31 | - | none; 1918 | 1918-01-01/1918-12-31 | - | none"},
      {"From 28 June to 8 July 1914.", "2023-04-18",
       "1914-06-28 | 1914-06-28 | - | none; 1914-07-08 | 1914-07-08 | - | none"},
      {"From 30 December 1941 to 2 January 1942.", "2023-04-18",
       "1941-12-30 | 1941-12-30 | - | none; 1942-01-02 | 1942-01-02 | - | none"},
      {"From November to February.", "2023-04-18",
       "2022-11 | 2022-11-01/2022-11-30 | - | article; 2023-02 | 2023-02-01/2023-02-28 | - | article"},
  };
  hold(rows);
}

}  // namespace
}  // namespace annals
