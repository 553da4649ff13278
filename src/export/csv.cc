// RFC 4180: a header line, CRLF, quotes where a field holds a comma, a quote or a line end, and doubled
// within.
//
// `expression` is the time expression as written, `timex` its TIMEX3 value; `expression 12` in `anchor`
// counts the article's expressions from 1, as the tids of its TimeML do. Offsets are code points.
//
// The formula guard (OWASP, CWE-1236): a spreadsheet runs a cell that begins with = + - or @, so free text
// that does gets a ' before it. Columns of numbers and dates are never touched, for the years BC begin with a
// minus.
#include "export/escape.h"
#include "export/row.h"

namespace annals {
namespace {

constexpr std::string_view header =
    "id,edtf,earliest_start,latest_start,earliest_end,latest_end,precision,approximate,headline,who,where,"
    "expression,"
    "timex,status,confidence,sentence,source,start,end,anchor,rule,note\r\n";

class Row {
 public:
  explicit Row(bool guard) : guard_(guard) {}

  void field(std::string_view value) {
    if (!first_) line_ += ',';
    first_ = false;
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
      line_ += value;
      return;
    }
    line_ += '"';
    for (const char c : value) line_.append(c == '"' ? 2 : 1, c);
    line_ += '"';
  }
  void free_text(const std::string& value) {
    const bool runs = !value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos;
    field(guard_ && runs ? "'" + value : value);
  }
  void edge(const std::optional<Moment>& moment) { field(moment ? to_string(*moment) : ""); }
  std::string line() const { return line_ + "\r\n"; }

 private:
  bool guard_, first_ = true;
  std::string line_;
};

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

std::string row_of(const Timeline& timeline, const Event& event, const CodePoints& points, bool guard) {
  const Resolved* expression = expression_of(timeline, event);
  Row row(guard);
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

}  // namespace

Losses write_csv(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  std::vector<CodePoints> points;
  for (const Source& source : timeline.sources) points.emplace_back(source.article.text);
  if (options.bom) out << "\xEF\xBB\xBF";
  out << header;
  for (const Event& event : timeline.events) {
    out << row_of(timeline, event, points.at(event.source), options.formula_guard);
  }
  Losses losses;
  lose_undated(timeline, "CSV", losses);
  return losses;
}

}  // namespace annals
