// Which days head a dispatch or letter, and what is told under them.
#include "resolve/dateline.h"

#include "resolve/placed.h"

namespace annals {
namespace {

TEST_CASE("yesterday in a dispatch is the day before its dateline") {
  const PlacedRow rows[] = {
      {"VICKSBURG, July 4.- The flag came down yesterday.", "1863-08-01",
       "1863-07-04 | 1863-07-04 | - | article; 1863-07-03 | 1863-07-03 | - | dateline"},
      {"LISBON, July 4.\n\nThe boats came in yesterday.", "1868-07-15",
       "1868-07-04 | 1868-07-04 | - | article; 1868-07-03 | 1868-07-03 | - | dateline"},
      {"VICKSBURG, July 4.- The flag came down.\n\nThe mayor spoke here yesterday.", "1863-08-01",
       "1863-07-04 | 1863-07-04 | - | article; 1863-07-31 | 1863-07-31 | - | article"},
      {"He wrote: \"Falmouth, 3 May 1863. We crossed yesterday.\" He died yesterday.", "1863-08-01",
       "1863-05-03 | 1863-05-03 | - | none; 1863-05-02 | 1863-05-02 | - | dateline; "
       "1863-07-31 | 1863-07-31 | - | article"},
      {"Eddyville, July 4 – The band came up yesterday.", "1879-10-30",
       "1879-07-04 | 1879-07-04 | - | article; 1879-07-03 | 1879-07-03 | - | dateline"},
      {"They met in Eddyville, July 4 - it was hot. The band came up yesterday.", "1879-10-30",
       "1879-07-04 | 1879-07-04 | - | article; 1879-10-29 | 1879-10-29 | - | article"},
      {"On July 4 - it was hot - they met. The flag came down yesterday.", "1863-08-01",
       "1863-07-04 | 1863-07-04 | - | article; 1863-07-31 | 1863-07-31 | - | article"},
  };
  hold(rows);
}

TEST_CASE("an entry of a diary goes on from the one before, and its yesterday is the day before it") {
  const PlacedRow rows[] = {
      {"A diary, 1916\n\nMon 10th Jan. Marched yesterday.\n\nFeb. 3rd - Leave! Home on the 5th.\n\nDec. "
       "25th. "
       "Snow.",
       "1916-12-31",
       "1916 | 1916-01-01/1916-12-31 | - | none; 1916-01-10 | 1916-01-10 | - | expression; 1916-01-09 | "
       "1916-01-09 | - | dateline; 1916-02-03 | 1916-02-03 | - | dateline; 1916-02-05 | 1916-02-05 | - | "
       "dateline; 1916-12-25 | 1916-12-25 | - | dateline"},
      {"A log of 1853\n\nJune 4, weighed.\nNov. 5. Made sail. They came in yesterday.", "",
       "1853 | 1853-01-01/1853-12-31 | - | none; 1853-06-04 | 1853-06-04 | - | expression; 1853-11-05 | "
       "1853-11-05 | - | dateline; 1853-11-04 | 1853-11-04 | - | dateline"},
      {"May 7, 1915.—Quiet.\n\nThey came yesterday.\n\nMay 10, 1915.—Rain.\n\nThey "
       "left yesterday.",
       "",
       "1915-05-07 | 1915-05-07 | - | none; 1915-05-06 | 1915-05-06 | - | dateline; 1915-05-10 | 1915-05-10 "
       "| - | "
       "none; XXXX-XX-XX | - | - | none"},
      {"July 23, 1844\n\nThe ship seen on Sunday is near.", "",  // a Tuesday
       "1844-07-23 | 1844-07-23 | - | none; 1844-07-21 | 1844-07-21 | - | dateline"},
      {"July 4.\n\nThe mayor spoke on May 3.", "1868-12-15",
       "1868-07-04 | 1868-07-04 | - | article; 1868-05-03 | 1868-05-03 | - | dateline"},
  };
  hold(rows);
}

}  // namespace
}  // namespace annals
