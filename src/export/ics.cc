// iCalendar (RFC 5545) by libical: all-day entries over the window in which an event lies.
//
//   in November 2022   DTSTART;VALUE=DATE:20221101   DTEND;VALUE=DATE:20221201   (the end is not included)
//
// A window is not a duration: where an event lies somewhere within, the description says so. Events are
// transparent, lest history make anybody busy. UID and DTSTAMP come from the event and the article's date, so
// that a second import replaces the first and no clock is read. What a calendar cannot hold (an open end, a
// year before 1 or after 9999, a span longer than asked for) is left out and reported, for many importers
// refuse a whole file for one such entry.
#include <libical/ical.h>

#include <cstdlib>
#include <memory>

#include "calendar/digits.h"
#include "calendar/floor.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Calendar = std::unique_ptr<icalcomponent, FreeComponent>;

constexpr Civil first_entry{1, 1, 1}, last_entry{9999, 12, 31};
constexpr Civil first_of_outlook{1601, 1, 1};  // MS-STANOICAL: days before are invalid

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

// A single day needs no end (RFC 5545, 3.6.1), and the last of 9999 can have none; the others get one all the
// same.
Entry entry_of(const Bounds& b) {
  if (has_clock(b)) return clock_entry(b);
  const bool last = b.latest_end->day == to_day(last_entry);
  return {date_of(b.earliest_start->day), last ? "" : date_of(b.latest_end->day + 1)};
}

// Why an event cannot be an entry; empty where it can.
std::string obstacle(const Event& event, const ExportOptions& options) {
  const auto &first = event.when.earliest_start, &last = event.when.latest_end;
  if (!first || !last) return "a calendar entry needs both a start and an end";
  if (first->day < to_day(first_entry) || last->day > to_day(last_entry)) {
    return "iCalendar has the years 1 to 9999 (RFC 5545)";
  }
  if (last->day == to_day(last_entry) && first->day != last->day) {
    return "its end would be the first day of the year 10000, and iCalendar ends with 9999 (RFC 5545)";
  }
  const std::int64_t days = last->day - first->day + 1;
  if (days <= options.max_span) return "";
  return "it spans " + std::to_string(days) + " days, more than --max-span " +
         std::to_string(options.max_span);
}

std::string description(const Timeline& timeline, const Event& event) {
  const Resolved* timex = expression_of(timeline, event);
  const bool sharp = is_interval(event.when);
  std::string text = event.edtf + (sharp ? ""
                                         : " (somewhere within " + to_string(*event.when.earliest_start) +
                                               ".." + to_string(*event.when.latest_end) + ")");
  text += "\n\"" + words_of(timeline, event.source, event.sentence) + "\"";
  text += "\n" + name_of(timeline.sources[event.source].article);
  if (timex != nullptr) {
    text += ": \"" + words_of(timeline, event.source, timex->span) + "\" (" + std::string(timex->rule) + ")";
  }
  const std::string notes = notes_of(event);
  return notes.empty() ? text : text + "\n" + notes;
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

void add_entry(icalcomponent* calendar, const Timeline& timeline, const Event& event) {
  const Entry entry = entry_of(event.when);
  icalcomponent* component = icalcomponent_new_vevent();
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(component, property); };
  add(icalproperty_new_uid((event.id + "@annals").c_str()));
  add(time(ICAL_DTSTAMP_PROPERTY, stamp(timeline.sources.at(event.source).article), "DATE-TIME"));
  add(time(ICAL_DTSTART_PROPERTY, entry.start, entry.kind));
  if (!entry.end.empty()) add(time(ICAL_DTEND_PROPERTY, entry.end, entry.kind));
  add(icalproperty_new_summary(one_line(event.headline).c_str()));
  add(icalproperty_new_description(description(timeline, event).c_str()));
  if (!event.where.empty()) add(icalproperty_new_location(joined(event.where).c_str()));
  add(icalproperty_new_categories(std::string(to_string(event.precision)).c_str()));
  if (event.status == Status::planned || event.status == Status::possible) {
    add(icalproperty_new_status(ICAL_STATUS_TENTATIVE));
  }
  add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  if (!event.edtf.empty()) add(extension("X-ANNALS-EDTF", event.edtf));
  icalcomponent_add_component(calendar, component);
}

}  // namespace

Losses write_ics(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  Losses losses;
  std::size_t before_outlook = 0;
  const Calendar calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//annals//annals//EN"));
  for (const Event& event : timeline.events) {
    const std::string why_not = obstacle(event, options);
    if (!why_not.empty()) {
      losses.push_back({when(event) + ": " + why_not, event.id});
      continue;
    }
    add_entry(calendar.get(), timeline, event);
    before_outlook += event.when.earliest_start->day < to_day(first_of_outlook) ? 1 : 0;
  }
  if (before_outlook > 0) {
    losses.push_back(
        {std::to_string(before_outlook) + " written before 1601, which Outlook takes for invalid", ""});
  }
  lose_undated(timeline, "iCalendar", losses);
  const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                         &std::free);
  out << text.get();
  return losses;
}

}  // namespace annals
