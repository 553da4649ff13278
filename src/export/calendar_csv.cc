// The CSV that Google Calendar and Outlook import: all-day entries, with the columns' English names and month
// first, whatever the language of the account.
//
//   Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private
//   The ferry sank,04/01/1921,,04/30/1921,,True,"1921-04 ...",Ebba,False
//
// Clock times stay in the description: which zone they meant is seldom told, and an import would take the
// account's. Google counts the End Date in. Outlook writes the midnight behind the last day, and reads it so.
#include "calendar/digits.h"
#include "export/delimited.h"
#include "export/entry.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

std::string month_first(Day day) {
  const Civil date = to_civil(day);
  std::string text;
  append_number(text, date.month, 2);
  append_number(text += '/', date.day, 2);
  append_number(text += '/', date.year, 4);
  return text;
}

std::string google_row(const Timeline& timeline, const Event& event, bool guard) {
  Row row(guard);
  row.free_text(one_line(event.headline));
  row.field(month_first(event.when.earliest_start->day));
  row.field("");
  row.field(month_first(event.when.latest_end->day));
  row.field("");
  row.field("True");
  row.free_text(entry_description(timeline, event));
  row.free_text(joined(event.where));
  row.field("False");
  return row.line();
}

std::string outlook_row(const Timeline& timeline, const Event& event, bool guard) {
  Row row(guard);
  row.free_text(one_line(event.headline));
  row.field(month_first(event.when.earliest_start->day));
  row.field("12:00:00 AM");
  row.field(month_first(event.when.latest_end->day + 1));
  row.field("12:00:00 AM");
  row.field("True");
  row.field("False");
  row.free_text(entry_description(timeline, event));
  row.free_text(joined(event.where));
  row.field(to_string(event.precision));
  row.field("False");
  row.field("3");  // free: history makes nobody busy
  return row.line();
}

// A calendar's CSV: its days, said as `years` where an event lies beyond them, and how it writes a row.
struct CalendarSheet {
  std::string_view name, years;
  Civil first, last;
  std::string (*row_of)(const Timeline&, const Event&, bool guard);
};

Losses write_rows(const Timeline& timeline, const ExportOptions& options, const CalendarSheet& sheet,
                  std::ostream& out) {
  Losses losses;
  for (const Event& event : timeline.events) {
    std::string why_not = obstacle(event, options, sheet.years);
    if (why_not.empty() && (to_civil(event.when.earliest_start->day) < sheet.first ||
                            to_civil(event.when.latest_end->day) > sheet.last))
      why_not = sheet.years;
    if (why_not.empty()) {
      out << sheet.row_of(timeline, event, options.formula_guard);
    } else {
      losses.push_back({when(event) + ": " + why_not, event.id});
    }
  }
  lose_clocks(timeline, sheet.name, losses);
  lose_undated(timeline, sheet.name, losses);
  return losses;
}

}  // namespace

Losses write_google(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  out << "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\r\n";
  const CalendarSheet google{"Google Calendar", "Google Calendar has the years 1 to 9999", first_entry,
                             last_entry, google_row};
  return write_rows(timeline, options, google, out);
}

Losses write_outlook(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  constexpr Civil last{4500, 8, 31};  // Outlook's own end of time
  if (options.bom) out << byte_order_mark;
  out << "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Description,Location,"
         "Categories,Private,Show time as\r\n";
  const CalendarSheet outlook{"Outlook", "Outlook has the years 1601 to 4500", first_of_outlook, last,
                              outlook_row};
  return write_rows(timeline, options, outlook, out);
}

}  // namespace annals
