#include "export/formats.h"

#include <algorithm>

namespace annals {

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"table", ".txt", "for reading, on a terminal", write_table},
      {"html", ".html", "a page: chart, list and article, offline", write_html},
      {"csv", ".csv", "one row an event with its four bounds", write_csv},
      {"tsv", ".tsv", "the same between tabs", write_tsv},
      {"ics", ".ics", "iCalendar", write_ics},
      {"json", ".json", "every field, indented", write_json},
      {"jsonl", ".jsonl", "every field, an article a line", write_jsonl},
      {"md", ".md", "a list to paste", write_md},
      {"timeml", ".tml", "the article with TIMEX3 and events marked", write_timeml},
      {"tei", ".xml", "TEI P5, dates marked and events listed", write_tei},
      {"jsonld", ".jsonld", "schema.org events with OWL-Time", write_jsonld},
      {"sqlite", ".sqlite", "a database with full-text search", write_sqlite},
      {"edtf", ".edtf", "a date and a headline a line", write_edtf},
      {"gedcom", ".ged", "GEDCOM 7", write_gedcom},
      {"google", "", "Google Calendar's CSV", write_google},
      {"outlook", "", "Outlook's CSV", write_outlook},
      {"aeon", "", "Aeon Timeline's CSV", write_aeon},
      {"timelinejs", "", "TimelineJS JSON", write_timelinejs},
      {"timelinejs-csv", "", "TimelineJS's spreadsheet", write_timelinejs_csv},
      {"timesketch", "", "Timesketch JSON Lines", write_timesketch},
      {"simile", "", "SIMILE Timeline JSON", write_simile},
  };
  return all;
}

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(formats().begin(), formats().end(), [&](const Format& one) { return one.name == name; });
  return found == formats().end() ? nullptr : &*found;
}

const Format* format_of_file(std::string_view path) {
  const auto found = std::find_if(formats().begin(), formats().end(), [&](const Format& one) {
    return !one.ending.empty() && path.ends_with(one.ending);
  });
  return found == formats().end() ? nullptr : &*found;
}

}  // namespace annals
