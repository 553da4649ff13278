// How fine a time was said: "in 1914" is a year and stays one.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace annals {

// From the finest to the coarsest, so that `a < b` reads "a is finer than b".
enum class Granularity : std::uint8_t {
  second,
  minute,
  hour,
  part_of_day,
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
  millennium
};

// "part-of-day", "month", ... as pages and exports write it.
std::string_view to_string(Granularity grain);
std::optional<Granularity> parse_granularity(std::string_view name);

}  // namespace annals
