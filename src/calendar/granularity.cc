#include "calendar/granularity.h"

#include <array>

namespace annals {
namespace {
constexpr std::array<std::string_view, 15> names = {
    "second", "minute",  "hour", "part-of-day", "day",    "weekend", "week",      "month",
    "season", "quarter", "half", "year",        "decade", "century", "millennium"};
static_assert(names[static_cast<std::size_t>(Granularity::millennium)] == "millennium");
}  // namespace

std::string_view to_string(Granularity grain) { return names[static_cast<std::size_t>(grain)]; }

std::optional<Granularity> parse_granularity(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Granularity>(i);
  return {};
}

}  // namespace annals
