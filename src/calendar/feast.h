// Feasts that fall on another day each year, and fixed ones, by a short code.
//
//   feast_day("D12-25", 2023) == 2023-12-25      a day of a month
//   feast_day("N11-4-4", 2023) == 2023-11-23     the fourth Thursday of November; -1 is the last
//   feast_day("A11-27-7", 2023) == 2023-12-03    Advent: the first Sunday (7) on 27 November or after it
//   feast_day("E-2", 2024) == 2024-03-29         Good Friday, two days before Easter Sunday
//   feast_day("E+60", 1381, Calendar::julian) == 1381-06-21    Corpus Christi, 13 June as people wrote it
//   feast_day("D8-15", 5784, Calendar::hebrew) == 2024-04-23   Passover
#pragma once
#include <optional>
#include <string_view>

#include "calendar/calendars.h"
#include "calendar/day.h"

namespace annals {

// Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 1876), used from 1583 on, or of the
// Julian (the Alexandrian cycle of 19 years), which the West kept everywhere only from the 8th century.
Day easter(Year year, Calendar computus = Calendar::gregorian);
// Months, days and years are those of `calendar`. Nothing where the code is
// none, where the year has no such day (D2-30), or for Easter before 1583 by the
// Gregorian and before 326 by the Julian computus; other calendars have none.
std::optional<Day> feast_day(std::string_view code, Year year, Calendar calendar = Calendar::gregorian);

// Whether anything here can tell the day: not of L, a feast by a calendar that is not counted.
constexpr bool is_counted(std::string_view code) { return code != "L"; }

// The same within a Gregorian year, and of feasts that other calendars count:
//
//   feast_in_year("H3-25", 2018) == 2018-12-03     25 Kislev, Hanukkah; month 7 (Adar II) is 6 in most years
//   feast_in_year("I10-1", 1988) == 1988-05-17     1 Shawwal by the tables; the moon was seen a day before
//   feast_in_year("O+0", 2018) == 2018-04-08       Easter of the Eastern churches
//
// The first one where a year holds two; nothing where it holds none.
std::optional<Day> feast_in_year(std::string_view code, Year year);

}  // namespace annals
