#include "calendar/feast.h"

#include <array>
#include <charconv>

#include "calendar/floor.h"

namespace annals {
namespace {

// The numbers of "11-4-4", "12-25", "-2", "+39"; a minus at the head of a number is its sign.
int read_numbers(std::string_view text, std::array<int, 3>& out) {
  int count = 0;
  while (!text.empty() && count < 3) {
    const bool plus = text.front() == '+';
    if (plus) text.remove_prefix(1);
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), out[static_cast<std::size_t>(count)]);
    if (error != std::errc{}) return 0;
    ++count;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  }
  return count;
}

Day on_or_after(Day day, int day_of_week) { return day + floor_mod(day_of_week - weekday(day), 7); }

std::optional<Day> nth_weekday(Calendar calendar, Year year, int month, int nth, int day_of_week) {
  const auto days = days_of_month(calendar, year, month);
  if (!days || nth == 0 || nth < -5 || nth > 5) return {};
  const Day day = nth > 0 ? on_or_after(days->first, day_of_week) + 7 * (nth - 1)
                          : on_or_after(days->last - 6, day_of_week) + 7 * (nth + 1);
  return day < days->first || day > days->last ? std::nullopt : std::optional(day);
}

// The anonymous computus of the Gregorian calendar, which counts months and days as one number.
std::int64_t gregorian_easter(Year year) {
  const std::int64_t a = floor_mod(year, 19);
  const std::int64_t b = floor_div(year, 100);
  const std::int64_t c = floor_mod(year, 100);
  const std::int64_t h =
      floor_mod(19 * a + b - floor_div(b, 4) - floor_div(b - floor_div(b + 8, 25) + 1, 3) + 15, 30);
  const std::int64_t l = floor_mod(32 + 2 * floor_mod(b, 4) + 2 * (c / 4) - h - c % 4, 7);
  const std::int64_t m = (a + 11 * h + 22 * l) / 451;
  return h + l - 7 * m + 114;
}

// The full moon of the cycle, d days after 21 March, and the Sunday after it.
std::int64_t julian_easter(Year year) {
  const std::int64_t d = (19 * floor_mod(year, 19) + 15) % 30;
  return d + (2 * floor_mod(year, 4) + 4 * floor_mod(year, 7) - d + 34) % 7 + 114;
}

bool has_easter(Calendar calendar, Year year) {
  if (year > farthest_year) return false;
  return (calendar == Calendar::gregorian && year >= 1583) || (calendar == Calendar::julian && year >= 326);
}

}  // namespace

Day easter(Year year, Calendar computus) {
  const bool julian = computus == Calendar::julian;
  const std::int64_t n = julian ? julian_easter(year) : gregorian_easter(year);
  return to_day(CalendarDate{julian ? computus : Calendar::gregorian, year, static_cast<int>(n / 31),
                             static_cast<int>(n % 31) + 1})
      .value_or(Day{});
}

std::optional<Day> feast_day(std::string_view code, Year year, Calendar calendar) {
  if (code.size() < 2) return {};
  std::array<int, 3> n{};
  const int count = read_numbers(code.substr(1), n);
  switch (code[0]) {
    case 'D': return count == 2 ? to_day({calendar, year, n[0], n[1]}) : std::nullopt;
    case 'N': return count == 3 ? nth_weekday(calendar, year, n[0], n[1], n[2]) : std::nullopt;
    case 'A': {
      const auto from = count == 3 ? to_day({calendar, year, n[0], n[1]}) : std::nullopt;
      return from ? std::optional(on_or_after(*from, n[2])) : std::nullopt;
    }
    case 'E':
      return count == 1 && has_easter(calendar, year) ? std::optional(easter(year, calendar) + n[0])
                                                      : std::nullopt;
    default: return {};
  }
}

namespace {

// Islamic years are shorter than ours: 33 of them pass in 32.
Year year_in(Calendar calendar, Year year) {
  return calendar == Calendar::hebrew ? year + 3760 : floor_div((year - 622) * 33, 32);
}

std::optional<Day> falls_in(Year year, Calendar calendar, int month, int day) {
  const Year about = year_in(calendar, year);
  for (Year counted = about - 1; counted <= about + 2; ++counted) {
    std::optional<Day> found = to_day({calendar, counted, month, day});
    if (!found && calendar == Calendar::hebrew && month == 7) found = to_day({calendar, counted, 6, day});
    if (found && to_civil(*found).year == year) return found;
  }
  return {};
}

}  // namespace

std::optional<Day> feast_in_year(std::string_view code, Year year) {
  if (code.size() < 2) return {};
  std::array<int, 3> n{};
  const int count = read_numbers(code.substr(1), n);
  switch (code[0]) {
    case 'H': return count == 2 ? falls_in(year, Calendar::hebrew, n[0], n[1]) : std::nullopt;
    case 'I': return count == 2 ? falls_in(year, Calendar::islamic, n[0], n[1]) : std::nullopt;
    case 'O':
      return count == 1 && year > 325 ? std::optional(easter(year, Calendar::julian) + n[0]) : std::nullopt;
    default: return feast_day(code, year);
  }
}

}  // namespace annals
