// The closed list of operators that `means` may name, and the roles their arguments play.
//
//   means: {date: [year, month]}                     each name is a capture; its role is the name itself, or
//   means: {date: {year: y, month: =11}}             the role comes first, and =11 is a literal
//   means: {nth: [ordinal, unit], of: date}          further arguments have their role as key
//
// The sums behind them are in resolve/; the page for rule
// writers is rules/README.md. A test holds the three together.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace annals {

enum class Op : std::uint8_t {
  same,      // the capture's own value, unchanged
  date,      // the fields of a calendar date, as many as were said
  time,      // a clock time or part of the day, on a date where one was said
  at,        // the unit, month, weekday, season or part of day that holds the anchor: "this week", "today"
  previous,  // the latest one that is over: "last summer"; with `by`, that many back: "the day before
             // yesterday"
  next,      // the first one still to come
  ago,       // a duration back from the anchor
  hence,     // a duration on from the anchor
  so_far,    // from the unit's first day to the eve of the anchor: "earlier this month"
  rest_of,   // from the morrow of the anchor to the unit's last day: "later this month"
  nth,       // the n-th unit within another time: "the first week of March"; -1 is the last
  part,      // early, middle or late within another time
  hedge,     // about, nearly, more than: widened by the table of hedges
  span,      // from one time to another
  duration,  // a length of time
  past,      // the length that ends at the anchor: "the past three months"
  coming,    // the length that begins at the anchor
  set,       // a recurring time: "every Friday", "twice a year"
  vague,     // PRESENT_REF, PAST_REF, FUTURE_REF
  since,     // from a time on, open behind
  until,     // up to a time, open before
  before,    // up to the eve of a time: "ante 1612"
  after,     // from the morrow of a time on: "post 1480"
  one_of,    // one of several times: "either 742 or 747"
  period,    // a reign or period that a gazetteer names, or a year of it: "12 Henry VIII"
  sum,       // of numbers, or of durations
  product,   // of numbers
};

enum class Role : std::uint8_t {
  // fields of a date
  year,
  short_year,
  month,
  day,
  weekday,
  season,
  quarter,
  half,
  week,
  weekend,
  decade,
  century,
  millennium,
  era,
  fiscal,
  feast,
  order,
  calendar,   // its name (calendar/calendars.h)
  reckoning,  // OS, NS
  dual_year,  // 9 or 49 of 1648/9
  point,      // KAL NON ID: the Roman day that `number` counts back from
  indiction,
  reading,  // ocr: letters mended
  // fields of a time
  part_of_day,
  hour,
  minute,
  second,
  meridiem,
  zone,
  // amounts
  number,
  unit,
  ordinal,
  times,
  by,
  // whole values
  date,
  duration,
  of,
  on,
  from,
  to,
  value,
  part,
  hedge,
  anchor,
  way,
  name,  // TABLE/ROW of a gazetteer
};

std::optional<Op> parse_op(std::string_view name);
std::string_view to_string(Op op);
std::optional<Role> parse_role(std::string_view name);
std::string_view to_string(Role role);

struct Signature {
  Op op;
  std::vector<Role> needs;   // each must be there
  std::vector<Role> takes;   // may be there; for `needs` empty, at least one of these
  std::string_view example;  // a `means` line that is right, for the error message
};
const Signature& signature(Op op);

std::vector<std::string_view> op_names();
std::vector<std::string_view> role_names();

}  // namespace annals
