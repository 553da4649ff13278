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

std::optional<Day> nth_weekday(Year year, int month, int nth, int day_of_week) {
  if (month < 1 || month > 12 || nth == 0 || nth < -5 || nth > 5) return {};
  if (nth > 0) {
    const Day first = to_day({year, month, 1});
    return first + floor_mod(day_of_week - weekday(first), 7) + 7 * (nth - 1);
  }
  const Day last = to_day({year, month, days_in_month(year, month)});
  return last - floor_mod(weekday(last) - day_of_week, 7) + 7 * (nth + 1);
}

}  // namespace

Day easter(Year year) {
  const std::int64_t a = floor_mod(year, 19);
  const std::int64_t b = floor_div(year, 100);
  const std::int64_t c = floor_mod(year, 100);
  const std::int64_t h = floor_mod(19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15, 30);
  const std::int64_t l = floor_mod(32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4, 7);
  const std::int64_t m = (a + 11 * h + 22 * l) / 451;
  const std::int64_t n = h + l - 7 * m + 114;
  return to_day({year, static_cast<int>(n / 31), static_cast<int>(n % 31) + 1});
}

std::optional<Day> feast_day(std::string_view code, Year year) {
  if (code.size() < 2) return {};
  std::array<int, 3> n{};
  const int count = read_numbers(code.substr(1), n);
  switch (code[0]) {
    case 'D':
      if (count != 2 || !exists({year, n[0], n[1]})) return {};
      return to_day({year, n[0], n[1]});
    case 'N': return count == 3 ? nth_weekday(year, n[0], n[1], n[2]) : std::nullopt;
    case 'E': return count == 1 && year >= 1583 ? std::optional(easter(year) + n[0]) : std::nullopt;
    default: return {};
  }
}

}  // namespace annals
