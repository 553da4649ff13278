// Writers: one file per format, all of one shape. What a format cannot hold comes back as losses, never in silence.
#pragma once
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annals {

struct Loss {
  std::string what;  // "44 BC cannot stand in iCalendar (RFC 5545 has years 0000-9999)"
  std::string row;   // the event's id, or empty where the whole file is meant
};
using Losses = std::vector<Loss>;

struct ExportOptions {
  bool color = false;          // table only: ANSI colours
  std::size_t width = 0;       // table only: columns of the terminal, 0 = as wide as needed
  std::int64_t max_span = 366; // ics: longer spans (days) are left out and reported
};

Losses write_table(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_csv(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_ics(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_json(const Timeline&, const ExportOptions&, std::ostream&);    // one array of documents, indented
Losses write_jsonl(const Timeline&, const ExportOptions&, std::ostream&);   // one document a line
Losses write_timeml(const Timeline&, const ExportOptions&, std::ostream&);  // the article with TIMEX3 and its events
Losses write_md(const Timeline&, const ExportOptions&, std::ostream&);

// The expressions alone, one document a line: {"id":...,"timexes":[...]}.
void append_timexes_json(const Source&, std::string& out);
// The article's text with its TIMEX3 elements, one <TimeML> document.
void append_timexes_timeml(const Source&, std::string& out);

}  // namespace annals
