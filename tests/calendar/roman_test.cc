#include "calendar/roman.h"

#include "catch.h"

using namespace annals;

namespace {
constexpr auto kalends = RomanMark::kalends, nones = RomanMark::nones, ides = RomanMark::ides;
}

TEST_CASE("days by kalends, nones and ides") {
  struct Row {
    RomanDate roman;
    Civil julian;
  };
  // The first rows are what sources say on days known otherwise; then the edges of each month's form, as in
  // the table of A. Cappelli, Cronologia, and the sample dates of E. M. Reingold and N. Dershowitz,
  // Calendrical Calculations (2008), appendix C.
  const Row rows[] = {
      {{-43, 3, ides}, {-43, 3, 15}},  // Caesar
      {{43, 6, kalends, 15}, {43, 5, 18}},
      {{14, 9, kalends, 14}, {14, 8, 19}},  // Augustus dies a.d. XIV Kal. Sept. (Suetonius, Augustus 100)
      {{64, 8, kalends, 14}, {64, 7, 19}},  // the fire of Rome, a.d. XIV Kal. Sext. (Tacitus, Annals 15.41)
      {{79, 9, kalends, 9}, {79, 8, 24}},   // Vesuvius, nonum kal. Septembres (Pliny, Letters 6.16)
      {{2024, 1, kalends}, {2024, 1, 1}},
      {{2024, 1, nones, 4}, {2024, 1, 2}},
      {{2024, 1, nones, 2}, {2024, 1, 4}},
      {{2024, 1, nones}, {2024, 1, 5}},
      {{2024, 1, ides, 8}, {2024, 1, 6}},
      {{2024, 1, ides}, {2024, 1, 13}},
      {{2024, 2, kalends, 19}, {2024, 1, 14}},
      {{2024, 2, kalends, 2}, {2024, 1, 31}},
      {{2024, 3, nones, 6}, {2024, 3, 2}},
      {{2024, 4, kalends, 17}, {2024, 3, 16}},
      {{2024, 1, kalends, 4}, {2024, 12, 29}},  // in December of the year said
      {{2023, 3, kalends, 16}, {2023, 2, 14}},
      {{2023, 3, kalends, 6}, {2023, 2, 24}},  // St Matthias
      {{2024, 3, kalends, 16}, {2024, 2, 14}},
      {{2024, 3, kalends, 7}, {2024, 2, 23}},
      {{2024, 3, kalends, 6, true}, {2024, 2, 24}},
      {{2024, 3, kalends, 6}, {2024, 2, 25}},
      {{2024, 3, kalends, 2}, {2024, 2, 29}},
      {{70, 10, kalends, 6}, {70, 9, 26}},
      {{135, 10, nones, 5}, {135, 10, 3}},
      {{470, 1, ides, 7}, {470, 1, 7}},
      {{576, 6, kalends, 15}, {576, 5, 18}},
      {{694, 11, ides, 7}, {694, 11, 7}},
      {{1013, 5, kalends, 13}, {1013, 4, 19}},
      {{1096, 6, kalends, 15}, {1096, 5, 18}},
      {{1190, 4, kalends, 17}, {1190, 3, 16}},
      {{1240, 3, nones, 5}, {1240, 3, 3}},
      {{1288, 4, kalends, 7}, {1288, 3, 26}},
      {{1298, 5, kalends, 12}, {1298, 4, 20}},
      {{1391, 6, nones, 2}, {1391, 6, 4}},
      {{1436, 2, kalends, 8}, {1436, 1, 25}},
      {{1492, 4, kalends, 2}, {1492, 3, 31}},
      {{1553, 9, ides, 5}, {1553, 9, 9}},
      {{1648, 6, kalends, 2}, {1648, 5, 31}},
      {{1680, 7, kalends, 12}, {1680, 6, 20}},
      {{1716, 7, ides, 3}, {1716, 7, 13}},
      {{1768, 6, ides, 6}, {1768, 6, 8}},
      {{1819, 8, kalends, 12}, {1819, 7, 21}},
      {{1839, 3, ides, 1}, {1839, 3, 15}},
      {{1903, 4, ides, 8}, {1903, 4, 6}},
      {{1929, 8, ides, 2}, {1929, 8, 12}},
      {{1941, 10, kalends, 16}, {1941, 9, 16}},
      {{1943, 4, ides, 8}, {1943, 4, 6}},
      {{1943, 10, kalends, 8}, {1943, 9, 24}},
      {{1992, 3, nones, 4}, {1992, 3, 4}},
      {{1996, 2, ides, 2}, {1996, 2, 12}},
      {{2038, 11, kalends, 5}, {2038, 10, 28}},
      {{2094, 7, nones, 3}, {2094, 7, 5}},
  };
  for (const auto& [roman, julian] : rows) {
    INFO(julian.year << "-" << julian.month << "-" << julian.day);
    const CalendarDate date{Calendar::julian, julian.year, julian.month, julian.day};
    CHECK(to_julian(roman) == date);
  }
}

// Rome counted forward to the next mark: this walks there, and counts the days on the way.
TEST_CASE("each day of two thousand years, by walking to its mark") {
  const Day end = *to_day({Calendar::julian, 2001, 1, 1});
  for (Day day = *to_day({Calendar::julian, -44, 1, 1}); day < end; day = day + 1) {
    const auto date = *in_calendar(Calendar::julian, day);
    int count = 1;
    auto mark = date;
    const auto is_mark = [&] {
      const bool late = mark.month == 3 || mark.month == 5 || mark.month == 7 || mark.month == 10;
      return mark.day == 1 || mark.day == (late ? 7 : 5) || mark.day == (late ? 15 : 13);
    };
    for (Day on = day; !is_mark(); ++count) mark = *in_calendar(Calendar::julian, on = on + 1);
    const bool leap = date.month == 2 && days_in_month(Calendar::julian, date.year, 2) == 29;
    if (leap && date.day > 13 && date.day <= 24) --count;  // the sixth is counted twice
    const RomanDate expected{date.year, mark.month,
                             mark.day == 1   ? kalends
                             : mark.day < 10 ? nones
                                             : ides,
                             count, leap && date.day == 24};
    if (to_julian(expected) != date) FAIL(to_string(date));
  }
}

TEST_CASE("days that Rome did not name so are none") {
  const RomanDate rows[] = {
      {2024, 1, nones, 5},
      {2024, 3, nones, 7},
      {2024, 1, ides, 9},
      {2024, 2, kalends, 20},
      {2024, 3, kalends, 17},
      {2024, 10, kalends, 19},
      {2024, 1, ides, 0},
      {2024, 0, ides},
      {2024, 13, ides},
      {2023, 3, kalends, 6, true},
      {2024, 3, kalends, 5, true},
      {2024, 3, ides, 6, true},
      {-45, 3, ides},
      {farthest_year + 1, 3, ides},
  };
  for (const auto& roman : rows) {
    INFO(roman.year << " " << roman.month << " " << static_cast<int>(roman.mark) << " " << roman.count);
    CHECK_FALSE(to_julian(roman));
  }
}
