#include "export/when.h"

#include "calendar/bounds_text.h"
#include "catch.h"
#include "export/columns.h"
#include "sample.h"

using namespace annals;

TEST_CASE("when, in the first column") {
  struct Row {
    std::string bounds;  // the four edges, in the printed form of Bounds
    Granularity precision;
    Extent extent;
    std::string qualifier, expected;
  };
  using G = Granularity;
  constexpr Extent instant = Extent::instant, span = Extent::span;
  const Row rows[] = {
      {"2022-11-01..2022-11-30/2022-11-01..2022-11-30", G::month, instant, "", "2022-11"},
      {"2023-06-01..2023-08-31/2023-06-01..2023-08-31", G::season, instant, "", "2023-06..08"},
      {"2023-12-01..2024-02-29/2023-12-01..2024-02-29", G::season, instant, "", "2023-12..2024-02"},
      {"2024-03-01..2024-03-12/2024-03-01..2024-03-12", G::day, instant, "", "2024-03-01..12"},
      {"2024-03-01..2024-03-12/2024-03-01..2024-03-12", G::month, instant, "", "2024-03-01..12"},
      {"2020-11-01..2021-05-31/2020-11-01..2021-05-31", G::month, instant, "~", "2020-11..2021-05 ~"},
      {"1914-01-01..1914-12-31/1914-01-01..1914-12-31", G::year, instant, "?", "1914 ?"},
      {"1914-01-01..1914-12-31/1914-01-01..1914-12-31", G::month, instant, "~?", "1914-01..12 ~?"},
      {"1914-01-01..1914-12-31/1914-01-01..1914-12-31", G::day, instant, "", "1914-01-01..12-31"},
      {"1914-06-28/1914-07-08", G::day, span, "", "1914-06-28 – 07-08"},
      {"1914-06-21..1914-06-30/1914-07-01..1914-07-10", G::day, span, "", "1914-06-21..30 – 07-01..10"},
      {"1939-01-01/1945-12-31", G::year, span, "", "1939 – 1945"},
      {"1939-01-01..1939-12-31/1945-01-01..1945-12-31", G::year, span, "", "1939 – 1945"},
      {"2022-11-01/2022-11-30", G::month, span, "", "2022-11"},
      {"1801-01-01..1900-12-31/1801-01-01..1900-12-31", G::century, instant, "", "1801..1900"},
      {"-0043-03-13/-0043-03-13", G::day, instant, "", "-0043-03-13"},
      {"-0043-03-13..-0043-03-15/-0043-03-13..-0043-03-15", G::day, instant, "", "-0043-03-13..15"},
      {"-0099-01-01..-0090-12-31/-0099-01-01..-0090-12-31", G::decade, instant, "", "-0099..-0090"},
      {"../..1611-12-31", G::year, instant, "", "..1611"},
      {"1985-01-01../..", G::year, instant, "", "1985.."},
      {"1985-01-01/..", G::year, span, "", "1985 – .."},
      {"../1611-12-31", G::year, span, "", ".. – 1611"},
      {"2024-03-13T09:30/2024-03-13T09:30", G::minute, instant, "", "2024-03-13 09:30"},
      {"2024-03-13T09:30/2024-03-13T10:15", G::minute, span, "", "2024-03-13 09:30 – 10:15"},
      {"2024-03-13T09:30-05:00..2024-03-13T09:30-04:00/2024-03-13T09:30-05:00..2024-03-13T09:30-04:00",
       G::minute, instant, "", "2024-03-13 09:30-05:00..09:30-04:00"},
  };
  for (const Row& row : rows) {
    INFO(row.bounds);
    Event event;
    const auto bounds = parse_bounds(row.bounds);
    REQUIRE(bounds);
    event.when = *bounds;
    event.precision = row.precision;
    event.extent = row.extent;
    event.approximate = row.qualifier.find('~') != std::string::npos;
    event.uncertain = row.qualifier.find('?') != std::string::npos;
    CHECK(when(event) == row.expected);
  }
}

TEST_CASE("years are told without a year zero to who looks at them") {
  const std::pair<const char*, const char*> rows[] = {
      {"-0043-03-13/-0043-03-13", "44-03-13 BC"},
      {"-0043-03-13..-0043-03-16", "44-03-13 BC..16"},
      {"0000-01-01/0000-12-31", "1 BC"},
      {"-0026-01-01/0004-12-31", "27 BC – AD 4"},
      {"0079-08-24/0079-08-24", "AD 79-08-24"},
      {"1914-06-28/1914-06-28", "1914-06-28"},
      {"2024-03-13T09:30-05:00/2024-03-13T09:30-05:00", "2024-03-13 09:30-05:00"},
      {"Y-65999999-01-01/Y-65999999-12-31", "66000000 BC"},
      {"../-0099-12-31", ".. – 100 BC"},
  };
  for (const auto& [bounds, told] : rows) {
    Event event;
    event.when = *parse_bounds(bounds);
    event.extent = std::string(bounds).find("/") == std::string::npos ? Extent::instant : Extent::span;
    event.precision =
        std::string(bounds).find("-12-31") == std::string::npos ? Granularity::minute : Granularity::year;
    INFO(bounds);
    CHECK(historical_when(event) == told);
  }
}

TEST_CASE("columns of a terminal") {
  struct Row {
    std::string text;
    std::size_t width, to;
    std::string fitted;
  };
  const Row rows[] = {
      {"restored the account", 20, 12, "restored th…"},
      {"restored the account", 20, 10, "restored…"},  // no blank before the ellipsis
      {"restored", 8, 8, "restored"},
      {"Z\u030Ci\u017Ekov", 6, 3,
       "Z\u030Ci…"},  // a caron of its own takes no column and stays with its letter
      {"東京都", 6, 4, "東…"},
      {"👩‍👩‍👧 x", 4, 3, "👩‍👩‍👧…"},
      {"🇨🇿", 2, 1, "…"},
      {"", 0, 0, ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(columns(row.text) == row.width);
    CHECK(fit(row.text, row.to) == row.fitted);
  }
}
