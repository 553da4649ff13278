// Dates as fields: complete ones, and those that leave the year (or the month) to the policy.
#include <algorithm>

#include "calendar/feast.h"
#include "resolve/placing.h"

namespace annals {
namespace {

constexpr int kNear = 1;            // tokens: "ended March 31", "effective June 1"
constexpr Year kBackInStory = 100;  // "in 44 BC ... in 410": the year 410 of our era

const char* const kSeasonCodes[] = {"SP", "SU", "FA", "WI"};

}  // namespace

Draft Placing::of_period(Period period, const Base* base) {
  Draft d;
  d.period = period;
  const Day day{period.index};
  d.value = period.grain == Granularity::day && !reckoning().is_modern(day) ? reckoning().timex(day)
                                                                            : timex3(period, seasons());
  d.bounds = interval(period, seasons());
  d.placed = true;
  d.grain = period.grain;
  if (base) d.anchor = base->anchor;
  return d;
}

Draft Placing::unplaced(std::string value, std::string reason) {
  Draft d;
  d.value = std::move(value);
  d.reason = std::move(reason);
  return d;
}

// "98": the year within eighty years back and nineteen on of the article's; in a narrative the one nearest to
// the date told last. Without an article, of the 20th century.
Year Placing::full_year(Year two_digits) const {
  if (r_.options().style == Style::narrative && r_.story().last()) {
    const Year last = year_of(r_.story().last()->period);
    const bool before_christ = last <= 0;  // counted down: the 49 of January 49, told after 58 BC
    const Year told = before_christ ? 1 - last : last;
    Year year = told - ((told - two_digits) % 100 + 100) % 100;
    if (told - year > 50) year += 100;
    return before_christ ? 1 - year : year;
  }
  const Year now = r_.date() ? to_civil(r_.date()->day).year : 1999;
  Year year = now - (((now - two_digits) % 100) + 100) % 100;
  if (year < now - 80) year += 100;
  return year;
}

// 05/04/1912: as the document writes its other dates; where none of them tells, one of two days.
Draft Placing::one_of_two(Year year, int month, int day) {
  const NumericOrder order = r_.numeric_order();
  const Day read = reckoning().told_on({year, month, day}).value_or(to_day({year, month, day}));
  const Day other = reckoning().told_on({year, day, month}).value_or(to_day({year, day, month}));
  Draft d = of_period(day_period(order == NumericOrder::day_first ? other : read));
  d.policy = order == NumericOrder::day_first     ? "day first, as in the document's other dates"
             : order == NumericOrder::month_first ? "month first, as in the document's other dates"
                                                  : "one of two: nothing tells the day from the month";
  step("{} or {}: {}", to_string(read), to_string(other), d.policy);
  if (order != NumericOrder::unknown) return d;
  d.uncertain = true;
  const auto [first, last] = std::minmax(read, other);
  d.bounds = {Moment{first, {}}, Moment{last, {}}, Moment{first, {}}, Moment{last, {}}};
  d.edtf = fmt::format("[{},{}]", to_string(first), to_string(last));
  return d;
}

// Islamic months begin when somebody sees the moon: what the tables give may be a day off.
Draft Placing::feast(const std::string& code, Year year) {
  if (!is_counted(code)) {
    step("the calendar of this feast is not counted here: some day of {}", year);
    return of_period(year_period(year));
  }
  const std::optional<Day> day = reckoning().feast(code, year);
  if (!day) return unplaced(year_to_string(year), "no such feast then");
  Draft d = of_period(day_period(*day));
  if (!reckoning().is_modern(*day)) d.note = code[0] == 'E' ? "Julian computus" : "julian calendar";
  step("feast {} of {}: {}", code, year, to_string(*day));
  d.approximate = code[0] == 'I';
  return d;
}

// "In 356 BC ... in 336": a year that hangs on such a story is before Christ too, unless that leads far back.
Year Placing::of_story_era(const Fields& f) const {
  const Year year = *f.year;
  if (f.hang != Hang::reference || f.era_said || year <= 0 || !r_.story().last()) return year;
  const Year told = year_of(r_.story().last()->period);
  return told <= 0 && told - (1 - year) <= kBackInStory ? 1 - year : year;
}

std::optional<Draft> Placing::complete(const Fields& f) {
  if (f.telling &&
      (f.year || f.telling->indiction || !f.telling->point.empty() || !f.telling->calendar.empty()))
    return told_otherwise(f);
  if (f.millennium) return of_period(millennium_period(*f.millennium));
  if (f.century) return of_period(century_period(*f.century));
  if (f.decade) {
    const bool short_form = *f.decade >= 0 && *f.decade < 100 && !f.era_said;
    const Year first = short_form ? full_year(*f.decade) : *f.decade;
    if (short_form) step("the decade '{:02} nearest to the article: {}", *f.decade, first);
    return of_period(decade_period(first));
  }
  if (!f.year) return {};
  const Year year = f.short_year ? full_year(*f.year) : of_story_era(f);
  if (f.short_year) step("year '{:02} nearest to the article: {}", *f.year, year);
  if (!f.feast.empty()) return feast(f.feast, year);
  if (f.week) return of_period(week_period({year, f.week}));
  if (f.season >= 0) return season_of_year(f.season, year);
  if (f.quarter) return of_period(quarter_period(year, f.quarter));
  if (f.hang == Hang::quarter && r_.story().quarter() && !r_.story().months_told()) {  // "the 1988 quarter"
    const int quarter = (to_civil(first_day(r_.story().quarter()->period)).month + 2) / 3;
    return of_period(quarter_period(year, quarter));
  }
  if (f.half) return of_period(half_period(year, f.half));
  if (!f.month) return of_period(year_period(year));
  if (!f.day) return of_period(month_period(year, f.month));
  if (f.unsure_order && f.day <= 12 && f.day != f.month) return one_of_two(year, f.month, f.day);
  return told_day({year, f.month, f.day}, f);
}

std::string Placing::open_value(const Fields& f) const {
  if (const std::size_t dash = f.feast.find('-'); f.feast.starts_with('D') && dash != std::string::npos) {
    return fmt::format("XXXX-{:0>2}-{:0>2}", std::string_view(f.feast).substr(1, dash - 1),
                       std::string_view(f.feast).substr(dash + 1));
  }
  if (f.month && f.day) return fmt::format("XXXX-{:02}-{:02}", f.month, f.day);
  if (f.month) return fmt::format("XXXX-{:02}", f.month);
  if (f.week) return fmt::format("XXXX-W{:02}", f.week);
  if (f.weekday) return fmt::format("XXXX-WXX-{}", f.weekday);
  if (f.season >= 0) return fmt::format("XXXX-{}", kSeasonCodes[f.season]);
  if (f.quarter) return fmt::format("XXXX-Q{}", f.quarter);
  if (f.half) return fmt::format("XXXX-H{}", f.half);
  if (f.weekend) return "XXXX-WXX-WE";
  if (f.day) return fmt::format("XXXX-XX-{:02}", f.day);
  return "XXXX";
}

// "Tuesday the 11th": in the month where the 11th is a Tuesday.
std::optional<Period> Placing::numbered_weekday(const Fields& f, Day near, std::int64_t turn) const {
  const Civil first = to_civil(first_day(around(Granularity::month, near) + turn));
  const std::optional<Day> told = reckoning().told_on({first.year, first.month, f.day});
  if (!told) return {};
  const Day day = *told;
  return weekday(day) == f.weekday ? std::optional(day_period(day)) : std::nullopt;
}

// The occurrence in the year (week, month) of `near`, or `turn` years (weeks, months) on.
std::optional<Period> Placing::occurrence(const Fields& f, Day near, std::int64_t turn) const {
  const Year year = reckoning().told(near).year + turn;
  const auto of_day = [](std::optional<Day> day) {
    return day ? std::optional(day_period(*day)) : std::nullopt;
  };
  if (!f.feast.empty()) return of_day(reckoning().feast(f.feast, year));
  if (f.month && f.day) return of_day(reckoning().told_on({year, f.month, f.day}));
  if (f.month) return month_period(year, f.month);
  if (f.week) return week_period({year, f.week});
  if (f.weekday && f.day) return numbered_weekday(f, near, turn);
  if (f.weekday) return day_period(near - (weekday(near) - f.weekday) + 7 * turn);
  if (f.season >= 0) return season_period(year, static_cast<Season>(f.season), seasons());
  if (f.quarter) return quarter_period(year, f.quarter);
  if (f.half) return half_period(year, f.half);
  if (f.weekend) return containing(Granularity::weekend, near) + turn;
  const Civil first = to_civil(first_day(around(Granularity::month, near) + turn));
  return f.day ? of_day(reckoning().told_on({first.year, first.month, f.day})) : std::nullopt;
}

const char* Placing::kind_of(const Fields& f) {
  return !f.feast.empty()     ? "feast"
         : f.month && f.day   ? "month-day"
         : f.month            ? "month"
         : f.weekday && f.day ? "day"
         : f.weekday          ? "weekday"
         : f.season >= 0      ? "season"
         : f.quarter          ? "quarter"
         : f.half             ? "half"
                              : "day";
}

// The way a bare month, weekday, ... points, by the table `directions`, or by the words around it where that
// asks them.
Placing::Pointing Placing::pointing(const Fields& f) {
  const TableRow* row = r_.book().row("directions", kind_of(f));
  const auto cell = [&](const char* name) {
    const auto found = row == nullptr ? TableRow::const_iterator{} : row->find(name);
    return row == nullptr || found == row->end() ? std::string() : to_string(found->second);
  };
  Pointing out{cell("points"), "", 0};
  if (out.way.empty()) out.way = "nearest";
  const auto far = row == nullptr ? TableRow::const_iterator{} : row->find("far");
  if (row != nullptr && far != row->end()) out.far = static_cast<std::int64_t>(far->second.number);
  const std::string asked = cell("evidence");
  if (asked == "none") return out;
  const Tense tense = this->tense();
  if (asked == "near" && (tense.away < 0 || tense.away > kNear)) return out;
  if (asked != "both" && tense.away < 0) return out;
  return tense.direction == Direction::unknown ? out : told_by(tense);
}

Placing::Pointing Placing::told_by(const Tense& tense) {
  return {tense.direction == Direction::future ? "future" : "past", tense.evidence, 0};
}

// In a narrative: in the year of the date told that it best goes on from.
std::optional<Period> Placing::next_told(const Fields& f, std::optional<Base>& from) const {
  const int month = f.month ? f.month : f.season >= 0 ? (seasons().spring_begins + 3 * f.season) % 12 + 1 : 0;
  if (month) {
    const bool winter =
        f.season >= 0 && month == 1;  // told by the year of its January; it begins the year before
    if (f.hang == Hang::reference) return occurrence(f, from->day, 0);          // "March of that year"
    if (const Told* aside = told_close_by(); aside && r_.story().in_aside()) {  // "of 79 AD, on 24 August"
      from = base_of(*aside);
      return occurrence(f, from->day, year_of(aside->period) - reckoning().told(from->day).year);
    }
    const auto ahead = r_.story().year_ahead(r_.text().substr(span_.end));
    const auto choice = r_.story().year_of_month(month, winter, ahead);
    if (choice) from = base_of(choice->told);
    const Year year = (choice ? choice->year : reckoning().told(from->day).year) - (winter ? 1 : 0);
    return occurrence(f, from->day, year - reckoning().told(from->day).year);
  }
  const std::optional<Period> found = occurrence(f, from->day, 0);
  if (f.quarter || f.half) return found;
  const bool over = found && last_day(*found, seasons()) < from->day;  // the 5th, Friday: the story moves on
  return over && from->grain <= Granularity::day ? occurrence(f, from->day, 1) : found;
}

std::int64_t Placing::days_off(Day first, Day last, const Base& from) {
  return first > from.last ? first - from.last : last < from.day ? from.day - last : 0;
}

std::optional<Period> Placing::pointed_at(const Fields& f, const Base& from, std::string_view way) const {
  const std::optional<Period> near = pointed_at(f, from, way, 1);
  return near ? near : pointed_at(f, from, way, 5);  // 29 February, the 31st
}

std::optional<Period> Placing::pointed_at(const Fields& f, const Base& from, std::string_view way,
                                          std::int64_t turns) const {
  std::optional<Period> best;
  std::int64_t least = 0;
  for (std::int64_t turn = -turns; turn <= turns; ++turn) {
    const std::optional<Period> candidate = occurrence(f, from.day, turn);
    if (!candidate) continue;
    const Day first = first_day(*candidate, seasons());
    const Day last = last_day(*candidate, seasons());
    if (way == "past" && first > from.day) continue;
    if (way == "future" && last < from.day) continue;
    if (way == "this-year" && turn == 0) return candidate;
    const std::int64_t distance = days_off(first, last, from);
    if (!best || distance < least) best = candidate, least = distance;
  }
  return best;
}

Draft Placing::incomplete(const Fields& f) {
  const bool narrative = r_.options().style == Style::narrative || f.hang == Hang::reference;
  std::optional<Base> from = narrative ? base(Hang::reference) : std::nullopt;
  Pointing way = from ? Pointing{"narrative", "", 0} : pointing(f);
  const bool told = from.has_value();
  if (!from) from = base(Hang::article);
  if (!from) return unplaced(open_value(f), kNoArticleDate);
  if (from->calendar > Calendar::swedish && f.day && !f.month && !f.weekday) return in_told_month(f, *from);
  std::optional<Period> found = told ? next_told(f, from) : std::nullopt;
  if (!found) found = pointed_at(f, *from, way.way);
  const bool far = found && way.far > 0 &&
                   days_off(first_day(*found, seasons()), last_day(*found, seasons()), *from) > way.far;
  if (const Tense tense = far ? this->tense() : Tense{}; tense.direction != Direction::unknown) {
    way = told_by(tense);
    found = pointed_at(f, *from, way.way);
  }
  if (!found) {
    const bool uncounted = !f.feast.empty() && !is_counted(f.feast);
    return unplaced(open_value(f), uncounted ? "its calendar is not counted here" : "no such day");
  }
  Draft d = of_period(*found, &*from);
  if (told && f.season >= 0 && year_of(*found) < to_civil(last_day(*found, seasons())).year)
    d.value = timex3(*found + 4, seasons());  // the winter of December 1776 is 1777-WI, by its January
  d.policy = way.way;
  if (!way.evidence.empty()) d.policy += fmt::format(" ({})", way.evidence);
  step("policy {}: {} from {}", d.policy, d.value, to_string(from->day));
  return d;
}

// A winter lies in two years: by the policy of the document it is named after the one it begins or ends in.
Draft Placing::season_of_year(int season, Year year) {
  Period period = season_period(year, static_cast<Season>(season), seasons());
  const auto winter = r_.settings().find("winter");
  const bool two_years = to_civil(last_day(period, seasons())).year != year;
  if (!two_years || winter == r_.settings().end()) return of_period(period);
  if (winter->second == "ends") period = period - 4;
  Draft d = of_period(period);
  d.value = timex3(season_period(year, static_cast<Season>(season), seasons()), seasons());
  d.note = "named after the year it " + winter->second + " in";
  return d;
}

Draft Placing::place(const Fields& f) {
  if (f.telling && !f.telling->reading.empty()) return mended(f);
  std::optional<Draft> whole = complete(f);
  const auto fiscal = r_.settings().find("fiscal-year");
  if (f.fiscal && f.year && !f.telling && fiscal != r_.settings().end()) {
    Fields told = f;
    told.year = f.short_year ? full_year(*f.year) : *f.year;
    Telling telling;
    telling.era = fiscal->second;
    told.telling = std::make_shared<const Telling>(std::move(telling));
    Draft d = place(told);
    d.value = "FY" + year_to_string(*told.year);
    return d;
  }
  return whole ? std::move(*whole) : incomplete(f);
}

namespace {

// In a story told by the clock, "ten minutes before eleven" behind "nine in the evening" is at night.
TimeOfDay after_told(TimeOfDay time, const std::optional<Clock>& told) {
  const bool unsaid = time.in_words && !time.half_said && !time.on && time.hour >= 0 && time.hour < 12;
  if (unsaid && told && time.hour < told->hour && time.hour + 12 >= told->hour) time.hour += 12;
  return time;
}

}  // namespace

Draft Placing::place(const TimeOfDay& said) {
  TimeOfDay time = said;
  Draft d;
  std::optional<Base> from;
  if (time.on) {
    d = draft(*time.on);
    from = base_of(d);
    if (const std::size_t part = d.value.find('T'); part != std::string::npos) {  // the next evening, at six
      if (!time.half_said) apply_part(std::string_view(d.value).substr(part + 1), time);
      d.value.resize(part);
    }
  } else {
    from = r_.options().style == Style::narrative ? base(Hang::reference) : std::nullopt;
    const Told* const near = from ? nullptr : r_.near_reference(span_.begin);
    if (near != nullptr && near->period.grain == Granularity::day) from = base_of(*near);
    if (!from || from->grain > Granularity::day) from = base(Hang::article);
    if (from) d.anchor = from->anchor;
    if (from)
      time = after_told(said, from->anchor.kind == AnchorKind::expression ? from->clock : std::nullopt);
  }
  const std::string clock = timex_clock(time);
  d.type = TimexType::time;
  d.grain = !time.part.empty() ? Granularity::part_of_day
            : time.second >= 0 ? Granularity::second
            : time.minute >= 0 ? Granularity::minute
                               : Granularity::hour;
  if (!from || from->grain > Granularity::day) {
    d.reason = from ? "its day is not told" : kNoArticleDate;
    d.value = (time.on && !d.value.empty() ? d.value : std::string("XXXX-XX-XX")) + clock;
    d.placed = d.placed && time.on;
    return d;
  }
  d.value = (time.on ? d.value : to_string(from->day)) + clock;
  d.period = day_period(from->day);
  d.placed = true;
  d.bounds = interval(from->day, from->last);
  if (time.part.empty()) {
    // "Midnight Friday" is Friday's T24:00, and the first moment of Saturday.
    const Clock at{time.hour % 24, time.minute, time.second, time.offset_minutes};
    const Moment moment{from->day + time.hour / 24, at};
    d.bounds = interval(moment, moment);
  }
  return d;
}

}  // namespace annals
