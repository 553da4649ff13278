#include "resolve/placed.h"

namespace annals {
namespace {

TEST_CASE("a date is as fine as its fields, and a day that is none has no place") {
  const PlacedRow rows[] = {
      {"On 28 June 1914 it fell.", "2023-04-18", "1914-06-28 | 1914-06-28 | - | none"},
      {"On 30 February 1900 it fell.", "2023-04-18", "1900-02-30 | - | - | none"},
      {"On 29 February 1900 it fell.", "2023-04-18", "1900-02-29 | - | - | none"},
      {"On 29 February 2000 it fell.", "2023-04-18", "2000-02-29 | 2000-02-29 | - | none"},
      {"Work began in February 2024.", "2023-04-18", "2024-02 | 2024-02-01/2024-02-29 | - | none"},
      {"It was killed on 15 March 44 BC.", "2023-04-18", "BC0044-03-15 | -0043-03-13 | - | none"},
      {"It was founded in 753 BC.", "2023-04-18", "BC0753 | -0752-01-01/-0752-12-31 | - | none"},
      {"Coins of the 2nd century BC.", "2023-04-18", "BC01 | -0199-01-01/-0100-12-31 | - | none"},
      {"Of the 1st century BC.", "2023-04-18", "BC00 | -0099-01-01/0000-12-31 | - | none"},
      {"Of the 19th century.", "2023-04-18", "18 | 1801-01-01/1900-12-31 | - | none"},
      {"In the third millennium BC.", "2023-04-18", "BC2 | -2999-01-01/-2000-12-31 | - | none"},
      {"Trade grew in the 1990s.", "2023-04-18", "199 | 1990-01-01/1999-12-31 | - | none"},
      {"Trade grew in the '80s.", "2023-04-18", "198 | 1980-01-01/1989-12-31 | - | none"},
      {"We left in June '98.", "2023-04-18", "1998-06 | 1998-06-01/1998-06-30 | - | none"},
      {"In winter 1946 it froze.", "2023-04-18", "1946-WI | 1946-12-01/1947-02-28 | - | none"},
      {"In the fourth quarter of 1989 it rose.", "2023-04-18", "1989-Q4 | 1989-10-01/1989-12-31 | - | none"},
      {"On Tuesday, 18 April 2023, it rained.", "2023-04-18", "2023-04-18 | 2023-04-18 | - | none"},
      {"On Monday, 18 April 2023, it rained.", "2023-04-18", "2023-04-18 | 2023-04-18 | - | none"},
      {"It met on Sunday.", "2023-01-01", "2023-01-01 | 2023-01-01 | - | article"},
  };
  hold(rows);
}

TEST_CASE(
    "a weekday with its number is in the month where it has that number, a week in the article's year") {
  const PlacedRow rows[] = {
      {"He came Monday the 17th, late.", "2023-04-18", "2023-04-17 | 2023-04-17 | - | article"},
      {"He comes Thursday the 11th, early.", "2023-04-18", "2023-05-11 | 2023-05-11 | - | article"},
      {"It is due in week 31.", "2023-04-18", "2023-W31 | 2023-07-31/2023-08-06 | - | article"},
      {"They woke at 12 in the morning.", "2023-04-18", "2023-04-18T00:00 | 2023-04-18T00 | - | article"},
      {"They woke at twelve o'clock last night.", "2023-04-18",
       "2023-04-17T24:00 | 2023-04-18T00 | - | article"},
  };
  hold(rows);
}

TEST_CASE(
    "a date without its year is the nearest one, and beyond a quarter of a year the words around it tell") {
  const PlacedRow rows[] = {
      {"They said that it opens on 2 May.", "2023-04-18", "2023-05-02 | 2023-05-02 | - | article"},
      {"It burned on 3 September.", "2023-04-18", "2022-09-03 | 2022-09-03 | - | article"},
      {"It will open on 25 November.", "2023-04-18", "2023-11-25 | 2023-11-25 | - | article"},
      {"Profit rose in the fourth quarter.", "2023-02-10", "2022-Q4 | 2022-10-01/2022-12-31 | - | article"},
      {"Results for the fourth quarter are in.", "2023-01-09",
       "2022-Q4 | 2022-10-01/2022-12-31 | - | article"},
      {"Results for the first quarter are in.", "2023-10-20",
       "2023-Q1 | 2023-01-01/2023-03-31 | - | article"},
      {"Profit rose in the third quarter.", "2023-04-18", "2023-Q3 | 2023-07-01/2023-09-30 | - | article"},
      {"By Friday it was gone.", "2023-04-18", "2023-04-14 | 2023-04-14 | - | article"},
      {"By Friday it must be gone.", "2023-04-18", "2023-04-21 | 2023-04-21 | - | article"},
      {"He left by Friday.", "2023-04-18", "2023-04-21 | 2023-04-21 | - | article"},
      {"It was finished by Friday.", "2023-04-18", "2023-04-14 | 2023-04-14 | - | article"},
      {"It is to be finished by Friday.", "2023-04-18", "2023-04-21 | 2023-04-21 | - | article"},
      {"They were allowed to return Friday.", "2023-04-18", "2023-04-14 | 2023-04-14 | - | article"},
      {"They will be allowed to return Friday.", "2023-04-18", "2023-04-21 | 2023-04-21 | - | article"},
      {"They set Friday as the last day.", "2023-04-18", "2023-04-14 | 2023-04-14 | - | article"},
      {"The vote is set for Friday.", "2023-04-18", "2023-04-21 | 2023-04-21 | - | article"},
      {"He will go to the United States Friday.", "2023-04-18", "2023-04-21 | 2023-04-21 | - | article"},
  };
  hold(rows);
}

TEST_CASE("a day told with its hours lies ahead where no verb says otherwise") {
  const PlacedRow rows[] = {
      {"Book fair, 10 a.m. to 4 p.m. Friday.", "2023-04-18",
       "2023-04-21T10:00 | 2023-04-21T10 | - | article; 2023-04-21T16:00 | 2023-04-21T16 | - | article"},
      {"It was robbed from 10 a.m. to 4 p.m. Friday.", "2023-04-18",
       "2023-04-14T10:00 | 2023-04-14T10 | - | article; 2023-04-14T16:00 | 2023-04-14T16 | - | article"},
      {"Book fair, Friday.", "2023-04-18", "2023-04-14 | 2023-04-14 | - | article"},
  };
  hold(rows);
}

TEST_CASE("a weekday tells which year a day belongs to") {
  const PlacedRow rows[] = {
      {"The fair is on Tuesday, March 17.", "2020-09-30", "2020-03-17 | 2020-03-17 | - | article"},
      {"The fair is on Wednesday, March 17.", "2020-03-14", "2021-03-17 | 2021-03-17 | - | article"},
      {"The fair is on Monday, March 17.", "2020-03-14", "2020-03-17 | 2020-03-17 | - | article"},  // a slip
      {"It goes on sale Friday, June 3.", "2011-09-14", "2011-06-03 | 2011-06-03 | - | article"},
      {"The quake came on Tuesday, 12 January.", "2011-09-14", "2010-01-12 | 2010-01-12 | - | article"},
  };
  hold(rows);
}

TEST_CASE("hour and minute in one number") {
  const PlacedRow rows[] = {
      {"The guns opened at 0430.", "2023-04-18", "2023-04-18T04:30 | 2023-04-18T04:30 | - | article"},
      {"The guns opened at 0045 hours.", "2023-04-18", "2023-04-18T00:45 | 2023-04-18T00:45 | - | article"},
      {"The guns opened at 1630 hours.", "2023-04-18", "2023-04-18T16:30 | 2023-04-18T16:30 | - | article"},
  };
  hold(rows);
}

}  // namespace
}  // namespace annals
