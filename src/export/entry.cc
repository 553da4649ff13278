#include "export/entry.h"

#include "export/row.h"

namespace annals {

std::string obstacle(const Event& event, const ExportOptions& options, std::string_view years) {
  const auto &first = event.when.earliest_start, &last = event.when.latest_end;
  if (!first || !last) return "a calendar entry needs both a start and an end";
  if (first->day < to_day(first_entry) || last->day > to_day(last_entry)) return std::string(years);
  if (last->day == to_day(last_entry) && first->day != last->day) {
    return "its end would be the first day of the year 10000, and iCalendar ends with 9999 (RFC 5545)";
  }
  if (options.min_year && to_civil(first->day).year < *options.min_year) {
    return "it begins before --min-year " + std::to_string(*options.min_year);
  }
  const std::int64_t days = last->day - first->day + 1;
  if (days <= options.max_span) return "";
  return "it spans " + std::to_string(days) + " days, more than --max-span " +
         std::to_string(options.max_span);
}

std::string entry_description(const Timeline& timeline, const Event& event) {
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

}  // namespace annals
