#include <libical/ical.h>

#include <memory>

#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

namespace {

// What libical reads back: "UID: value" of each property of the entry with this id.
std::string property(const std::string& ics, const std::string& id, icalproperty_kind kind) {
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(
      icalparser_parse_string(ics.c_str()), &icalcomponent_free);
  REQUIRE(calendar);
  REQUIRE(icalcomponent_count_errors(calendar.get()) == 0);
  for (auto* entry = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
       entry != nullptr; entry = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
    if (icalcomponent_get_uid(entry) != id + "@annals") continue;
    auto* found = icalcomponent_get_first_property(entry, kind);
    if (found == nullptr) return "none";
    const char* text = kind == ICAL_DESCRIPTION_PROPERTY ? icalproperty_get_description(found)
                       : kind == ICAL_SUMMARY_PROPERTY   ? icalproperty_get_summary(found)
                                                         : nullptr;
    return text != nullptr ? text : icalproperty_get_value_as_string(found);
  }
  return "no entry";
}

Event dated(const Bounds& when, Granularity precision = Granularity::day) {
  const Source source = ferry();
  Event event = sample::event(source.article, "ev-1", "sank", "sank", when, precision);
  event.edtf = edtf(when);
  return event;
}

std::string ics_of(const Event& event, std::int64_t max_span, Losses& losses) {
  Timeline t;
  t.sources = {ferry()};
  t.events = {event};
  ExportOptions options;
  options.max_span = max_span;
  return written(write_ics, t, options, &losses);
}

Bounds clocks(const std::string& first, const std::string& last) {
  return interval(moment(first), moment(last));
}

}  // namespace

TEST_CASE("iCalendar: where an event stands, or why it cannot") {
  struct Row {
    Bounds when;
    std::int64_t max_span;
    std::string start, end, lost;
  };
  const Row rows[] = {
      {within("1914-06-28", "1914-06-28"), 366, "19140628", "19140629", ""},
      {clocks("1914-06-28", "1914-07-08"), 366, "19140628", "19140709", ""},
      {within("2022-11-01", "2022-11-30"), 366, "20221101", "20221201", ""},
      {within("2024-01-01", "2024-12-31"), 366, "20240101", "20250101", ""},
      {within("2024-01-01", "2025-01-01"), 366, "no entry", "no entry",
       "ev-1: 2024-01-01..2025-01-01: it spans 367 days, more than --max-span 366\n"},
      {within("2024-01-01", "2025-01-01"), 367, "20240101", "20250102", ""},
      {within("-0043-03-13", "-0043-03-13"), 366, "no entry", "no entry",
       "ev-1: -0043-03-13: iCalendar has the years 1 to 9999 (RFC 5545)\n"},
      {within("0000-12-31", "0001-01-01"), 366, "no entry", "no entry",
       "ev-1: 0000-12-31..0001-01-01: iCalendar has the years 1 to 9999 (RFC 5545)\n"},
      {within("0843-08-10", "0843-08-10"), 366, "08430810", "08430811",
       "1 written before 1601, which Outlook takes for invalid\n"},
      {within("3001-01-01", "3001-01-01"), 366, "30010101", "30010102", ""},  // libical's own limit is 3000
      {within("9999-12-31", "9999-12-31"), 366, "99991231", "none", ""},
      {within("9999-12-01", "9999-12-31"), 366, "no entry", "no entry",
       "ev-1: 9999-12-01..31: its end would be the first day of the year 10000, and iCalendar ends with 9999 "
       "(RFC 5545)\n"},
      {within("Y10000-01-01", "Y10000-01-01"), 366, "no entry", "no entry",
       "ev-1: Y10000-01-01: iCalendar has the years 1 to 9999 (RFC 5545)\n"},
      {{{}, moment("1611-12-31"), {}, moment("1611-12-31")},
       366,
       "no entry",
       "no entry",
       "ev-1: ..1611-12-31: a calendar entry needs both a start and an end\n"},
      {clocks("2024-03-13T09:30", "2024-03-13T10:15"), 366, "20240313T093000", "20240313T101500", ""},
      {clocks("2024-03-13T09:30", "2024-03-13T09:30"), 366, "20240313T093000", "none", ""},
      {clocks("2024-03-13T22:30-05:00", "2024-03-13T23:00-05:00"), 366, "20240314T033000Z",
       "20240314T040000Z", ""},
      {clocks("2024-03-01T01:00+02:00", "2024-03-01T01:00+02:00"), 366, "20240229T230000Z", "none", ""},
      {clocks("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"), 366, "20161231T235959Z", "none", ""},
      {clocks("2024-03-13T24:00", "2024-03-13T24:00"), 366, "20240314T000000", "none", ""},
      {clocks("9999-12-31T23:00-05:00", "9999-12-31T23:00-05:00"), 366, "99991231", "none", ""},  // not 10000
      {clocks("2024-03-13T09:30", "2024-03-13"), 366, "20240313", "20240314", ""},  // half a clock is none
  };
  for (const Row& row : rows) {
    INFO(annals::to_string(row.when));
    Losses losses;
    const std::string ics = ics_of(dated(row.when), row.max_span, losses);
    CHECK(property(ics, "ev-1", ICAL_DTSTART_PROPERTY) == row.start);
    CHECK(property(ics, "ev-1", ICAL_DTEND_PROPERTY) == row.end);
    CHECK(sample::to_string(losses) == row.lost);
  }
}

TEST_CASE("iCalendar: an entry in full") {
  Losses losses;
  const std::string ics = written(write_ics, timeline(), {}, &losses);
  CHECK(property(ics, "ev-sank", ICAL_DTSTAMP_PROPERTY) == "19210502T000000Z");
  CHECK(property(ics, "ev-land", ICAL_DTSTAMP_PROPERTY) == "19700101T000000Z");  // its article has no date
  CHECK(property(ics, "ev-sank", ICAL_SUMMARY_PROPERTY) == "Žofie's ferry sank off Ebba");
  CHECK(property(ics, "ev-sold", ICAL_SUMMARY_PROPERTY) == "=sold, \"as seen\"");
  CHECK(property(ics, "ev-sank", ICAL_DESCRIPTION_PROPERTY) ==
        "1921-04 (somewhere within 1921-04-01..1921-04-30)\n\"Žofie's ferry sank off Ebba last month.\"\n"
        "news/ferry.txt: \"last month\" (last-unit)");
  CHECK(property(ics, "ev-land", ICAL_DESCRIPTION_PROPERTY) ==
        "1924-03-13T09:30-05:00\n\"The pilot landed at half past nine.\"\nlog: \"half past nine\" (clock)");
  CHECK(property(ics, "ev-sank", ICAL_LOCATION_PROPERTY) == "Ebba");
  CHECK(property(ics, "ev-sank", ICAL_CATEGORIES_PROPERTY) == "month");
  CHECK(property(ics, "ev-sank", ICAL_TRANSP_PROPERTY) == "TRANSPARENT");
  CHECK(property(ics, "ev-sank", ICAL_STATUS_PROPERTY) == "none");
  CHECK(property(ics, "ev-sold", ICAL_STATUS_PROPERTY) == "TENTATIVE");
  CHECK(ics.find("X-ANNALS-EDTF:1921-04\r\n") != std::string::npos);
  CHECK(ics.find("DTSTART;VALUE=DATE:19210401\r\nDTEND;VALUE=DATE:19210501\r\n") != std::string::npos);
  CHECK(ics.find("METHOD") == std::string::npos);
  CHECK(losses.size() == 3);  // 44 BC, the open start, the undated one
}

TEST_CASE("iCalendar: CRLF, 75 octets, whole characters, the same bytes each time") {
  Timeline t = timeline();
  for (int i = 0; i < 30; ++i) t.events[2].headline += i % 3 == 0 ? ", ; \\ Ebba" : " Žižkov 東京";
  const std::string ics = written(write_ics, t);
  CHECK(ics == written(write_ics, t));
  CHECK(ics.find("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") == 0);
  for (std::size_t at = 0; at < ics.size();) {
    const std::size_t end = ics.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = ics.substr(at, end - at);
    INFO(line);
    CHECK(line.size() <= 75);
    CHECK(line.find_first_of("\r\n") == std::string::npos);
    CHECK((static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0) != 0x80);
    at = end + 2;
  }
  CHECK(property(ics, "ev-sank", ICAL_SUMMARY_PROPERTY) == t.events[2].headline);
}
