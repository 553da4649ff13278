// The place of a year in the cycle of fifteen that began
// in 312, by which Byzantium, popes and notaries dated.
//
//   indiction(greek, 1147-03-01)               10
//   indiction_year(roman, 10, near 1140-05-01) 1 January to 31 December 1147
//
// It begins on 1 September in the East, on 24 September for Bede, the
// emperors and England, and on 1 January for the popes from the 12th century
// (V. Grumel, La chronologie, 1958). Days are those of the Julian calendar.
#pragma once
#include <cstdint>
#include <optional>

#include "calendar/calendars.h"

namespace annals {

enum class Indiction : std::uint8_t { greek, bedan, roman };
int indiction(Indiction style, Day day);  // 1..15
// The year of that number that is nearest to a day: none of another cycle lies less than seven years off.
std::optional<DaySpan> indiction_year(Indiction style, int number, Day near);

}  // namespace annals
