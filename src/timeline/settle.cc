#include "timeline/settle.h"

#include <algorithm>

#include "timeline/network.h"

namespace annals {
namespace {

bool by_months(const Link& distance) { return distance.most_months != 0; }

bool ranges(const Link& distance) {
  return distance.least_days != distance.most_days || distance.least_months != distance.most_months;
}

bool ends_month(Day day) {
  const Civil date = to_civil(day);
  return date.day == days_in_month(date.year, date.month);
}

// A day some months away; the last day of a window that ends with a month stays the last of its month.
Day months_away(Day day, std::int64_t months, bool keep_month_end) {
  Day out = add_months(day, months);
  if (!keep_month_end || !ends_month(day)) return out;
  const Civil date = to_civil(out);
  return to_day({date.year, date.month, days_in_month(date.year, date.month)});
}

Day away(Day day, const Link& distance, bool most, int sign, bool keep_month_end) {
  const bool birthday = most && distance.way == Link::Way::age;  // 32 until the day before it
  if (by_months(distance))
    return months_away(day, sign * (most ? distance.most_months : distance.least_months), keep_month_end) -
           (birthday ? sign : 0);
  return day + sign * (most ? distance.most_days : distance.least_days);
}

// "closed since the flood", "lived there until the fire": one edge of what lasts.
bool lasts(const Relation& relation) {
  return !relation.measured && (relation.way == Link::Way::since || relation.way == Link::Way::until);
}

std::uint32_t start_of(std::size_t event) { return static_cast<std::uint32_t>(2 * event + 1); }
std::uint32_t end_of(std::size_t event) { return static_cast<std::uint32_t>(2 * event + 2); }

std::optional<Moment> moment(const std::optional<std::int64_t>& day) {
  return day ? std::optional(Moment{Day{*day}, {}}) : std::nullopt;
}

void set_bounds(Event& event, const Bounds& bounds) {
  event.when = bounds;
  event.dated = true;
  event.basis = Basis::derived;
  event.precision = Granularity::day;
  event.edtf = edtf(event.when, {event.approximate, event.uncertain});
  event.confidence = std::clamp(event.confidence - 0.1, 0.1, 0.6);
}

// The network of one article's events, its answer and what it set aside.
class Settling {
 public:
  Settling(std::vector<Event>& events, const std::optional<Moment>& article)
      : events_(events), article_(article), network_(static_cast<std::uint32_t>(2 * events.size())) {}

  void run() {
    derive_by_calendar();
    for (std::size_t i = 0; i < events_.size(); ++i) add_window(i);
    for (std::size_t i = 0; i < events_.size(); ++i) add_relations(i);
    network_.solve();
    note_contradictions();
    for (std::size_t i = 0; i < events_.size(); ++i) take_bounds(i);
  }

 private:
  struct Origin {  // of a tag
    std::size_t event = 0;
    bool window = false;
    std::size_t relation = 0;
  };
  std::uint32_t tag(Origin origin) {
    origins_.push_back(origin);
    return static_cast<std::uint32_t>(origins_.size() - 1);
  }
  bool derive(Event& undated, const Event& dated, const Relation& relation, int sign);
  void derive_by_calendar();
  void add_window(std::size_t i);
  void add_relations(std::size_t i);
  void add_measured(std::size_t later, std::size_t earlier, const Relation& relation, std::uint32_t tag);
  void note_contradictions();
  void take_bounds(std::size_t i);
  void take_span(std::size_t i);
  std::string words_of(const Origin& origin) const;
  std::string path(const std::vector<std::uint32_t>& tags) const;

  std::vector<Event>& events_;
  const std::optional<Moment>& article_;
  Network network_;
  std::vector<Origin> origins_;
  std::vector<char> set_aside_ = {};  // windows that were, by event
};

bool Settling::derive(Event& undated, const Event& dated, const Relation& relation, int sign) {
  const Bounds& from = dated.when;
  if (!from.earliest_start || !from.latest_start) return false;
  undated.when = shifted(from, relation.distance, sign);
  undated.dated = true;
  undated.basis = Basis::derived;
  undated.extent = Extent::instant;
  const bool age = relation.way == Link::Way::age;
  undated.approximate = dated.approximate || (!age && ranges(relation.distance));
  const bool by_day = undated.when.earliest_start == undated.when.latest_end;
  undated.precision = by_day ? Granularity::day : std::max(dated.precision, Granularity::month);
  undated.edtf = edtf(undated.when, {undated.approximate, false},
                      by_day ? std::optional(Granularity::day) : std::nullopt);
  undated.confidence = std::max(0.1, std::min(undated.confidence, dated.confidence) - 0.1);
  undated.links.push_back({sign > 0 ? "after" : "before", dated.id, undated.edtf});
  undated.why.push_back("window: from " + dated.id + " " + dated.edtf);
  return true;
}

// From event to event, as long as one more finds its place.
void Settling::derive_by_calendar() {
  for (bool moved = true; moved;) {
    moved = false;
    for (Event& event : events_) {
      for (const Relation& relation : event.relations) {
        if (!relation.measured || relation.other >= events_.size()) continue;
        Event& other = events_[relation.other];
        const int sign = relation.way == Link::Way::before ? -1 : 1;
        if (event.dated == other.dated) continue;
        moved |= event.dated ? derive(other, event, relation, -sign) : derive(event, other, relation, sign);
      }
    }
  }
}

void Settling::add_window(std::size_t i) {
  const Event& event = events_[i];
  network_.add({end_of(i), start_of(i), 0, 2, tag({i, true, 0})});  // no event ends before it begins
  if (!event.dated) return;
  const std::uint32_t from = tag({i, true, 0});
  const double confidence = event.basis == Basis::stated ? event.confidence : event.confidence - 0.3;
  const Bounds& b = event.when;
  if (b.latest_start) network_.at_most(start_of(i), b.latest_start->day.count, confidence, from);
  if (b.earliest_start) network_.at_least(start_of(i), b.earliest_start->day.count, confidence, from);
  if (b.latest_end) network_.at_most(end_of(i), b.latest_end->day.count, confidence, from);
  if (b.earliest_end) network_.at_least(end_of(i), b.earliest_end->day.count, confidence, from);
}

// later.start - earlier.start lies within the distance; months as the days they can take.
void Settling::add_measured(std::size_t later, std::size_t earlier, const Relation& relation,
                            std::uint32_t tag) {
  const Link& d = relation.distance;
  constexpr std::int64_t slack = 3;  // months of different lengths
  const std::int64_t least = by_months(d) ? d.least_months * 3652425 / 120000 - slack : d.least_days;
  const std::int64_t most = by_months(d) ? d.most_months * 3652425 / 120000 + slack : d.most_days;
  network_.add({start_of(earlier), start_of(later), most, relation.confidence, tag});
  network_.add({start_of(later), start_of(earlier), -least, relation.confidence, tag});
}

void Settling::add_relations(std::size_t i) {
  for (std::size_t k = 0; k < events_[i].relations.size(); ++k) {
    const Relation& relation = events_[i].relations[k];
    if (relation.other >= events_.size() || relation.other == i) continue;
    const std::uint32_t from = tag({i, false, k});
    const bool before = relation.way == Link::Way::before || relation.way == Link::Way::until;
    const std::size_t later = before ? relation.other : i;
    const std::size_t earlier = before ? i : relation.other;
    if (relation.measured) {
      add_measured(later, earlier, relation, from);
    } else if (relation.way == Link::Way::during) {
      network_.add({start_of(i), start_of(relation.other), 0, relation.confidence, from});
      network_.add({end_of(relation.other), end_of(i), 0, relation.confidence, from});
    } else if (lasts(relation)) {
      const std::uint32_t edge = relation.way == Link::Way::since ? start_of(i) : end_of(i);
      network_.add({start_of(relation.other), edge, 0, relation.confidence, from});
      network_.add({edge, start_of(relation.other), 0, relation.confidence, from});
    } else {
      network_.add({start_of(later), start_of(earlier), 0, relation.confidence, from});
    }
  }
}

// "2024-03-01..2024-03-12, after meeting"
std::string Settling::path(const std::vector<std::uint32_t>& tags) const {
  std::string out;
  for (const std::uint32_t tag : tags) out += (out.empty() ? "" : ", ") + words_of(origins_[tag]);
  return out.empty() ? "open" : out;
}

std::string Settling::words_of(const Origin& origin) const {
  const Event& event = events_[origin.event];
  if (origin.window) return event.edtf.empty() ? to_string(event.when) : event.edtf;
  const Relation& relation = event.relations[origin.relation];
  return std::string(to_string(relation.way)) + " " + events_[relation.other].mentions.front().text;
}

void Settling::note_contradictions() {
  set_aside_.assign(events_.size(), 0);
  for (const Contradiction& found : network_.contradictions()) {
    const Origin& aside = origins_[found.set_aside];
    Conflict conflict;
    conflict.what = words_of(aside) + " against";
    std::vector<std::size_t> touched;
    for (const std::uint32_t t : found.cycle) {
      const Origin& origin = origins_[t];
      if (t != found.set_aside) conflict.what += " " + words_of(origin) + ",";
      touched.push_back(origin.event);
      if (origin.window) {
        conflict.between.push_back(events_[origin.event].mentions.front());
      } else {
        const Relation& relation = events_[origin.event].relations[origin.relation];
        conflict.between.push_back({events_[origin.event].source, relation.span, words_of(origin)});
        touched.push_back(relation.other);
      }
    }
    conflict.what.pop_back();
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const std::size_t i : touched) events_[i].conflicts.push_back(conflict);
    if (aside.window) set_aside_[aside.event] = 1;
  }
}

// What lasts since or until another event: each edge has a window of its own.
void Settling::take_span(std::size_t i) {
  const std::uint32_t start = start_of(i);
  const std::uint32_t end = end_of(i);
  if (!network_.most(start) && !network_.most(end)) return;
  set_bounds(events_[i], {moment(network_.least(start)), moment(network_.most(start)),
                          moment(network_.least(end)), moment(network_.most(end))});
  events_[i].extent = Extent::span;
  events_[i].why.push_back("window: begins: " + path(network_.why_most(start)));
  events_[i].why.push_back("window: ends: " + path(network_.why_most(end)));
}

// Events without a window of their own, and those whose
// window was set aside, get what the network leaves them.
void Settling::take_bounds(std::size_t i) {
  Event& event = events_[i];
  if (event.dated && !set_aside_[i]) return;
  if (std::any_of(event.relations.begin(), event.relations.end(), lasts)) return take_span(i);
  auto first = network_.least(start_of(i));
  auto last = network_.most(start_of(i));
  if (!first && !last) return;
  const bool past = event.status == Status::actual || event.status == Status::reported;
  constexpr std::int64_t recent = 3 * 366;  // days: news end with the article, a history does not
  if (first && !last && past && article_ && article_->day.count >= *first &&
      article_->day.count - *first < recent) {
    last = article_->day.count;
  }
  set_bounds(event, {moment(first), moment(last), moment(first), moment(last)});
  event.why.push_back("window: not before: " + path(network_.why_least(start_of(i))));
  const bool by_article = last && !network_.most(start_of(i));
  event.why.push_back("window: not after: " +
                      (by_article ? "the article" : path(network_.why_most(start_of(i)))));
}

}  // namespace

Bounds shifted(const Bounds& from, const Link& distance, int sign) {
  Bounds out;
  const auto shift = [&](const std::optional<Moment>& at, bool most, bool keep_end) {
    return at ? std::optional(Moment{away(at->day, distance, most, sign, keep_end), {}}) : std::nullopt;
  };
  const bool single =
      from.earliest_start && from.latest_start && from.earliest_start->day == from.latest_start->day;
  const auto first = shift(from.earliest_start, sign < 0, false);
  const auto last = shift(from.latest_start, sign > 0, !single);
  out.earliest_start = out.earliest_end = first;
  out.latest_start = out.latest_end = last;
  return out;
}

void settle(std::vector<Event>& events, const std::optional<Moment>& article) {
  bool related = false;
  for (const Event& event : events) related |= !event.relations.empty();
  if (related) Settling(events, article).run();
}

}  // namespace annals
