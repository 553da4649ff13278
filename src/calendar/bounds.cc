#include "calendar/bounds.h"

namespace annals {
namespace {

using End = std::optional<Moment>;

// The last moment that "09" or "09:30" can mean.
Moment to_the_full(Moment moment) {
  if (!moment.clock || moment.clock->hour == 24) return moment;
  if (moment.clock->minute < 0) moment.clock->minute = 59;
  if (moment.clock->second < 0) moment.clock->second = 59;
  return moment;
}

bool certainly_before(const End& end, const End& start) {
  if (!end || !start) return false;
  if (!end->clock || !start->clock) return end->day < start->day;
  return to_the_full(*end) < *start;
}

// window := moment | [moment] ".." [moment]
void append_window(std::string& out, const End& from, const End& to) {
  if (from) out += to_string(*from);
  if (from && from == to) return;
  out += "..";
  if (to) out += to_string(*to);
}

}  // namespace

Bounds interval(const Moment& first, const Moment& last) { return {first, first, last, last}; }
Bounds interval(Day first, Day last) { return interval(Moment{first, {}}, Moment{last, {}}); }
Bounds interval(Period period, const Seasons& seasons) {
  return interval(first_day(period, seasons), last_day(period, seasons));
}

Bounds instant_within(const Bounds& bounds) {
  return {bounds.earliest_start, bounds.latest_end, bounds.earliest_start, bounds.latest_end};
}

bool is_interval(const Bounds& bounds) {
  return bounds.earliest_start == bounds.latest_start && bounds.earliest_end == bounds.latest_end;
}

bool is_instant_within(const Bounds& bounds) {
  return bounds.earliest_start == bounds.earliest_end && bounds.latest_start == bounds.latest_end;
}

bool overlap(const Bounds& a, const Bounds& b) {
  return !certainly_before(a.latest_end, b.earliest_start) &&
         !certainly_before(b.latest_end, a.earliest_start);
}

std::string to_string(const Bounds& bounds) {
  std::string out;
  append_window(out, bounds.earliest_start, bounds.latest_start);
  append_window(out += '/', bounds.earliest_end, bounds.latest_end);
  return out;
}

}  // namespace annals
