#include "resolve/reckoning.h"

#include <fmt/format.h>

#include <utility>

#include "calendar/feast.h"
#include "resolve/table_row.h"
#include "text/ascii.h"

namespace annals {
namespace {

constexpr Civil kFirstGregorian{1582, 10, 15};
// By then all but the Orthodox had changed; later, a weekday that does not fit is a slip.
constexpr Year kLastDoubt = 1752;

std::optional<YearStyle> new_year_of(const RuleBook& book, const std::string& style) {
  const TableRow* row = book.row("new-years", style);
  if (row == nullptr) return {};
  YearStyle out;
  const std::string begins = text_of(*row, "begins");
  out.easter = begins == "easter";
  if (const auto day = parse_civil("2000-" + begins)) out.month = day->month, out.day = day->day;
  out.ahead = static_cast<int>(number_of(*row, "ahead", 0));
  return out;
}

// The year behind the stroke of 1648/9, or nothing where the two are not one year told in two ways.
std::optional<Year> later_year(Year said, int digits) {
  const Year unit = digits < 10 ? 10 : 100;
  Year later = said - floor_mod(said, unit) + digits;
  if (later < said) later += unit;
  return later == said + 1 ? std::optional(later) : std::nullopt;
}

}  // namespace

std::string timex_of(const Civil& date) {
  std::string out = date.year > 0 ? fmt::format("{:04}", date.year) : fmt::format("BC{:04}", 1 - date.year);
  return out + fmt::format("-{:02}-{:02}", date.month, date.day);
}

void add_note(std::string& notes, std::string_view note) {
  if (note.empty()) return;
  if (!notes.empty()) notes += "; ";
  notes += note;
}

Reckoning::Reckoning(const RuleBook& book, const Settings& settings)
    : cut_over_{Calendar::julian, to_day(kFirstGregorian)} {
  if (settings.empty()) return;
  const auto said = [&](std::string_view name) {
    const auto found = settings.find(name);
    return found == settings.end() ? std::string() : found->second;
  };
  set_region(book, lower(said("region")));
  const auto calendar = calendar_named(said("calendar"));
  if (calendar == Calendar::gregorian) cut_over_.first_gregorian = to_day({-farthest_year, 1, 1});
  if (calendar == Calendar::julian)
    cut_over_ = {Calendar::julian, to_day({farthest_year, 1, 1})}, one_calendar_ = true;
  set_new_year(book, settings);
}

void Reckoning::set_region(const RuleBook& book, std::string_view name) {
  if (name.empty()) return;
  const TableRow* row = book.row("regions", std::string(name));
  if (row != nullptr && row->contains("like")) row = book.row("regions", text_of(*row, "like"));
  if (row == nullptr) return;
  region_ = name;
  if (const auto feasts = book.tables.find("feasts-of"); feasts != book.tables.end()) {
    for (const auto& [key, feast] : feasts->second) {
      if (text_of(feast, "region") == name) feasts_[text_of(feast, "feast")] = text_of(feast, "as");
    }
  }
  if (const auto day = parse_day(text_of(*row, "gregorian"))) cut_over_.first_gregorian = *day;
  cut_over_.before = calendar_named(text_of(*row, "before")).value_or(Calendar::julian);
  const auto table = book.tables.find("new-years-of");
  if (table == book.tables.end()) return;
  for (const auto& [key, custom] : table->second) {
    if (text_of(custom, "region") != name) continue;
    const std::string style = text_of(custom, "style");
    if (const auto begins = new_year_of(book, style))
      customs_.push_back({static_cast<Year>(number_of(custom, "from", -9999)),
                          static_cast<Year>(number_of(custom, "to", 9999)), *begins, style});
  }
}

void Reckoning::set_new_year(const RuleBook& book, const Settings& settings) {
  const auto found = settings.find("new-year");
  if (found == settings.end()) return;
  by_custom_ = found->second == "region";
  if (!by_custom_) new_year_ = new_year_of(book, found->second);
}

const Reckoning::Custom* Reckoning::custom_in(Year year) const {
  for (const Custom& custom : customs_) {
    if (custom.from <= year && year <= custom.to) return &custom;
  }
  return nullptr;
}

// What a date can be whose year began so: days of each calendar that was in use on them.
std::vector<Day> Reckoning::days_by(const YearStyle& style, const Civil& said) const {
  std::vector<Day> days;
  for (const Calendar calendar : {cut_over_.before, Calendar::gregorian}) {
    for (const Day day : days_said(style, {calendar, said.year, said.month, said.day})) {
      if (calendar_on(day) == calendar) days.push_back(day);
    }
  }
  return days;
}

Civil Reckoning::told(Day day) const {
  if (is_modern(day)) return to_civil(day);
  const auto date = written(cut_over_, day);
  return date ? Civil{date->year, date->month, date->day} : to_civil(day);
}

std::optional<Day> Reckoning::in(Calendar calendar, const Civil& date) const {
  return annals::to_day(CalendarDate{calendar, date.year, date.month, date.day});
}

// The one day that was called so.
std::optional<Day> Reckoning::told_on(const Civil& date) const {
  const auto found = as_written(cut_over_, date);
  return found ? annals::to_day(*found) : std::nullopt;
}

Day Reckoning::label(Day day) const {
  if (is_modern(day)) return day;
  Civil date = told(day);
  if (!exists(date)) date.day = annals::days_in_month(date.year, date.month);  // 29 February 1500
  return to_day(date);
}

Day Reckoning::unlabel(Day label) const {
  const Civil date = to_civil(label);
  if (const auto day = told_on(date)) return *day;
  return is_modern(label) ? label : in(cut_over_.before, date).value_or(label);
}

std::string Reckoning::timex(Day day) const { return timex_of(told(day)); }

std::optional<Day> Reckoning::feast(std::string_view code, Year year) const {
  if (const auto own = feasts_.find(code); own != feasts_.end()) code = own->second;
  const auto modern = feast_in_year(code, year);
  if (modern && is_modern(*modern)) return modern;
  const auto old = feast_day(code, year, Calendar::julian);
  return old && !is_modern(*old) ? old : std::nullopt;
}

// What a day that never was may stand for.
std::string Reckoning::unreal(const Civil& date) const {
  if (date.month < 1 || date.month > 12) return fmt::format("no such day: there is no month {}", date.month);
  std::string out = fmt::format("no such day: month {} of {} has {} days", date.month, date.year,
                                annals::days_in_month(date.year, date.month));
  if (exists(date)) {
    return fmt::format(
        "no such day in {}: {} was left out when the calendar changed; as a Julian day it is {}, "
        "as a Gregorian one {}",
        region_.empty() ? "1582" : region_, to_string(to_day(date)),
        to_string(in(Calendar::julian, date).value_or(Day{})), to_string(to_day(date)));
  }
  const Day last = to_day({date.year, date.month, annals::days_in_month(date.year, date.month)});
  out += fmt::format("; could be {}, the last, or {}, counted on", timex(unlabel(last)),
                     timex(unlabel(last + (date.day - to_civil(last).day))));
  if (const auto old = in(Calendar::julian, date))
    out += fmt::format(", or {} in the Julian calendar", to_string(*old));
  return out;
}

// The weekday as evidence: it settles what nothing else did, or it is a slip.
void Reckoning::weigh(DayRead& reading, int wanted, Calendar calendar, bool settled) const {
  if (annals::weekday(*reading.day) == wanted) return;
  const bool open = !settled && reading.told.year <= kLastDoubt && reading.told.year > 1582;
  const bool may_be_later_year =
      reading.told.year > 1100 && reading.told.year <= kLastDoubt &&
      (reading.told.month < 3 || (reading.told.month == 3 && reading.told.day < 25));
  const Calendar other = calendar == Calendar::gregorian ? Calendar::julian : Calendar::gregorian;
  Civil next = reading.told;
  ++next.year;
  struct Candidate {
    bool asked;
    Calendar calendar;
    const Civil& date;
    const char* why;
  };
  const Candidate candidates[] = {
      {open, other, reading.told, "weekday proof"},
      {may_be_later_year, Calendar::julian, next, "weekday proof: its year began on 25 March"}};
  for (const Candidate& candidate : candidates) {
    if (!candidate.asked) continue;
    const auto day = in(candidate.calendar, candidate.date);
    if (!day || annals::weekday(*day) != wanted) continue;
    reading.note = fmt::format("{} calendar ({})", to_string(candidate.calendar), candidate.why);
    reading.day = day, reading.told = candidate.date;
    return;
  }
  static constexpr const char* kNames[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
  reading.uncertain = true;
  add_note(reading.note, fmt::format("{} was a {}, not a {}", timex_of(reading.told),
                                     kNames[annals::weekday(*reading.day) - 1], kNames[wanted - 1]));
}

// A year that did not begin on 1 January: its days are ours by another number, or two, or none.
void Reckoning::read_by(const YearStyle& style, DayRead& reading) const {
  const Civil said = reading.told;
  const std::vector<Day> days = days_by(style, said);
  if (days.empty()) {
    if (told_on(said))
      reading.reason = fmt::format("no such day: {} ended before it, or began behind it", said.year);
    return;
  }
  reading.day = days.front(), reading.told = told(days.front());
  if (reading.told.year != said.year)
    reading.note = fmt::format("the year told as {} did not begin on 1 January", said.year);
  if (days.size() < 2) return;
  reading.uncertain = true;
  reading.note = fmt::format("that year had two such days, the other {}", timex(days.back()));
}

// 1648/9, told by the year that began on 25 March and by ours.
void Reckoning::read_dual(int later, DayRead& reading) const {
  const Year said = reading.told.year;
  if (const auto year = later_year(said, later)) {
    reading.told.year = *year;
  } else {
    reading.reason = fmt::format("{}/{} is not one year told in two ways", said, later);
  }
}

// The calendar that the date itself names: by old or new style, or by its dual year.
std::optional<Calendar> Reckoning::named_by(const Telling& telling) const {
  if (telling.reckoning == "NS") return Calendar::gregorian;
  const bool old = telling.reckoning == "OS" || telling.dual_year >= 0;
  return old ? std::optional(cut_over_.before) : std::nullopt;
}

std::string Reckoning::why_calendar(const Telling& telling, Year said, Year told) const {
  if (telling.dual_year >= 0) return fmt::format("{}/{}: the year from 25 March, and ours", said, told);
  if (!telling.reckoning.empty()) return telling.reckoning == "NS" ? "new style" : "old style";
  if (one_calendar_) return "the document says so";
  return region_.empty() ? "before 15 October 1582" : "region " + region_;
}

// What the day would be if its year began as it did in the region then.
void Reckoning::note_custom(const Custom& custom, const Civil& said, DayRead& reading) const {
  const std::vector<Day> days = days_by(custom.begins, said);
  if (days.empty() || days.front() == *reading.day) return;
  add_note(reading.note, fmt::format("by the custom of {} ({}) it would be {}", region_, custom.style,
                                     told(days.front()).year));
}

DayRead Reckoning::read(const Civil& said, int weekday, const Telling* telling) const {
  static const Telling kAsToday;
  const Telling& how = telling == nullptr ? kAsToday : *telling;
  const bool dual = how.dual_year >= 0;
  const Custom* const custom = customs_.empty() ? nullptr : custom_in(said.year);
  const YearStyle* const style = new_year_ ? &*new_year_ : by_custom_ && custom ? &custom->begins : nullptr;
  DayRead out;
  out.told = said;
  if (dual) read_dual(how.dual_year, out);
  if (!dual && style != nullptr) read_by(*style, out);
  if (!out.reason.empty()) return out;
  const std::optional<Calendar> named = named_by(how);
  if (named) out.day = in(*named, out.told);
  if (!named && !out.day) out.day = told_on(out.told);
  if (!out.day) {
    out.reason = unreal(out.told);
    return out;
  }
  const Calendar calendar = named.value_or(calendar_on(*out.day));
  if (named || calendar != Calendar::gregorian) {
    const std::string of_year = std::exchange(out.note, "");
    out.note =
        fmt::format("{} calendar ({})", to_string(calendar), why_calendar(how, said.year, out.told.year));
    add_note(out.note, of_year);
  }
  if (weekday) weigh(out, weekday, calendar, named || one_calendar_ || !region_.empty());
  if (custom != nullptr && style == nullptr && !dual && !weekday) note_custom(*custom, said, out);
  return out;
}

}  // namespace annals
