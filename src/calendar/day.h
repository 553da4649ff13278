// A day of the proleptic Gregorian calendar, of any year.
//
//   to_day({1914, 6, 28}) + 10 == to_day({1914, 7, 8})
//   to_string(to_day({-43, 3, 13})) == "-0043-03-13"      44 BC: year 0 is 1 BC, as in EDTF and ISO 8601
//
// Years are 64-bit: date::year is a short and wraps without a word, so the sums go through it only after the
// year is brought into one 400-year cycle (146,097 days, after which the calendar repeats to the weekday).
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/floor.h"

namespace annals {

using Year = std::int64_t;  // astronomical: 0 is 1 BC, -43 is 44 BC

// All sums are exact for years within +-10^13, and the
// readers accept no others. Beyond +-10^16 to_day saturates.
constexpr Year farthest_year = 10'000'000'000'000;

struct Day {
  std::int64_t count = 0;  // days since 1970-01-01
  auto operator<=>(const Day&) const = default;
};
constexpr Day operator+(Day day, std::int64_t days) { return {day.count + days}; }
constexpr Day operator-(Day day, std::int64_t days) { return {day.count - days}; }
constexpr std::int64_t operator-(Day a, Day b) { return a.count - b.count; }

struct Civil {
  Year year = 0;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
  auto operator<=>(const Civil&) const = default;
};

constexpr bool is_leap(Year year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
// The month must be 1..12.
constexpr int days_in_month(Year year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}
// False for 30 February 1900.
constexpr bool exists(const Civil& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

Day to_day(const Civil& date);  // the date must exist
Civil to_civil(Day day);

// ISO 8601: Monday 1 .. Sunday 7. 1970-01-01 was a Thursday.
constexpr int weekday(Day day) { return static_cast<int>((floor_mod(day.count, 7) + 3) % 7) + 1; }

struct IsoWeek {
  Year year = 0;  // the week's own year: 2021-01-01 lies in 2020-W53
  int week = 1;   // 1..53
  auto operator<=>(const IsoWeek&) const = default;
};
IsoWeek to_iso_week(Day day);
Day monday_of(const IsoWeek& week);

// Years as EDTF prints them: "0843", "-0043", and beyond four digits "Y-65000000".
std::string year_to_string(Year year);
std::string to_string(Day day);
// Reads back what to_string prints. parse_civil asks for the shape alone, so that 2023-02-30 can be told from
// a text that is no date; parse_day wants the date to exist.
std::optional<Civil> parse_civil(std::string_view text);
std::optional<Day> parse_day(std::string_view text);

// A day `months` calendar months away; a day that month does
// not have becomes its last (31 January + 1 = 28 February).
Day add_months(Day day, std::int64_t months);

}  // namespace annals
