#include "export/rebuild.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "export/row.h"
#include "timeline/order.h"

namespace annals {
namespace {

template <typename Name, std::size_t size>
Name parse(const std::array<Name, size>& names, std::string_view text) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](Name one) { return to_string(one) == text; });
  return found == names.end() ? names[0] : *found;
}
constexpr std::array statuses = {Status::actual, Status::reported, Status::planned, Status::possible};
constexpr std::array bases = {Basis::stated, Basis::derived, Basis::narrative, Basis::tense};
constexpr std::array extents = {Extent::instant, Extent::span, Extent::unknown};
constexpr std::array anchors = {AnchorKind::none, AnchorKind::article, AnchorKind::expression,
                                AnchorKind::dateline, AnchorKind::event};

double number(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Bounds bounds_of(const BackRow& row) {
  return {parse_moment(field(row, "earliest_start")), parse_moment(field(row, "latest_start")),
          parse_moment(field(row, "earliest_end")), parse_moment(field(row, "latest_end"))};
}

Granularity precision_of(const BackRow& row) {
  return parse_granularity(field(row, "precision")).value_or(Granularity::day);
}

bool is_approximate(const BackRow& row) {  // spreadsheets write TRUE
  const std::string& text = field(row, "approximate");
  return text == "true" || text == "TRUE";
}

bool has_mark(std::string_view edtf, std::string_view marks) {
  return edtf.find_first_of(marks) != std::string_view::npos;
}

// "after ev-5c2f ("restored")"; nothing where it is no link.
std::optional<EventLink> read_link(std::string_view item) {
  const std::size_t blank = std::min(item.find(' '), item.size());
  const std::string_view rest = item.substr(std::min(blank + 1, item.size()));
  if (!rest.starts_with("ev-") && !rest.starts_with("by-hand-")) return {};
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view why = rest.substr(end);
  if (!why.empty() && (!why.starts_with(" (") || why.back() != ')')) return {};
  return EventLink{std::string(item.substr(0, blank)), std::string(rest.substr(0, end)),
                   why.empty() ? "" : std::string(why.substr(2, why.size() - 3))};
}

// "approximate; basis: derived; attributed to: the report;
// julian; conflict: 1850 against 1856" (row.h, notes_of).
void read_notes(std::string_view notes, Event& event) {
  constexpr std::string_view basis = "basis: ", whose = "attributed to: ", conflict = "conflict: ";
  while (!notes.empty()) {
    const std::size_t end = std::min(notes.find("; "), notes.size());
    const std::string_view item = notes.substr(0, end);
    notes.remove_prefix(std::min(end + 2, notes.size()));
    if (item == "approximate") continue;  // has a column of its own
    if (item == "uncertain") {
      event.uncertain = true;
    } else if (item.starts_with(basis)) {
      event.basis = parse(bases, item.substr(basis.size()));
    } else if (item.starts_with(whose)) {
      event.attributed_to = item.substr(whose.size());
    } else if (item.starts_with(conflict)) {
      event.conflicts.push_back({std::string(item.substr(conflict.size())), {}});
    } else if (auto link = read_link(item)) {
      event.links.push_back(std::move(*link));
    } else {
      (event.note += event.note.empty() ? "" : "; ") += item;
    }
  }
}

class Builder {
 public:
  Timeline build(const std::vector<BackRow>& rows) {
    for (const BackRow* row : in_text_order(rows)) add(*row);
    if (timeline_.sources.empty()) timeline_.sources.emplace_back();
    sort_expressions();
    std::vector<Event> sorted;
    for (const std::size_t i : order(timeline_.events, before_and_after()))
      sorted.push_back(std::move(timeline_.events[i]));
    timeline_.events = std::move(sorted);
    return std::move(timeline_);
  }

 private:
  // So that the quotes stand in the order of the article, as far as it is known.
  static std::vector<const BackRow*> in_text_order(const std::vector<BackRow>& rows) {
    std::vector<const BackRow*> sorted;
    for (const BackRow& row : rows) sorted.push_back(&row);
    std::stable_sort(sorted.begin(), sorted.end(), [](const BackRow* a, const BackRow* b) {
      return number(field(*a, "start")) < number(field(*b, "start"));
    });
    return sorted;
  }

  // The order that build.cc gave the events, from the links it left.
  std::vector<Before> before_and_after() const {
    std::map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < timeline_.events.size(); ++i) index[timeline_.events[i].id] = i;
    std::vector<Before> pairs;
    for (std::size_t i = 0; i < timeline_.events.size(); ++i) {
      if (!timeline_.events[i].conflicts.empty()) continue;
      for (const EventLink& link : timeline_.events[i].links) {
        const auto other = index.find(link.to);
        if (other == index.end() || (link.relation != "before" && link.relation != "after")) continue;
        pairs.push_back(link.relation == "before" ? Before{i, other->second} : Before{other->second, i});
      }
    }
    return pairs;
  }

  void add(const BackRow& row) {
    const std::size_t source = source_of(row);
    const std::string& reason = field(row, "reason");
    const Span sentence =
        quote(source, field(row, "sentence").empty() ? field(row, "expression") : field(row, "sentence"));
    if (!reason.empty()) return add_undated(row, source, sentence);
    Event event;
    event.id = field(row, "id");
    event.source = source;
    event.sentence = sentence;
    event.head = head(row, source, sentence);
    event.headline = field(row, "headline");
    event.edtf = field(row, "edtf");
    event.when = bounds_of(row);
    event.precision = precision_of(row);
    event.approximate = is_approximate(row);
    event.extent = parse(extents, field(row, "extent"));
    if (field(row, "extent").empty() && !is_instant_within(event.when)) event.extent = Extent::span;
    event.status = parse(statuses, field(row, "status"));
    read_mentions(field(row, "who"), source, event.who);
    read_mentions(field(row, "where"), source, event.where);
    if (!field(row, "confidence").empty()) event.confidence = number(field(row, "confidence"));
    read_notes(field(row, "note"), event);
    if (!field(row, "expression").empty()) event.time = expression(row, event);
    event.mentions.push_back({source, event.head, event.headline});
    timeline_.events.push_back(std::move(event));
  }

  // Its head word where the row tells it; else none.
  Span head(const BackRow& row, std::size_t source, Span sentence) const {
    const std::string& word = field(row, "head");
    const std::size_t at = text_of(sentence, timeline_.sources[source].article.text).find(word);
    if (at == std::string_view::npos) return {sentence.begin, sentence.begin};
    return {sentence.begin + at, sentence.begin + at + word.size()};
  }

  void add_undated(const BackRow& row, std::size_t source, Span sentence) {
    timeline_.undated.push_back({source,
                                 sentence,
                                 field(row, "expression"),
                                 field(row, "reason"),
                                 field(row, "headline"),
                                 {},
                                 sentence});
  }

  std::size_t source_of(const BackRow& row) {
    const std::string& name = field(row, "source");
    const auto [at, is_new] = sources_.try_emplace(name, timeline_.sources.size());
    if (is_new) {
      Article article;
      article.id = id_of_name(name);
      article.path = name;
      timeline_.sources.push_back({article, {}});
      quotes_.emplace_back();
    }
    Article& article = timeline_.sources[at->second].article;
    std::string date = field(row, "date");
    const std::string& anchor = field(row, "anchor");
    if (date.empty() && anchor.starts_with("article ")) date = anchor.substr(8);
    if (!article.date && (article.date = parse_moment(date))) article.date_from = "the file's rows";
    return at->second;
  }

  // Where the words stand in the text of the source; once,
  // however many rows quote them, where they mean the same.
  Span quote(std::size_t source, const std::string& words, const std::string& meaning = "") {
    if (words.empty()) return {};
    std::string& text = timeline_.sources[source].article.text;
    const auto [at, is_new] = quotes_[source].try_emplace({words, meaning}, text.size());
    if (is_new) text += words + "\n\n";
    return {at->second, at->second + words.size()};
  }

  void read_mentions(std::string_view list, std::size_t source, std::vector<Mention>& mentions) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find("; "), list.size());
      mentions.push_back({source, {}, std::string(list.substr(0, end))});
      list.remove_prefix(std::min(end + 2, list.size()));
    }
  }

  // The expression that dates the event, in its sentence where its words stand there.
  std::size_t expression(const BackRow& row, const Event& event) {
    Source& source = timeline_.sources[event.source];
    const std::string& words = field(row, "expression");
    const std::size_t at = text_of(event.sentence, source.article.text).find(words);
    Resolved timex;
    timex.span = at == std::string_view::npos
                     ? quote(event.source, words, field(row, "timex"))
                     : Span{event.sentence.begin + at, event.sentence.begin + at + words.size()};
    timex.value = field(row, "timex");
    timex.type = timex.value.find('T') == std::string::npos ? TimexType::date : TimexType::time;
    timex.edtf = event.edtf;
    timex.bounds = event.when;
    timex.placed = true;
    timex.grain = event.precision;
    timex.approximate = event.approximate;
    timex.rule = field(row, "rule");
    const std::string& anchor = field(row, "anchor");
    timex.anchor.kind = parse(anchors, std::string_view(anchor).substr(0, anchor.find(' ')));
    timex.anchor.at = parse_moment(std::string_view(anchor).substr(anchor.rfind(' ') + 1));
    source.expressions.push_back(std::move(timex));
    return source.expressions.size() - 1;
  }

  void sort_expressions() {
    std::vector<std::vector<std::size_t>> places;
    for (Source& source : timeline_.sources) places.push_back(sort(source.expressions));
    for (Event& event : timeline_.events)
      if (event.time) event.time = places[event.source][*event.time];
  }

  // Into text order, each once. Gives where each went.
  static std::vector<std::size_t> sort(std::vector<Resolved>& found) {
    std::vector<Resolved> sorted;
    std::vector<std::size_t> order(found.size()), place(found.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return found[a].span < found[b].span; });
    for (const std::size_t i : order) {
      if (sorted.empty() || sorted.back().span != found[i].span) sorted.push_back(found[i]);
      place[i] = sorted.size() - 1;
    }
    found = std::move(sorted);
    return place;
  }

  Timeline timeline_;
  std::map<std::string, std::size_t> sources_;                                      // by name
  std::vector<std::map<std::pair<std::string, std::string>, std::size_t>> quotes_;  // where they begin
};

}  // namespace

// Seasons are those of the article's hemisphere, which no row names. What is told roughly or as one of
// several has a text of its own, about which the bounds say only how far it reaches.
std::string edtf_of_bounds(const BackRow& row) {
  const Bounds bounds = bounds_of(row);
  if (bounds == Bounds()) return "";
  const std::string& told = field(row, "edtf");
  const Qualifiers marks{is_approximate(row), has_mark(told, "?%")};
  for (const Seasons seasons : {Seasons{3}, Seasons{9}}) {
    if (edtf(bounds, marks, precision_of(row), seasons) == told) return told;
  }
  if (edtf(bounds, marks) == told) return told;  // an event that hangs on another has no grain
  const auto read = parse_edtf(told);
  const bool within = read && (!bounds.earliest_start || read->earliest_start >= bounds.earliest_start) &&
                      (!bounds.latest_end || read->latest_end <= bounds.latest_end);
  if (within && has_mark(told, marks.approximate ? "~%E," : "E,")) return told;
  return edtf(bounds, marks, precision_of(row));
}

Timeline rebuild(const std::vector<BackRow>& rows) { return Builder().build(rows); }

}  // namespace annals
