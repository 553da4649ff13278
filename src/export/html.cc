// One page that opens anywhere, with no network: the chart, the lists beneath it and the articles themselves.
//
//   <script type="application/json" id="timeline">
//     {"sources":[{"text":"In November 2022 ...",...}],...}</script>
//
// What an article says reaches the page in two forms only: as JSON in a block that is no script, every < of
// it written \u003c, which the page's script sets as text and never as markup; and, for a browser whose
// scripts are off, as escaped character data. The Content-Security-Policy allows the page's own script and
// style by their hashes, and no request at all.
//
// The save buttons choose among rows, entries and records that the writers of CSV, iCalendar and JSON made
// here, so that there is one writer of each.
#include <cctype>
#include <sstream>
#include <unordered_map>

#include "export/escape.h"
#include "export/page.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

// An object or array that opens with its sign, puts commas between what it holds, and closes itself.
class Group {
 public:
  Group(std::string& out, char open, char close) : out_(out), close_(close) { out_ += open; }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  ~Group() { out_ += close_; }

  std::string& item() {
    if (!first_) out_ += ',';
    first_ = false;
    return out_;
  }
  std::string& key(std::string_view name) {
    append_json_string(name, item());
    return out_ += ':';
  }
  void text(std::string_view name, std::string_view value) { append_json_string(value, key(name)); }

 private:
  std::string& out_;
  char close_;
  bool first_ = true;
};
struct Object : Group {
  explicit Object(std::string& out) : Group(out, '{', '}') {}
};
struct Array : Group {
  explicit Array(std::string& out) : Group(out, '[', ']') {}
};

void append_texts(const std::vector<std::string>& texts, std::string& out) {
  Array array(out);
  for (const std::string& text : texts) append_json_string(text, array.item());
}

std::string anchor_of(const Source& source, const Anchor& anchor) {
  std::string text;
  if (anchor.kind == AnchorKind::expression && anchor.expression) {
    text = "“" + one_line(text_of(source.expressions.at(*anchor.expression).span, source.article.text)) + "”";
  }
  if (!anchor.at) return text;
  return text.empty() ? to_string(*anchor.at) : text + ", " + to_string(*anchor.at);
}

void append_timex(const Source& source, const Resolved& timex, const CodePoints& points, std::string& out) {
  Object record(out);
  record.key("start") += std::to_string(points.at(timex.span.begin));
  record.key("end") += std::to_string(points.at(timex.span.end));
  record.text("type", to_string(timex.type));
  record.text("value", timex.value);
  record.text("mod", timex.mod);
  record.text("edtf", timex.placed ? timex.edtf : "");
  const Bounds bounds = timex.placed ? timex.bounds : Bounds();
  const auto edge = [&](std::string_view name, const std::optional<Moment>& moment) {
    record.text(name, moment ? to_string(*moment) : "");
  };
  edge("earliest_start", bounds.earliest_start);
  edge("latest_start", bounds.latest_start);
  edge("earliest_end", bounds.earliest_end);
  edge("latest_end", bounds.latest_end);
  record.text("reason", timex.placed ? "" : timex.reason.empty() ? "not placed" : timex.reason);
  record.text("anchor", anchor_of(source, timex.anchor));
  record.text("policy", timex.policy);
  record.text("rule", timex.rule);
  record.text("page", timex.page);
  append_texts(timex.steps, record.key("steps"));
}

void append_source(const Source& source, std::string& out) {
  const Article& article = source.article;
  const CodePoints points(article.text);
  Object record(out);
  record.text("id", valid_utf8(article.id));
  record.text("name", name_of(article));
  record.text("title", one_line(article.title));
  record.text("date", article.date ? to_string(*article.date) : "");
  record.text("date_from", article.date_from);
  record.key("body") += std::to_string(points.at(article.body));
  record.text("text", article.text);
  Array timexes(record.key("timexes"));
  for (const Resolved& timex : source.expressions) append_timex(source, timex, points, timexes.item());
}

void append_event(const Event& event, std::string& out) {
  Object record(out);
  record.text("id", event.id);
  record.text("when", when(event));
  append_texts(event.why, record.key("why"));
}

// What a writer of this library makes of the timeline, cut
// into what stands before, for each event, and behind.
struct Saved {
  std::string head, tail;
  std::unordered_map<std::string, std::string> rows;  // by the event's id
};

Saved saved_csv(const Timeline& timeline, const ExportOptions& options) {
  std::ostringstream out;
  write_csv(timeline, options, out);
  const std::string text = out.str();
  std::size_t at = text.find("\r\n") + 2;
  Saved saved{text.substr(0, at), "", {}};
  for (const Event& event : timeline.events) {  // free text stands on one line, so a row is a line
    const std::size_t end = text.find("\r\n", at) + 2;
    saved.rows[event.id] = text.substr(at, end - at);
    at = end;
  }
  return saved;
}

Saved saved_ics(const Timeline& timeline, const ExportOptions& options) {
  constexpr std::string_view begin = "BEGIN:VEVENT\r\n", end = "END:VEVENT\r\n", uid = "\r\nUID:";
  std::ostringstream out;
  write_ics(timeline, options, out);
  const std::string text = out.str();
  std::size_t at = std::min(text.find(begin), text.rfind("END:VCALENDAR"));
  Saved saved{text.substr(0, at), "", {}};
  while (text.compare(at, begin.size(), begin) == 0) {
    const std::size_t next = text.find(end, at) + end.size();
    const std::size_t id = text.find(uid, at) + uid.size();
    saved.rows[text.substr(id, text.find('@', id) - id)] = text.substr(at, next - at);
    at = next;
  }
  saved.tail = text.substr(at);
  return saved;
}

void append_saved(const Timeline& timeline, const Saved& saved, std::string& out) {
  Object record(out);
  record.text("head", saved.head);
  record.text("tail", saved.tail);
  Object rows(record.key("rows"));
  for (const Event& event : timeline.events) {
    const auto row = saved.rows.find(event.id);
    if (row != saved.rows.end()) rows.text(event.id, row->second);
  }
}

std::string documents_of(const Timeline& timeline, const ExportOptions& options) {
  std::ostringstream lines;
  write_jsonl(timeline, options, lines);
  std::string text = lines.str();
  if (!text.empty()) text.pop_back();
  for (char& c : text) c = c == '\n' ? ',' : c;  // within a line a line end is written \n
  return "[" + text + "]";
}

std::string data_of(const Timeline& timeline, const ExportOptions& options) {
  std::string out;
  {
    Object data(out);
    {
      Array sources(data.key("sources"));
      for (const Source& source : timeline.sources) append_source(source, sources.item());
    }
    {
      Array events(data.key("events"));
      for (const Event& event : timeline.events) append_event(event, events.item());
    }
    data.key("documents") += documents_of(timeline, options);
    Object saved(data.key("saved"));
    append_saved(timeline, saved_csv(timeline, options), saved.key("csv"));
    append_saved(timeline, saved_ics(timeline, options), saved.key("ics"));
  }
  return out;
}

// JSON has < within strings only; so written, no text of
// an article can close the block or open a comment in it.
std::string for_data_block(const std::string& json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 64);
  for (const char c : json) c == '<' ? safe += "\\u003c" : safe += c;
  return safe;
}

std::string plain_list(const Timeline& timeline) {
  std::string list = "<ol>\n";
  for (const Event& event : timeline.events) {
    list += "<li><b>";
    append_xml(historical_when(event), list);
    list += "</b> ";
    append_xml(one_line(event.headline), list);
    list += "</li>\n";
  }
  return list + "</ol>";
}

// Writes the template, each {{name}} as `fill` says. What
// is filled in is not looked at again, whatever it holds.
template <typename Fill>
void fill_template(std::string_view page, std::ostream& out, Fill fill) {
  for (std::size_t at = 0;;) {
    const std::size_t open = page.find("{{", at), close = page.find("}}", open);
    out << page.substr(at, open - at);
    if (open == std::string_view::npos) return;
    const std::string_view name = page.substr(open + 2, close - open - 2);
    out << fill(name);
    at = close + 2;
  }
}

}  // namespace

Losses write_html(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  std::string title, language = "en";
  append_xml(title_of(timeline), title);
  if (!timeline.sources.empty()) language = timeline.sources[0].article.language;
  std::string safe_language;
  for (const char c : language)
    safe_language += std::isalnum(static_cast<unsigned char>(c)) || c == '-' ? c : '-';
  fill_template(page_template, out, [&](std::string_view name) {
    if (name == "title") return title;
    if (name == "language") return safe_language;
    if (name == "plain") return plain_list(timeline);
    if (name == "data") return for_data_block(data_of(timeline, options));
    return "{{" + std::string(name) + "}}";
  });
  return {};
}

}  // namespace annals
