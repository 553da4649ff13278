#include "resolve/placed.h"

namespace annals {
namespace {

TEST_CASE("without an article date nothing relative is placed") {
  const PlacedRow rows[] = {
      {"She left last summer.", "", "PAST_REF | - | - | none"},
      {"She left yesterday.", "", "XXXX-XX-XX | - | - | none"},
      {"It happened in December.", "", "XXXX-12 | - | - | none"},
      {"It met on Monday.", "", "XXXX-WXX-1 | - | - | none"},
      {"He came two years ago.", "", "XXXX | - | - | none"},
      {"He quit earlier this month.", "", "XXXX-XX | - | START | none"},
      {"Over the past three months trade fell.", "", "P3M | - | - | none"},
      {"In 1914 it fell.", "", "1914 | 1914-01-01/1914-12-31 | - | none"},
      {"It struck at 9:30 a.m. sharp.", "", "XXXX-XX-XXT09:30 | - | - | none"},
      {"He died last night.", "", "XXXX-XX-XXTNI | - | - | none"},
      {"It fell in the first quarter.", "", "XXXX-Q1 | - | - | none"},
      {"Trade grew in the '80s.", "", "198 | 1980-01-01/1989-12-31 | - | none"},
      {"Three years later he left.", "", "XXXX | - | - | none"},
  };
  hold(rows);
}

TEST_CASE("a narrative counts from the date told last") {
  const PlacedRow rows[] = {
      {"On 3 March 1945 the bridge fell. Two days later it was mended.", "2023-04-18",
       "1945-03-03 | 1945-03-03 | - | none; 1945-03-05 | 1945-03-05 | - | expression"},
      {"On 28 February 1900 it fell. The next day it was mended.", "2023-04-18",
       "1900-02-28 | 1900-02-28 | - | none; 1900-03-01 | 1900-03-01 | - | expression"},
      {"He came in 1801. Three years later he left.", "2023-04-18",
       "1801 | 1801-01-01/1801-12-31 | - | none; 1804 | 1804-01-01/1804-12-31 | - | expression"},
      {"He came in May 1801. The following month he left.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 1801-06 | 1801-06-01/1801-06-30 | - | expression"},
      {"He came in December 1801. The following month he left.", "2023-04-18",
       "1801-12 | 1801-12-01/1801-12-31 | - | none; 1802-01 | 1802-01-01/1802-01-31 | - | expression"},
      {"He came in May 1801. In July he left.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 1801-07 | 1801-07-01/1801-07-31 | - | expression"},
      {"He came in November 1801. In January he left.", "2023-04-18",
       "1801-11 | 1801-11-01/1801-11-30 | - | none; 1802-01 | 1802-01-01/1802-01-31 | - | expression"},
      {"He came on 3 May 1801. On 5 April he left.", "2023-04-18",
       "1801-05-03 | 1801-05-03 | - | none; 1801-04-05 | 1801-04-05 | - | expression"},
      {"He came on 3 May 1801. That night he left.", "2023-04-18",
       "1801-05-03 | 1801-05-03 | - | none; 1801-05-03TNI | 1801-05-03 | - | expression"},
      {"He came in 44 BC. Two years later he left.", "2023-04-18",
       "BC0044 | -0043-01-01/-0043-12-31 | - | none; BC0042 | -0041-01-01/-0041-12-31 | - | expression"},
      {"He came in 2 BC. Two years later he left.", "2023-04-18",
       "BC0002 | -0001-01-01/-0001-12-31 | - | none; 0001 | 0001-01-01/0001-12-31 | - | expression"},
      {"He came in 1801. The previous year he was ill.", "2023-04-18",
       "1801 | 1801-01-01/1801-12-31 | - | none; 1800 | 1800-01-01/1800-12-31 | - | expression"},
      {"He came on 31 January 1801. A month later he left.", "2023-04-18",
       "1801-01-31 | 1801-01-31 | - | none; 1801-02 | 1801-02-01/1801-02-28 | - | expression"},
  };
  hold(rows, "narrative");
}

}  // namespace
}  // namespace annals
