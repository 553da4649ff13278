// Dates told by their fields: "November 2022", "5 May '98", "the winter of 1941", "Easter 1916".
#include <algorithm>

#include "calendar/feast.h"
#include "calendar/floor.h"
#include "resolve/placing.h"

namespace annals {
namespace {

constexpr Year kBackToTwoDigits = 80;  // told in 1893, "the thirties" are those of 1830, "'05" is 1905
constexpr Year kBackInStory = 100;     // "in 44 BC ... in 410": the year 410 of our era

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

Draft Placing::vague(const std::string& reference) {
  const bool past = reference == "PAST_REF", ahead = reference == "FUTURE_REF";
  return unplaced(reference, past ? "vague: the past" : ahead ? "vague: the future" : "vague: the present");
}

// "98": the year within eighty years back and nineteen on of the article's; in a narrative so of the date
// told last. Without an article, of the 20th century.
Year Placing::full_year(Year two_digits) const {
  if (const auto last = is_narrative(r_.options().style) ? r_.story_year() : std::nullopt) {
    const bool before_christ = *last <= 0;  // counted down: the 49 of January 49, told after 58 BC
    const Year told = before_christ ? 1 - *last : *last;
    Year year = told - floor_mod(told - two_digits, 100);
    if (told - year > kBackToTwoDigits) year += 100;
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
  if (f.hang != Hang::reference || f.era_said || year <= 0) return year;
  const std::optional<Year> told = r_.story_year();
  return told && *told <= 0 && *told - (1 - year) <= kBackInStory ? 1 - year : year;
}

// Nothing where no year is said.
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
  return in_year(year, f);
}

Draft Placing::in_year(Year year, const Fields& f) {
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
  const auto fiscal = r_.settings().find("fiscal-year");
  if (f.fiscal && f.year && !f.telling && fiscal != r_.settings().end())
    return fiscal_year(f, fiscal->second);
  std::optional<Draft> whole = complete(f);
  return whole ? std::move(*whole) : underspecified(f);
}

// "fiscal 2008": by the row of the table `eras` that the document's setting names.
Draft Placing::fiscal_year(const Fields& f, const std::string& era) {
  Fields told = f;
  told.year = f.short_year ? full_year(*f.year) : *f.year;
  Telling telling;
  telling.era = era;
  told.telling = std::make_shared<const Telling>(std::move(telling));
  Draft d = place(told);
  d.value = "FY" + year_to_string(*told.year);
  return d;
}

}  // namespace annals
