#include "timeline/build.h"

#include <algorithm>
#include <set>

#include "timeline/across.h"
#include "timeline/merge.h"
#include "timeline/order.h"
#include "timeline/settle.h"

namespace annals {
namespace {

void name_source(std::size_t source, std::vector<Event>& events, std::vector<Undated>& undated) {
  for (Event& event : events) {
    event.source = source;
    for (std::vector<Mention>* list : {&event.who, &event.where, &event.mentions}) {
      for (Mention& mention : *list) mention.source = source;
    }
  }
  for (Undated& one : undated) one.source = source;
}

// An event that hangs on a measure from another, and neither has a date.
Undated without_date(const Event& event, const Source& source) {
  Undated out;
  const Resolved* expression = event.time ? &source.expressions[*event.time] : nullptr;
  out.source = event.source;
  out.span = expression ? expression->span : event.head;
  out.text = std::string(text_of(out.span, source.article.text));
  out.reason = "hangs on an event without a date";
  out.headline = event.headline;
  out.time = event.time;
  out.sentence = event.sentence;
  return out;
}

// Before-and-after pairs of relations that were not set aside.
void add_links(std::vector<Event>& events, std::size_t first, std::vector<Before>& before) {
  for (std::size_t i = first; i < events.size(); ++i) {
    for (const Relation& relation : events[i].relations) {
      const std::size_t other = first + relation.other;
      if (relation.way == Link::Way::during || other >= events.size() || other == i || !events[other].dated ||
          !events[i].dated)
        continue;
      const bool earlier = relation.way == Link::Way::before || relation.way == Link::Way::until;
      const bool known = std::any_of(events[i].links.begin(), events[i].links.end(),
                                     [&](const EventLink& l) { return l.to == events[other].id; });
      const std::string words = '"' + events[other].mentions.front().text + '"';
      if (!known) events[i].links.push_back({earlier ? "before" : "after", events[other].id, words});
      if (events[i].conflicts.empty()) before.push_back(earlier ? Before{i, other} : Before{other, i});
    }
  }
}

}  // namespace

Timeline build_timeline(std::vector<Source> sources, std::vector<std::vector<Event>> events,
                        std::vector<std::vector<Undated>> undated, const WordLists& lists, Merging merging) {
  Timeline out;
  std::vector<Event> all;
  std::vector<Before> before;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    name_source(s, events[s], undated[s]);
    bind_mentions(events[s], lists);
    settle(events[s], sources[s].article.date);
    merge_mentions(events[s], lists);
    const std::size_t first = all.size();
    for (Event& event : events[s]) all.push_back(std::move(event));
    add_links(all, first, before);
    for (Undated& one : undated[s]) out.undated.push_back(std::move(one));
  }
  if (merging == Merging::across) {
    const std::vector<std::size_t> into = merge_across(sources, all, lists);
    for (Before& pair : before) pair = {into[pair.a], into[pair.b]};
  }
  std::set<std::pair<std::size_t, std::optional<std::size_t>>> listed;
  for (const Undated& one : out.undated) listed.emplace(one.source, one.time);
  for (const std::size_t i : order(all, before)) {
    Event& event = all[i];
    if (event.landmark) continue;
    if (event.dated) {
      out.events.push_back(std::move(event));
    } else if (event.time && listed.emplace(event.source, event.time).second) {
      out.undated.push_back(without_date(event, sources[event.source]));
    }
  }
  std::stable_sort(out.undated.begin(), out.undated.end(), [](const Undated& a, const Undated& b) {
    return std::pair(a.source, a.span.begin) < std::pair(b.source, b.span.begin);
  });
  out.sources = std::move(sources);
  return out;
}

}  // namespace annals
