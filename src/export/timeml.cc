// TimeML 1.2.1: the article's text with its time expressions, and in a timeline with its events.
//
//   <DCT><TIMEX3 tid="t0" type="DATE" value="1921-05-02" ...>1921-05-02</TIMEX3></DCT>
//   <TEXT>The bridge <EVENT eid="e1" class="OCCURRENCE">burned</EVENT> <TIMEX3 tid="t1" type="DATE"
//   value="1921-05-01" temporalFunction="true" anchorTimeID="t0">yesterday</TIMEX3>.</TEXT>
//   <MAKEINSTANCE eiid="ei1" eventID="e1" .../>
//   <TLINK lid="l1" eventInstanceID="ei1" relatedToTime="t1" .../>
//
// What surprised us: beginPoint and endPoint name other TIMEX3 elements and hold no value, so a point that no
// words of the article tell becomes an empty TIMEX3 behind the expression (the guide's own way). Tense and
// aspect are required: what is not known of them is NONE.
#include <algorithm>
#include <unordered_map>

#include "export/escape.h"
#include "export/row.h"
#include "export/timex_text.h"
#include "export/when.h"

namespace annals {
namespace {

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
      : timeline_(timeline),
        source_(timeline.sources[source]),
        out_(out),
        losses_(losses),
        text_(source_.article, out) {
    for (const Event& event : timeline.events) {
      if (event.source == source) events_.push_back(&event);
    }
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event* a, const Event* b) { return a->head < b->head; });
    for (const Event* event : events_) number(*event);
  }

  // The text with its elements.
  void write_text() {
    text_.begin();
    auto head = heads_.begin();
    const auto until = [&](std::size_t end) {
      for (; head != heads_.end() && head->span.begin < end; ++head) text_.mark(*head, end);
    };
    for (const Resolved& timex : source_.expressions) {
      until(timex.span.begin);
      text_.add(timex);
    }
    until(source_.article.text.size() + 1);
    text_.end();
  }

  // Behind it.
  void write_instances() {
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
    text_.lose(losses_);
  }

 private:
  // Two events that share a head word ("the king and queen
  // died") share its EVENT and are two instances of it.
  void number(const Event& event) {
    if (heads_.empty() || heads_.back().span != event.head) heads_.push_back({event.head, heads_.size() + 1});
    eids_.push_back(heads_.back().number);
    instances_[event.id] = eids_.size();
  }

  bool is_marked(std::size_t i) const { return text_.is_marked(eids_[i]); }

  void instance(std::size_t i) {
    out_ += "<MAKEINSTANCE eiid=\"ei" + std::to_string(i + 1) + '"';
    append_timeml_id("eventID", 'e', eids_[i], out_);
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
    link(i, " relatedToTime=\"t" + std::to_string(text_.tid(expression)) + '"', related);
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
    append_timeml_id("lid", 'l', ++link_count_, out_);
    out_ += " eventInstanceID=\"ei" + std::to_string(i + 1) + '"' + to;
    append_xml_attribute("relType", related, out_);
    out_ += "/>\n";
  }

  void lose(const Event& event, std::string what) { losses_.push_back({std::move(what), event.id}); }

  const Timeline& timeline_;
  const Source& source_;
  std::string& out_;
  Losses& losses_;
  TimexText text_;
  std::vector<const Event*> events_;
  std::vector<std::size_t> eids_;  // of each event, in the order of events_
  std::vector<TimexText::Head> heads_;
  std::unordered_map<std::string, std::size_t> instances_;  // event id -> eiid
  std::size_t link_count_ = 0;
};

}  // namespace

Losses write_timeml(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  const bool several = timeline.sources.size() != 1;
  if (several) losses.push_back({"TimeML has one article a file: these stand within one <collection>", ""});
  out << kXmlDeclaration << (several ? "<collection>\n" : "");
  for (std::size_t i = 0; i < timeline.sources.size(); ++i) {
    std::string text;
    Events events(timeline, i, text, losses);
    events.write_text();
    events.write_instances();
    out << text << "</TimeML>\n";
  }
  out << (several ? "</collection>\n" : "");
  return losses;
}

}  // namespace annals
