// Dates that leave their year, or their month, unsaid: which of the days so called is meant.
//
//   "on Friday"                 the last one, where no tense of the verb speaks against it
//   "in March", of a narrative  that of the year the story has come to
//
// The table `directions` says which way each kind of them points, and whether the words around it may turn
// it.
#include <cstdlib>

#include "calendar/feast.h"
#include "resolve/placing.h"
#include "resolve/table_row.h"

namespace annals {
namespace {

constexpr int kNear = 1;  // tokens: "ended March 31", "effective June 1"
constexpr std::int64_t kMostOfYear = 330;
constexpr std::int64_t kLifetime = 100 * 366;
constexpr std::int64_t kOwnDays = 2 * 366;  // around the article: what a story tells there is its present

const char* const kSeasonCodes[] = {"SP", "SU", "FA", "WI"};

// Its row in the table `directions`.
const char* kind_of(const Fields& f) {
  if (!f.feast.empty()) return "feast";
  if (f.month) return f.day ? "month-day" : "month";
  if (f.weekday) return f.day ? "day" : "weekday";
  if (f.season >= 0) return "season";
  if (f.quarter) return "quarter";
  if (f.half) return "half";
  return f.weekend ? "weekend" : "day";
}

// Of its middle month, where it is a season; 0 where it has none.
int month_of(const Fields& f, const Seasons& seasons) {
  if (f.month || f.season < 0) return f.month;
  return (seasons.spring_begins + 3 * f.season) % 12 + 1;
}

}  // namespace

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
  return weekday(*told) == f.weekday ? std::optional(day_period(*told)) : std::nullopt;
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

// The way it points by its row, or by the words around it where that asks them.
Placing::Pointing Placing::pointing(const Fields& f) {
  static const TableRow kUnsaid;
  const TableRow* const found = r_.book().row("directions", kind_of(f));
  const TableRow& row = found == nullptr ? kUnsaid : *found;
  Pointing out{text_of(row, "points"), "", static_cast<std::int64_t>(number_of(row, "far", 0))};
  if (out.way.empty()) out.way = "nearest";
  const std::string asked = text_of(row, "evidence");
  if (asked == "none") return out;
  const Tense tense = this->tense();
  if (asked == "near" && (tense.away < 0 || tense.away > kNear)) return out;
  if (asked != "both" && tense.away < 0) return out;
  if (tense.direction != Direction::unknown) return told_by(tense);
  const std::string message = text_of(row, "message"), hours = text_of(row, "hours");
  if (!message.empty() && !tense.evidence.empty()) return {message, tense.evidence, 0};
  if (!hours.empty() && has_hours_) return {hours, "its hours", 0};
  return out;
}

Placing::Pointing Placing::told_by(const Tense& tense) {
  return {tense.direction == Direction::future ? "future" : "past", tense.evidence, 0};
}

// "Friday, June 3": the year beside the found one where the 3rd is a Friday; else, of a life told from 1933 on, one
// beside the article's.
std::optional<Period> Placing::on_its_weekday(const Fields& f, const Period& found) {
  const Day day = first_day(found);
  const auto beside = [&](Day near, std::int64_t turn) {
    const std::optional<Period> candidate = occurrence(f, near, turn);
    return candidate && weekday(first_day(*candidate)) == f.weekday ? candidate : std::nullopt;
  };
  for (const std::int64_t turn : {-1, 1})
    if (const auto fits = beside(day, turn)) return fits;
  const auto& today = r_.date();
  if (!today || today->day - day > kLifetime) return {};
  for (const std::int64_t turn : {0, 1, -1})
    if (const auto fits = beside(today->day, turn)) return fits;
  return {};
}

// In a diary: the first to come from the entry before, but for the diary that has its latest entry first.
std::optional<Period> Placing::next_entry(const Fields& f, const Base& from) const {
  const std::optional<Period> next = pointed_at(f, from, "future");
  return next && days_off(*next, from) < kMostOfYear ? next : pointed_at(f, from, "nearest");
}

// In a narrative: the one that the story has come to.
std::optional<Period> Placing::next_told(const Fields& f, std::optional<Base>& from) const {
  if (const int month = month_of(f, seasons())) return of_month_told(f, month, from);
  const std::optional<Period> found = occurrence(f, from->day, 0);
  if (f.quarter || f.half) return found;
  const bool over = found && last_day(*found, seasons()) < from->day;  // the 5th, Friday: the story moves on
  return over && from->grain <= Granularity::day ? occurrence(f, from->day, 1) : found;
}

// In the year of the date told that a month best goes on from.
std::optional<Period> Placing::of_month_told(const Fields& f, int month, std::optional<Base>& from) const {
  if (f.hang == Hang::reference) return occurrence(f, from->day, 0);  // "March of that year"
  const bool winter = f.season >= 0 && month == 1;
  const auto choice = r_.month_told(month, winter, span_);
  if (choice) from = base_of(choice->told);
  const Year year = reckoning().told(from->day).year;
  return occurrence(f, from->day, choice ? choice->year - year : winter ? -1 : 0);
}

std::int64_t Placing::days_off(const Period& period, const Base& from) const {
  const Day first = first_day(period, seasons());
  const Day last = last_day(period, seasons());
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
    if (way == "past" && first_day(*candidate, seasons()) > from.day) continue;
    if (way == "future" && last_day(*candidate, seasons()) < from.day) continue;
    if (way == "this-year" && turn == 0) return candidate;
    const std::int64_t distance = days_off(*candidate, from);
    if (!best || distance < least) best = candidate, least = distance;
  }
  return best;
}

// "The jubilee will be held on 14 June": where a story has come to the article's own days, what is still to
// come counts from the article.
bool Placing::lies_ahead(const Base& told) {
  const auto& today = r_.date();
  if (!today || std::abs(today->day - told.day) > kOwnDays) return false;
  const Tense tense = this->tense();
  return tense.direction == Direction::future && tense.away >= 0;
}

// "July 22. The ship seen on Sunday is near": a weekday in an entry or a letter is seen from its day, and the
// next one goes on from there.
bool Placing::is_seen_from_entry(const Fields& f, const Base& told) {
  if (!f.weekday || f.day || f.month) return false;
  const std::optional<Anchor> now = r_.day_of_writing(span_.begin);
  return now && now->kind == AnchorKind::dateline && now->at->day == told.day;
}

// What lies too far off is found by the tense; without any, "this year" gives way to the past: the fourth
// quarter, in January.
Placing::Pointing Placing::told_instead(const Pointing& way) {
  const Tense tense = this->tense();
  if (tense.direction != Direction::unknown) return told_by(tense);
  return way.way == "this-year" ? Pointing{"past", "", 0} : way;
}

// "6 November N.S.": in the style it names, of the year that was found without it.
Draft Placing::in_own_style(Fields f, const Period& found, const Base& from) {
  f.year = reckoning().told(first_day(found)).year;
  Draft d = told_otherwise(f);
  d.anchor = from.anchor;
  return d;
}

Draft Placing::underspecified(const Fields& f) {
  const bool narrative = is_narrative(r_.style()) || f.hang == Hang::reference;
  std::optional<Base> from = narrative ? base(Hang::reference) : std::nullopt;
  if (from && f.hang != Hang::reference && (lies_ahead(*from) || is_seen_from_entry(f, *from))) from.reset();
  const std::optional<Anchor> entry = r_.entry_before();
  const bool told = from && !entry;
  if (entry) from = Base{entry->at->day, entry->at->day, {}, Granularity::day, *entry};
  Pointing way = entry ? Pointing{"next entry", "", 0} : told ? Pointing{"narrative", "", 0} : pointing(f);
  if (!from) from = base(Hang::article);
  if (!from) return unplaced(open_value(f), kNoArticleDate);
  if (from->calendar > Calendar::swedish && f.day && !f.month && !f.weekday) return in_told_month(f, *from);
  std::optional<Period> found = told ? next_told(f, from) : entry ? next_entry(f, *from) : std::nullopt;
  if (!found) found = pointed_at(f, *from, way.way);
  if (found && way.far > 0 && days_off(*found, *from) > way.far) {
    way = told_instead(way);
    found = pointed_at(f, *from, way.way);
  }
  if (found && f.weekday && f.month && f.day && weekday(first_day(*found)) != f.weekday) {
    if (const std::optional<Period> fits = on_its_weekday(f, *found))
      found = fits, way = {"its weekday", "", 0};
  }
  if (!found) {
    const bool uncounted = !f.feast.empty() && !is_counted(f.feast);
    return unplaced(open_value(f), uncounted ? "its calendar is not counted here" : "no such day");
  }
  if (f.telling && f.month && f.day) return in_own_style(f, *found, *from);
  Draft d = of_period(*found, &*from);
  if (told && f.season >= 0 && year_of(*found) < to_civil(last_day(*found, seasons())).year)
    d.value = timex3(*found + 4, seasons());  // the winter of December 1776 is 1777-WI, by its January
  d.policy = way.evidence.empty() ? way.way : fmt::format("{} ({})", way.way, way.evidence);
  step("policy {}: {} from {}", d.policy, d.value, to_string(from->day));
  return d;
}

}  // namespace annals
