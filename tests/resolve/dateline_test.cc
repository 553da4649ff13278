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
      {"On July 4 - it was hot - they met. The flag came down yesterday.", "1863-08-01",
       "1863-07-04 | 1863-07-04 | - | article; 1863-07-31 | 1863-07-31 | - | article"},
  };
  hold(rows);
}

}  // namespace
}  // namespace annals
