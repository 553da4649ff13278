// Writing EDTF (Library of Congress, 2019-02-04; ISO 8601-2). The grammar of what is written:
//
//   edtf    := granule [mark] | year "-" code | date-time | end "/" end | "[" end ".." end "]"
//   granule := date | three digits "X"                   a decade, where no mark follows: see granule()
//   end     := granule [mark] | ".."                     in a set, open is empty, decades are years, and no
//                                                        mark stands: readers of EDTF refuse one there
//   date    := year ["-" month ["-" day]]                a year beyond four digits stands alone: Y-65000000
//   mark    := "~" | "?" | "%"
#include <algorithm>

#include "calendar/bounds.h"
#include "calendar/digits.h"

namespace annals {
namespace {

using End = std::optional<Day>;
using Text = std::optional<std::string>;
enum class Side { start, end };
enum class Step { day, month, year };

struct Style {
  std::string_view mark;
  std::optional<Granularity> grain;
  Seasons seasons;
  Step coarsest = Step::year;
};

Style style_of(Qualifiers qualifiers, std::optional<Granularity> grain, const Seasons& seasons) {
  const bool both = qualifiers.approximate && qualifiers.uncertain;
  const auto mark = both ? "%" : qualifiers.approximate ? "~" : qualifiers.uncertain ? "?" : "";
  const auto coarsest = !grain || *grain >= Granularity::year ? Step::year
                        : *grain >= Granularity::month        ? Step::month
                                                              : Step::day;
  return {mark, grain, seasons, coarsest};
}

constexpr bool four_digits(Year year) { return -9999 <= year && year <= 9999; }

// EDTF has no months beyond four digits, so the outer end moves to that of its year.
End shown(const std::optional<Moment>& moment, Side side) {
  if (!moment) return {};
  const auto year = to_civil(moment->day).year;
  if (four_digits(year)) return moment->day;
  return side == Side::start ? to_day({year, 1, 1}) : to_day({year, 12, 31});
}

// The coarsest date whose first (or last) day this is.
Step step_of(Day day, Side side) {
  const auto date = to_civil(day);
  if (date.day != (side == Side::start ? 1 : days_in_month(date.year, date.month))) return Step::day;
  return date.month == (side == Side::start ? 1 : 12) ? Step::year : Step::month;
}

Step common_step(const End& first, const End& last) {
  auto step = Step::year;
  if (first) step = std::min(step, step_of(*first, Side::start));
  if (last) step = std::min(step, step_of(*last, Side::end));
  return step;
}

std::string date(Day day, Step step) {
  const auto civil = to_civil(day);
  std::string out;
  append_year(out, civil.year);
  if (step == Step::year || !four_digits(civil.year)) return out;
  append_number(out += '-', civil.month, 2);
  if (step == Step::day) append_number(out += '-', civil.day, 2);
  return out;
}

// A day, month, year or decade, where the two ends make just one. Decades BC are left as years: tools
// disagree about which years "-005X" has, and people's 50s BC are others again. So are those with a mark: the
// specification has marks and X apart and says nothing of "195X~", which edtf.js refuses;
// "1950~/1959~" is level 1 for all.
Text granule(const End& first, const End& last, const Style& style) {
  if (!first || !last) return {};
  if (*first == *last) return date(*first, Step::day);
  const auto step = common_step(first, last);
  const auto from = to_civil(*first), to = to_civil(*last);
  if (step == Step::year && from.year == to.year) return date(*first, Step::year);
  if (step != Step::day && from.year == to.year && from.month == to.month) return date(*first, Step::month);
  const bool decade = step == Step::year && from.year >= 0 && from.year % 10 == 0 && to.year == from.year + 9;
  if (!decade || to.year > 9999 || !style.mark.empty()) return {};
  std::string out;
  append_number(out, from.year / 10, 3);
  return out += 'X';
}

// Codes of level 2 in place of a month. They may be neither qualified nor stand in an interval.
Text coded(const End& first, const End& last, const Style& style) {
  if (!first || !last || !style.mark.empty()) return {};
  for (const auto grain : {Granularity::quarter, Granularity::half, Granularity::season}) {
    if (style.grain && *style.grain != grain) continue;
    const auto period = containing(grain, *first, style.seasons);
    if (!four_digits(year_of(period))) return {};
    if (first_day(period, style.seasons) != *first || last_day(period, style.seasons) != *last) continue;
    const auto code = grain == Granularity::quarter ? 33 + floor_mod(period.index, 4)
                      : grain == Granularity::half  ? 40 + floor_mod(period.index, 2)
                                                    : 21 + static_cast<int>(season_of(period, style.seasons));
    std::string out;
    append_year(out, year_of(period));
    append_number(out += '-', code, 2);
    return out;
  }
  return {};
}

std::string marked(std::string text, const Style& style) { return text += style.mark; }

Style unmarked(Style style) {
  style.mark = {};
  return style;
}

std::string end_text(const End& end, Step step, const Style& style, std::string_view open) {
  return end ? marked(date(*end, step), style) : std::string(open);
}

std::string between(const End& first, const End& last, const Style& style, std::string_view slash,
                    std::string_view open) {
  const auto step = std::min(common_step(first, last), style.coarsest);
  return end_text(first, step, style, open).append(slash) += end_text(last, step, style, open);
}

// An end that is itself a window: its granule, or else its outer day.
std::string window_text(const End& from, const End& to, Side side, const Style& style) {
  if (const auto text = granule(from, to, style)) return marked(*text, style);
  const auto& outer = side == Side::start ? from : to;
  const auto step = outer ? std::min(step_of(*outer, side), style.coarsest) : Step::day;
  return end_text(outer, step, style, "..");
}

Text date_time(const Bounds& bounds, const Style& style) {
  const auto& moment = bounds.earliest_start;
  if (!moment || !moment->clock || moment->clock->minute < 0 || !style.mark.empty()) return {};
  if (!is_interval(bounds) || !is_instant_within(bounds) || !four_digits(to_civil(moment->day).year))
    return {};
  auto complete = *moment;
  complete.clock->second = std::max(complete.clock->second, 0);
  return to_string(complete);
}

Bounds without_clocks(Bounds bounds) {
  for (auto* end : {&bounds.earliest_start, &bounds.latest_start, &bounds.earliest_end, &bounds.latest_end})
    if (*end) (*end)->clock.reset();
  return bounds;
}

}  // namespace

std::string edtf(const Bounds& bounds, Qualifiers qualifiers, std::optional<Granularity> grain,
                 const Seasons& seasons) {
  const auto style = style_of(qualifiers, grain, seasons);
  if (const auto text = date_time(bounds, style)) return *text;
  const auto days = without_clocks(bounds);
  const auto first = shown(days.earliest_start, Side::start), last = shown(days.latest_end, Side::end);
  if (is_interval(days) || is_instant_within(days)) {
    if (const auto text = granule(first, last, style)) return marked(*text, style);
    if (const auto text = coded(first, last, style)) return *text;
    if (is_interval(days)) return between(first, last, style, "/", "..");
    return "[" + between(first, last, unmarked(style), "..", "") + "]";
  }
  return window_text(first, shown(days.latest_start, Side::end), Side::start, style) + "/" +
         window_text(shown(days.earliest_end, Side::start), last, Side::end, style);
}

std::string edtf(Period period, const Seasons& seasons) {
  return edtf(interval(period, seasons), {}, period.grain, seasons);
}

}  // namespace annals
