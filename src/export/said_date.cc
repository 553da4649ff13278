#include "export/said_date.h"

namespace annals {
namespace {

enum class Part : std::uint8_t { year, month, day };

// The coarsest part that says neither more nor less: a year only where the window is whole years.
Part part_of(const std::optional<Moment>& first, const std::optional<Moment>& last, Granularity precision) {
  const auto whole = [&](bool months) {
    const auto opens = [&](const Civil& date) { return date.day == 1 && (!months || date.month == 1); };
    const auto closes = [&](const Civil& date) {
      return date.day == days_in_month(date.year, date.month) && (!months || date.month == 12);
    };
    return (!first || opens(to_civil(first->day))) && (!last || closes(to_civil(last->day)));
  };
  if (precision >= Granularity::year && whole(true)) return Part::year;
  return precision >= Granularity::month && whole(false) ? Part::month : Part::day;
}

std::optional<SaidDate> cut(const std::optional<Moment>& moment, Part part) {
  if (!moment) return {};
  const Civil date = to_civil(moment->day);
  return SaidDate{date.year, part >= Part::month ? date.month : 0, part == Part::day ? date.day : 0};
}

}  // namespace

SaidDates said_dates(const Event& event) {
  const Part part = part_of(event.when.earliest_start, event.when.latest_end, event.precision);
  SaidDates said{cut(event.when.earliest_start, part), cut(event.when.latest_end, part)};
  const auto is = [&](const std::optional<SaidDate>& outer, const std::optional<Moment>& inner) {
    return !outer || outer == cut(inner, part);  // an open end is not blurred
  };
  said.sharp = event.extent == Extent::span && is(said.first, event.when.latest_start) &&
               is(said.last, event.when.earliest_end);
  said.within = event.extent != Extent::span && !is_interval(event.when);
  if (said.first == said.last) said.last.reset();
  return said;
}

Year historical(Year year) { return year > 0 ? year : year - 1; }

}  // namespace annals
