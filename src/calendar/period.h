// A period of the calendar: a day, week, month, season, quarter, half, year, decade, century or millennium,
// counted by an index so that "the one before" is a subtraction.
//
//   containing(Granularity::month, 2024-03-13) - 1     -> 2024-02     first_day, last_day 2024-02-01, -29
//   containing(Granularity::season, 2024-03-13) - 3    -> 2023-SU     2023-06-01, 2023-08-31
//
// The 19th century is 1801-1900 (TIMEX3 "18"), the 1990s are 1990-1999 ("199"), winter of Y is December Y to
// February Y+1. Weeks are ISO weeks; a weekend is the Saturday and Sunday of its week.
//
// No year zero stands between 1 BC and AD 1, so the decades that meet there have nine years each, as people
// count them: the 50s BC are 59-50 BC, then 9-1 BC, then AD 1-9, then AD 10-19.
#pragma once
#include <compare>
#include <cstdint>
#include <string>

#include "calendar/day.h"
#include "calendar/floor.h"
#include "calendar/granularity.h"

namespace annals {

// Which months the seasons take. Northern, meteorological: spring begins in March. Southern: 9, so that
// summer of Y is December Y to February Y+1.
struct Seasons {
  int spring_begins = 3;  // 1..12; summer three months later, and so on
  bool operator==(const Seasons&) const = default;
};
enum class Season : std::uint8_t { spring, summer, autumn, winter };

struct Period {
  Granularity grain = Granularity::day;  // never finer than a day, never part_of_day
  std::int64_t index = 0;                // consecutive periods have consecutive indices, whatever the Seasons
  auto operator<=>(const Period&) const = default;
};
constexpr Period operator+(Period p, std::int64_t n) { return {p.grain, p.index + n}; }
constexpr Period operator-(Period p, std::int64_t n) { return {p.grain, p.index - n}; }

constexpr Period day_period(Day day) { return {Granularity::day, day.count}; }
Period week_period(const IsoWeek& week);
Period weekend_period(const IsoWeek& week);
// month 1..12, quarter 1..4, half 1..2
constexpr Period month_period(Year year, int month) { return {Granularity::month, year * 12 + month - 1}; }
constexpr Period quarter_period(Year year, int quarter) {
  return {Granularity::quarter, year * 4 + quarter - 1};
}
constexpr Period half_period(Year year, int half) { return {Granularity::half, year * 2 + half - 1}; }
constexpr Period year_period(Year year) { return {Granularity::year, year}; }
// Any year of it: 1990 -> the 1990s, -49 (50 BC) -> the 50s BC.
constexpr Period decade_period(Year year) {
  return {Granularity::decade, year > 0 ? year / 10 : -1 - (1 - year) / 10};
}
// 19 -> 1801-1900; 1 -> 1-100; 0 -> the 1st century BC (-0099..0000), -1 -> the 2nd.
constexpr Period century_period(std::int64_t ordinal) { return {Granularity::century, ordinal}; }
// 2 -> 1001-2000
constexpr Period millennium_period(std::int64_t ordinal) { return {Granularity::millennium, ordinal}; }
// `year` is the one it begins in.
Period season_period(Year year, Season season, const Seasons& seasons = {});
Season season_of(Period season, const Seasons& seasons = {});
// The civil year the period begins in (winter 2023 -> 2023); weeks: their ISO year.
Year year_of(Period period);

// A grain finer than a day gives the day.
Period containing(Granularity grain, Day day, const Seasons& seasons = {});
Day first_day(Period period, const Seasons& seasons = {});
Day last_day(Period period, const Seasons& seasons = {});

// The views. TIMEX3 as TempEval-3 writes it: "2023-SU", "1989-Q3", "2004-H1", "1989-W43", "1989-W43-WE",
// "BC0044". From the decade up it is the year's digits by position: "199"
// the 1990s, "18" the 19th century, "2" the third millennium, "BC005" the
// 50s BC, "BC00" the 1st century BC (BC0001-BC0100, as "00" is AD 1-100).
std::string timex3(Period period, const Seasons& seasons = {});
// EDTF of the Library of Congress: "2023-22" summer, "1989-35" third quarter, "2004-40" first half, "199X" a
// decade; what EDTF has no code for, weeks, centuries and decades BC, as an interval "1801/1900".
std::string edtf(Period period, const Seasons& seasons = {});

}  // namespace annals
