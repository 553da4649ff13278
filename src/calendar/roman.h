// Days as Rome counted them: back from the kalends, nones or ides to come, both ends counted.
//
//   to_julian({43, 6, kalends, 15})    18 May 43       a.d. XV Kal. Iun.: month 6 is that of the kalends
//   to_julian({-43, 3, ides, 1})       15 March 44 BC
//   to_julian({-43, 3, ides, 2})       14 March 44 BC  pridie
//
// In the months of the Julian calendar; before 45 BC Rome's own months cannot be placed by a sum, and there
// is nothing. The year is the one the day lies in: a.d. IV Kal. Ian. 43 is 29 December 43. In a leap year 24
// and 25 February are both the sixth day before the kalends of March, and the first of them is the doubled
// one (bis sextus), as calendars of the Middle Ages have it (A. Cappelli, Cronologia, 1906).
#pragma once
#include <cstdint>
#include <optional>

#include "calendar/calendars.h"

namespace annals {

enum class RomanMark : std::uint8_t { kalends, nones, ides };

struct RomanDate {
  Year year = 0;
  int month = 1;  // of the mark: 1 in "a.d. IV Kal. Ian."
  RomanMark mark = RomanMark::kalends;
  int count = 1;     // 1 the day itself, 2 pridie, 3 a.d. III, ...
  bool bis = false;  // the doubled day, 24 February
};

// Nothing where Rome counted otherwise: "a.d. IX Id." is the nones.
std::optional<CalendarDate> to_julian(const RomanDate& date);

}  // namespace annals
