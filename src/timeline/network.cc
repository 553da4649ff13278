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

// From any values the constraints lower the variables until nothing moves. A way that comes back to where it
// began lowers for ever: a contradiction.
class Network::Search {
 public:
  explicit Search(Network& network)
      : network_(network),
        graph_(network.graph(false)),
        value_(network.size_, 0),
        parent_(network.size_, no_edge),
        depth_(network.size_, 0),
        queued_(network.size_, 0) {}

  void run() {
    start_at_upper_bounds();
    for (std::uint32_t i = 0; i < network_.size_; ++i) push(i);
    while (!queue_.empty()) {
      const std::uint32_t node = queue_.front();
      queue_.pop_front();
      queued_[node] = 0;
      for (std::uint32_t k = graph_.begin[node]; k < graph_.begin[node + 1]; ++k) {
        const Edge& edge = graph_.edges[k];
        if (!lower(node, edge)) continue;
        if (is_circular(edge.to)) {
          set_aside();
        } else {
          push(edge.to);
        }
      }
    }
  }

 private:
  void start_at_upper_bounds();
  bool lower(std::uint32_t node, const Edge& edge);
  bool is_circular(std::uint32_t node);
  void set_aside();
  std::uint32_t weakest() const;
  void push(std::uint32_t node) {
    if (!queued_[node]) queue_.push_back(node);
    queued_[node] = 1;
  }

  Network& network_;
  const Graph graph_;
  std::vector<std::int64_t> value_;
  std::vector<std::uint32_t> parent_;  // the constraint that lowered it last
  std::vector<std::uint32_t> depth_;   // edges of the way that lowered it
  std::deque<std::uint32_t> queue_;
  std::vector<char> queued_;
  std::vector<std::uint32_t> cycle_;  // the one found last, backwards
};

// Few variables are lowered from there.
void Network::Search::start_at_upper_bounds() {
  for (const Constraint& c : network_.constraints_) {
    std::int64_t& value = value_[c.to];
    if (c.from == origin) value = std::min(value == 0 ? unreached : value, c.most);
  }
}

bool Network::Search::lower(std::uint32_t node, const Edge& edge) {
  const std::int64_t value = value_[node] + edge.weight;
  if (network_.off_[network_.constraints_[edge.constraint].tag] || value >= value_[edge.to]) return false;
  value_[edge.to] = value;
  parent_[edge.to] = edge.constraint;
  depth_[edge.to] = depth_[node] + 1;
  return true;
}

// Follows the constraints that last lowered each variable back from `node`; true where they lead back to it.
// Short ways are looked at each time, long ones now and then.
bool Network::Search::is_circular(std::uint32_t node) {
  constexpr std::uint32_t check_every = 16;
  if (depth_[node] > check_every && depth_[node] % check_every != 0) return false;
  cycle_.clear();
  std::uint32_t at = node;
  for (std::size_t steps = 0; steps <= parent_.size() && parent_[at] != no_edge; ++steps) {
    cycle_.push_back(parent_[at]);
    at = network_.constraints_[parent_[at]].from;
    if (at == node) return true;
  }
  return false;
}

std::uint32_t Network::Search::weakest() const {
  return *std::min_element(cycle_.begin(), cycle_.end(), [&](std::uint32_t i, std::uint32_t k) {
    const Constraint& a = network_.constraints_[i];
    const Constraint& b = network_.constraints_[k];
    return a.confidence < b.confidence || (a.confidence == b.confidence && a.tag > b.tag);
  });
}

// The weakest constraint of the cycle goes; its variables are asked again.
void Network::Search::set_aside() {
  Contradiction found;
  for (auto it = cycle_.rbegin(); it != cycle_.rend(); ++it) {
    const std::uint32_t tag = network_.constraints_[*it].tag;
    if (std::find(found.cycle.begin(), found.cycle.end(), tag) == found.cycle.end())
      found.cycle.push_back(tag);
  }
  found.set_aside = network_.constraints_[weakest()].tag;
  network_.off_[found.set_aside] = 1;
  network_.contradictions_.push_back(std::move(found));
  for (const std::uint32_t c : cycle_) {
    const std::uint32_t again = network_.constraints_[c].to;
    parent_[again] = no_edge;
    depth_[again] = 0;
    push(again);
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
  Search(*this).run();
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
