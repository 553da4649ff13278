// Times a length away from an anchor: "three years ago", "two days later", "the past ten years".
#include <algorithm>
#include <cmath>

#include "calendar/floor.h"
#include "resolve/placing.h"

namespace annals {
namespace {

constexpr double kDeepPast = 365.25 * 1e5;  // days: "65 million years ago"

// "More than twenty years ago": TIMEX3 writes what was said, and the widened bounds tell the rest.
double said_amount(const Draft& length, double least, double most) {
  if (length.mod == "LESS_THAN" || length.mod == "EQUAL_OR_LESS") return most;
  if (length.mod == "MORE_THAN" || length.mod == "EQUAL_OR_MORE") return least;
  return (least + most) / 2;
}

// "Less than two years ago" is after the day two years ago; "in less than two years", before.
std::string modifier(const std::string& of_length, int sign) {
  if (of_length == "LESS_THAN") return sign < 0 ? "AFTER" : "BEFORE";
  if (of_length == "MORE_THAN") return sign < 0 ? "BEFORE" : "AFTER";
  return of_length;
}

// What can be said of the value where there is no anchor.
std::string open_distance(Granularity unit) {
  if (unit < Granularity::day) return "XXXX-XX-XXTXX";
  const std::string open = open_unit(unit);
  return open.empty() ? "XXXX" : open;
}

}  // namespace

// From the distance: in whole months where the unit is one, else in days.
void Placing::widen(Draft& d, const Draft& by, int sign, const Base& from) {
  const auto moved = [&](Day day, double days, double months) {
    if (by.most_months > 0) return months_on(day, std::llround(sign * months));
    return day + std::llround(sign * days);
  };
  Day a =
      moved(from.day, sign < 0 ? by.most_days : by.least_days, sign < 0 ? by.most_months : by.least_months);
  Day b =
      moved(from.last, sign < 0 ? by.least_days : by.most_days, sign < 0 ? by.least_months : by.most_months);
  if (a > b) std::swap(a, b);
  d.bounds = interval(first_day(containing(std::max(d.grain, Granularity::day), a, seasons()), seasons()),
                      last_day(containing(std::max(d.grain, Granularity::day), b, seasons()), seasons()));
}

Draft Placing::place(const Shifted& x) {
  const Draft by = draft(*x.by);
  std::optional<Base> from = x.from ? base_of(draft(*x.from)) : base(x.hang);
  const bool hours = by.unsaid && from && from->grain == Granularity::day && by.grain < Granularity::day;
  if ((by.unsaid && !hours) || by.most_days <= 0) {
    Draft d = unplaced(x.sign < 0 ? "PAST_REF" : "FUTURE_REF", "vague: how long is not said");
    if (from) d.anchor = from->anchor;
    return d;
  }
  if (by.grain >= Granularity::year && by.least_days > kDeepPast && x.sign < 0)
    return deep_past(said_amount(by, by.least_months, by.most_months) / 12, 0, Granularity::year);
  if (!from) return unplaced(open_distance(by.grain), kNoArticleDate);
  if (by.grain < Granularity::day) return moved_clock(*from, x, by);
  if (x.hang == Hang::quarter && r_.story().months_told()) from->grain = Granularity::year;
  const bool quarterly = from->grain == Granularity::quarter && by.grain == Granularity::year;
  if (by.grain < from->grain && from->grain <= Granularity::year && !quarterly)
    return moved_within(*from, x, by);
  // A year before the third quarter is a quarter; a year before 3 May, a year; a year ago today, a day.
  const Granularity counted = std::min(by.grain, Granularity::year);  // a decade ago: that year
  const Granularity grain =
      quarterly || x.from ? from->grain : std::max(counted, std::min(from->grain, Granularity::month));
  return moved_to(grain, *from, x, by);
}

// The period around the day so far off, its bounds as wide as the distance is open.
Draft Placing::moved_to(Granularity grain, const Base& from, const Shifted& x, const Draft& by) {
  const double days = said_amount(by, by.least_days, by.most_days);
  const double months = said_amount(by, by.least_months, by.most_months);
  const Day at = by.most_months > 0 ? months_on(from.day, std::llround(x.sign * months))
                                    : from.day + std::llround(x.sign * days);
  Draft d = of_period(around(grain, at), &from);
  if (by.least_days < by.most_days || by.least_months < by.most_months) {
    widen(d, by, x.sign, from);
    d.approximate = true;
  }
  d.mod = modifier(by.mod, x.sign);
  d.told_back = x.sign < 0 && x.hang != Hang::article;
  step("{} {} {}: {}", to_string(from.day), x.sign < 0 ? "less" : "plus", by.value, d.value);
  return d;
}

// "In 1913 ... two weeks later": no finer than what it is counted from.
Draft Placing::moved_within(const Base& from, const Shifted& x, const Draft& by) {
  Draft moved;
  widen(moved, by, x.sign, from);
  Draft d = unsaid_within(from, by.grain, moved.bounds.earliest_start->day, moved.bounds.latest_end->day);
  d.approximate = by.approximate;
  return d;
}

// Hours and minutes: only from an anchor that has a clock.
Draft Placing::moved_clock(const Base& from, const Shifted& x, const Draft& by) {
  Draft d = unplaced(x.sign < 0 ? "PAST_REF" : "FUTURE_REF", "the anchor has no clock time");
  d.anchor = from.anchor;
  d.type = TimexType::time;
  if (!from.clock || from.clock->hour < 0 || by.unsaid) {
    d.value = to_string(from.day) + "TXX";
    return d;
  }
  const auto seconds = seconds_into_day(*from.clock) + std::llround(x.sign * by.most_days * 86400);
  const std::int64_t over = floor_mod(seconds, 86400);
  const Day day = from.day + (seconds - over) / 86400;
  Clock clock{static_cast<int>(over / 3600), static_cast<int>(over / 60 % 60), -1,
              from.clock->offset_minutes};
  if (by.grain == Granularity::second) clock.second = static_cast<int>(over % 60);
  d = of_period(day_period(day), &from);
  d.type = TimexType::time;
  d.grain = by.grain;
  d.bounds = interval(Moment{day, clock}, Moment{day, clock});
  d.value = fmt::format("{}T{:02}:{:02}", to_string(day), clock.hour, clock.minute);
  return d;
}

Draft Placing::place(const Window& x) {
  Draft d = draft(*x.length);
  const bool narrative = is_narrative(r_.options().style);
  const std::optional<Base> from = base(narrative && x.hang == Hang::article ? Hang::reference : x.hang);
  d.type = TimexType::duration;
  if (!from || d.unsaid || d.most_days <= 0) return d;
  d.anchor = from->anchor;
  Draft edge = of_period(day_period(from->day));
  widen(edge, d, x.sign, *from);
  const Day first = x.sign < 0 ? edge.bounds.earliest_start->day : from->day;
  const Day last = x.sign < 0 ? from->day : edge.bounds.latest_end->day;
  d.bounds = interval(first, last);
  (x.sign < 0 ? d.end_value : d.begin_value) = to_string(from->day);
  d.placed = true;
  d.reason.clear();
  step("{} {} {}", d.value, x.sign < 0 ? "up to" : "from", to_string(from->day));
  return d;
}

}  // namespace annals
