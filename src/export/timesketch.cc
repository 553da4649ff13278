// Timesketch JSON Lines: what is known to the day, as points
// on the clock of UTC, for tools that lay logs beside it.
//
//   {"message":"The ferry sank","datetime":"1921-04-02T00:00:00+00:00","timestamp_desc":"Event",...}
//
// Timesketch sorts by instants and draws no window, so what is known no finer than a month is left out and
// reported rather than put on its first day. A span gives two lines, its Start and its End.
#include "calendar/digits.h"
#include "export/entry.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

std::string datetime(const Moment& moment) {
  const Clock clock = moment.clock.value_or(Clock{});
  std::string text = to_string(moment.day) + 'T';
  append_number(text, clock.hour == 24 ? 23 : clock.hour, 2);
  append_number(text += ':', clock.hour == 24 ? 59 : std::max(clock.minute, 0), 2);
  append_number(text += ':', clock.hour == 24 ? 59 : std::min(std::max(clock.second, 0), 59), 2);
  const int offset = clock.offset_minutes.value_or(0);
  append_number(text += offset < 0 ? '-' : '+', std::abs(offset) / 60, 2);
  append_number(text += ':', std::abs(offset) % 60, 2);
  return text;
}

void append_line(const Timeline& timeline, const Event& event, const Moment& at, std::string_view desc,
                 std::string& out) {
  const auto member = [&](std::string_view name, std::string_view value) {
    append_json_string(name, out += out.empty() || out.back() == '\n' ? '{' : ',');
    append_json_string(value, out += ':');
  };
  member("message", one_line(event.headline));
  member("datetime", datetime(at));
  member("timestamp_desc", desc);
  member("edtf", event.edtf);
  member("status", to_string(event.status));
  member("sentence", words_of(timeline, event.source, event.sentence));
  member("source_file", name_of(timeline.sources[event.source].article));
  member("event_id", event.id);
  out += "}\n";
}

bool is_one_day(const std::optional<Moment>& first, const std::optional<Moment>& last) {
  return first && last && first->day == last->day && first->day >= to_day(first_entry) &&
         last->day <= to_day(last_entry);
}

}  // namespace

Losses write_timesketch(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  for (const Event& event : timeline.events) {
    const Bounds& b = event.when;
    std::string lines;
    if (is_one_day(b.earliest_start, b.latest_end)) {
      append_line(timeline, event, *b.earliest_start, "Event", lines);
    } else if (event.extent != Extent::instant) {
      if (is_one_day(b.earliest_start, b.latest_start))
        append_line(timeline, event, *b.earliest_start, "Start", lines);
      if (is_one_day(b.earliest_end, b.latest_end)) append_line(timeline, event, *b.latest_end, "End", lines);
    }
    if (lines.empty())
      losses.push_back(
          {when(event) + ": Timesketch takes what is known to the day, in the years 1 to 9999", event.id});
    out << lines;
  }
  lose_undated(timeline, "Timesketch", losses);
  return losses;
}

}  // namespace annals
