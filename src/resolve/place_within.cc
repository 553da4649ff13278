// Parts of other times, and the stretch between two.
#include <algorithm>
#include <cmath>

#include "calendar/floor.h"
#include "resolve/placing.h"

namespace annals {
namespace {

// The n-th unit within a stretch of days. Weeks count from its first day: the first week of May is 1-7 May.
// The last decade of the 18th century is that of 1790, though the century ends in 1800.
Period nth_unit(Granularity unit, int n, Day first, Day last, const Seasons& seasons) {
  if (n < 0 && unit == Granularity::decade) last = last - 366;
  if (n < 0) return containing(unit, last, seasons) + (n + 1);
  return containing(unit, first, seasons) + (n - 1);
}

// Of a year and more, in whole months: a third of a century, its last half.
Bounds share(Day first, Day last, double from, double to) {
  const std::int64_t months =
      containing(Granularity::month, last).index - containing(Granularity::month, first).index + 1;
  const auto month = [&](double at) {
    return static_cast<std::int64_t>(std::llround(at * static_cast<double>(months)));
  };
  return interval(add_months(first, month(from)), add_months(first, month(to)) - 1);
}

int shares_of_year(Granularity unit) {
  return unit == Granularity::half ? 2 : unit == Granularity::quarter ? 4 : 0;
}

// What an end says, within "late" and "about" too: a copy of its own, to lend it what it left unsaid.
Fields* fields_within(Value& value) {
  if (auto* fields = std::get_if<Fields>(&value.said)) return fields;
  auto* const part = std::get_if<PartOf>(&value.said);
  auto* const hedged = std::get_if<Hedged>(&value.said);
  Box* const of = part != nullptr ? &part->of : hedged != nullptr ? &hedged->of : nullptr;
  if (of == nullptr || !*of) return nullptr;
  const auto copy = std::make_shared<Value>(**of);
  *of = copy;
  return fields_within(*copy);
}

// "499 to 493 BC", "the 3rd or 2nd century BC": the era of the second is the first one's too, and so is the
// calendar or style where it leaves the year to it.
void lend_era(Fields& from, const Fields& to) {
  const auto lend = [&](std::optional<std::int64_t>& mine, const std::optional<std::int64_t>& theirs) {
    if (mine && theirs && *theirs <= 0 && *mine > 0 && !from.era_said) mine = 1 - *mine;
  };
  lend(from.year, to.year);
  lend(from.century, to.century);
  lend(from.millennium, to.millennium);
  if (from.telling || !to.telling) return;
  const bool day_alone = !from.month && to.telling->point.empty();               // 8 to 10 Thermidor an II
  const bool style = to.telling->calendar.empty() && to.telling->point.empty();  // 5 May to 7 June 1605 O.S.
  if ((!from.year && (day_alone || style)) || !to.telling->era.empty()) from.telling = to.telling;
}

// "1914-18", "1966-7"; "480/79 BC", "433/2 BC" count down.
Year completed(Year digits, Year first) {
  const Year unit = digits < 10 ? 10 : 100;
  if (first <= 0) return 1 - ((1 - first) / unit * unit + digits);
  const Year last = first - floor_mod(first, unit) + digits;
  return last < first ? last + unit : last;
}

// "(219-217)", "from 268 to 232": years that count down are before Christ, where no era is told.
void count_down(Fields& from, Fields& to) {
  const auto early = [](const Fields& f) {
    return f.year && *f.year >= 100 && *f.year < 1000 && !f.short_year && !f.era_said;
  };
  if (!early(from) || !early(to) || *from.year <= *to.year) return;
  from.year = 1 - *from.year, to.year = 1 - *to.year;
}

void lend(Fields& from, Fields& to) {
  count_down(from, to);
  lend_era(from, to);
  if (!from.month && from.day) from.month = to.month;
  if (!to.month && to.day) to.month = from.month;
  if (!from.year && to.year) {
    from.year = to.year, from.short_year = to.short_year;
    if (to.hang == Hang::reference) from.hang = to.hang;  // of the story's era, as the end is
    if (from.month > to.month && to.month) --*from.year;  // December to February 1943
  } else if (from.year && !to.year) {
    to.year = from.year, to.short_year = from.short_year;
    if (to.month < from.month && to.month) ++*to.year;
  } else if (from.year && to.year && to.short_year && !from.short_year) {
    to.year = completed(*to.year, *from.year), to.short_year = false;
  }
}

// "3 to 5 p.m. on Monday": the day is said once, and so is the half of the clock.
void lend(TimeOfDay& from, TimeOfDay& to) {
  if (!from.on) from.on = to.on;
  if (!to.on) to.on = from.on;
  if (!from.offset_minutes) from.offset_minutes = to.offset_minutes, from.utc = to.utc;
  const auto later_half = [](TimeOfDay& unsaid, bool fits) {
    if (!unsaid.half_said && unsaid.hour >= 0 && unsaid.hour < 12 && fits) unsaid.hour += 12;
  };
  later_half(from, to.hour >= 12 && from.hour + 12 <= to.hour);     // 9 to 5 p.m. stays in the morning
  later_half(to, to.hour < from.hour && to.hour + 12 > from.hour);  // tonight between eight and ten; 9 to 5
}

// What is told without its year ends behind its beginning: "from Friday to Monday", "31 October to 31 January".
Period next_turn(const Fields& told, const Period& end) {
  if (end.grain == Granularity::month) return end + 12;
  if (end.grain != Granularity::day) return end;
  if (told.weekday && !told.day) return end + 7;
  return told.month ? day_period(add_months(first_day(end), 12)) : end;
}

// TIMEX3 writes the years 1800 to 1899 as the digits they share: 18.
std::string span_value(const Draft& from, const Draft& to) {
  const auto is_year = [](const Draft& d) { return d.period && d.period->grain == Granularity::year; };
  if (is_year(from) && is_year(to) && from.period->index >= 0 && from.period->index % 100 == 0 &&
      to.period->index == from.period->index + 99)
    return from.value.substr(0, 2);
  return from.value.substr(0, from.value.find('/')) + "/" + to.value.substr(to.value.rfind('/') + 1);
}

}  // namespace

Draft Placing::place(const Nth& x) {
  const Granularity unit = x.target.unit;
  if (!x.of && (x.target.kind == Target::Kind::none || shares_of_year(unit) > 0)) {
    // "the third quarter": of which year is the policy's matter
    Fields fields;
    (unit == Granularity::half ? fields.half : fields.quarter) =
        x.ordinal < 0 ? (unit == Granularity::half ? 2 : 4) : x.ordinal;
    return place(fields);
  }
  const Draft of = x.of ? draft(*x.of) : Draft();
  const std::optional<Base> from = x.of ? base_of(of) : std::nullopt;
  if (!from) return nth_unplaced(x, of);
  Draft d = nth_within(x, of, *from);
  step("number {} within {}: {}", x.ordinal, of.value, d.value);
  return d;
}

// "the first two weeks": a length, wherever it lies.
Draft Placing::nth_unplaced(const Nth& x, const Draft& of) {
  Draft d = unplaced("XXXX", of.placed || !x.of ? kNoArticleDate : of.reason);
  if (x.target.kind != Target::Kind::unit) return d;
  if (x.target.unit == Granularity::day && x.ordinal > 0 && x.count <= 1) {  // "the 3rd inst.", undated
    d.value = fmt::format("XXXX-XX-{:02}", x.ordinal);
    return d;
  }
  const double count = x.count > 1 ? x.count : 1;
  d.value = timex_length(Length{{{count, x.target.unit}}, 0}, count);
  d.type = TimexType::duration;
  return d;
}

Draft Placing::nth_within(const Nth& x, const Draft& of, const Base& from) {
  using Kind = Target::Kind;
  const Kind kind = x.target.kind;
  if (kind == Kind::month || kind == Kind::season || kind == Kind::feast)  // "March of the following year"
    return of_period(named(x.target, from.day, 0), &from);
  if (kind == Kind::weekday) {
    const Day start = x.ordinal < 0 ? from.last - 6 : from.day;
    const Day hit = start + floor_mod(x.target.index - weekday(start), 7) +
                    7 * (x.ordinal < 0 ? x.ordinal + 1 : x.ordinal - 1);
    return of_period(day_period(hit), &from);
  }
  // Months and more are those that people told then: the last quarter of 1380 begins with its October.
  const bool told = x.target.unit > Granularity::week;
  const Day first = told ? reckoning().label(from.day) : from.day;
  const Day last = told ? reckoning().label(from.last) : from.last;
  if (x.count > 1 || x.count < 0) {
    Draft d = several_units(x, first, last);
    d.anchor = from.anchor;
    return d;
  }
  if (x.target.unit < Granularity::day) return unplaced(of.value, "finer than a day");
  const bool half = x.target.unit == Granularity::half && from.grain < Granularity::year;
  if (half || (shares_of_year(x.target.unit) > 0 && from.grain > Granularity::year))
    return nth_share(x, of, first, last);
  Draft d = of_period(nth_unit(x.target.unit, x.ordinal, first, last, seasons()), &from);
  if (x.target.unit == Granularity::week) {
    const Day begins = x.ordinal < 0 ? last - 6 + 7 * (x.ordinal + 1) : first + 7 * (x.ordinal - 1);
    d.bounds = interval(begins, begins + 6);
  }
  return d;
}

// "the first three weeks of May", "the last years of the war".
Draft Placing::several_units(const Nth& x, Day first, Day last) {
  Draft d = place(Length{{{x.count, x.target.unit}}, 0});
  const int count = x.count < 0 ? 2 : static_cast<int>(x.count);
  const Period begins = nth_unit(x.target.unit, x.ordinal < 0 ? -count : x.ordinal, first, last, seasons());
  d.bounds = interval(first_day(begins, seasons()), last_day(begins + (count - 1), seasons()));
  d.placed = true;
  d.reason.clear();
  return d;
}

// "the second half of the 18th century".
Draft Placing::nth_share(const Nth& x, const Draft& of, Day first, Day last) {
  const int shares = shares_of_year(x.target.unit);
  const int number = x.ordinal < 0 ? shares + 1 + x.ordinal : x.ordinal;
  Draft d = of;
  d.edtf.clear();
  const std::int64_t days = last - first + 1;
  d.bounds = of.grain < Granularity::year
                 ? interval(first + days * (number - 1) / shares, first + days * number / shares - 1)
                 : share(first, last, (number - 1.0) / shares, 1.0 * number / shares);
  if (shares == 2) {
    d.mod = number == 1 ? "START" : "END";
  } else {  // a quarter of a century has no name in TIMEX3: its years
    d.period.reset();
    d.grain = Granularity::year;
    d.value = timex3(containing(d.grain, d.bounds.earliest_start->day)) + "/" +
              timex3(containing(d.grain, d.bounds.latest_end->day));
  }
  return d;
}

Draft Placing::place(const PartOf& x) {
  Draft d = draft(*x.of);
  const TableRow* row = r_.book().row("parts", x.part);
  if (row == nullptr) return d;
  const auto number = [&](const char* name, double otherwise) {
    const auto found = row->find(name);
    return found == row->end() ? otherwise : found->second.number;
  };
  if (const auto mod = row->find("mod"); mod != row->end()) d.mod = mod->second.sign;
  if (d.placed && d.period && d.period->grain == Granularity::century && part_of_century(x.part, d)) return d;
  const bool stretch = !d.period && !d.uncertain && d.bounds.earliest_start && d.bounds.latest_end;
  const Granularity grain = d.period ? d.period->grain : d.grain;
  if (!d.placed || !(d.period || stretch) || grain <= Granularity::day) return d;
  const Day first = d.period ? first_day(*d.period, seasons()) : d.bounds.earliest_start->day;
  const Day last = d.period ? last_day(*d.period, seasons()) : d.bounds.latest_end->day;
  const double from = number("from", 0);
  const double to = number("to", 1);
  if (grain >= Granularity::year) {  // whole months, whole years
    d.bounds = share(first, last, from, to);
  } else {  // days: a month's thirds are 1-10, 11-20 and 21 to its end
    const std::int64_t days = grain == Granularity::month ? 30 : last - first + 1;
    const auto third = [&](double share) { return first + std::llround(share * static_cast<double>(days)); };
    d.bounds = interval(third(from), to >= 1 ? last : third(to) - 1);
  }
  step("{} in {}: {}", x.part, d.value, to_string(d.bounds));
  return d;
}

// By the convention the document names, else by thirds of whole years.
bool Placing::part_of_century(const std::string& part, Draft& d) {
  const auto said = r_.settings().find("century-parts");
  const std::string convention = said == r_.settings().end() ? "thirds" : said->second;
  const TableRow* row = r_.book().row("century-parts", convention + "-" + part);
  if (row == nullptr || !row->contains("from") || !row->contains("to")) return false;
  const Year first = year_of(*d.period);
  const auto year = [&](const char* column) {
    return first - 1 + static_cast<Year>(std::llround(row->at(column).number));
  };
  d.bounds = interval(first_day(year_period(year("from"))), last_day(year_period(year("to"))));
  d.note = fmt::format("{} by the convention {}", part, convention);
  step("{} in {} by {}: {}", part, d.value, convention, to_string(d.bounds));
  return true;
}

std::pair<Draft, Draft> Placing::ends(const SpanOf& x) {
  Value first = *x.from;
  Value second = *x.to;
  auto* const from = fields_within(first);
  auto* const to = fields_within(second);
  if (from && to) lend(*from, *to);
  auto* const opens = std::get_if<TimeOfDay>(&first.said);
  auto* const closes = std::get_if<TimeOfDay>(&second.said);
  if (opens && closes) lend(*opens, *closes);
  has_hours_ = opens && closes;
  Draft a = draft(first);
  Draft b = draft(second);
  const bool whole = std::holds_alternative<Fields>(second.said);
  const bool yearless = from && to && !from->year && whole && a.period && b.period;
  if (yearless && a.grain == b.grain && *b.period < *a.period) b = of_period(next_turn(*to, *b.period));
  return {std::move(a), std::move(b)};
}

Draft Placing::place(const SpanOf& x) {
  const auto [a, b] = ends(x);
  Draft d = a;
  d.value = span_value(a, b);
  d.begin_value = a.value, d.end_value = b.value;
  d.placed = a.placed && b.placed;
  d.reason = a.placed ? b.reason : a.reason;
  d.bounds.latest_end = b.bounds.latest_end, d.bounds.earliest_end = b.bounds.earliest_end;
  d.grain = std::min(a.grain, b.grain);
  d.approximate = a.approximate || b.approximate;
  d.period.reset();
  if (d.placed && d.bounds.latest_end && d.bounds.earliest_start &&
      *d.bounds.latest_end < *d.bounds.earliest_start) {
    d.placed = false;
    d.reason = fmt::format("ends before it begins: {}", d.value);
  }
  return d;
}

Draft Placing::place(const Open& x) {
  Draft d = draft(*x.date);
  if (!d.placed) return d;
  const auto beside = [](const std::optional<Moment>& at, int days) {
    return at ? std::optional(Moment{at->day + days, {}}) : std::nullopt;
  };
  if (x.beyond && x.since) d.bounds.earliest_start = d.bounds.latest_start = beside(d.bounds.latest_end, 1);
  if (x.beyond && !x.since) d.bounds.earliest_end = d.bounds.latest_end = beside(d.bounds.earliest_start, -1);
  if (x.beyond) d.mod = x.since ? "AFTER" : "BEFORE", d.period.reset();
  if (x.since) {
    d.bounds.earliest_end = d.bounds.latest_end = std::nullopt;
  } else {
    d.bounds.earliest_start = d.bounds.latest_start = std::nullopt;
  }
  return d;
}

}  // namespace annals
