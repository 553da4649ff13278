// Times of day: "at half past four", "at nine that evening", "midnight Friday".
//
// One that stands alone belongs to the day told last or close by, and else to the day of the article.
#include "resolve/placing.h"

namespace annals {
namespace {

// In a story told by the clock, "ten minutes before eleven" behind "nine in the evening" is at night.
bool is_past_noon(const TimeOfDay& time, const Clock& told) {
  const bool unsaid = time.in_words && !time.half_said && time.hour >= 0 && time.hour < 12;
  return unsaid && time.hour < told.hour && time.hour + 12 >= told.hour;
}

// "The next evening, at six": the evening settles which six, and the clock stands for it in the value.
void take_part_of_day(std::string& value, TimeOfDay& time) {
  const std::size_t part = value.find('T');
  if (part == std::string::npos) return;
  if (!time.half_said) apply_part(std::string_view(value).substr(part + 1), time);
  value.resize(part);
}

Granularity grain_of(const TimeOfDay& time) {
  if (!time.part.empty()) return Granularity::part_of_day;
  if (time.second >= 0) return Granularity::second;
  return time.minute >= 0 ? Granularity::minute : Granularity::hour;
}

// "Midnight Friday" is Friday's T24:00, and the first moment of Saturday.
Moment moment_of(const TimeOfDay& time, Day day) {
  const Clock at{time.hour % 24, time.minute, time.second, time.offset_minutes};
  return {day + time.hour / 24, at};
}

}  // namespace

std::optional<Placing::Base> Placing::day_of_clock() {
  std::optional<Base> from = is_narrative(r_.options().style) ? base(Hang::reference) : std::nullopt;
  const Told* const near = from ? nullptr : r_.near_reference(span_.begin);
  if (near != nullptr && near->period.grain == Granularity::day) from = base_of(*near);
  const Told* const last = from ? nullptr : r_.reference(span_.begin);
  // Told by the clock before: "at 4:45 a.m. Sunday", and later "at 6:50".
  const bool by_clock = last != nullptr && last->bounds.earliest_start && last->bounds.earliest_start->clock;
  if (by_clock) from = base_of(*last);
  return from && from->grain <= Granularity::day ? from : base(Hang::article);
}

Draft Placing::place(const TimeOfDay& said) {
  TimeOfDay time = said;
  Draft d = said.on ? draft(*said.on) : Draft();
  const std::optional<Base> from = said.on ? base_of(d) : day_of_clock();
  if (said.on) {
    take_part_of_day(d.value, time);
  } else if (from) {
    d.anchor = from->anchor;
    const bool told = d.anchor.kind == AnchorKind::expression && from->clock;
    if (told && is_past_noon(time, *from->clock)) time.hour += 12;
  }
  d.type = TimexType::time;
  d.grain = grain_of(time);
  if (!from || from->grain > Granularity::day) {
    d.reason = from ? "its day is not told" : kNoArticleDate;
    d.value = (d.value.empty() ? "XXXX-XX-XX" : d.value) + timex_clock(time);
    d.placed = d.placed && said.on;
    return d;
  }
  d.value = (said.on ? d.value : to_string(from->day)) + timex_clock(time);
  d.period = day_period(from->day);
  d.placed = true;
  d.bounds = interval(from->day, from->last);
  if (time.part.empty()) d.bounds = interval(moment_of(time, from->day), moment_of(time, from->day));
  return d;
}

}  // namespace annals
