// RFC 4180: a header line, CRLF, quotes where a field holds
// a comma, a quote or a line end, and doubled within.
//
// `expression` is the time expression as written, `timex` its TIMEX3 value; `expression 12` in `anchor`
// counts the article's expressions from 1, as the tids of its TimeML do. Offsets are code points.
//
// TSV is the same between tabs. No field holds a tab or a line end, so none is quoted.
#include "export/delimited.h"
#include "export/escape.h"
#include "export/row.h"

namespace annals {
namespace {

constexpr std::string_view header[] = {
    "id",        "edtf",        "earliest_start", "latest_start", "earliest_end", "latest_end",
    "precision", "approximate", "headline",       "who",          "where",        "expression",
    "timex",     "status",      "confidence",     "sentence",     "source",       "start",
    "end",       "anchor",      "rule",           "note"};

// What the date hangs on: "article 2024-03-13", "expression 12 1945-03-03", "event ev-5c2f", or nothing.
std::string anchor_of(const Resolved* expression, const Event& event) {
  if (expression == nullptr || expression->anchor.kind == AnchorKind::event) {
    return event.links.empty() ? "" : "event " + event.links.front().to;
  }
  const Anchor& anchor = expression->anchor;
  if (anchor.kind == AnchorKind::none) return "";
  std::string text(to_string(anchor.kind));
  if (anchor.expression) text += " " + std::to_string(*anchor.expression + 1);
  if (anchor.at) text += " " + to_string(*anchor.at);
  return text;
}

std::string row_of(const Timeline& timeline, const Event& event, const CodePoints& points, Row row) {
  const Resolved* expression = expression_of(timeline, event);
  row.field(event.id);
  row.field(event.edtf);
  row.edge(event.when.earliest_start);
  row.edge(event.when.latest_start);
  row.edge(event.when.earliest_end);
  row.edge(event.when.latest_end);
  row.field(to_string(event.precision));
  row.field(event.approximate ? "true" : "false");
  row.free_text(one_line(event.headline));
  row.free_text(joined(event.who));
  row.free_text(joined(event.where));
  row.free_text(words_of_expression(timeline, event));
  row.field(expression == nullptr ? "" : expression->value);
  row.field(to_string(event.status));
  row.field(decimal(event.confidence));
  row.free_text(words_of(timeline, event.source, event.sentence));
  row.free_text(name_of(timeline.sources[event.source].article));
  row.field(std::to_string(points.at(event.head.begin)));
  row.field(std::to_string(points.at(event.head.end)));
  row.field(anchor_of(expression, event));
  row.field(expression == nullptr ? "" : expression->rule);
  row.free_text(notes_of(event));
  return row.line();
}

Losses write(const Timeline& timeline, const Row& empty, std::string_view format, std::ostream& out) {
  std::vector<CodePoints> points;
  for (const Source& source : timeline.sources) points.emplace_back(source.article.text);
  Row names = empty;
  for (const std::string_view name : header) names.field(name);
  out << names.line();
  for (const Event& event : timeline.events) {
    out << row_of(timeline, event, points.at(event.source), empty);
  }
  Losses losses;
  lose_undated(timeline, format, losses);
  return losses;
}

}  // namespace

Losses write_csv(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  if (options.bom) out << byte_order_mark;
  return write(timeline, Row(options.formula_guard), "CSV", out);
}

Losses write_tsv(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  if (options.bom) out << byte_order_mark;
  return write(timeline, Row(options.formula_guard, '\t'), "TSV", out);
}

}  // namespace annals
