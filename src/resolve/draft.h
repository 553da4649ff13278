// A value on its way to the calendar: what placing has found so far. One value may hold others ("the first
// week of [May 1914]"), each with a draft of its own.
#pragma once
#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "calendar/calendars.h"
#include "resolve/resolved.h"
#include "value/value.h"

namespace annals {

struct Draft {
  TimexType type = TimexType::date;
  std::string edtf;  // where it is not that of the bounds: one of two days
  std::string value, mod, quant, freq, begin_value, end_value;
  std::optional<Period> period;  // where it is one
  Bounds bounds;
  bool placed = false;
  std::string reason;
  Granularity grain = Granularity::day;
  bool approximate = false, uncertain = false;
  bool told_back = false;                   // from another date of the text: "a year earlier"
  Calendar calendar = Calendar::gregorian;  // whose months a bare day behind it counts
  Anchor anchor;
  std::string policy;
  std::string note;  // calendar, convention, source, or what is odd about it
  // Of a length: its span in days and whole months, hedges applied, for what is counted with it.
  bool unsaid = false;  // "several years": least and most are those of the table of hedges
  double least_days = 0, most_days = 0, least_months = 0, most_months = 0;
};

// Which way a bare month or weekday points, and the evidence: "future (will)".
enum class Direction : std::uint8_t { unknown, past, future };
struct Tense {
  Direction direction = Direction::unknown;
  std::string evidence;
  int away = 0;  // how many tokens before the expression the word stands; negative: behind it
};

}  // namespace annals
