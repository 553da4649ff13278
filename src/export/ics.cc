// iCalendar (RFC 5545) by libical: all-day entries over the window in which an event lies.
//
//   in November 2022   DTSTART;VALUE=DATE:20221101   DTEND;VALUE=DATE:20221201   (the end is not included)
//
// A window is not a duration: where an event lies somewhere within, the description says so. Events are
// transparent, lest history make anybody busy. UID and DTSTAMP come from the event and the article's date, so
// that a second import replaces the first and no clock is read. What a calendar cannot hold (an open end, a
// year before 1 or after 9999, a span longer than asked for) is left out and reported, for many importers
// refuse a whole file for one such entry.
//
// With `split`, several calendars follow one another in the stream, as RFC 5545 (3.4) allows.
#include <libical/ical.h>

#include <cstdlib>
#include <memory>

#include "calendar/digits.h"
#include "calendar/floor.h"
#include "export/entry.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Calendar = std::unique_ptr<icalcomponent, FreeComponent>;

// Written out and not handed over as icaltimetype, for libical takes years after 3000 for invalid there and
// turns the date into zeros without a word; its parser takes them.
std::string date_of(Day day) {
  const Civil civil = to_civil(day);
  std::string text;
  append_number(text, civil.year, 4);
  append_number(text, civil.month, 2);
  append_number(text, civil.day, 2);
  return text;
}

std::string moment_of(Day day, std::int64_t seconds, bool utc) {
  std::string text = date_of(day + floor_div(seconds, 86400)) + 'T';
  const std::int64_t rest = floor_mod(seconds, 86400);
  for (const std::int64_t part : {rest / 3600, rest / 60 % 60, rest % 60}) append_number(text, part, 2);
  return utc ? text + 'Z' : text;
}

// A leap second is written as the one before: few importers take :60.
std::string moment_of(const Moment& moment, bool utc) {
  const Clock& clock = *moment.clock;
  const std::int64_t offset = utc ? clock.offset_minutes.value_or(0) * std::int64_t{60} : 0;
  const std::int64_t leap = clock.second == 60 ? 1 : 0;
  return moment_of(moment.day, seconds_into_day(clock) - leap - offset, utc);
}

struct Entry {  // when an event stands in a calendar; no end where it needs none
  std::string start, end;
  const char* kind = "DATE";
};

// On the first and last day of the calendar an offset could leave it: those stay all-day.
bool has_clock(const Bounds& b) {
  for (const auto& edge : {b.earliest_start, b.latest_start, b.earliest_end, b.latest_end}) {
    if (!edge || !edge->clock || edge->day <= to_day(first_entry) || edge->day >= to_day(last_entry))
      return false;
  }
  return true;
}

Entry clock_entry(const Bounds& b) {
  const bool utc = b.earliest_start->clock->offset_minutes && b.latest_end->clock->offset_minutes;
  Entry entry{moment_of(*b.earliest_start, utc), moment_of(*b.latest_end, utc), "DATE-TIME"};
  if (entry.end <= entry.start) entry.end.clear();
  return entry;
}

// A single day needs no end (RFC 5545, 3.6.1), and the last
// of 9999 can have none; the others get one all the same.
Entry entry_of(const Bounds& b) {
  if (has_clock(b)) return clock_entry(b);
  const bool last = b.latest_end->day == to_day(last_entry);
  return {date_of(b.earliest_start->day), last ? "" : date_of(b.latest_end->day + 1)};
}

std::string stamp(const Article& article) {
  const Day epoch;
  if (!article.date) return moment_of(epoch, 0, true);
  const Moment& date = *article.date;
  if (date.day < to_day(first_entry) || date.day > to_day(last_entry)) return moment_of(epoch, 0, true);
  return date.clock ? moment_of(date, true) : moment_of(date.day, 0, true);
}

icalproperty* time(icalproperty_kind kind, const std::string& value, const char* type) {
  icalproperty* property = icalproperty_new(kind);
  icalproperty_set_value_from_string(property, value.c_str(), type);
  if (std::string_view(type) == "DATE") icalproperty_set_parameter_from_string(property, "VALUE", type);
  return property;
}

icalproperty* extension(const char* name, const std::string& value) {
  icalproperty* property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  return property;
}

void add_entry(icalcomponent* calendar, const Timeline& timeline, const Event& event, bool anniversary) {
  const Entry entry = entry_of(event.when);
  icalcomponent* component = icalcomponent_new_vevent();
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(component, property); };
  add(icalproperty_new_uid((event.id + "@annals").c_str()));
  add(time(ICAL_DTSTAMP_PROPERTY, stamp(timeline.sources.at(event.source).article), "DATE-TIME"));
  add(time(ICAL_DTSTART_PROPERTY, entry.start, entry.kind));
  if (!entry.end.empty()) add(time(ICAL_DTEND_PROPERTY, entry.end, entry.kind));
  add(icalproperty_new_summary(one_line(event.headline).c_str()));
  add(icalproperty_new_description(entry_description(timeline, event).c_str()));
  if (!event.where.empty()) add(icalproperty_new_location(joined(event.where).c_str()));
  add(icalproperty_new_categories(std::string(to_string(event.precision)).c_str()));
  if (event.status == Status::planned || event.status == Status::possible) {
    add(icalproperty_new_status(ICAL_STATUS_TENTATIVE));
  }
  add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  if (!event.edtf.empty()) add(extension("X-ANNALS-EDTF", event.edtf));
  if (anniversary) add(icalproperty_new_rrule(icalrecurrencetype_from_string("FREQ=YEARLY")));
  icalcomponent_add_component(calendar, component);
}

// libical leaves the text of an extension as it is.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    out += c;
  }
  return out;
}

// Its name as RFC 7986 has it, and as older importers look for it.
Calendar empty_calendar(const Timeline& timeline) {
  Calendar calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(calendar.get(), property); };
  add(icalproperty_new_version("2.0"));
  add(icalproperty_new_prodid("-//annals//annals//EN"));
  const std::string title = title_of(timeline);
  add(icalproperty_new_name(title.c_str()));
  add(extension("X-WR-CALNAME", escaped(title)));
  return calendar;
}

void write_calendar(const Calendar& calendar, std::ostream& out) {
  const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                         &std::free);
  out << text.get();
}

// Only what happened on one day has a day to come back on.
bool has_anniversary(const Event& event) {
  return event.when.earliest_start->day == event.when.latest_end->day;
}

struct Counts {
  std::size_t written = 0, before_outlook = 0, no_anniversary = 0, leap_day = 0;
};

void lose(const Counts& counts, Losses& losses) {
  const auto some = [&](std::size_t count, const std::string& what) {
    if (count > 0) losses.push_back({std::to_string(count) + what, ""});
  };
  some(counts.before_outlook, " written before 1601, which Outlook takes for invalid");
  some(counts.no_anniversary, " written without an anniversary: no one day is known");
  some(counts.leap_day, " on 29 February, whose anniversary comes every fourth year");
}

}  // namespace

Losses write_ics(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  Losses losses;
  Counts counts;
  Calendar calendar = empty_calendar(timeline);
  for (const Event& event : timeline.events) {
    const std::string why_not = obstacle(event, options, "iCalendar has the years 1 to 9999 (RFC 5545)");
    if (!why_not.empty()) {
      losses.push_back({when(event) + ": " + why_not, event.id});
      continue;
    }
    if (options.split > 0 && counts.written > 0 && counts.written % options.split == 0) {
      write_calendar(calendar, out);
      calendar = empty_calendar(timeline);
    }
    const bool anniversary = options.anniversaries && has_anniversary(event);
    add_entry(calendar.get(), timeline, event, anniversary);
    ++counts.written;
    const Civil first = to_civil(event.when.earliest_start->day);
    counts.before_outlook += first < first_of_outlook ? 1 : 0;
    counts.no_anniversary += options.anniversaries && !anniversary ? 1 : 0;
    counts.leap_day += anniversary && first.month == 2 && first.day == 29 ? 1 : 0;
  }
  write_calendar(calendar, out);
  lose(counts, losses);
  lose_undated(timeline, "iCalendar", losses);
  return losses;
}

}  // namespace annals
