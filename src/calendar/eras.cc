#include "calendar/eras.h"

#include "calendar/floor.h"

namespace annals {
namespace {

struct Reckoning {
  std::string_view name;
  Year before_first;  // the Julian year in which year 0 would begin
  int month, day;
  int loose_days;
};
constexpr std::array<Reckoning, all_eras.size()> reckonings = {{
    {"hispanic", -38, 1, 1, 0},
    {"ab-urbe-condita", -753, 1, 1, 0},
    {"byzantine", -5509, 9, 1, 0},
    {"seleucid", -312, 10, 1, 30},
    {"seleucid-babylonian", -311, 4, 3, 30},
}};
const Reckoning& of(Era era) { return reckonings[static_cast<std::size_t>(era)]; }

std::optional<DaySpan> year_from(Year year, int month, int day, Year years = 1) {
  const auto first = to_day({Calendar::julian, year, month, day});
  const auto next = to_day({Calendar::julian, year + years, month, day});
  if (!first || !next) return {};
  return DaySpan{*first, *next - 1};
}

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

std::string_view to_string(Era era) { return of(era).name; }

std::optional<Era> era_named(std::string_view name) {
  for (const auto era : all_eras)
    if (to_string(era) == name) return era;
  return {};
}

std::optional<DaySpan> days_of_year(Era era, Year year) {
  if (year < 1 || year > farthest_year) return {};
  const auto& reckoning = of(era);
  return year_from(reckoning.before_first + year, reckoning.month, reckoning.day);
}

std::optional<Year> year_in(Era era, Day day) {
  const auto& reckoning = of(era);
  const auto first = began(day, reckoning.month, reckoning.day);
  if (!first || *first <= reckoning.before_first) return {};
  return *first - reckoning.before_first;
}

int loose_days(Era era) { return of(era).loose_days; }

std::optional<DaySpan> olympiad(Year number) {
  if (number < 1 || number > farthest_year / 4) return {};
  return year_from(-775 + 4 * (number - 1), 7, 1, 4);
}

std::optional<DaySpan> olympiad_year(Year number, int year) {
  if (number < 1 || number > farthest_year / 4 || year < 1 || year > 4) return {};
  return year_from(-775 + 4 * (number - 1) + year - 1, 7, 1);
}

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
  return year_from(*year + ahead - (ahead > cycle / 2 ? cycle : 0), month, first);
}

}  // namespace annals
