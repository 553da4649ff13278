// TEI P5: the article with its dates marked, and its events as a listEvent in standOff.
//
//   in November 2022       <date when="2022-11">November 2022</date>
//   some time in summer    <event notBefore="2023-06-01" notAfter="2023-08-31">
//   from ... to ...        <event from="1914-06-28" to="1914-07-08">
//
// What surprised us: TEI's W3C dates follow XSD 1.0, which has no year zero, so 44 BC is -0044 here and -0043
// in EDTF; and @from may not stand beside @notBefore, so a span with blurred ends keeps its outer days only.
#include <unordered_set>

#include "calendar/digits.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/said_date.h"
#include "export/when.h"

namespace annals {
namespace {

std::string print(const SaidDate& said) {
  const Year year = historical(said.year);
  std::string text = year < 0 ? "-" : "";
  append_number(text, year < 0 ? -year : year, 4);
  if (said.month > 0) append_number(text += '-', said.month, 2);
  if (said.day > 0) append_number(text += '-', said.day, 2);
  return text;
}

void append_dates(const Event& event, std::string& out) {
  const SaidDates said = said_dates(event);
  const bool point = said.first && !said.last && event.when.latest_end.has_value();
  if (point) {
    append_xml_attribute("when", print(*said.first), out);
  } else {
    if (said.first) append_xml_attribute(said.sharp ? "from" : "notBefore", print(*said.first), out);
    if (said.last) append_xml_attribute(said.sharp ? "to" : "notAfter", print(*said.last), out);
  }
  if (event.approximate) append_xml_attribute("precision", "low", out);
  if (event.uncertain || event.confidence < 0.5) append_xml_attribute("cert", "low", out);
}

// An expression is the interval itself, told as finely as its grain.
Event as_event(const Resolved& timex) {
  Event event;
  event.when = timex.bounds;
  event.precision = timex.grain;
  event.approximate = timex.approximate;
  event.uncertain = timex.uncertain;
  event.extent = Extent::span;
  event.confidence = 1;
  return event;
}

class Text {
 public:
  Text(const Source& source, std::string& out) : source_(source), text_(source.article.text), out_(out) {}

  void write() {
    std::size_t at = source_.article.body;
    while (at < text_.size()) {
      const std::size_t end = paragraph_end(at);
      out_ += "<p>";
      paragraph(at, end);
      out_ += "</p>\n";
      at = std::min(text_.find_first_not_of("\r\n \t", end), text_.size());
    }
    if (source_.article.body >= text_.size()) out_ += "<p/>\n";
  }
  std::size_t replaced() const { return replaced_; }

 private:
  std::size_t paragraph_end(std::size_t at) const {
    std::size_t end = std::min(text_.find("\n\n", at), text_.find("\r\n\r\n", at));
    end = std::min(end, text_.size());
    while (end > at && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    return end;
  }

  void paragraph(std::size_t at, std::size_t end) {
    for (; next_ < source_.expressions.size(); ++next_) {
      const Resolved& timex = source_.expressions[next_];
      if (timex.span.begin >= end) break;
      if (timex.span.begin < at || timex.span.end > end) continue;
      copy(at, timex.span.begin);
      out_ += "<date";
      if (timex.placed) append_dates(as_event(timex), out_);
      if (!timex.placed) append_xml_attribute("type", to_string(timex.type), out_);
      out_ += '>';
      copy(timex.span.begin, timex.span.end);
      out_ += "</date>";
      at = timex.span.end;
    }
    copy(at, end);
  }

  void copy(std::size_t begin, std::size_t end) {
    replaced_ += append_xml(text_.substr(begin, end - begin), out_);
  }

  const Source& source_;
  std::string_view text_;
  std::string& out_;
  std::size_t next_ = 0, replaced_ = 0;
};

void element(std::string_view name, std::string_view text, std::string& out) {
  ((out += '<') += name) += '>';
  append_xml(text, out);
  ((out += "</") += name) += ">";
}

void append_header(const Source& source, std::string& out) {
  const Article& article = source.article;
  out += "<teiHeader><fileDesc><titleStmt>";
  element("title", one_line(article.title.empty() ? valid_utf8(article.id) : article.title), out);
  out += "</titleStmt><publicationStmt><p>Written by annals</p></publicationStmt><sourceDesc><p>";
  append_xml(name_of(article), out);
  if (article.date) {
    Event dated = as_event({});
    dated.when = interval(*article.date, *article.date);
    out += " <date";
    append_dates(dated, out);
    out += '>';
    append_xml(to_string(*article.date), out);
    out += "</date>";
  }
  out += "</p></sourceDesc></fileDesc></teiHeader>\n";
}

void append_event(const Timeline& timeline, const Event& event, std::string& out) {
  out += "<event";
  append_xml_attribute("xml:id", event.id, out);
  append_dates(event, out);
  out += '>';
  element("label", one_line(event.headline), out);
  element("desc", words_of(timeline, event.source, event.sentence), out);
  out += "</event>\n";
}

void append_article(const Timeline& timeline, std::size_t n, std::string& out, Losses& losses) {
  const Source& source = timeline.sources[n];
  out += "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n";
  append_header(source, out);
  std::string events;
  for (const Event& event : timeline.events) {
    if (event.source == n) append_event(timeline, event, events);
  }
  if (!events.empty()) out += "<standOff><listEvent>\n" + events + "</listEvent></standOff>\n";
  out += "<text><body>\n";
  Text text(source, out);
  text.write();
  out += "</body></text>\n</TEI>\n";
  if (text.replaced() > 0)
    losses.push_back({name_of(source.article) + ": " + std::to_string(text.replaced()) +
                          " characters that XML 1.0 cannot hold became U+FFFD",
                      ""});
}

}  // namespace

Losses write_tei(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  const bool several = timeline.sources.size() != 1;
  if (several) {
    text +=
        "<teiCorpus "
        "xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc><titleStmt><title>annals</title></"
        "titleStmt>"
        "<publicationStmt><p>Written by annals</p></publicationStmt><sourceDesc><p>The articles "
        "below</p></sourceDesc>"
        "</fileDesc></teiHeader>\n";
  }
  for (std::size_t n = 0; n < timeline.sources.size(); ++n) append_article(timeline, n, text, losses);
  out << text << (several ? "</teiCorpus>\n" : "");
  for (const Event& event : timeline.events) {
    if (event.extent == Extent::span && !said_dates(event).sharp)
      losses.push_back({when(event) + ": TEI keeps the outer days of a span with blurred ends", event.id});
    if (!event.when.earliest_start && !event.when.latest_end)
      losses.push_back({"TEI has no date for it", event.id});
  }
  lose_clocks(timeline, "TEI", losses);
  lose_links(timeline, "TEI", losses);
  lose_undated(timeline, "TEI's listEvent", losses);
  return losses;
}

}  // namespace annals
