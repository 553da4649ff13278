// JSON-LD: each event as a schema.org Event, its time once more as an OWL-Time interval.
//
//   {"@id":"urn:annals:ev-5c2f","@type":"Event","name":"Trump reached out to Elon Musk",
//    "startDate":"2023-06","endDate":"2023-08",
//    "time:hasTime":{"@type":"time:ProperInterval","time:hasBeginning":{...2023-06-01},"time:hasEnd":{...2023-08-31}}}
//
// schema.org's dates are ISO 8601 and may be as coarse as a year.
// OWL-Time's days are those of XSD 1.1, in which 44 BC is -0043.
#include <nlohmann/json.hpp>

#include "calendar/digits.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/said_date.h"
#include "export/when.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

std::string year_of(Year year) {
  std::string text;
  append_year(text, year);
  return text.front() == 'Y' ? text.substr(1) : text;
}

std::string iso(const SaidDate& said) {
  std::string text = year_of(said.year);
  if (said.month > 0) append_number(text += '-', said.month, 2);
  if (said.day > 0) append_number(text += '-', said.day, 2);
  return text;
}

Json instant(const Moment& moment) {
  std::string day = to_string(moment.day);
  if (day.front() == 'Y') day.erase(0, 1);
  return {{"@type", "time:Instant"}, {"time:inXSDDate", {{"@type", "xsd:date"}, {"@value", day}}}};
}

Json time_of(const Bounds& bounds) {
  Json interval = {{"@type", "time:ProperInterval"}};
  if (bounds.earliest_start) interval["time:hasBeginning"] = instant(*bounds.earliest_start);
  if (bounds.latest_end) interval["time:hasEnd"] = instant(*bounds.latest_end);
  return interval;
}

Json named(std::string_view type, const std::vector<Mention>& mentions) {
  Json all = Json::array();
  for (const Mention& mention : mentions) all.push_back({{"@type", type}, {"name", one_line(mention.text)}});
  return all;
}

Json event_of(const Timeline& timeline, const Event& event) {
  const SaidDates said = said_dates(event);
  Json node = {{"@id", "urn:annals:" + event.id}, {"@type", "Event"}, {"name", one_line(event.headline)}};
  if (said.first) node["startDate"] = iso(*said.first);
  if (said.last) node["endDate"] = iso(*said.last);
  node["description"] = words_of(timeline, event.source, event.sentence);
  if (!event.where.empty()) node["location"] = named("Place", event.where);
  if (!event.who.empty()) node["about"] = named("Thing", event.who);
  node["subjectOf"] = {{"@type", "Article"}, {"name", name_of(timeline.sources[event.source].article)}};
  node["time:hasTime"] = time_of(event.when);
  node["annals:edtf"] = event.edtf;
  return node;
}

}  // namespace

Losses write_jsonld(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  Json page;
  page["@context"] = {{"@vocab", "https://schema.org/"},
                      {"time", "http://www.w3.org/2006/time#"},
                      {"xsd", "http://www.w3.org/2001/XMLSchema#"},
                      {"annals", "urn:annals:"}};
  page["@graph"] = Json::array();
  std::size_t windows = 0;
  for (const Event& event : timeline.events) {
    page["@graph"].push_back(event_of(timeline, event));
    windows += is_interval(event.when) ? 0 : 1;
  }
  out << page.dump(2) << '\n';
  if (windows > 0)
    losses.push_back({std::to_string(windows) + " keep the outer days of their window: schema.org and "
                                                "OWL-Time know no inner ones; annals:edtf has them",
                      ""});
  lose_clocks(timeline, "JSON-LD", losses);
  lose_links(timeline, "JSON-LD", losses);
  lose_undated(timeline, "JSON-LD", losses);
  return losses;
}

}  // namespace annals
