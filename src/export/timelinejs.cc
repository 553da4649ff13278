// TimelineJS 3: JSON, and the columns of its spreadsheet.
//
//   Year,Month,Day,Time,End Year,...,Display Date,Headline,Text,...
//   2023,6,,,2023,8,,,2023-06..08,Trump reached out to Elon Musk,...
//
// Its years are whole numbers without a year zero (44 BC is -44), and it draws what it is given as certain.
// So the Display Date always says what is known, in the signs of the table, its years BC as history books
// have them. A row without a start would be skipped in silence; here it is a loss.
#include <nlohmann/json.hpp>

#include "export/delimited.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/said_date.h"
#include "export/when.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

// Its texts are HTML.
std::string html(std::string_view text) {
  std::string escaped;
  append_xml(text, escaped);
  return escaped;
}

std::string text_of_event(const Timeline& timeline, const Event& event) {
  const std::string notes = notes_of(event);
  return "<p>" + html(words_of(timeline, event.source, event.sentence)) + "</p><p>" +
         html(name_of(timeline.sources[event.source].article)) + (notes.empty() ? "" : "<br>" + html(notes)) +
         "</p>";
}

std::string group_of(const Timeline& timeline, const Event& event) {
  return timeline.sources.size() < 2 ? "" : one_line(valid_utf8(timeline.sources[event.source].article.id));
}

Json date_of(const SaidDate& said) {
  Json date = {{"year", historical(said.year)}};
  if (said.month > 0) date["month"] = said.month;
  if (said.day > 0) date["day"] = said.day;
  return date;
}

Json slide_of(const Timeline& timeline, const Event& event, const SaidDates& said) {
  Json slide = {{"start_date", date_of(*said.first)}};
  if (said.last) slide["end_date"] = date_of(*said.last);
  slide["display_date"] = historical_when(event);
  slide["text"] = {{"headline", html(one_line(event.headline))}, {"text", text_of_event(timeline, event)}};
  slide["unique_id"] = event.id;
  if (const std::string group = group_of(timeline, event); !group.empty()) slide["group"] = group;
  return slide;
}

void date_fields(Row& row, const std::optional<SaidDate>& said) {
  const auto part = [&](std::int64_t number, bool known) { row.field(known ? std::to_string(number) : ""); };
  part(said ? historical(said->year) : 0, said.has_value());
  part(said ? said->month : 0, said && said->month > 0);
  part(said ? said->day : 0, said && said->day > 0);
  row.field("");  // time
}

std::string row_of(const Timeline& timeline, const Event& event, const SaidDates& said, bool guard) {
  Row row(guard);
  date_fields(row, said.first);
  date_fields(row, said.last);
  row.field(historical_when(event));
  row.free_text(html(one_line(event.headline)));
  row.free_text(text_of_event(timeline, event));
  for (int i = 0; i < 5; ++i) row.field("");  // media, its credit, caption, thumbnail and alt text
  row.field("");                              // type: neither title nor era
  row.free_text(group_of(timeline, event));
  row.field("");  // background
  return row.line();
}

// Calls `take` with each event that has a start; says of the others, and of windows, what is lost.
template <typename Take>
Losses each(const Timeline& timeline, Take take) {
  Losses losses;
  std::size_t windows = 0;
  for (const Event& event : timeline.events) {
    const SaidDates said = said_dates(event);
    if (!said.first) {
      losses.push_back({when(event) + ": TimelineJS needs a start", event.id});
      continue;
    }
    if (!event.when.latest_end)
      losses.push_back({when(event) + ": TimelineJS has no open end: drawn at its start", event.id});
    windows += said.last && said.within ? 1 : 0;
    take(event, said);
  }
  if (windows > 0) {
    losses.push_back({std::to_string(windows) + " happened some time within a window, which TimelineJS draws "
                                                "as their length; the display date says so",
                      ""});
  }
  lose_clocks(timeline, "TimelineJS", losses);
  lose_undated(timeline, "TimelineJS", losses);
  return losses;
}

}  // namespace

Losses write_timelinejs(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Json page = {{"events", Json::array()}};
  if (timeline.sources.size() == 1 && !timeline.sources[0].article.title.empty()) {
    page["title"] = {{"text", {{"headline", html(one_line(timeline.sources[0].article.title))}}}};
  }
  bool deep = false;  // beyond what JavaScript's dates hold; its cosmological scale knows years only
  const Losses losses = each(timeline, [&](const Event& event, const SaidDates& said) {
    deep = deep || said.first->year < -200'000 || (said.last && said.last->year > 200'000);
    page["events"].push_back(slide_of(timeline, event, said));
  });
  page["scale"] = deep ? "cosmological" : "human";
  out << page.dump(2) << '\n';
  return losses;
}

Losses write_timelinejs_csv(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  if (options.bom) out << byte_order_mark;
  out << "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media "
         "Credit,"
         "Media Caption,Media Thumbnail,Alt Text,Type,Group,Background\r\n";
  return each(timeline, [&](const Event& event, const SaidDates& said) {
    out << row_of(timeline, event, said, options.formula_guard);
  });
}

}  // namespace annals
