// Years told by their number in an era, a cycle or between games, as days.
//
//   days_of_year(Era::ab_urbe_condita, 710)   1 January to 31 December 44 BC (Julian)
//   days_of_year(Era::hispanic, 1383)         AD 1345, 38 years less
//   olympiad_year(194, 4)                     1 July 1 BC to 30 June AD 1
//   indiction(greek, 1147-03-01)              10
//
// E. J. Bickerman, Chronology of the Ancient World (1968), for the eras of antiquity; V. Grumel, La
// chronologie (1958), for those of Byzantium and for indictions. Days are those of the Julian calendar. Where
// a year began with a moon or with games, the day named here is a convention: see `loose_days`.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "calendar/calendars.h"

namespace annals {

enum class Era : std::uint8_t {
  hispanic,            // era of Spain: year 39 is AD 1
  ab_urbe_condita,     // Varro's: 1 is 753 BC, by consular years from 1 January
  byzantine,           // of the world: 1 begins on 1 September 5509 BC
  seleucid,            // Macedonian and Syrian: 1 begins in autumn 312 BC, 1 October by convention
  seleucid_babylonian  // 1 begins with Nisan, about 3 April 311 BC
};
inline constexpr std::array all_eras{Era::hispanic, Era::ab_urbe_condita, Era::byzantine, Era::seleucid,
                                     Era::seleucid_babylonian};
std::string_view to_string(Era era);  // "hispanic", "ab-urbe-condita", ... as pages write it
std::optional<Era> era_named(std::string_view name);

std::optional<DaySpan> days_of_year(Era era, Year year);  // years count from 1
std::optional<Year> year_in(Era era, Day day);            // nothing before year 1
// How many days either way the first day of a year may lie from the one given: 0 but for the Seleucid eras.
int loose_days(Era era);

// Olympiads of four years, from the games of the summer of 776 BC; the first of July stands for the full moon
// of the games, in July or August. Without a year, all four.
std::optional<DaySpan> olympiad(Year number);
std::optional<DaySpan> olympiad_year(Year number, int year);  // 1..4
inline constexpr int olympiad_loose_days = 50;

// The place of a year in a cycle of fifteen, whose first began in 312; it begins on 1 September in the East,
// on 24 September for Bede, the emperors and England, and on 1 January for the popes from the 12th century.
enum class Indiction : std::uint8_t { greek, bedan, roman };
int indiction(Indiction style, Day day);  // 1..15
// The year of that number that is nearest to a day: none of another cycle lies less than seven years off.
std::optional<DaySpan> indiction_year(Indiction style, int number, Day near);

}  // namespace annals
