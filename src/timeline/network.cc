#include "timeline/network.h"

#include <algorithm>
#include <deque>

namespace annals {
namespace {

constexpr std::int64_t unreached = INT64_MAX / 4;
constexpr std::uint32_t no_edge = 0xFFFFFFFF;

}  // namespace

Network::Graph Network::graph(bool reversed) const {
  Graph out;
  out.begin.assign(size_ + 1, 0);
  const auto first = [&](const Constraint& c) { return reversed ? c.to : c.from; };
  for (const Constraint& c : constraints_) ++out.begin[first(c) + 1];
  for (std::uint32_t i = 0; i < size_; ++i) out.begin[i + 1] += out.begin[i];
  out.edges.resize(constraints_.size());
  std::vector<std::uint32_t> next(out.begin.begin(), out.begin.end() - 1);
  for (std::uint32_t i = 0; i < constraints_.size(); ++i) {
    const Constraint& c = constraints_[i];
    out.edges[next[first(c)]++] = {reversed ? c.from : c.to, c.most, i};
  }
  return out;
}

// Follows the constraints that last lowered each node back from `node`; true where they lead back to it.
bool Network::cycle_through(std::uint32_t node, const std::vector<std::uint32_t>& parent,
                            std::vector<std::uint32_t>& cycle) const {
  cycle.clear();
  std::uint32_t at = node;
  for (std::size_t steps = 0; steps <= parent.size() && parent[at] != no_edge; ++steps) {
    cycle.push_back(parent[at]);
    at = constraints_[parent[at]].from;
    if (at == node) return true;
  }
  return false;
}

void Network::find_contradictions() {
  const Graph forward = graph(false);
  std::vector<std::int64_t> value(size_, 0);
  for (const Constraint& c :
       constraints_) {  // start from each variable's own upper bound: few are lowered then
    if (c.from == origin) value[c.to] = std::min(value[c.to] == 0 ? unreached : value[c.to], c.most);
  }
  std::vector<std::uint32_t> parent(size_, no_edge);
  std::vector<std::uint32_t> depth(size_, 0);  // edges of the way that lowered it
  std::deque<std::uint32_t> queue;
  std::vector<char> queued(size_, 1);
  for (std::uint32_t i = 0; i < size_; ++i) queue.push_back(i);
  std::vector<std::uint32_t> cycle;
  constexpr std::uint32_t check_every = 16;
  while (!queue.empty()) {
    const std::uint32_t node = queue.front();
    queue.pop_front();
    queued[node] = 0;
    for (std::uint32_t k = forward.begin[node]; k < forward.begin[node + 1]; ++k) {
      const Edge& edge = forward.edges[k];
      if (off_[constraints_[edge.constraint].tag] || value[node] + edge.weight >= value[edge.to]) continue;
      value[edge.to] = value[node] + edge.weight;
      parent[edge.to] = edge.constraint;
      depth[edge.to] = depth[node] + 1;
      // A way that grows long may go in circles; short ones are looked at each time, long ones now and then.
      const bool look = depth[edge.to] <= check_every || depth[edge.to] % check_every == 0;
      if (look && cycle_through(edge.to, parent, cycle)) {
        Contradiction found;
        std::uint32_t weakest = cycle.front();
        for (const std::uint32_t c : cycle) {
          const Constraint& a = constraints_[c];
          const Constraint& b = constraints_[weakest];
          if (a.confidence < b.confidence || (a.confidence == b.confidence && a.tag > b.tag)) weakest = c;
        }
        for (auto it = cycle.rbegin(); it != cycle.rend(); ++it) {
          const std::uint32_t tag = constraints_[*it].tag;
          if (std::find(found.cycle.begin(), found.cycle.end(), tag) == found.cycle.end())
            found.cycle.push_back(tag);
        }
        found.set_aside = constraints_[weakest].tag;
        off_[found.set_aside] = 1;
        contradictions_.push_back(std::move(found));
        for (const std::uint32_t c : cycle) {
          const std::uint32_t again = constraints_[c].to;
          parent[again] = no_edge;
          depth[again] = 0;
          if (!queued[again]) queued[again] = 1, queue.push_back(again);
        }
      } else if (!queued[edge.to]) {
        queued[edge.to] = 1;
        queue.push_back(edge.to);
      }
    }
  }
}

Network::Ways Network::shortest(const Graph& graph) const {
  Ways out{std::vector<std::int64_t>(size_, unreached), std::vector<std::uint32_t>(size_, no_edge)};
  std::vector<std::int64_t>& way = out.length;
  way[origin] = 0;
  std::deque<std::uint32_t> queue{origin};
  std::vector<char> queued(size_, 0);
  while (!queue.empty()) {
    const std::uint32_t node = queue.front();
    queue.pop_front();
    queued[node] = 0;
    for (std::uint32_t k = graph.begin[node]; k < graph.begin[node + 1]; ++k) {
      const Edge& edge = graph.edges[k];
      if (off_[constraints_[edge.constraint].tag] || way[node] + edge.weight >= way[edge.to]) continue;
      way[edge.to] = way[node] + edge.weight;
      out.last[edge.to] = edge.constraint;
      if (!queued[edge.to]) queued[edge.to] = 1, queue.push_back(edge.to);
    }
  }
  return out;
}

std::vector<std::uint32_t> Network::way_to(std::uint32_t variable, const Ways& ways, bool reversed) const {
  std::vector<std::uint32_t> tags;
  for (std::uint32_t at = variable; ways.last[at] != no_edge;) {
    const Constraint& c = constraints_[ways.last[at]];
    tags.push_back(c.tag);
    at = reversed ? c.to : c.from;
  }
  std::reverse(tags.begin(), tags.end());
  return tags;
}

void Network::solve() {
  std::uint32_t tags = 0;
  for (const Constraint& c : constraints_) tags = std::max(tags, c.tag + 1);
  off_.assign(tags, 0);
  contradictions_.clear();
  find_contradictions();
  most_ = shortest(graph(false));
  least_ = shortest(graph(true));
}

std::optional<std::int64_t> Network::most(std::uint32_t variable) const {
  return most_.length[variable] == unreached ? std::nullopt : std::optional(most_.length[variable]);
}

std::optional<std::int64_t> Network::least(std::uint32_t variable) const {
  return least_.length[variable] == unreached ? std::nullopt : std::optional(-least_.length[variable]);
}

}  // namespace annals
