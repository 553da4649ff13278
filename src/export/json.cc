// The record of a timex and of an event, as README and tests have them: one
// schema for `tag` and for the timeline. Written by hand and not through a
// document tree, for `annals tag` writes a record each hundred bytes of text.
#include <algorithm>
#include <array>
#include <charconv>

#include "calendar/digits.h"
#include "export/escape.h"
#include "export/indent.h"
#include "export/row.h"

namespace annals {
namespace {

// A member's name as it is written, comma and quotes and colon included, put together by the compiler.
class Key {
 public:
  consteval Key(const char* name) {
    for (text_[size_++] = ',', text_[size_++] = '"'; *name != 0; ++name) text_[size_++] = *name;
    text_[size_++] = '"', text_[size_++] = ':';
  }
  constexpr std::string_view text() const { return {text_.data(), size_}; }

 private:
  std::array<char, 32> text_{};
  std::size_t size_ = 0;
};

// The members of one object, in the order written.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  ~Object() { out_ += '}'; }

  std::string& member(const Key& key) {  // the output, ready for the value
    out_ += key.text().substr(first_);   // no comma before the first
    first_ = false;
    return out_;
  }
  void number(const Key& key, std::size_t value) {
    append_number(member(key), static_cast<std::int64_t>(value), 1);
  }
  void flag(const Key& key, bool value) { member(key) += value ? "true" : "false"; }
  void text(const Key& key, std::string_view value) { append_json_string(value, member(key)); }
  void plain(const Key& key, std::string_view value) { member(key).append("\"").append(value) += '"'; }
  void null(const Key& key) { member(key) += "null"; }
  void text_or_null(const Key& key, std::string_view value) { value.empty() ? null(key) : text(key, value); }
  void text_if_any(const Key& key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void bounds(const Bounds& bounds) {
    edges("earliest_start", bounds.earliest_start, "latest_start", bounds.latest_start);
    edges("earliest_end", bounds.earliest_end, "latest_end", bounds.latest_end);
  }
  void span(const Span& span, const CodePoints& points) {
    number("start", points.at(span.begin));
    number("end", points.at(span.end));
  }
  template <typename Items, typename Write>
  void array(const Key& key, const Items& items, Write write) {
    member(key) += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      write(item);
    }
    out_ += ']';
  }

 private:
  using Edge = std::optional<Moment>;

  // Most pairs are one day twice: it is printed once.
  void edges(const Key& early_key, const Edge& early, const Key& late_key, const Edge& late) {
    member(early_key);
    const std::size_t begin = out_.size();
    append(early);
    const std::size_t size = out_.size() - begin;
    member(late_key);
    early == late ? void(out_.append(out_, begin, size)) : append(late);
  }
  void append(const Edge& edge) {
    if (edge) {
      out_ += '"';
      out_ += to_string(*edge);
      out_ += '"';
    } else {
      out_ += "null";
    }
  }

  std::string& out_;
  bool first_ = true;
};

// All of a record behind the words: the same wherever they stand.
void append_placing(const Resolved& timex, std::string& out) {
  const std::size_t begin = out.size();
  {
    Object record(out);
    record.plain("type", to_string(timex.type));
    record.text("value", timex.value);
    record.text_or_null("mod", timex.mod);
    record.text_if_any("quant", timex.quant);
    record.text_if_any("freq", timex.freq);
    record.text_if_any("begin", timex.begin_value);
    record.text_if_any("end_value", timex.end_value);
    record.text_or_null("edtf", timex.placed ? timex.edtf : std::string_view());
    record.bounds(timex.placed ? timex.bounds : Bounds());
    timex.anchor.at ? record.plain("anchor", to_string(timex.anchor.at->day)) : record.null("anchor");
    record.text("rule", timex.rule);
    record.text_if_any("note", timex.note);
  }
  out[begin] = ',';  // it goes on, and begins no object
}

// One article's part of a timeline, with what is needed to count its characters.
class Document {
 public:
  Document(const Timeline& timeline, const std::vector<CodePoints>& points, std::size_t source,
           std::string& out)
      : timeline_(timeline), points_(points), source_(source), out_(out) {}

  void write(const std::vector<const Event*>& events, const std::vector<const Undated*>& undated) {
    Object document(out_);
    const Article& article = timeline_.sources[source_].article;
    document.text("id", valid_utf8(article.id));
    article.date ? document.plain("date", to_string(*article.date)) : document.null("date");
    document.text_or_null("date_from", article.date ? article.date_from : std::string_view());
    document.array("events", events, [&](const Event* event) { append(*event); });
    document.array("undated", undated, [&](const Undated* row) { append(*row); });
  }

 private:
  std::string_view words(std::size_t source, const Span& span) const {
    return text_of(span, timeline_.sources.at(source).article.text);
  }

  void append(const Event& event) {
    Object record(out_);
    record.text("id", event.id);
    record.span(event.head, points_[source_]);
    record.text("text", words(source_, event.head));
    record.text("headline", event.headline);
    record.text_or_null("edtf", event.edtf);
    record.bounds(event.when);
    record.plain("precision", to_string(event.precision));
    record.flag("approximate", event.approximate);
    if (event.uncertain) record.flag("uncertain", true);
    record.plain("basis", to_string(event.basis));
    record.plain("extent", to_string(event.extent));
    record.plain("status", to_string(event.status));
    record.text_or_null("attributed_to", event.attributed_to);
    mentions(record, "who", event.who);
    mentions(record, "where", event.where);
    time(record, event.time);
    sentence(record, event.sentence);
    record.member("confidence") += decimal(event.confidence);
    record.text_if_any("note", event.note);
    record.array("links", event.links, [&](const EventLink& link) { append(link); });
    record.array("conflicts", event.conflicts, [&](const Conflict& conflict) { append(conflict); });
    mentions(record, "mentions", event.mentions);
  }

  void append(const Undated& row) {
    Object record(out_);
    record.span(row.span, points_[source_]);
    record.text("text", row.text);
    record.text_or_null("headline", row.headline);
    time(record, row.time);
    sentence(record, row.sentence);
    record.text("reason", row.reason);
  }

  void append(const EventLink& link) {
    Object record(out_);
    record.text("relation", link.relation);
    record.text("to", link.to);
    record.text("why", link.why);
  }

  void append(const Conflict& conflict) {
    Object record(out_);
    record.text("what", conflict.what);
    mentions(record, "between", conflict.between);
  }

  // A mention in another article than the record's names it.
  void mentions(Object& in, const Key& key, const std::vector<Mention>& all) {
    in.array(key, all, [&](const Mention& mention) {
      Object record(out_);
      if (mention.source != source_)
        record.text("source", valid_utf8(timeline_.sources.at(mention.source).article.id));
      record.span(mention.span, points_.at(mention.source));
      record.text("text", mention.text);
    });
  }

  void time(Object& in, const std::optional<std::size_t>& index) {
    if (!index) return in.null("time");
    const Resolved& timex = timeline_.sources[source_].expressions.at(*index);
    in.member("time");
    Object record(out_);
    record.span(timex.span, points_[source_]);
    record.text("text", words(source_, timex.span));
    record.text("rule", timex.rule);
    record.text_if_any("note", timex.note);
  }

  void sentence(Object& in, const Span& span) {
    in.member("sentence");
    Object record(out_);
    record.span(span, points_[source_]);
    record.text("text", words(source_, span));
  }

  const Timeline& timeline_;
  const std::vector<CodePoints>& points_;
  std::size_t source_;
  std::string& out_;
};

template <typename Row>
std::vector<std::vector<const Row*>> by_source(const std::vector<Row>& rows, std::size_t sources) {
  std::vector<std::vector<const Row*>> groups(sources);
  for (const Row& row : rows) groups.at(row.source).push_back(&row);
  return groups;
}

std::vector<std::string> documents(const Timeline& timeline) {
  std::vector<CodePoints> points;
  for (const Source& source : timeline.sources) points.emplace_back(source.article.text);
  const auto events = by_source(timeline.events, points.size());
  const auto undated = by_source(timeline.undated, points.size());
  std::vector<std::string> lines(points.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Document(timeline, points, i, lines[i]).write(events[i], undated[i]);
  }
  return lines;
}

}  // namespace

TimexLine::TimexLine(const Article& article, std::string& out)
    : text_(article.text), out_(out), points_(article.text) {
  out_ += "{\"id\":";
  append_json_string(valid_utf8(article.id), out_);
  out_ += ",\"timexes\":[";
}

void TimexLine::add(const Resolved& timex, std::string& written) {
  constexpr std::string_view start = ",{\"start\":", end = ",\"end\":", text = ",\"text\":";
  std::array<char, start.size() + end.size() + text.size() + 40> head;  // two numbers of at most 20 digits
  char* at = head.data();
  const auto put = [&](std::string_view words) { at = std::copy(words.begin(), words.end(), at); };
  const auto put_number = [&](std::size_t number) { at = std::to_chars(at, at + 20, number).ptr; };
  put(first_ ? start.substr(1) : start), put_number(points_.at(timex.span.begin));
  put(end), put_number(points_.at(timex.span.end));
  put(text);
  out_.append(head.data(), at);
  first_ = false;
  append_json_string(text_of(timex.span, text_), out_);
  if (written.empty()) append_placing(timex, written);
  out_ += written;
}

void TimexLine::finish() { out_ += "]}\n"; }

Losses write_jsonl(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  for (const std::string& line : documents(timeline)) out << line << '\n';
  return {};
}

// An array even for one article, so that a reader meets one shape whatever it was given.
Losses write_json(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  std::string all = "[";
  for (const std::string& line : documents(timeline)) {
    if (all.size() > 1) all += ',';
    all += line;
  }
  all += ']';
  out << indented(all) << '\n';
  return {};
}

}  // namespace annals
