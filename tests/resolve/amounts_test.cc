#include "resolve/placed.h"

namespace annals {
namespace {

TEST_CASE("lengths, sets and the vague ones") {
  const PlacedRow rows[] = {
      {"He stayed three weeks.", "2023-04-18", "P3W | - | - | none"},
      {"He reigned two years and three months.", "2023-04-18", "P2Y3M | - | - | none"},
      {"He stayed nearly three weeks.", "2023-04-18", "P3W | - | LESS_THAN | none"},
      {"Over the past three months trade fell.", "2023-05-31", "P3M | 2023-02-28/2023-05-31 | - | article"},
      {"Over the past two weeks trade fell.", "2023-01-05", "P2W | 2022-12-22/2023-01-05 | - | article"},
      {"Over the next three months trade will fall.", "2023-11-30",
       "P3M | 2023-11-30/2024-02-29 | - | article"},
      {"He came every Friday.", "2023-04-18", "XXXX-WXX-5 | - | - | none"},
      {"He came twice a year.", "2023-04-18", "P1Y | - | - | none"},
      {"She is now mayor.", "2023-04-18", "PRESENT_REF | - | - | article"},
  };
  hold(rows);
}

TEST_CASE("clock times keep their zone and their day") {
  const PlacedRow rows[] = {
      {"It struck at 9:30 a.m. EST.", "2023-04-18",
       "2023-04-18T09:30 | 2023-04-18T09:30-05:00 | - | article"},
      {"It struck at 12 a.m. sharp.", "2023-04-18", "2023-04-18T00:00 | 2023-04-18T00 | - | article"},
      {"It struck at 12 p.m. sharp.", "2023-04-18", "2023-04-18T12:00 | 2023-04-18T12 | - | article"},
      {"It struck at 24:00 sharp.", "2023-04-18", "2023-04-18T24:00 | 2023-04-19T00:00 | - | article"},
      {"It struck at 14:32 UTC on 3 May 2011.", "2023-04-18",
       "2011-05-03T14:32Z | 2011-05-03T14:32Z | - | none"},
      {"He died Monday night.", "2023-04-18", "2023-04-17TNI | 2023-04-17 | - | article"},
      {"He rang around 7:15 p.m. again.", "2023-04-18",
       "2023-04-18T19:15 | 2023-04-18T19:15 | APPROX | article"},
  };
  hold(rows);
}

}  // namespace
}  // namespace annals
