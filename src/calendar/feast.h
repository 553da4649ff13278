// Feasts that fall on another day each year, and fixed ones, by a short code.
//
//   feast_day("D12-25", 2023) == 2023-12-25      a day of a month
//   feast_day("N11-4-4", 2023) == 2023-11-23     the fourth Thursday of November; -1 is the last
//   feast_day("E-2", 2024) == 2024-03-29         Good Friday, two days before Easter Sunday
#pragma once
#include <optional>
#include <string_view>

#include "calendar/day.h"

namespace annals {

// Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 1876), for years from 1583 on.
Day easter(Year year);
std::optional<Day> feast_day(std::string_view code, Year year);

}  // namespace annals
