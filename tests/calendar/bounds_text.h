// Reads back what to_string(Bounds) prints, for the tables of the tests.
//
//   "2022-11-01/2022-11-30"     an interval            "../..1611-12-31"     open ends
//   "2020-11-10..2021-05-10"    without "/", the window of an instant
#pragma once
#include "calendar/bounds.h"

namespace annals {

inline bool read_end(std::string_view text, std::optional<Moment>& end) {
  if (text.empty()) return true;
  end = parse_moment(text);
  return end.has_value();
}

inline bool read_window(std::string_view text, std::optional<Moment>& from, std::optional<Moment>& to) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) {
    from = to = parse_moment(text);
    return from.has_value();
  }
  return read_end(text.substr(0, dots), from) && read_end(text.substr(dots + 2), to);
}

inline std::optional<Bounds> parse_bounds(std::string_view text) {
  Bounds bounds;
  const auto slash = text.find('/');
  const auto start = text.substr(0, slash);
  const auto end = slash == std::string_view::npos ? start : text.substr(slash + 1);
  if (!read_window(start, bounds.earliest_start, bounds.latest_start)) return {};
  if (!read_window(end, bounds.earliest_end, bounds.latest_end)) return {};
  return bounds;
}

}  // namespace annals
