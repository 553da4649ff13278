// Writers: one file per format, all of one shape. What a
// format cannot hold comes back as losses, never in silence.
//
//   write_csv(timeline, {}, std::cout)
//       ev-5c2f,2022-11,2022-11-01,2022-11-30,2022-11-01,2022-11-30,month,false,...
//
//   write_ics(timeline, {}, std::cout)
//       Loss{"-0043-03-13: iCalendar has the years 1 to 9999 (RFC 5545)", "ev-91aa"}
//
// The same timeline gives the same bytes on every machine and every day: no
// writer looks at a clock or a locale. Years print as the format has them:
// EDTF's -0043 for 44 BC in CSV and JSON, BC0044 in TimeML, 44 BC in the table.
#pragma once
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annals {

struct Loss {
  std::string what;  // "-0043-03-13: iCalendar has the years 1 to 9999 (RFC 5545)"
  std::string row;   // the event's id, or empty where the whole file is meant
};
using Losses = std::vector<Loss>;

struct ExportOptions {
  bool color = false;            // table only: ANSI colours
  std::size_t width = 0;         // table only: columns of the terminal, 0 = as wide as needed
  std::int64_t max_span = 366;   // ics: longer spans (days) are left out and reported
  std::optional<Year> min_year;  // ics, google, outlook: earlier ones are left out and reported
  std::size_t split = 0;         // ics: entries a calendar; 0 = all in one
  bool anniversaries = false;    // ics: single days come back each year
  bool formula_guard = true;     // csv: a ' before free text that a spreadsheet would run (=, +, -, @)
  bool bom = false;              // csv: a byte order mark, which Excel needs to read UTF-8
  bool claims = false;           // table: what speaks against a date, word for word
};

// When it was, then what, the words that date it, and what
// they hang on; the undated ones below, with their reason.
Losses write_table(const Timeline&, const ExportOptions&, std::ostream&);
// RFC 4180, one event a row; `start` and `end` are the head word's code points. The undated ones are a loss.
Losses write_csv(const Timeline&, const ExportOptions&, std::ostream&);
// All-day entries over the window (clock times where every bound has one). DTSTAMP is the article's date, or
// 1970-01-01 where it has none.
Losses write_ics(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_json(const Timeline&, const ExportOptions&, std::ostream&);   // one array of documents, indented
Losses write_jsonl(const Timeline&, const ExportOptions&, std::ostream&);  // one document a line
// The article with TIMEX3 and its events; several articles stand within one <collection>.
Losses write_timeml(const Timeline&, const ExportOptions&, std::ostream&);
// A list to paste, each row with its quote.
Losses write_md(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_tsv(const Timeline&, const ExportOptions&, std::ostream&);  // the CSV between tabs
// Calendars and timelines of others; each file says at its head what it holds and what not.
Losses write_google(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_outlook(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_aeon(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_timelinejs(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_timelinejs_csv(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_timesketch(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_simile(const Timeline&, const ExportOptions&, std::ostream&);
// What archives, editions and genealogies use.
Losses write_tei(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_jsonld(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_edtf(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_gedcom(const Timeline&, const ExportOptions&, std::ostream&);
Losses write_sqlite(const Timeline&, const ExportOptions&, std::ostream&);  // the bytes of a database
// One page with chart, lists and articles that opens without a network and asks nothing of it.
Losses write_html(const Timeline&, const ExportOptions&, std::ostream&);

// The expressions alone, one document a line, its line end included:
// {"id":...,"timexes":[...]}. They are added as they are found (Engine::tag),
// so that no article is too long: `out` may be emptied between any two.
class TimexLine {
 public:
  TimexLine(const Article& article, std::string& out);  // both must outlive it
  void add(const Resolved& timex, std::string& written);
  void finish();

 private:
  std::string_view text_;
  std::string& out_;
  CodePointCount points_;
  bool first_ = true;
};

}  // namespace annals
