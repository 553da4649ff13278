// Times told from an anchor: this, last and next, so long ago, earlier this month.
#include <algorithm>
#include <cmath>

#include "calendar/feast.h"
#include "resolve/placing.h"

namespace annals {
namespace {

constexpr std::int64_t kMostTurns = 12;     // years to look for a day that not every year has: 29 February
constexpr double kDeepPast = 365.25 * 1e5;  // days: "65 million years ago"
constexpr std::size_t kClose = 30;          // between two that tell one date: "of AD 79, on 24 August"

std::string vague_reference(int step) {
  return step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

std::string open_unit(Granularity unit) {
  switch (unit) {
    case Granularity::year: return "XXXX";
    case Granularity::month: return "XXXX-XX";
    case Granularity::week: return "XXXX-WXX";
    case Granularity::day: return "XXXX-XX-XX";
    default: return "";
  }
}

std::int64_t days_in(Granularity unit) {
  return unit <= Granularity::day ? 1 : unit <= Granularity::week ? 7 : unit == Granularity::month ? 30 : 91;
}

// "More than twenty years ago": TIMEX3 writes what was said, and the widened bounds tell the rest.
double said_amount(const Draft& length, double least, double most) {
  if (length.mod == "LESS_THAN" || length.mod == "EQUAL_OR_LESS") return most;
  if (length.mod == "MORE_THAN" || length.mod == "EQUAL_OR_MORE") return least;
  return (least + most) / 2;
}

// "XX": the month or the day of a date told that is coarser than what is counted from it.
std::string unsaid_part(Granularity unit) {
  switch (unit) {
    case Granularity::month: return "-XX";
    case Granularity::weekend: return "-WXX-WE";
    case Granularity::week: return "-WXX";
    case Granularity::day: return "-XX-XX";
    default: return "-QX";
  }
}

}  // namespace

// "In May 1918 ... that same day": some day of that month, which one is not said. The bounds are those of all
// its days.
Draft Placing::unsaid_within(const Base& from, Granularity unit, Day first, Day last) {
  const Day middle = first + (last - first) / 2;
  Draft d = of_period(containing(from.grain, middle, seasons()), &from);
  const Civil at = to_civil(middle);
  d.value = unit == Granularity::day &&
                    containing(Granularity::month, first) == containing(Granularity::month, last)
                ? timex3(month_period(at.year, at.month)) + "-XX"
                : timex3(year_period(at.year)) + unsaid_part(unit);
  d.bounds = interval(first, last);
  step("which {} of {} is not said: {}", to_string(unit), timex3(*d.period, seasons()), d.value);
  return d;
}

std::optional<Placing::Base> Placing::base(Hang hang) {
  if (hang == Hang::reference) {
    if (const Told* const told = r_.reference(span_.begin)) return base_of(*told);
  }
  if (hang == Hang::quarter && r_.story().quarter()) return base_of(*r_.story().quarter());
  const std::optional<Anchor> now = r_.day_of_writing(span_.begin);
  if (!now) return {};
  return Base{now->at->day, now->at->day, now->at->clock, Granularity::day, *now};
}

const Told* Placing::told_close_by() const {
  const Told* const told = r_.story().latest_near(r_.text(), span_.begin);
  if (told == nullptr) return nullptr;
  const std::string_view between = r_.text().substr(told->end, span_.begin - told->end);
  const bool ends =
      between.find(". ") != std::string_view::npos || between.find("; ") != std::string_view::npos;
  return ends || between.size() > kClose ? nullptr : told;
}

// Days are counted from days; a month or a year of an older calendar begins on another day than ours of its
// name.
Placing::Base Placing::base_of(Period period) const {
  const auto day = [&](Day label) {
    return period.grain > Granularity::week ? reckoning().unlabel(label) : label;
  };
  Base out;
  out.day = day(first_day(period, seasons()));
  out.last = day(last_day(period, seasons()));
  out.grain = period.grain;
  return out;
}

Placing::Base Placing::base_of(const Told& told) const {
  Base out = base_of(told.period);
  if (told.bounds.earliest_start && told.bounds.earliest_start->clock)
    out.clock = told.bounds.earliest_start->clock;
  out.anchor = {AnchorKind::expression, Moment{first_day(told.period, seasons()), out.clock},
                told.expression};
  out.calendar = told.calendar;
  return out;
}

std::optional<Placing::Base> Placing::base_of(const Draft& d) {
  if (!d.period) return {};
  Base out = base_of(*d.period);
  out.anchor = d.anchor;
  if (d.bounds.earliest_start) out.clock = d.bounds.earliest_start->clock;
  return out;
}

bool Placing::has_name(const Target& target) const {
  using Kind = Target::Kind;
  return target.kind == Kind::month || target.kind == Kind::weekday || target.kind == Kind::season ||
         target.kind == Kind::quarter || target.kind == Kind::half || target.kind == Kind::day ||
         target.kind == Kind::feast;
}

// The occurrence of a named month, weekday, season, ... in the year (week) of `near`, or `turn` further.
Period Placing::named(const Target& target, Day near, std::int64_t turn) const {
  Fields fields;
  switch (target.kind) {
    case Target::Kind::month: fields.month = target.index; break;
    case Target::Kind::weekday: fields.weekday = target.index; break;
    case Target::Kind::season: fields.season = target.index; break;
    case Target::Kind::quarter: fields.quarter = target.index; break;
    case Target::Kind::half: fields.half = target.index; break;
    case Target::Kind::feast: fields.feast = target.sign; break;
    default: fields.day = target.index; break;
  }
  const std::optional<Period> found = occurrence(fields, near, turn);
  return found ? *found : day_period(near);
}

Draft Placing::place(const Deictic& x) {
  using Kind = Target::Kind;
  const std::optional<Base> from = x.of ? base_of(draft(*x.of)) : base(x.hang);
  if (!from) return without_anchor(x);
  if (x.target.kind == Kind::part_of_day) return part_of_day(x, *from);
  if (x.target.kind == Kind::feast && !is_counted(x.target.sign))
    return unplaced(vague_reference(x.step), "its calendar is not counted here");
  if (has_name(x.target)) return turned(x, *from);
  const Granularity unit = x.target.unit;
  if (unit < Granularity::day) {
    Draft d = unplaced(vague_reference(x.step), "vague");
    d.anchor = from->anchor;
    return d;
  }
  if (from->anchor.kind == AnchorKind::expression && unit < std::min(from->grain, Granularity::year))
    return unsaid_within(*from, unit, from->day + days_in(unit) * x.step,
                         from->last + days_in(unit) * x.step);
  const Day near = x.step > 0 ? from->last : from->day;
  // No quarter told yet: reports are of the last one that is over.
  const int by = x.hang == Hang::quarter && from->anchor.kind == AnchorKind::article ? x.step - 1 : x.step;
  const Period period = around(unit, near) + by;
  step("the {} of {}, {} on: {}", to_string(unit), to_string(near), by, timex3(period, seasons()));
  Draft d = of_period(period, &*from);
  d.told_back = by < 0 && (from->anchor.kind == AnchorKind::expression || x.step < -1);
  if (x.target.kind == Kind::fiscal_year) d.value = "FY" + d.value;
  return d;
}

Draft Placing::without_anchor(const Deictic& x) {
  const bool has_day = x.target.kind == Target::Kind::part_of_day;
  Draft d = unplaced(x.target.kind == Target::Kind::unit ? open_unit(x.target.unit) : "", kNoArticleDate);
  if (d.value.empty()) d.value = has_day ? "XXXX-XX-XXT" + x.target.sign : vague_reference(x.step);
  if (has_day) d.type = TimexType::time;
  return d;
}

// "last night", "tomorrow morning".
Draft Placing::part_of_day(const Deictic& x, const Base& from) {
  const Day day = from.day + x.step;
  Draft d = from.grain > Granularity::day ? unsaid_within(from, Granularity::day, day, from.last + x.step)
                                          : of_period(day_period(day), &from);
  d.type = TimexType::time;
  d.grain = Granularity::part_of_day;
  d.value += "T" + x.target.sign;
  step("{} of the day {} from {}", x.target.sign, x.step, to_string(from.day));
  return d;
}

// "last summer", "next Friday", "this March": the latest one that is over, the first still to come, or the
// one of this year (week).
Draft Placing::turned(const Deictic& x, const Base& from) {
  const Period found = named(x.target, from.day, turns_to(x, from));
  step("{} from {}: {}",
       x.step < 0   ? "the latest one over"
       : x.step > 0 ? "the first to come"
                    : "the one around",
       to_string(from.day), timex3(found, seasons()));
  Draft d = of_period(found, &from);
  d.told_back = x.step < 0 && from.anchor.kind == AnchorKind::expression;
  return d;
}

// How many years or weeks away it is.
std::int64_t Placing::turns_to(const Deictic& x, const Base& from) const {
  const auto first = [&](std::int64_t turn) { return first_day(named(x.target, from.day, turn), seasons()); };
  const auto last = [&](std::int64_t turn) { return last_day(named(x.target, from.day, turn), seasons()); };
  std::int64_t turn = 0;
  if (x.step < 0) {
    turn = 1;
    while (turn > -kMostTurns && last(turn) >= from.day) --turn;
    return turn + x.step + 1;
  }
  if (x.step > 0) {
    turn = -1;
    while (turn < kMostTurns && first(turn) <= from.last) ++turn;
    return turn + x.step - 1;
  }
  const bool goes_on = x.target.kind == Target::Kind::season && last(-1) >= from.day;  // last year's winter
  return goes_on ? -1 : 0;
}

Draft Placing::place(const SoFar& x) {
  const std::optional<Base> from = base(x.hang);
  if (!from) return unplaced(open_unit(x.unit), kNoArticleDate);
  Draft d = of_period(around(x.unit, from->day), &*from);
  if (x.unit <= Granularity::day) return d;
  if (x.rest) {
    d.bounds =
        interval(std::min(from->day + 1, last_day(*d.period, seasons())), last_day(*d.period, seasons()));
  } else {
    d.bounds =
        interval(first_day(*d.period, seasons()), std::max(from->day - 1, first_day(*d.period, seasons())));
  }
  step("{} {}: {}", x.rest ? "the rest of" : "so far in", d.value, to_string(d.bounds));
  return d;
}

// From the distance: in whole months where the unit is one, else in days.
void Placing::widen(Draft& d, const Draft& by, int sign, const Base& from) {
  const auto moved = [&](Day day, double days, double months) {
    if (by.most_months > 0) return months_on(day, static_cast<std::int64_t>(std::llround(sign * months)));
    return day + static_cast<std::int64_t>(std::llround(sign * days));
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
  if (!from)
    return unplaced(by.grain < Granularity::day   ? "XXXX-XX-XXTXX"
                    : open_unit(by.grain).empty() ? "XXXX"
                                                  : open_unit(by.grain),
                    kNoArticleDate);
  if (by.grain < Granularity::day) return moved_clock(*from, x, by);
  if (x.hang == Hang::quarter && r_.story().months_told()) from->grain = Granularity::year;
  const bool quarterly = from->grain == Granularity::quarter && by.grain == Granularity::year;
  if (by.grain < from->grain && from->grain <= Granularity::year && !quarterly)
    return moved_within(*from, x, by);
  const double days = said_amount(by, by.least_days, by.most_days);
  const double months = said_amount(by, by.least_months, by.most_months);
  const Day at = by.most_months > 0
                     ? months_on(from->day, static_cast<std::int64_t>(std::llround(x.sign * months)))
                     : from->day + static_cast<std::int64_t>(std::llround(x.sign * days));
  // A year before the third quarter is a quarter; a year before 3 May, a year; a year ago today, a day.
  const Granularity counted = std::min(by.grain, Granularity::year);  // a decade ago: that year
  const Granularity grain =
      quarterly || x.from ? from->grain : std::max(counted, std::min(from->grain, Granularity::month));
  Draft d = of_period(around(grain, at), &*from);
  if (by.least_days < by.most_days || by.least_months < by.most_months) {
    widen(d, by, x.sign, *from);
    d.approximate = true;
  }
  d.mod = by.mod == "LESS_THAN"   ? (x.sign < 0 ? "AFTER" : "BEFORE")
          : by.mod == "MORE_THAN" ? (x.sign < 0 ? "BEFORE" : "AFTER")
                                  : by.mod;
  d.told_back = x.sign < 0 && x.hang != Hang::article;
  step("{} {} {}: {}", to_string(from->day), x.sign < 0 ? "less" : "plus", by.value, d.value);
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
  const auto seconds =
      seconds_into_day(*from.clock) + static_cast<std::int64_t>(std::llround(x.sign * by.most_days * 86400));
  const std::int64_t over = (seconds % 86400 + 86400) % 86400;
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
  const bool narrative = r_.options().style == Style::narrative;
  const std::optional<Base> from = base(narrative && x.hang == Hang::article ? Hang::reference : x.hang);
  d.type = TimexType::duration;
  if (!from || d.unsaid || d.most_days <= 0) return d;
  d.anchor = from->anchor;
  Base point = *from;
  Draft edge = of_period(day_period(from->day), &point);
  edge.grain = Granularity::day;
  widen(edge, d, x.sign, point);
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
