// Times told from an anchor: this, last and next, earlier this month.
#include <algorithm>

#include "calendar/feast.h"
#include "resolve/placing.h"

namespace annals {
namespace {

constexpr std::int64_t kMostTurns = 12;  // years to look for a day that not every year has: 29 February

std::string vague_reference(int step) {
  return step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

std::int64_t days_in(Granularity unit) {
  return unit <= Granularity::day ? 1 : unit <= Granularity::week ? 7 : unit == Granularity::month ? 30 : 91;
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

std::string open_unit(Granularity unit) {
  switch (unit) {
    case Granularity::year: return "XXXX";
    case Granularity::month: return "XXXX-XX";
    case Granularity::week: return "XXXX-WXX";
    case Granularity::day: return "XXXX-XX-XX";
    default: return "";
  }
}

// "In May 1918 ... that same day": some day of that month,
// which one is not said. The bounds are those of all its days.
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
    Draft d = vague(vague_reference(x.step));
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

// "last summer", "next Friday", "this March": the latest one that
// is over, the first still to come, or the one of this year (week).
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
  const bool of_story = is_narrative(r_.style()) && (!from || from->anchor.kind == AnchorKind::article);
  if (of_story && x.unit <= Granularity::day) return vague("PRESENT_REF");  // "is today a ruin"
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

}  // namespace annals
