// TimeML 1.2.1: the article's text with its time expressions, and in a timeline with its events.
//
//   <TimeML><DOCID>bridge</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="1921-05-02"
//   ...>1921-05-02</TIMEX3></DCT> <TEXT>The bridge <EVENT eid="e1" class="OCCURRENCE">burned</EVENT> <TIMEX3
//   tid="t1" type="DATE" value="1921-05-01" temporalFunction="true"
//   anchorTimeID="t0">yesterday</TIMEX3>.</TEXT> <MAKEINSTANCE eiid="ei1" eventID="e1" .../><TLINK lid="l1"
//   eventInstanceID="ei1" relatedToTime="t1" .../></TimeML>
//
// What surprised us: beginPoint and endPoint name other TIMEX3 elements and hold no value, so a point that no
// words of the article tell becomes an empty TIMEX3 behind the expression (the guide's own way). Tense and
// aspect are required and unknown here: NONE.
#include <algorithm>
#include <unordered_map>

#include "calendar/digits.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

void append_id(std::string_view name, char letter, std::size_t number, std::string& out) {
  ((out += ' ') += name) += "=\"";
  append_number(out += letter, static_cast<std::int64_t>(number), 1);
  out += '"';
}

struct Head {  // an event's head word, as EVENT e<number>
  Span span;
  std::size_t number = 0;
};

// One article's elements. Losses and heads are empty for `annals tag`.
class Document {
 public:
  Document(const Source& source, std::string& out) : source_(source), text_(source.article.text), out_(out) {}

  void head() {
    out_ += "<TimeML>\n<DOCID>";
    replaced_ += append_xml(valid_utf8(source_.article.id), out_);
    out_ += "</DOCID>\n";
    if (source_.article.date) creation_time(*source_.article.date);
  }

  // The whole text; heads in text order. Those that could not be marked keep their number and come back.
  std::vector<Head> text(const std::vector<Head>& heads) {
    out_ += "<TEXT>";
    auto head = heads.begin();
    const auto until = [&](std::size_t end) {
      for (; head != heads.end() && head->span.begin < end; ++head) mark(*head, end);
    };
    for (std::size_t i = 0; i < source_.expressions.size(); ++i) {
      const Span& span = source_.expressions[i].span;
      until(span.begin);
      copy(span.begin);
      timex(i);
    }
    until(text_.size() + 1);
    copy(text_.size());
    out_ += "</TEXT>\n";
    return unmarked_;
  }

  void lose(Losses& losses) const {
    const std::string& id = source_.article.id;
    if (replaced_ > 0) {
      losses.push_back({valid_utf8(id) + ": " + std::to_string(replaced_) +
                            " characters that XML 1.0 cannot hold became U+FFFD",
                        ""});
    }
    for (const std::size_t i : overlapping_) {
      losses.push_back({valid_utf8(id) + ": t" + std::to_string(i + 1) +
                            " overlaps the expression before it, and elements cannot: it is empty",
                        ""});
    }
  }

 private:
  void creation_time(const Moment& date) {
    const std::string value = date.clock ? to_string(date) : timex3(day_period(date.day));
    out_ += "<DCT><TIMEX3 tid=\"t0\"";
    append_xml_attribute("type", date.clock ? "TIME" : "DATE", out_);
    append_xml_attribute("value", value, out_);
    out_ += " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">";
    append_xml(to_string(date), out_);
    out_ += "</TIMEX3></DCT>\n";
  }

  void copy(std::size_t end) {
    if (end <= at_) return;
    replaced_ += append_xml(text_.substr(at_, end - at_), out_);
    at_ = end;
  }

  void mark(const Head& head, std::size_t end) {
    if (head.span.begin < at_ || head.span.end > end || head.span.empty()) {
      unmarked_.push_back(head);
      return;
    }
    copy(head.span.begin);
    out_ += "<EVENT";
    append_id("eid", 'e', head.number, out_);
    out_ += " class=\"OCCURRENCE\">";
    copy(head.span.end);
    out_ += "</EVENT>";
  }

  void timex(std::size_t i) {
    const Resolved& timex = source_.expressions[i];
    out_ += "<TIMEX3";
    append_id("tid", 't', i + 1, out_);
    attribute("type", to_string(timex.type));
    attribute("value", timex.value);
    if (!timex.mod.empty()) attribute("mod", timex.mod);
    if (!timex.quant.empty()) attribute("quant", timex.quant);
    if (!timex.freq.empty()) attribute("freq", timex.freq);
    anchor(timex.anchor);
    const std::size_t begin = point("beginPoint", timex.begin_value);
    const std::size_t end = point("endPoint", timex.end_value);
    if (timex.span.begin < at_) {
      overlapping_.push_back(i);
      out_ += "/>";
    } else {
      out_ += '>';
      copy(timex.span.end);
      out_ += "</TIMEX3>";
    }
    if (begin > 0) empty_timex(begin, timex.begin_value);
    if (end > 0) empty_timex(end, timex.end_value);
  }

  void anchor(const Anchor& anchor) {
    if (anchor.kind == AnchorKind::none) return;
    out_ += " temporalFunction=\"true\"";
    if (anchor.expression) {
      append_id("anchorTimeID", 't', *anchor.expression + 1, out_);
    } else if (anchor.kind == AnchorKind::article && source_.article.date) {
      append_id("anchorTimeID", 't', 0, out_);
    }
  }

  // Gives the number of the empty TIMEX3 to write, 0 where none is needed.
  std::size_t point(std::string_view name, const std::string& value) {
    if (value.empty()) return 0;
    const auto& date = source_.article.date;
    const bool is_creation_time = date && !date->clock && value == timex3(day_period(date->day));
    const std::size_t number = is_creation_time ? 0 : source_.expressions.size() + ++points_;
    append_id(name, 't', number, out_);
    return number;
  }

  void empty_timex(std::size_t number, const std::string& value) {
    out_ += "<TIMEX3";
    append_id("tid", 't', number, out_);
    attribute("type", value.find('T') == std::string::npos ? "DATE" : "TIME");
    attribute("value", value);
    out_ += " temporalFunction=\"true\"/>";
  }

  void attribute(std::string_view name, std::string_view value) {
    replaced_ += append_xml_attribute(name, value, out_);
  }

  const Source& source_;
  std::string_view text_;
  std::string& out_;
  std::size_t at_ = 0, points_ = 0, replaced_ = 0;
  std::vector<Head> unmarked_;
  std::vector<std::size_t> overlapping_;
};

using Edge = std::optional<Moment>;

// Whether the window from `first` to `last` lies in the expression's; an open edge lies only in an open one.
bool within(const Edge& first, const Edge& last, const Bounds& outer) {
  return (!outer.earliest_start || (first && *first >= *outer.earliest_start)) &&
         (!outer.latest_end || (last && *last <= *outer.latest_end));
}
bool begins_in(const Event& event, const Bounds& bounds) {
  return event.extent == Extent::span && within(event.when.earliest_start, event.when.latest_start, bounds);
}
bool ends_in(const Event& event, const Bounds& bounds) {
  return event.extent == Extent::span && within(event.when.earliest_end, event.when.latest_end, bounds);
}

// How an event lies to the expression that dates it, where TimeML has a word for it: "before 1612" is not in
// 1612, and "since 1612" began in it.
std::string_view relation(const Event& event, const Resolved& timex) {
  if (!timex.placed) return "";
  if (event.extent == Extent::span && event.when == timex.bounds) return "DURING";
  if (within(event.when.earliest_start, event.when.latest_end, timex.bounds)) return "IS_INCLUDED";
  if (begins_in(event, timex.bounds)) return "BEGUN_BY";
  if (ends_in(event, timex.bounds)) return "ENDED_BY";
  const auto& [start, end] = std::pair(timex.bounds.earliest_start, timex.bounds.latest_end);
  if (event.when.latest_end && start && *event.when.latest_end < *start) return "BEFORE";
  if (event.when.earliest_start && end && *event.when.earliest_start > *end) return "AFTER";
  return "";
}

// The events of one article, their instances and links.
class Events {
 public:
  Events(const Timeline& timeline, std::size_t source, std::string& out, Losses& losses)
      : timeline_(timeline), source_(timeline.sources[source]), out_(out), losses_(losses) {
    for (const Event& event : timeline.events) {
      if (event.source == source) events_.push_back(&event);
    }
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event* a, const Event* b) { return a->head < b->head; });
    for (const Event* event : events_) number(*event);
  }

  const std::vector<Head>& heads() const { return heads_; }

  void write(const std::vector<Head>& unmarked) {
    for (const Head& head : unmarked) unmarked_.push_back(head.number);
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (is_marked(i))
        instance(i);
      else
        lose(*events_[i],
             "its head word is not known, or lies within an expression, where TimeML has no EVENT");
    }
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (is_marked(i)) links(i);
    }
  }

 private:
  // Two events that share a head word ("the king and queen died") share its EVENT and are two instances of
  // it.
  void number(const Event& event) {
    if (heads_.empty() || heads_.back().span != event.head) heads_.push_back({event.head, heads_.size() + 1});
    eids_.push_back(heads_.back().number);
    instances_[event.id] = eids_.size();
  }

  bool is_marked(std::size_t i) const {
    return std::find(unmarked_.begin(), unmarked_.end(), eids_[i]) == unmarked_.end();
  }

  void instance(std::size_t i) {
    out_ += "<MAKEINSTANCE eiid=\"ei" + std::to_string(i + 1) + '"';
    append_id("eventID", 'e', eids_[i], out_);
    append_xml_attribute("tense", events_[i]->past ? "PAST" : "NONE", out_);
    out_ += " aspect=\"NONE\" polarity=\"POS\"";
    append_xml_attribute("pos", events_[i]->nominal ? "NOUN" : "VERB", out_);
    out_ += "/>\n";
  }

  void links(std::size_t i) {
    const Event& event = *events_[i];
    const Resolved* timex = expression_of(timeline_, event);
    const std::string_view related = timex == nullptr ? "" : relation(event, *timex);
    if (related.empty())
      lose(event, when(event) + ": TimeML dates an event by an expression only, and none tells this");
    else
      link_to_time(i, *event.time, related);
    if (related == "BEGUN_BY" && timex->span_to &&
        ends_in(event, source_.expressions.at(*timex->span_to).bounds))
      link_to_time(i, *timex->span_to, "ENDED_BY");  // from the one to the other
    for (const EventLink& to : event.links) link_to_event(i, to);
  }

  void link_to_time(std::size_t i, std::size_t expression, std::string_view related) {
    link(i, " relatedToTime=\"t" + std::to_string(expression + 1) + '"', related);
  }

  void link_to_event(std::size_t i, const EventLink& to) {
    const bool before = to.relation == "before" || to.relation == "certainly-before";
    const auto other = instances_.find(to.to);
    if ((!before && to.relation != "after") || other == instances_.end() || !is_marked(other->second - 1)) {
      return lose(*events_[i], to.relation + " " + to.to + ": TimeML has no link for it");
    }
    link(i, " relatedToEventInstance=\"ei" + std::to_string(other->second) + '"',
         before ? "BEFORE" : "AFTER");
  }

  void link(std::size_t i, const std::string& to, std::string_view related) {
    out_ += "<TLINK";
    append_id("lid", 'l', ++link_count_, out_);
    out_ += " eventInstanceID=\"ei" + std::to_string(i + 1) + '"' + to;
    append_xml_attribute("relType", related, out_);
    out_ += "/>\n";
  }

  void lose(const Event& event, std::string what) { losses_.push_back({std::move(what), event.id}); }

  const Timeline& timeline_;
  const Source& source_;
  std::string& out_;
  Losses& losses_;
  std::vector<const Event*> events_;
  std::vector<std::size_t> eids_;  // of each event, in the order of events_
  std::vector<Head> heads_;
  std::vector<std::size_t> unmarked_;
  std::unordered_map<std::string, std::size_t> instances_;  // event id -> eiid
  std::size_t link_count_ = 0;
};

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace

void append_timexes_timeml(const Source& source, std::string& out, Losses* losses) {
  out += declaration;
  Document document(source, out);
  document.head();
  document.text({});
  out += "</TimeML>\n";
  if (losses != nullptr) document.lose(*losses);
}

Losses write_timeml(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  const bool several = timeline.sources.size() != 1;
  if (several) losses.push_back({"TimeML has one article a file: these stand within one <collection>", ""});
  out << declaration << (several ? "<collection>\n" : "");
  for (std::size_t i = 0; i < timeline.sources.size(); ++i) {
    std::string text;
    Document document(timeline.sources[i], text);
    Events events(timeline, i, text, losses);
    document.head();
    const std::vector<Head> unmarked = document.text(events.heads());
    events.write(unmarked);
    document.lose(losses);
    out << text << "</TimeML>\n";
  }
  out << (several ? "</collection>\n" : "");
  return losses;
}

}  // namespace annals
