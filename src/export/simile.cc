// SIMILE Timeline JSON, the one display format that takes the four points as they are.
//
//   {"start":"1914-06-21","latestStart":"1914-06-30","earliestEnd":"1914-07-01","end":"1914-07-10",
//    "durationEvent":true,"title":"The crisis","description":"..."}
//
// Its dates are points and its ends therefore not counted in: the end of a day is the day behind it. What
// happened some time within a window is no duration to it, and it draws the window lightly around the point.
#include <nlohmann/json.hpp>

#include "calendar/digits.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

// ISO 8601 with the expanded years' sign where it needs one; SIMILE's own parser takes both.
std::string iso(const Moment& moment, bool end) {
  if (moment.clock) return to_string(moment);
  std::string text = to_string(end ? moment.day + 1 : moment.day);
  return text.front() == 'Y' ? text.substr(1) : text;
}

Json entry_of(const Timeline& timeline, const Event& event) {
  const Bounds& b = event.when;
  const bool span = event.extent == Extent::span || is_interval(b);
  Json entry = {{"id", event.id}, {"start", iso(*b.earliest_start, false)}};
  if (b.latest_start) entry["latestStart"] = iso(*b.latest_start, false);
  if (b.earliest_end && span) entry["earliestEnd"] = iso(*b.earliest_end, true);
  if (b.latest_end) entry["end"] = iso(*b.latest_end, true);
  entry["durationEvent"] = span;
  entry["title"] = one_line(event.headline);
  entry["caption"] = historical_when(event);
  entry["description"] = words_of(timeline, event.source, event.sentence) + " (" +
                         name_of(timeline.sources[event.source].article) + ")";
  entry["classname"] = to_string(event.status);
  return entry;
}

}  // namespace

Losses write_simile(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  Json page = {{"dateTimeFormat", "iso8601"}, {"events", Json::array()}};
  for (const Event& event : timeline.events) {
    if (!event.when.earliest_start) {
      losses.push_back({when(event) + ": SIMILE needs a start", event.id});
      continue;
    }
    if (!event.when.latest_end) losses.push_back({when(event) + ": SIMILE has no open end", event.id});
    page["events"].push_back(entry_of(timeline, event));
  }
  out << page.dump(2) << '\n';
  lose_links(timeline, "SIMILE", losses);
  lose_undated(timeline, "SIMILE", losses);
  return losses;
}

}  // namespace annals
