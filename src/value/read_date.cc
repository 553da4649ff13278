// What dates and times of day say.
//
//   "44 BC"           Fields{year -43}
//   "half past four"  TimeOfDay{hour 4, minute 30, in words}
#include <algorithm>

#include "value/value_reader.h"

namespace annals {
namespace {

// Years before Christ count from 0 down: 44 BC is -43.
Year astronomical(double year, const std::string& era) {
  return static_cast<Year>(era == "BC" ? 1 - year : year);
}

}  // namespace

void apply_part(std::string_view of_day, TimeOfDay& time) {
  if (time.hour < 0) {
    time.part = of_day;
  } else if (time.hour == 12 && of_day == "MO") {
    time.hour = 0;  // "12 in the morning"
  } else if (time.hour == 12 && of_day == "NI") {
    time.hour = 24;  // "twelve o'clock last night"
  } else if (time.hour < 12 && (of_day == "AF" || of_day == "EV" || (of_day == "NI" && time.hour > 5))) {
    time.hour += 12;
  }
}

Operand ValueReader::date(const Call& call) const {
  if (const Box of = box(call, Role::of)) return more(call, *of);
  Fields f;
  f.telling = telling(call);
  const std::string said_era = sign(call, Role::era);
  f.era_said = !said_era.empty();
  const auto read_year = [&](Role role, std::optional<Year>& year) {
    if (const Operand said = argument(call, role); said.number) year = astronomical(*said.number, said_era);
  };
  read_year(Role::year, f.year);
  read_year(Role::decade, f.decade);
  read_year(Role::century, f.century);
  read_year(Role::millennium, f.millennium);
  if (const Operand year = argument(call, Role::short_year); year.number) {
    f.year = static_cast<Year>(*year.number), f.short_year = true;
  }
  f.month = whole(call, Role::month);
  f.day = whole(call, Role::day);
  f.weekday = whole(call, Role::weekday);
  f.week = whole(call, Role::week);
  f.quarter = whole(call, Role::quarter);
  f.half = whole(call, Role::half);
  f.season = season_index(sign(call, Role::season));
  f.weekend = static_cast<bool>(argument(call, Role::weekend));
  f.fiscal = static_cast<bool>(argument(call, Role::fiscal));
  f.feast = sign(call, Role::feast);
  f.unsure_order = sign(call, Role::order) == "unsure";
  f.hang = hang(call);
  return boxed({f});
}

// A date said, and more of it: "Tuesday [30 January 1649]", "[11 February 1731] O.S."
Operand ValueReader::more(const Call& call, const Value& of) const {
  const auto* said = std::get_if<Fields>(&of.said);
  if (said == nullptr) return boxed(of);
  Fields f = *said;
  if (const int weekday = whole(call, Role::weekday); weekday > 0) f.weekday = weekday;
  if (const Operand year = argument(call, Role::year); year.number) {
    const std::string era = sign(call, Role::era);
    f.year = astronomical(*year.number, era);
    f.era_said = !era.empty();
  }
  if (const auto more = telling(call)) {
    Telling t = f.telling ? *f.telling : Telling{};
    if (!more->era.empty()) t.era = more->era;
    if (!more->calendar.empty()) t.calendar = more->calendar;
    if (!more->reckoning.empty()) t.reckoning = more->reckoning;
    if (more->dual_year >= 0) t.dual_year = more->dual_year;
    if (more->indiction) t.indiction = more->indiction;
    f.telling = std::make_shared<const Telling>(std::move(t));
  }
  return boxed({f});
}

std::shared_ptr<const Telling> ValueReader::telling(const Call& call) const {
  Telling t;
  t.era = sign(call, Role::era);
  if (t.era == "BC" || t.era == "AD") t.era.clear();
  t.calendar = sign(call, Role::calendar);
  t.reckoning = sign(call, Role::reckoning);
  t.point = sign(call, Role::point);
  t.reading = sign(call, Role::reading);
  t.dual_year = whole(call, Role::dual_year, -1);
  t.indiction = whole(call, Role::indiction);
  t.count = whole(call, Role::number);
  return t == Telling{} ? nullptr : std::make_shared<const Telling>(std::move(t));
}

// A set within a set is one: "1667, 1668 or 1670".
Operand ValueReader::one_of(const Call& call) const {
  OneOf out;
  for (const Role role : {Role::from, Role::to}) {
    const Box date = box(call, role);
    const auto* inner = date ? std::get_if<OneOf>(&date->said) : nullptr;
    if (inner) out.dates.insert(out.dates.end(), inner->dates.begin(), inner->dates.end());
    if (date && !inner) out.dates.push_back(date);
  }
  return boxed({out});
}

Operand ValueReader::period(const Call& call) const {
  Named out;
  const std::string name = sign(call, Role::name);
  const std::size_t slash = name.find('/');
  out.table = name.substr(0, slash);
  out.row = slash == std::string::npos ? "" : name.substr(slash + 1);
  if (const std::string one = sign(call, Role::from), other = sign(call, Role::to); !one.empty())
    out.row = std::min(one, other) + "-" + std::max(one, other);  // of two names, in either order
  out.year = whole(call, Role::number);
  out.month = whole(call, Role::month);
  out.day = whole(call, Role::day);
  out.feast = sign(call, Role::feast);
  return boxed({out});
}

Operand ValueReader::time(const Call& call) const {
  TimeOfDay t;
  if (const Box of = box(call, Role::of)) {
    if (const auto* inner = std::get_if<TimeOfDay>(&of->said)) t = *inner;
  }
  const int hour = whole(call, Role::hour, -1);
  if (hour >= 0) t.hour = hour;
  if (hour > 24) t.hour = hour / 100, t.minute = hour % 100;  // 0430: both in one number
  if (const int minute = whole(call, Role::minute, -1); minute >= 0) t.minute = minute;
  if (const int second = whole(call, Role::second, -1); second >= 0) t.second = second;
  const std::string meridiem = sign(call, Role::meridiem);
  if (meridiem == "PM" && t.hour >= 0 && t.hour < 12) t.hour += 12;
  if (meridiem == "AM" && t.hour == 12) t.hour = 0;
  const std::string way = sign(call, Role::way);
  if (!way.empty()) {  // ten to four, half past three
    const int minutes = whole(call, Role::number);
    t.minute = way == "to" ? 60 - minutes : minutes;
    if (way == "to") t.hour = (t.hour + 23) % 24;
  }
  t.in_words = t.hour >= 0 && (t.minute < 0 || !way.empty() || t.in_words);
  if (const std::string of_day = sign(call, Role::part_of_day); !of_day.empty()) apply_part(of_day, t);
  t.half_said |=
      !meridiem.empty() || !t.part.empty() || t.hour > 12 || !sign(call, Role::part_of_day).empty();
  if (const Operand zone = argument(call, Role::zone); zone.number) {
    t.offset_minutes = static_cast<int>(*zone.number);
    t.utc = *zone.number == 0;
  }
  if (const Box on = box(call, Role::on)) t.on = on;
  return boxed({t});
}

}  // namespace annals
