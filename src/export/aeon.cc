// The CSV that Aeon Timeline imports: Title and Start Date, and what else its columns have room for. It takes
// how finely a date is known from how much of it is written: 1914, 1914-06, 1914-06-28.
//
//   Title,Start Date,End Date,Description,Tags,Location,Participants,EDTF
//
// It has no place for a window (the earliest and latest days stand as start and
// end), and its own calendar no years before Christ unless the file's settings
// have that era: those are written with BC behind the year and reported.
#include "calendar/digits.h"
#include "export/delimited.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/said_date.h"
#include "export/when.h"

namespace annals {
namespace {

std::string print(const std::optional<SaidDate>& said) {
  if (!said) return "";
  std::string text;
  append_number(text, said->year > 0 ? said->year : 1 - said->year, 4);
  if (said->month > 0) append_number(text += '-', said->month, 2);
  if (said->day > 0) append_number(text += '-', said->day, 2);
  return said->year > 0 ? text : text + " BC";
}

std::string row_of(const Timeline& timeline, const Event& event, const SaidDates& said, bool guard) {
  Row row(guard);
  row.free_text(one_line(event.headline));
  row.field(print(said.first));
  row.field(print(said.last));
  row.free_text(words_of(timeline, event.source, event.sentence));
  row.field(std::string(to_string(event.status)) + (event.approximate ? ",approximate" : ""));
  row.free_text(joined(event.where));
  row.free_text(joined(event.who));
  row.field(event.edtf);
  return row.line();
}

}  // namespace

Losses write_aeon(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  Losses losses;
  std::size_t windows = 0, before_christ = 0;
  if (options.bom) out << byte_order_mark;
  out << "Title,Start Date,End Date,Description,Tags,Location,Participants,EDTF\r\n";
  for (const Event& event : timeline.events) {
    const SaidDates said = said_dates(event);
    if (!said.first) {
      losses.push_back({when(event) + ": Aeon Timeline needs a start", event.id});
      continue;
    }
    windows += said.last && said.within ? 1 : 0;
    before_christ += said.first->year <= 0 ? 1 : 0;
    out << row_of(timeline, event, said, options.formula_guard);
  }
  const auto some = [&](std::size_t count, const std::string& what) {
    if (count > 0) losses.push_back({std::to_string(count) + what, ""});
  };
  some(windows,
       " happened some time within a window, which Aeon Timeline draws as their length; the column EDTF says "
       "so");
  some(before_christ, " before Christ: the calendar of the Aeon file needs that era");
  lose_clocks(timeline, "Aeon Timeline", losses);
  lose_links(timeline, "Aeon Timeline", losses);
  lose_undated(timeline, "Aeon Timeline", losses);
  return losses;
}

}  // namespace annals
