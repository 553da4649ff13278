#include "calendar/indiction.h"

#include "calendar/floor.h"

namespace annals {
namespace {

// The Julian year in which the year begins that this day lies in.
std::optional<Year> began(Day day, int month, int first) {
  const auto date = in_calendar(Calendar::julian, day);
  if (!date) return {};
  const bool earlier = date->month < month || (date->month == month && date->day < first);
  return date->year - (earlier ? 1 : 0);
}

constexpr int cycle = 15;
struct IndictionDay {
  Year year_one;
  int month, day;
};
constexpr IndictionDay first_of(Indiction style) {
  if (style == Indiction::greek) return {312, 9, 1};
  if (style == Indiction::bedan) return {312, 9, 24};
  return {313, 1, 1};
}

}  // namespace

int indiction(Indiction style, Day day) {
  const auto [year_one, month, first] = first_of(style);
  const Year year = began(day, month, first).value_or(year_one);
  return static_cast<int>(floor_mod(year - year_one, cycle)) + 1;
}

std::optional<DaySpan> indiction_year(Indiction style, int number, Day near) {
  const auto [year_one, month, first] = first_of(style);
  const auto year = began(near, month, first);
  if (!year || number < 1 || number > cycle) return {};
  const auto ahead = floor_mod(number - 1 - (*year - year_one), cycle);
  const Year begins = *year + ahead - (ahead > cycle / 2 ? cycle : 0);
  const auto begin = to_day({Calendar::julian, begins, month, first});
  const auto next = to_day({Calendar::julian, begins + 1, month, first});
  if (!begin || !next) return {};
  return DaySpan{*begin, *next - 1};
}

}  // namespace annals
