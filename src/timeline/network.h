// A network of difference constraints over day numbers: x[to] - x[from] <= most.
//
//   died <= 1846-03-23, >= 1846-03-23;  she died 10 years later;  she died 1850-08-28
//   a contradiction of three
//
// Queue-based Bellman-Ford. A negative cycle is a contradiction: its weakest constraint is set aside and the
// search goes on from where it stands, for any starting values lead to a solution where there is one. Then
// the bounds of every variable are its shortest ways from and to the origin.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace annals {

struct Constraint {  // x[to] - x[from] <= most
  std::uint32_t from = 0, to = 0;
  std::int64_t most = 0;
  double confidence = 1;  // the weakest of a cycle is set aside, of equals the later one
  std::uint32_t tag = 0;  // the caller's: where it came from. Constraints of one tag are set aside together
};

struct Contradiction {
  std::uint32_t set_aside = 0;       // tag
  std::vector<std::uint32_t> cycle;  // tags, in order, each once
};

class Network {
 public:
  static constexpr std::uint32_t origin = 0;  // the day 1970-01-01

  explicit Network(std::uint32_t variables) : size_(variables + 1) {}  // 1..variables
  void add(const Constraint& constraint) { constraints_.push_back(constraint); }
  void at_most(std::uint32_t variable, std::int64_t day, double confidence, std::uint32_t tag) {
    add({origin, variable, day, confidence, tag});
  }
  void at_least(std::uint32_t variable, std::int64_t day, double confidence, std::uint32_t tag) {
    add({variable, origin, -day, confidence, tag});
  }

  // Finds the contradictions and the bounds of what is left.
  void solve();

  const std::vector<Contradiction>& contradictions() const { return contradictions_; }
  std::optional<std::int64_t> least(std::uint32_t variable) const;
  std::optional<std::int64_t> most(std::uint32_t variable) const;
  // The tags of the constraints that set that bound, from the origin on; empty where nothing did.
  std::vector<std::uint32_t> why_least(std::uint32_t variable) const {
    return way_to(variable, least_, true);
  }
  std::vector<std::uint32_t> why_most(std::uint32_t variable) const { return way_to(variable, most_, false); }

 private:
  struct Edge {
    std::uint32_t to = 0;
    std::int64_t weight = 0;
    std::uint32_t constraint = 0;
  };
  struct Graph {  // edges by their first node
    std::vector<std::uint32_t> begin;
    std::vector<Edge> edges;
  };
  Graph graph(bool reversed) const;
  class Search;  // for contradictions
  struct Ways {  // the shortest ones from the origin: length, and the last constraint of each
    std::vector<std::int64_t> length;
    std::vector<std::uint32_t> last;
  };
  Ways shortest(const Graph& graph) const;
  std::vector<std::uint32_t> way_to(std::uint32_t variable, const Ways& ways, bool reversed) const;

  std::uint32_t size_;
  std::vector<Constraint> constraints_;
  std::vector<char> off_;  // by tag
  std::vector<Contradiction> contradictions_;
  Ways least_, most_;
};

}  // namespace annals
