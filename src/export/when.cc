#include "export/when.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace annals {
namespace {

using Edge = std::optional<Moment>;

enum class Unit : std::uint8_t { clock, day, month, year };

bool opens(const Edge& edge, Unit unit) {
  if (!edge) return true;
  const Civil date = to_civil(edge->day);
  return date.day == 1 && (unit == Unit::month || date.month == 1);
}

bool closes(const Edge& edge, Unit unit) {
  if (!edge) return true;
  const Civil date = to_civil(edge->day);
  return date.day == days_in_month(date.year, date.month) && (unit == Unit::month || date.month == 12);
}

// The coarsest unit that says neither more nor less than was said.
Unit unit_of(const Edge& first, const Edge& last, Granularity precision) {
  if (precision < Granularity::day && (!first || first->clock) && (!last || last->clock)) return Unit::clock;
  for (const Unit unit : {Unit::year, Unit::month}) {
    const Granularity least = unit == Unit::year ? Granularity::year : Granularity::month;
    if (precision >= least && opens(first, unit) && closes(last, unit)) return unit;
  }
  return Unit::day;
}

std::string print(const Edge& edge, Unit unit) {
  if (!edge) return "";
  if (unit == Unit::year) return year_to_string(to_civil(edge->day).year);
  std::string text = unit == Unit::clock ? to_string(*edge) : to_string(edge->day);
  std::replace(text.begin(), text.end(), 'T', ' ');
  if (unit == Unit::month) text.resize(text.size() - 3);
  return text;
}

// "2024-03-12" behind "2024-03-01" is "12". Neither the minus
// of a year BC nor the offset of a clock time parts a date.
std::string behind(std::string_view first, const std::string& last, Unit unit) {
  const auto [in_first, in_last] = std::mismatch(first.begin(), first.end(), last.begin(), last.end());
  const auto differs = static_cast<std::size_t>(in_last - last.begin());
  const std::size_t digits = last.find_first_of("0123456789");
  if (differs == 0 || digits == std::string::npos) return last;
  const std::size_t cut = last.rfind(unit == Unit::clock ? ' ' : '-', differs - 1);
  return cut == std::string::npos || cut < digits ? last : last.substr(cut + 1);
}

std::string join(const Edge& first, const Edge& last, Unit unit, std::string_view sign) {
  std::string begin = print(first, unit);
  const std::string end = print(last, unit);
  if (begin == end && first) return begin;
  return begin + std::string(sign) + behind(begin, end, unit);
}

std::string window(const Edge& first, const Edge& last, Granularity precision) {
  return join(first, last, unit_of(first, last, precision), "..");
}

// "Since 1985" begins on the first day of 1985 and no other: the year it opens is still what was said.
std::string start_of(const Bounds& b, Granularity precision) {
  if (b.earliest_start != b.latest_start) return window(b.earliest_start, b.latest_start, precision);
  return print(b.latest_start, unit_of(b.latest_start, {}, precision));
}
std::string end_of(const Bounds& b, Granularity precision) {
  if (b.earliest_end != b.latest_end) return window(b.earliest_end, b.latest_end, precision);
  return print(b.latest_end, unit_of({}, b.latest_end, precision));
}

constexpr std::string_view dash = " – ";

std::string stretch(const Bounds& b, Granularity precision) {
  if (is_interval(b) && b.latest_start && b.earliest_end) {
    return join(b.latest_start, b.earliest_end, unit_of(b.latest_start, b.earliest_end, precision), dash);
  }
  const std::string start = start_of(b, precision), end = end_of(b, precision);
  if (!b.latest_end && (!b.earliest_end || b.earliest_end <= b.latest_start))
    return start + " – ..";  // since 1985
  if (!b.earliest_start && (!b.latest_start || b.latest_start >= b.earliest_end))
    return ".. – " + end;  // until 1985
  const std::string_view first = std::string_view(start).substr(0, start.find(".."));
  return (start.empty() ? ".." : start) + std::string(dash) +
         (end.empty() ? ".." : behind(first, end, Unit::day));
}

}  // namespace

std::string historical_when(const Event& event) { return historical_dates(when(event)); }

std::string historical_dates(std::string_view text) {
  std::string told;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = at + (text[at] == 'Y' ? 1 : 0),
                      digits = sign + (text.substr(sign, 1) == "-" ? 1 : 0);
    const std::size_t end = std::min(text.find_first_not_of("0123456789", digits), text.size());
    if (end - digits < 4) {  // no year; "-03" is a month
      told += text.substr(at, std::max(end, at + 1) - at);
      at = std::max(end, at + 1);
      continue;
    }
    const Year year = std::stoll(std::string(text.substr(sign, end - sign)));
    std::size_t rest = end;  // of the date: "-03-13"
    while (rest + 2 < text.size() && text[rest] == '-' &&
           std::isdigit(static_cast<unsigned char>(text[rest + 1])))
      rest += 3;
    if (year > 0 && year < 1000) told += "AD ";
    (told += std::to_string(year > 0 ? year : 1 - year)) += text.substr(end, rest - end);
    if (year <= 0) told += " BC";
    at = rest;
  }
  return told;
}

std::string when(const Event& event) {
  const Bounds& bounds = event.when;
  if (event.edtf.starts_with('[') && event.edtf.find(',') != std::string::npos)
    return event.edtf;  // one of these
  const bool instant = event.extent == Extent::instant || is_instant_within(bounds);
  std::string text = instant ? window(bounds.earliest_start, bounds.latest_end, event.precision)
                             : stretch(bounds, event.precision);
  if (event.approximate || event.uncertain) text += ' ';
  if (event.approximate) text += '~';
  if (event.uncertain) text += '?';
  return text;
}

}  // namespace annals
