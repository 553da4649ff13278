#include "score/canonical_value.h"

#include "catch.h"

using annals::score::canonical_value;

TEST_CASE("equivalent spellings of a TIMEX3 value become one") {
  struct {
    const char *value, *canonical;
  } const rows[] = {
      {"P2DE", "P20Y"},
      {"P1CE", "P100Y"},
      {"P6Q", "P18M"},
      {"P4Q", "P1Y"},  // by way of months
      {"P24M", "P2Y"},
      {"P14D", "P2W"},
      {"PT48H", "P2D"},
      {"PT336H", "P2W"},   // by way of days
      {"PT1440M", "P1D"},  // by way of hours
      {"P010M", "P010M"},  // no whole year: as written
      {"PT90M", "PT90M"},  // no whole hour
      {"PXD", "PXD"},
      {"P1Y6M", "P1Y6M"},  // two units are left alone
      {"199X", "199"},
      {"BC05XX", "BC05"},
      {"19XX", "19"},
      {"XXXX", "XXXX"},
      {"1999-XX", "1999"},
      {"1999-XX-XX", "1999"},
      {"1999-07-XX", "1999-07"},
      {"1999-WXX", "1999-WXX"},
      {"1999-07-15T10:00:00", "1999-07-15T10"},
      {"1999-07-15T10:30:00", "1999-07-15T10:30"},
      {"1999-07-15T10:30Z", "1999-07-15T10:30"},
      {" p1y ", "P1Y"},
      {"present_ref", "PRESENT_REF"},
      {"", ""},
  };
  for (const auto& row : rows) {
    INFO(row.value);
    CHECK(canonical_value(row.value) == row.canonical);
  }
}

TEST_CASE("different values stay different") {
  for (const auto* value : {"P1M", "PT1M", "P7D", "199", "1999", "1999-W28", "1999-SU"}) {
    for (const auto* other : {"P3M", "PT3M", "P8D", "198", "199X-01", "1999-W29", "1999-FA"}) {
      INFO(value << " " << other);
      CHECK(canonical_value(value) != canonical_value(other));
    }
  }
}
