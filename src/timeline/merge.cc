#include "timeline/merge.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

#include "text/ascii.h"

namespace annals {
namespace {

std::set<std::uint64_t> acts_of(const Event& event, const WordLists& lists) {
  std::set<std::uint64_t> acts{lists.act(event.lemma)};
  for (const std::string& lemma : event.also) acts.insert(lists.act(lemma));
  return acts;
}

// Joshua Abraham Norton and Norton are one, and so is Joshua Norton MBE.
std::string_view surname(std::string_view name) {
  const std::string_view last = last_word(name);
  const std::string_view rest = name.substr(0, name.size() - std::min(last.size() + 1, name.size()));
  const bool honours = last.size() > 1 && rest.find(' ') != std::string_view::npos &&
                       std::all_of(last.begin(), last.end(), [](char c) { return is_upper(c); });
  return honours ? surname(rest) : last;
}

// The events of each act by the seasons that their windows reach into: what shares none cannot be one.
class Tellings {
 public:
  struct Seasons {  // of 128 days
    std::int64_t first = 0, last = 0;
  };
  static std::optional<Seasons> seasons(const Event& event) {
    const Bounds& when = event.when;
    if (!event.dated || !when.earliest_start || !when.latest_end) return {};
    return Seasons{when.earliest_start->day.count >> 7, when.latest_end->day.count >> 7};
  }

  // The events added before that share a season, in order; adds this one.
  std::vector<std::size_t> meet(std::uint64_t act, const Seasons& seasons, std::size_t event) {
    const bool wide = seasons.last - seasons.first > kWide;
    std::vector<std::size_t> found = told_[{act, wide ? kAll : kLong}];
    for (std::int64_t season = seasons.first; !wide && season <= seasons.last; ++season) {
      std::vector<std::size_t>& here = told_[{act, season}];
      found.insert(found.end(), here.begin(), here.end());
      here.push_back(event);
    }
    told_[{act, kAll}].push_back(event);
    if (wide) told_[{act, kLong}].push_back(event);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  static constexpr std::int64_t kWide = 4;  // seasons: more than a year
  static constexpr std::int64_t kAll = INT64_MAX, kLong = INT64_MIN;
  struct Hash {
    std::size_t operator()(const std::pair<std::uint64_t, std::int64_t>& key) const {
      return (key.first ^ static_cast<std::uint64_t>(key.second) * 0x9E3779B97F4A7C15ULL) >> 3;
    }
  };
  std::unordered_map<std::pair<std::uint64_t, std::int64_t>, std::vector<std::size_t>, Hash> told_;
};

// The events of each act, in order.
using ByAct = std::map<std::uint64_t, std::vector<std::size_t>>;
ByAct list_by_act(const std::vector<Event>& events, const WordLists& lists) {
  ByAct out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    for (const std::uint64_t act : acts_of(events[i], lists)) out[act].push_back(i);
  }
  return out;
}

std::size_t width(const Event& event) {
  if (!event.when.earliest_start || !event.when.latest_end) return SIZE_MAX;
  return static_cast<std::size_t>(event.when.latest_end->day - event.when.earliest_start->day);
}

// The words of the headline before its head, those that are
// long enough to name something: "army" of "the army left".
std::set<std::string> subject_of(const Event& event) {
  constexpr std::size_t kShort = 3;  // bytes: the, was, he
  const std::string headline = lower(event.headline);
  const std::size_t end = std::min(headline.find(lower(event.mentions.front().text)), headline.size());
  std::set<std::string> out;
  for (std::size_t at = 0; at < end;) {
    const std::size_t blank = std::min(headline.find(' ', at), end);
    if (blank - at > kShort) out.insert(headline.substr(at, blank - at));
    at = blank + 1;
  }
  return out;
}

// "After the flash was seen" asks for no other thing that was seen.
bool may_share_subject(const Event& a, const Event& b) {
  const std::set<std::string> mine = subject_of(a), other = subject_of(b);
  const auto said = [&](const std::string& word) { return other.contains(word); };
  return mine.empty() || other.empty() || std::any_of(mine.begin(), mine.end(), said);
}

void redirect(std::vector<Event>& events, const std::vector<std::size_t>& into) {
  for (Event& event : events) {
    for (Relation& relation : event.relations) {
      if (relation.other < into.size()) relation.other = into[relation.other];
    }
  }
}

}  // namespace

// Joshua Abraham Norton and Norton are one.
bool share_name(const Event& a, const Event& b) {
  for (const Mention& x : a.who) {
    for (const Mention& y : b.who) {
      if (surname(x.text) == surname(y.text)) return true;
    }
  }
  return false;
}

bool holds(const Event& wide, const Event& narrow) {
  const Bounds& w = wide.when;
  const Bounds& n = narrow.when;
  return w.earliest_start && w.latest_end && n.earliest_start && n.latest_end &&
         w.earliest_start->day <= n.earliest_start->day && n.latest_end->day <= w.latest_end->day;
}

// The row of `kept`, with the finer window of the two.
void absorb(Event& kept, Event& other) {
  kept.why.push_back("merged: " + other.id + " " + other.edtf);
  if (width(other) < width(kept)) {
    kept.when = other.when;
    kept.edtf = other.edtf;
    kept.precision = other.precision;
    kept.extent = other.extent;
    kept.basis = other.basis;
    kept.time = other.time;
    kept.approximate = other.approximate;
    kept.uncertain = other.uncertain;
  }
  kept.mentions.insert(kept.mentions.end(), other.mentions.begin(), other.mentions.end());
  std::sort(kept.mentions.begin(), kept.mentions.end(), [](const Mention& a, const Mention& b) {
    return std::pair(a.source, a.span) < std::pair(b.source, b.span);
  });
  kept.links.insert(kept.links.end(), other.links.begin(), other.links.end());
  kept.conflicts.insert(kept.conflicts.end(), other.conflicts.begin(), other.conflicts.end());
  kept.also.insert(kept.also.end(), other.also.begin(), other.also.end());
  if (kept.where.empty()) kept.where = other.where;
  kept.confidence = std::min(0.95, std::max(kept.confidence, other.confidence));
}

namespace {

// The undated events that undated ones hang on.
std::set<std::size_t> undated_targets(const std::vector<Event>& events) {
  std::set<std::size_t> out;
  for (const Event& event : events) {
    for (const Relation& relation : event.relations) {
      if (!event.dated && !events[relation.other].dated) out.insert(relation.other);
    }
  }
  return out;
}

// Whether the dated event may be what the undated one names.
bool may_be_named(const Event& told, const Event& target) {
  if (!target.nominal) return may_share_subject(told, target);
  return share_name(told, target) || target.who.empty() || told.who.empty();
}

// Of the dated events of its act, the last one told before the target, else the first behind it, or none.
std::optional<std::size_t> told_nearest(const std::vector<Event>& events,
                                        const std::vector<std::size_t>& of_its_act, std::size_t target) {
  std::optional<std::size_t> found;
  for (const std::size_t i : of_its_act) {
    if (i == target || !events[i].dated || !may_be_named(events[i], events[target])) continue;
    const bool earlier = events[i].head < events[target].head;
    if (earlier || !found) found = i;
    if (!earlier) break;
  }
  return found;
}

}  // namespace

void bind_mentions(std::vector<Event>& events, const WordLists& lists) {
  ByAct by_act = list_by_act(events, lists);
  std::vector<std::size_t> into(events.size());
  std::iota(into.begin(), into.end(), std::size_t{0});
  const std::set<std::size_t> targets = undated_targets(events);
  std::map<std::string_view, std::vector<std::size_t>> nominal;  // "the siege": by headline
  for (const std::size_t i : targets) {
    if (events[i].nominal) nominal[events[i].headline].push_back(i);
  }
  // "The fifth day of the siege", "since the siege": one undated siege.
  const auto named_alike = [&](std::size_t target) -> std::optional<std::size_t> {
    const auto& alike = nominal[events[target].headline];
    const auto other =
        std::find_if(alike.begin(), alike.end(), [&](std::size_t i) { return i != target && into[i] == i; });
    return other == alike.end() ? std::nullopt : std::optional(*other);
  };
  for (const std::size_t target : targets) {
    std::optional<std::size_t> found = told_nearest(events, by_act[lists.act(events[target].lemma)], target);
    if (!found) found = named_alike(target);
    if (!found) continue;
    into[target] = *found;
    events[target].landmark = true;
    std::vector<Mention>& mentions = events[*found].mentions;
    mentions.insert(mentions.end(), events[target].mentions.begin(), events[target].mentions.end());
  }
  redirect(events, into);
}

namespace {

// Two rows of one act that tell one event: one window holds the other, and who takes part is the same.
bool tell_the_same(const Event& a, const Event& b) {
  const bool dated = a.dated && b.dated && (holds(a, b) || holds(b, a));
  const bool planned = a.status == Status::planned || b.status == Status::planned;
  return dated && !planned && (share_name(a, b) || a.headline == b.headline);
}

// The telling whose own head says the act keeps the row, of two the finer one.
bool keeps_row(const Event& a, const Event& b, std::uint64_t act, const WordLists& lists) {
  const bool a_says = lists.act(a.lemma) == act;
  const bool b_says = lists.act(b.lemma) == act;
  return a_says != b_says ? a_says : width(a) <= width(b);
}

std::size_t root_of(const std::vector<std::size_t>& into, std::size_t i) {
  while (into[i] != i) i = into[i];
  return i;
}

// Takes out what went into others, and lets relations follow.
void drop_absorbed(std::vector<Event>& events, std::vector<std::size_t>& into) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] = root_of(into, i);
  std::vector<std::size_t> place(events.size());
  std::vector<Event> out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    place[i] = out.size();
    if (into[i] == i) out.push_back(std::move(events[i]));
  }
  for (std::size_t& i : into) i = place[i];
  events = std::move(out);
  redirect(events, into);
}

}  // namespace

void merge_mentions(std::vector<Event>& events, const WordLists& lists) {
  Tellings tellings;
  std::vector<std::size_t> into(events.size());
  std::iota(into.begin(), into.end(), std::size_t{0});
  // The window of a merged row lies within those of all that tell it: what meets the row meets them.
  const auto merge = [&](std::size_t a, std::size_t b, std::uint64_t act) {
    if (a == b || !tell_the_same(events[a], events[b])) return;
    if (!keeps_row(events[a], events[b], act, lists)) std::swap(a, b);
    absorb(events[a], events[b]);
    into[b] = a;
  };
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::optional<Tellings::Seasons> seasons = Tellings::seasons(events[i]);
    if (!seasons) continue;
    for (const std::uint64_t act : acts_of(events[i], lists)) {
      for (const std::size_t k : tellings.meet(act, *seasons, i))
        merge(root_of(into, k), root_of(into, i), act);
    }
  }
  drop_absorbed(events, into);
}

}  // namespace annals
