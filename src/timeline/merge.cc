#include "timeline/merge.h"

#include <algorithm>
#include <cstdint>
#include <map>
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
      if (last_word(x.text) == last_word(y.text)) return true;
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
  kept.why.push_back("merged: " + other.id + " " + to_string(other.when));
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

void bind_mentions(std::vector<Event>& events, const WordLists& lists) {
  ByAct by_act = list_by_act(events, lists);
  std::vector<std::size_t> into(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) into[i] = i;
  std::set<std::size_t> targets;
  for (const Event& event : events) {
    for (const Relation& relation : event.relations) {
      if (!event.dated && !events[relation.other].dated) targets.insert(relation.other);
    }
  }
  std::map<std::string_view, std::vector<std::size_t>> nominal;  // "the siege": by headline
  for (const std::size_t i : targets) {
    if (events[i].nominal) nominal[events[i].headline].push_back(i);
  }
  for (const std::size_t target : targets) {
    // The last one told before it, else the first behind it.
    std::size_t found = target;
    for (const std::size_t i : by_act[lists.act(events[target].lemma)]) {
      if (i == target || !events[i].dated) continue;
      if (events[target].nominal && !share_name(events[i], events[target]) && !events[target].who.empty() &&
          !events[i].who.empty())
        continue;
      if (!events[target].nominal && !may_share_subject(events[i], events[target])) continue;
      const bool earlier = events[i].head < events[target].head;
      if (earlier || found == target) found = i;
      if (!earlier) break;
    }
    // "The fifth day of the siege", "since the siege": one undated siege.
    if (found == target) {
      const auto& alike = nominal[events[target].headline];
      const auto other = std::find_if(alike.begin(), alike.end(),
                                      [&](std::size_t i) { return i != target && into[i] == i; });
      if (other == alike.end()) continue;
      found = *other;
    }
    into[target] = found;
    events[target].landmark = true;
    events[found].mentions.insert(events[found].mentions.end(), events[target].mentions.begin(),
                                  events[target].mentions.end());
  }
  redirect(events, into);
}

void merge_mentions(std::vector<Event>& events, const WordLists& lists) {
  Tellings tellings;
  std::vector<std::size_t> into(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) into[i] = i;
  const auto root = [&](std::size_t i) {
    while (into[i] != i) i = into[i];
    return i;
  };
  // The window of a merged row lies within those of all that tell it: what meets the row meets them.
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::optional<Tellings::Seasons> seasons = Tellings::seasons(events[i]);
    if (!seasons) continue;
    for (const std::uint64_t act : acts_of(events[i], lists)) {
      for (const std::size_t k : tellings.meet(act, *seasons, i)) {
        const std::size_t a = root(k);
        const std::size_t b = root(i);
        if (a == b || !events[a].dated || !events[b].dated) continue;
        if (!holds(events[a], events[b]) && !holds(events[b], events[a])) continue;
        const bool same = share_name(events[a], events[b]) || events[a].headline == events[b].headline;
        if (!same || events[a].status == Status::planned || events[b].status == Status::planned) continue;
        // The telling whose own head says the act keeps the row, of two the finer one.
        const bool a_says = lists.act(events[a].lemma) == act;
        const bool b_says = lists.act(events[b].lemma) == act;
        const bool first_kept = a_says != b_says ? a_says : width(events[a]) <= width(events[b]);
        const std::size_t kept = first_kept ? a : b;
        const std::size_t gone = first_kept ? b : a;
        absorb(events[kept], events[gone]);
        into[gone] = kept;
      }
    }
  }
  for (std::size_t i = 0; i < into.size(); ++i) into[i] = root(i);
  std::vector<std::size_t> place(events.size());
  std::vector<Event> out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    place[i] = out.size();
    if (into[i] == i) out.push_back(std::move(events[i]));
  }
  for (std::size_t i = 0; i < into.size(); ++i) into[i] = place[into[i]];
  events = std::move(out);
  redirect(events, into);
}

}  // namespace annals
