// Dates that are not told as today's: in other calendars and eras, on Roman days, and on feasts.
#include <algorithm>
#include <cmath>

#include "calendar/digits.h"
#include "calendar/indiction.h"
#include "calendar/roman.h"
#include "resolve/placing.h"
#include "resolve/table_row.h"

namespace annals {
namespace {

constexpr Year kJanuaryFirst = 1752;  // of the months of Friends: the minute of the London meeting of 1751

constexpr const char* kNoRomanDay =
    "no such day: Rome would have counted it otherwise, or its months were others";
constexpr Year kSomeCommonYear = 1;

RomanMark mark_of(const Telling& t) {
  if (t.point == "KAL") return RomanMark::kalends;
  return t.point == "NON" ? RomanMark::nones : RomanMark::ides;
}

}  // namespace

// A day of the Roman, Julian or Gregorian year, by the reckoning of its place and time.
Draft Placing::told_day(const Civil& date, const Fields& f) {
  const DayRead reading = reckoning().read(date, f.weekday, f.telling.get());
  if (!reading.day) {
    const std::string value = fmt::format("{}-{:02}-{:02}", year_to_string(date.year), date.month, date.day);
    step("{}", reading.reason);
    Draft d = unplaced(value, reading.reason);
    d.note = reading.reason;
    return d;
  }
  Draft d = of_period(day_period(*reading.day));
  d.value = timex_of(reading.told);
  d.note = reading.note;
  d.uncertain = reading.uncertain;
  if (!reading.note.empty()) step("{}: {}", reading.note, to_string(*reading.day));
  return d;
}

// Stretches of days that are no period of the Gregorian calendar.
Draft Placing::stretch(Day first, Day last, Granularity grain) {
  Draft d;
  d.placed = true;
  d.grain = grain;
  d.bounds = interval(first, last);
  d.value = timex3(day_period(first)) + "/" + timex3(day_period(last));
  return d;
}

// A word that was misread, or a month by number: the reading stands beside the date.
Draft Placing::mended(const Fields& f) {
  Fields plain = f;
  Telling rest = *f.telling;
  rest.reading.clear();
  if (f.telling->reading == "quaker" && f.year && *f.year < kJanuaryFirst) {
    plain.month = (f.month + 1) % 12 + 1;
    if (plain.month < 3) ++*plain.year;
  }
  plain.telling = rest == Telling{} ? nullptr : std::make_shared<const Telling>(rest);
  Draft d = place(plain);
  add_note(d.note, "reading: " + f.telling->reading);
  return d;
}

// Its row, or that of the setting of its name ("academic-year"); where its years were once counted otherwise,
// the older row for those before `from`.
const TableRow* Placing::era_of(const Fields& f) const {
  if (f.telling->era.empty()) return nullptr;
  const auto said = r_.settings().find(f.telling->era);
  const TableRow* row = r_.book().row("eras", said == r_.settings().end() ? f.telling->era : said->second);
  const bool older =
      row != nullptr && f.year && static_cast<double>(*f.year) < number_of(*row, "from", *f.year);
  return older ? r_.book().row("eras", text_of(*row, "before")) : row;
}

Draft Placing::told_otherwise(const Fields& f) {
  const Telling& t = *f.telling;
  const TableRow* const era = era_of(f);
  if (!t.era.empty() && era == nullptr) return unplaced("XXXX", fmt::format("unknown era {}", t.era));
  if (era != nullptr && f.year) return in_era(f, *era);
  if (const auto calendar = calendar_named(t.calendar); calendar && *calendar > Calendar::swedish)
    return f.year ? in_calendar_year(*calendar, f) : in_told_year(*calendar, f);
  if (!t.point.empty()) return f.year ? roman_day(f, *f.year) : roman_day_of_some_year(f);
  if (t.indiction) return f.year ? with_indiction(f, t.indiction) : year_of_indiction(t.indiction);
  if (f.year && f.month && f.day) return told_day({*f.year, f.month, f.day}, f);
  const bool dual = t.dual_year >= 0 && f.year;
  if (dual && f.season >= 0)  // the winter of 1941-42
    return of_period(season_period(*f.year, static_cast<Season>(f.season), seasons()));
  Draft d = as_today(f);
  if (dual) add_note(d.note, "a year told in two ways");  // 1648/9 without a day: two years of ours
  return d;
}

Draft Placing::as_today(Fields f) {
  f.telling.reset();
  return place(f);
}

// Whether it fits by the Roman count of the year, or by the Greek, whose next begins in its September.
Draft Placing::with_indiction(const Fields& f, int said) {
  const Day end = to_day({*f.year, 12, 31});
  const int counted = indiction(Indiction::roman, end);
  const bool fits = counted == said || indiction(Indiction::greek, end) == said;
  Draft d = as_today(f);
  add_note(d.note, fits ? fmt::format("indiction {} agrees", said)
                        : fmt::format("indiction {} does not fit {}, which had {}", said, *f.year, counted));
  d.uncertain |= !fits;
  return d;
}

Draft Placing::year_of_indiction(int said) {
  const std::optional<Base> from = base(Hang::reference);
  if (!from) return unplaced("XXXX", "an indiction comes round every fifteen years; no year is told near it");
  const auto nearest = indiction_year(Indiction::roman, said, from->day);
  if (!nearest) return unplaced("XXXX", "beyond the calendar");
  Draft d = of_period(year_period(reckoning().told(nearest->first).year), &*from);
  add_note(d.note, fmt::format("indiction {} nearest to {}", said, reckoning().told(from->day).year));
  return d;
}

// Years counted from another beginning; `offset` plus the year told is ours.
Draft Placing::in_era(const Fields& f, const TableRow& era) {
  const std::string source = text_of(era, "source");
  const auto note = [&](Draft d) {
    add_note(d.note, fmt::format("era {} ({})", f.telling->era, source));
    return d;
  };
  if (const double unit = number_of(era, "unit", 0); unit > 0) {
    const double told = static_cast<double>(*f.year);
    return note(deep_past(told * unit, unit > 1 ? unit : 1, Granularity::year));
  }
  if (const auto calendar = calendar_named(text_of(era, "calendar"));
      calendar && *calendar > Calendar::swedish)
    return note(in_calendar_year(*calendar, f));
  Fields plain = f;
  plain.telling.reset();
  plain.year = *f.year + static_cast<Year>(number_of(era, "offset", 0));
  const auto begins = parse_civil("2000-" + text_of(era, "begins"));
  const bool elsewhere = begins && (begins->month != 1 || begins->day != 1);
  if (!elsewhere && !f.telling->point.empty()) return note(roman_day(f, *plain.year));
  if (!elsewhere) return note(place(plain));
  const bool next =
      f.month && (f.month < begins->month || (f.month == begins->month && f.day && f.day < begins->day));
  if (f.month) {
    if (next) ++*plain.year;
    return note(place(plain));
  }
  const auto first = reckoning().told_on({*plain.year, begins->month, begins->day});
  const auto last = reckoning().told_on({*plain.year + 1, begins->month, begins->day});
  if (!first || !last) return unplaced("XXXX", "beyond the calendar");
  Draft d = stretch(*first, *last - 1, Granularity::year);
  d.value = timex3(year_period(*plain.year)) + "/" + timex3(year_period(*plain.year + 1));
  return note(std::move(d));
}

Draft Placing::in_calendar_year(Calendar calendar, const Fields& f) {
  const std::string name(to_string(calendar));
  Draft d;
  if (f.month && f.day) {
    const auto day = annals::to_day(CalendarDate{calendar, *f.year, f.month, f.day});
    if (!day) {
      const int days = annals::days_in_month(calendar, *f.year, f.month);
      return unplaced("XXXX", days == 0 ? fmt::format("no month {} in the {} year {}", f.month, name, *f.year)
                                        : fmt::format("month {} of the {} year {} has {} days", f.month, name,
                                                      *f.year, days));
    }
    d = of_period(day_period(*day));
    if (const int either = uncertain_days(calendar); either > 0) {
      d.bounds = instant_within(interval(*day - either, *day + either));
      d.edtf = to_string(*day) + "~";
      d.approximate = true;
      add_note(d.note, fmt::format("tabular; observed days differ by up to {}", either));
    }
  } else {
    const auto span = f.month ? days_of_month(calendar, *f.year, f.month) : days_of_year(calendar, *f.year);
    if (!span) return unplaced("XXXX", fmt::format("no such year or month in the {} calendar", name));
    d = stretch(span->first, span->last, f.month ? Granularity::month : Granularity::year);
  }
  d.calendar = calendar;
  add_note(d.note, name + " calendar");
  step("{} calendar {}-{}-{}: {}", name, *f.year, f.month, f.day, d.value);
  return d;
}

// "8 Thermidor": the one nearest to the time told last, where that is not an age away.
Draft Placing::in_told_year(Calendar calendar, const Fields& f) {
  constexpr std::int64_t kFar = 2 * 365;
  const std::optional<Base> from = base(Hang::reference);
  const bool told = from && from->anchor.kind == AnchorKind::expression;
  const auto near = told ? in_calendar(calendar, from->day) : std::nullopt;
  std::optional<Year> best;
  std::int64_t least = kFar;
  for (Year year = near ? near->year - 1 : 0; near && year <= near->year + 1; ++year) {
    const auto day = annals::to_day(CalendarDate{calendar, year, f.month, f.day});
    if (!day || std::abs(*day - from->day) > least) continue;
    best = year, least = std::abs(*day - from->day);
  }
  if (!best) return unplaced("XXXX", "no year is told near it");
  Fields whole = f;
  whole.year = best;
  Draft d = in_calendar_year(calendar, whole);
  d.anchor = from->anchor;
  return d;
}

// "the 10th" behind "9 Thermidor": of that month, or of the next where that day of it is over.
Draft Placing::in_told_month(const Fields& f, const Base& told) {
  const auto date = in_calendar(told.calendar, told.day);
  const auto month = date ? days_of_month(told.calendar, date->year, date->month) : std::nullopt;
  if (!month) return unplaced(open_value(f), "beyond the calendar");
  const Day in_month = month->first + (f.day - 1);
  const bool over = in_month < told.day || in_month > month->last;
  const auto found = in_calendar(told.calendar, over ? month->last + f.day : in_month);
  if (!found || found->day != f.day) return unplaced(open_value(f), "no such day");
  Fields whole = f;
  whole.year = found->year, whole.month = found->month;
  Draft d = in_calendar_year(told.calendar, whole);
  d.anchor = told.anchor;
  return d;
}

// a.d. XV Kal. Iun. is 18 May. The year is the one the day lies in.
Draft Placing::roman_day(const Fields& f, Year year) {
  const auto date = to_julian({year, f.month, mark_of(*f.telling), std::max(f.telling->count, 1)});
  if (!date) return unplaced("XXXX", kNoRomanDay);
  Fields plain = f;
  plain.telling.reset();
  Draft d = told_day({date->year, date->month, date->day}, plain);
  add_note(d.note, "Roman day");
  return d;
}

// "the Ides of March": as a day and month whose year is not said.
Draft Placing::roman_day_of_some_year(const Fields& f) {
  const auto date = to_julian({kSomeCommonYear, f.month, mark_of(*f.telling), std::max(f.telling->count, 1)});
  if (!date) return unplaced("XXXX", kNoRomanDay);
  Fields plain = f;
  plain.telling.reset();
  plain.month = date->month, plain.day = date->day;
  Draft d = place(plain);
  add_note(d.note, "Roman day");
  return d;
}

// "65 million years ago": as fine as its number, half of its last digit that counts either way.
Draft Placing::deep_past(double years, double finest, Granularity grain) {
  Draft d;
  const auto exact = static_cast<std::int64_t>(std::llround(years));
  std::int64_t unit = 1;
  while (exact != 0 && exact % (unit * 10) == 0) unit *= 10;
  unit = std::max<std::int64_t>(unit, std::llround(finest));
  const bool deep = exact >= 100'000 && unit > 1;
  const Year middle = deep ? -exact : 1950 - exact;
  if (!deep) {
    d = of_period(year_period(middle));
    if (to_civil(first_day(*d.period)).year != middle) return unplaced("XXXX", "beyond the calendar");
    return d;
  }
  d.placed = true;
  d.grain = grain;
  d.approximate = true;
  d.period = year_period(middle);
  d.bounds = interval(to_day({middle - unit / 2, 1, 1}), to_day({middle + unit / 2, 12, 31}));
  const bool millions = exact % 100'000 == 0 && exact >= 1'000'000;
  d.value = millions ? fmt::format("MA{:g}", static_cast<double>(exact) / 1e6)
                     : fmt::format("KA{:g}", static_cast<double>(exact) / 1e3);
  int zeros = 0;
  for (std::int64_t rest = exact; rest % 10 == 0; rest /= 10) ++zeros;
  std::int64_t digits = exact;
  for (int i = 0; i < zeros; ++i) digits /= 10;
  d.edtf = fmt::format("Y-{}E{}", digits, zeros);
  add_note(d.note, fmt::format("{} years either way", unit / 2));
  step("{} years back: {}", exact, d.edtf);
  return d;
}

// "c. 1280": a round year is told less exactly than one that is not, by the number told; the table `circa`
// says how much, for an era in rows of its own.
void Placing::widen_circa(Draft& d, const Value& said) {
  const auto* f = std::get_if<Fields>(&said.said);
  const std::string era = f && f->telling && f->year ? f->telling->era : "";
  const Year year = d.period->index;
  const Year told = !era.empty() ? *f->year : year > 0 ? year : 1 - year;
  for (const char* round : {"1000", "100", "10", "1"}) {
    if (floor_mod(told, std::stoi(round)) != 0) continue;
    const TableRow* row = r_.book().row("circa", era + "-" + round);
    if (row == nullptr) row = r_.book().row("circa", round);
    if (row == nullptr) continue;
    const auto width = static_cast<Year>(std::llround(number_of(*row, "width", 1)));
    d.bounds = interval(first_day(year_period(year - width)), last_day(year_period(year + width)));
    d.edtf = year_to_string(year) + "~";
    add_note(d.note, fmt::format("circa: {} years either way", width));
    return;
  }
}

}  // namespace annals
