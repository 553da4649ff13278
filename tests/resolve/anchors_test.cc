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
      {"In 430 BC a plague came; he died the next year.", "2023-04-18",
       "BC0430 | -0429-01-01/-0429-12-31 | - | none; BC0429 | -0428-01-01/-0428-12-31 | - | expression"},
      {"In the year 1066, on Christmas Day, he was crowned. The year before, he had sworn.", "2023-04-18",
       "1066 | 1066-01-01/1066-12-31 | - | none; 1066-12-25 | 1066-12-31 | - | expression; 1065 | "
       "1065-01-01/1065-12-31 | - | expression"},
      {"He came in 2 BC. Two years later he left.", "2023-04-18",
       "BC0002 | -0001-01-01/-0001-12-31 | - | none; 0001 | 0001-01-01/0001-12-31 | - | expression"},
      {"He came in 1801. The previous year he was ill.", "2023-04-18",
       "1801 | 1801-01-01/1801-12-31 | - | none; 1800 | 1800-01-01/1800-12-31 | - | expression"},
      {"He came on 31 January 1801. A month later he left.", "2023-04-18",
       "1801-01-31 | 1801-01-31 | - | none; 1801-02 | 1801-02-01/1801-02-28 | - | expression"},
  };
  hold(rows, "narrative");
}

TEST_CASE("what is finer than its anchor stays unsaid, and its bounds hold every day it may be") {
  const PlacedRow rows[] = {
      {"He came in May 1801. That same day he left.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 1801-05-XX | 1801-05-01/1801-05-31 | - | expression"},
      {"He came in May 1801. That night he left.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 1801-05-XXTNI | 1801-05-01/1801-05-31 | - | expression"},
      {"He came in May 1801. Three days later he left.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 1801-XX-XX | 1801-05-04/1801-06-03 | - | expression"},
      {"He came in 1801. Two weeks later he left.", "2023-04-18",
       "1801 | 1801-01-01/1801-12-31 | - | none; 1801-WXX | 1801-01-15/1802-01-14 | - | expression"},
      {"He came in 1801. Three months later he left.", "2023-04-18",
       "1801 | 1801-01-01/1801-12-31 | - | none; 1801-XX | 1801-04-01/1802-03-31 | - | expression"},
      {"He came on 3 May 1801. Hours later he left.", "2023-04-18",
       "1801-05-03 | 1801-05-03 | - | none; 1801-05-03TXX | - | - | expression"},
  };
  hold(rows, "narrative");
}

TEST_CASE("a winter of the story is told by its January and begins the year before") {
  const PlacedRow rows[] = {
      {"He came in October 1776. Over the winter they starved.", "2023-04-18",
       "1776-10 | 1776-10-01/1776-10-31 | - | none; 1777-WI | 1776-12-01/1777-02-28 | - | expression"},
      {"He came in September 480 BC. Over the winter they starved. In March he left.", "2023-04-18",
       "BC0480-09 | -0479-09-01/-0479-09-30 | - | none; BC0479-WI | -0479-12-01/-0478-02-28 | - | "
       "expression; "
       "BC0479-03 | -0478-03-01/-0478-03-31 | - | expression"},
      {"They met in the winter of 1914.", "2023-04-18", "1914-WI | 1914-12-01/1915-02-28 | - | none"},
  };
  hold(rows, "narrative");
}

TEST_CASE("a narrative looks on from where its story stands") {
  const PlacedRow rows[] = {
      {"He came in May 1801. They were to meet again next spring.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 1802-SP | 1802-03-01/1802-05-31 | - | expression"},
      {"They came on 9 June 1667. He fled on 11 December 1688, and left for good on 23 December.",
       "2023-04-18",
       "1667-06-09 | 1667-06-09 | - | none; 1688-12-11 | 1688-12-11 | - | none; 1688-12-23 | 1688-12-23 | - "
       "| "
       "expression"},
      {"It was sold in 2022 until the end of 2025. The jubilee will be held on 14 June.", "2023-04-18",
       "2022 | 2022-01-01/2022-12-31 | - | none; 2025 | 2025-09-01/2025-12-31 | END | none; 2023-06-14 | "
       "2023-06-14 | - | article"},
      {"He came in 1790, a friend of the Club of '89.", "2023-04-18",
       "1790 | 1790-01-01/1790-12-31 | - | none; 1789 | 1789-01-01/1789-12-31 | - | none"},
      {"It rose in October 1917. It fell in 1918. By May of that year all was over.", "2023-04-18",
       "1917-10 | 1917-10-01/1917-10-31 | - | none; 1918 | 1918-01-01/1918-12-31 | - | none; "
       "1918-05 | 1918-05-01/1918-05-31 | - | expression"},
  };
  hold(rows, "narrative");
}

TEST_CASE("a month told right behind a year far off is that year's") {
  const PlacedRow rows[] = {
      {"In May 1801 he came. The eruption of AD 79, on 24 August, was long ago.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 0079 | 0079-01-01/0079-12-31 | - | none; 0079-08-24 | "
       "0079-08-22 | "
       "- | expression"},
      {"In May 1801 he came. The eruption of AD 79 was long ago. In June he left.", "2023-04-18",
       "1801-05 | 1801-05-01/1801-05-31 | - | none; 0079 | 0079-01-01/0079-12-31 | - | none; 1801-06 | "
       "1801-06-01/1801-06-30 | - | expression"},
  };
  hold(rows, "narrative");
}

TEST_CASE("a report is compared with the same quarter, or after nine months with the year") {
  const PlacedRow rows[] = {
      {"Third-quarter profit rose from $3 million a year earlier.", "1989-11-02",
       "1989-Q3 | 1989-07-01/1989-09-30 | - | article; 1988-Q3 | 1988-07-01/1988-09-30 | - | expression"},
      {"Third-quarter profit rose. In the nine months it rose from $9 million a year earlier.", "1989-11-02",
       "1989-Q3 | 1989-07-01/1989-09-30 | - | article; P9M | - | - | none; 1988 | 1988-01-01/1988-12-31 | - "
       "| expression"},
      {"Fourth-quarter profit rose from $3 million a year earlier.", "1989-11-02",
       "1989-Q4 | 1989-10-01/1989-12-31 | - | article; 1988-Q4 | 1988-10-01/1988-12-31 | - | expression"},
      {"It did better than in the year-ago quarter. For the latest quarter it lost $2 million.", "1989-11-02",
       "1988-Q3 | 1988-07-01/1988-09-30 | - | article; 1989-Q3 | 1989-07-01/1989-09-30 | - | article"},
  };
  hold(rows);
}

TEST_CASE("two words of evidence tell more than one") {
  const PlacedRow rows[] = {
      {"The dividend will be paid Dec. 14 to all.", "1989-10-26", "1989-12-14 | 1989-12-14 | - | article"},
      {"Its stock is to resume trading in Paris Tuesday.", "1989-10-27",
       "1989-10-31 | 1989-10-31 | - | article"},
      {"Its stock resumed trading in Paris Tuesday.", "1989-10-27", "1989-10-24 | 1989-10-24 | - | article"},
      {"It may open as soon as Tuesday.", "1989-10-27", "1989-10-31 | 1989-10-31 | - | article"},
      {"It was paid Dec. 14 to all.", "1989-10-26", "1988-12-14 | 1988-12-14 | - | article"},
  };
  hold(rows);
}

}  // namespace
}  // namespace annals
