// What a relative time counts from: the article's day, the date told last, the quarter under report, or a
// date said beside it ("the day before 5 May").
#include "resolve/placing.h"

namespace annals {

std::optional<Placing::Base> Placing::base(Hang hang) {
  if (hang == Hang::reference) {
    if (const Told* const told = r_.reference(span_.begin)) return base_of(*told);
  }
  if (hang == Hang::quarter && r_.story().quarter()) return base_of(*r_.story().quarter());
  const std::optional<Anchor> now = r_.day_of_writing(span_.begin);
  if (!now) return {};
  return Base{now->at->day, now->at->day, now->at->clock, Granularity::day, *now};
}

// Days are counted from days; a month or a year of an older
// calendar begins on another day than ours of its name.
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

}  // namespace annals
