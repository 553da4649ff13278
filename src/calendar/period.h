// A period of the calendar: a day, week, month, season, quarter, half, year, decade, century or millennium,
// counted by an index so that "the one before" is a subtraction.
//
//   containing(Granularity::month, 2024-03-13) - 1     -> 2024-02     first_day 2024-02-01, last_day 2024-02-29
//   containing(Granularity::season, 2024-03-13) - 3    -> 2023-SU     2023-06-01 .. 2023-08-31
//
// The 19th century is 1801-1900 (TIMEX3 "18"), the 1990s are 1990-1999 ("199"), winter of Y is December Y to
// February Y+1. Weeks are ISO weeks; a weekend is the Saturday and Sunday of its week.
#pragma once
#include <compare>
#include <cstdint>
#include <string>

#include "calendar/day.h"
#include "calendar/granularity.h"

namespace annals {

// Which months the seasons take. Northern, meteorological: spring begins in March.
struct Seasons {
  int spring_begins = 3;  // 1..12; summer three months later, and so on
  bool operator==(const Seasons&) const = default;
};
enum class Season : std::uint8_t { spring, summer, autumn, winter };

struct Period {
  Granularity grain = Granularity::day;  // never finer than a day, never part_of_day
  std::int64_t index = 0;                // consecutive periods have consecutive indices
  auto operator<=>(const Period&) const = default;
};
constexpr Period operator+(Period p, std::int64_t n) { return {p.grain, p.index + n}; }
constexpr Period operator-(Period p, std::int64_t n) { return {p.grain, p.index - n}; }

Period day_period(Day day);
Period week_period(const IsoWeek& week);
Period month_period(Year year, int month);                   // month 1..12
Period quarter_period(Year year, int quarter);               // 1..4
Period half_period(Year year, int half);                     // 1..2
Period year_period(Year year);
Period decade_period(Year first_year);                       // 1990 -> the 1990s
Period century_period(std::int64_t ordinal);                 // 19 -> 1801-1900; 1 -> 1-100; 0 -> 1st century BC; -1 -> 2nd BC
Period millennium_period(std::int64_t ordinal);              // 2 -> 1001-2000
Period season_period(Year year, Season season, const Seasons& seasons = {});  // `year` is the one it begins in
Season season_of(Period season, const Seasons& seasons = {});
Year year_of(Period period);  // the civil year the period begins in (winter 2023 -> 2023); weeks: their ISO year

Period containing(Granularity grain, Day day, const Seasons& seasons = {});
Day first_day(Period period, const Seasons& seasons = {});
Day last_day(Period period, const Seasons& seasons = {});

// The views. TIMEX3 as TempEval-3 writes it ("2023-SU", "1989-Q3", "199", "18", "1989-W43", "1989-W43-WE",
// "BC0044"); EDTF of the Library of Congress ("2023-22" summer, "1989-35" third quarter, "2004-40" first half,
// "199X" a decade; what EDTF has no code for, weeks and centuries, as an interval "1801/1900").
std::string timex3(Period period, const Seasons& seasons = {});
std::string edtf(Period period, const Seasons& seasons = {});

}  // namespace annals
