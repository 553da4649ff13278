// What a relative time counts from: the article's day, the date told last, the quarter under report, or a
// date said beside it ("the day before 5 May").
#include "resolve/placing.h"

namespace annals {
namespace {

constexpr std::size_t kClose = 30;  // between two that tell one date: "of AD 79, on 24 August"

}  // namespace

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
