#include "timeline/order.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace annals {

std::int64_t middle(const Event& event) {
  const auto& from = event.when.earliest_start;
  const auto& to = event.when.latest_start;
  if (from && to) return from->day.count + to->day.count;
  if (from) return 2 * from->day.count;
  if (to) return 2 * to->day.count;
  if (event.when.latest_end) return 2 * event.when.latest_end->day.count;
  return 0;
}

std::vector<std::size_t> order(const std::vector<Event>& events, const std::vector<Before>& before) {
  std::vector<std::size_t> sorted(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) sorted[i] = i;
  const auto clock = [](const Event& e) {
    return e.when.earliest_start && e.when.earliest_start->clock
               ? seconds_into_day(*e.when.earliest_start->clock)
               : 0;
  };
  const auto key = [&](std::size_t i) {
    const Event& e = events[i];
    return std::tuple(middle(e), clock(e), e.source, e.head.begin, i);
  };
  std::sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::vector<std::size_t> rank(events.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) rank[sorted[i]] = i;
  std::vector<std::vector<std::size_t>> behind(events.size());
  std::vector<std::size_t> waits(events.size(), 0);
  for (const Before& pair : before) {
    behind[pair.a].push_back(pair.b);
    ++waits[pair.b];
  }
  // Always the lowest rank of those that wait for nothing;
  // where all wait for each other, the lowest rank there is.
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  std::vector<char> done(events.size(), 0);
  std::size_t lowest = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (waits[i] == 0) ready.push(rank[i]);
  }
  std::vector<std::size_t> out;
  while (out.size() < events.size()) {
    if (ready.empty()) {
      while (done[sorted[lowest]]) ++lowest;
      ready.push(lowest);
    }
    const std::size_t event = sorted[ready.top()];
    ready.pop();
    if (done[event]) continue;
    done[event] = 1;
    out.push_back(event);
    for (const std::size_t next : behind[event]) {
      if (--waits[next] == 0 && !done[next]) ready.push(rank[next]);
    }
  }
  return out;
}

}  // namespace annals
