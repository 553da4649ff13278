// Dates of any calendar from what each has to say for itself: on which day a year begins, how long its months
// are, and after how many years and days it comes round.
//
//   day_of<JulianCalendar>(1649, 1, 30)      a day, or nothing where the date does not exist
//   date_of<JulianCalendar>(day)             {1649, 1, 30}
#pragma once
#include <optional>

#include "calendar/day.h"
#include "calendar/floor.h"

namespace annals {

struct GregorianCalendar {
  static constexpr Year first_year = -farthest_year;
  static constexpr int months = 12;
  static constexpr std::int64_t cycle_years = 400, cycle_days = 146'097;
  static constexpr Day first_of_year(Year year) {
    return {365 * year + floor_div(year + 3, 4) - floor_div(year + 99, 100) + floor_div(year + 399, 400) -
            719'528};
  }
  static constexpr int days_in_month(Year year, int month) { return annals::days_in_month(year, month); }
};

template <typename C>
constexpr Year last_year_of() {
  if constexpr (requires { C::last_year; }) {
    return C::last_year;
  } else {
    return farthest_year;
  }
}
template <typename C>
constexpr bool has_year(Year year) {
  return year >= C::first_year && year <= last_year_of<C>();
}

// A month put in has no number in their order, so a calendar that has one tells its months' order itself.
template <typename C>
constexpr int month_after(Year year, int month) {
  if constexpr (requires { C::month_after(year, month); }) {
    return C::month_after(year, month);
  } else {
    return month + 1;
  }
}

template <typename C>
constexpr int month_length(Year year, int month) {
  return has_year<C>(year) && month >= 1 && month <= C::months ? C::days_in_month(year, month) : 0;
}

template <typename C>
constexpr std::optional<Day> day_of(Year year, int month, int day) {
  if (day < 1 || day > month_length<C>(year, month)) return {};
  Day first = C::first_of_year(year);
  for (int m = 1; m != month; m = month_after<C>(year, m)) first = first + C::days_in_month(year, m);
  return first + (day - 1);
}

// The mean year finds the year to within one or two; the first days of years have the last word.
template <typename C>
constexpr Year year_of(Day day) {
  const auto days = day - C::first_of_year(1);
  const auto cycle = floor_div(days, C::cycle_days);
  Year year = 1 + cycle * C::cycle_years + floor_mod(days, C::cycle_days) * C::cycle_years / C::cycle_days;
  while (day < C::first_of_year(year)) --year;
  while (day >= C::first_of_year(year + 1)) ++year;
  return year;
}

template <typename C>
constexpr std::optional<Civil> date_of(Day day) {
  if (day < C::first_of_year(C::first_year) || day >= C::first_of_year(last_year_of<C>() + 1)) return {};
  const auto year = year_of<C>(day);
  auto rest = day - C::first_of_year(year);
  int month = 1;
  for (; rest >= C::days_in_month(year, month); month = month_after<C>(year, month))
    rest -= C::days_in_month(year, month);
  return Civil{year, month, static_cast<int>(rest) + 1};
}

}  // namespace annals
