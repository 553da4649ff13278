#include "score/timex_pairing.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace annals::score {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// By start, the longer first, so that whatever holds an expression stands before it.
void sort_outer_first(std::vector<Timex>& timexes) {
  std::stable_sort(timexes.begin(), timexes.end(), [](const Timex& a, const Timex& b) {
    return a.extent.start != b.extent.start ? a.extent.start < b.extent.start : a.extent.end > b.extent.end;
  });
}

struct Side {
  const std::vector<Timex>& timexes;
  std::size_t next = 0;
  std::size_t waiting = none;  // the last one begun, while it has no partner

  bool done() const { return next == timexes.size(); }
  std::size_t next_start() const { return timexes[next].extent.start; }
  bool waits_beyond(std::size_t position) const {
    return waiting != none && timexes[waiting].extent.end > position;
  }
};

// Begins the next expression of `side`: it takes the open one across, or waits for a partner itself.
std::optional<std::size_t> begin_next(Side& side, Side& other) {
  const auto position = side.next_start();
  const auto begun = side.next++;
  if (!other.waits_beyond(position)) {
    side.waiting = begun;
    return {};
  }
  side.waiting = none;
  return std::exchange(other.waiting, none);
}

}  // namespace

std::vector<Timex> with_words(const std::vector<Timex>& timexes, std::optional<Extent> ignored) {
  std::vector<Timex> kept;
  for (const auto& timex : timexes) {
    const bool empty = timex.empty_tag || timex.extent.end <= timex.extent.start;
    if (empty || timex.creation_time) continue;
    if (ignored && overlap(timex.extent, *ignored)) continue;
    kept.push_back(timex);
  }
  return kept;
}

std::vector<Timex> counted(const std::vector<Timex>& timexes, std::optional<Extent> ignored) {
  auto sorted = with_words(timexes, ignored);
  sort_outer_first(sorted);
  std::vector<Timex> outermost;
  for (auto& timex : sorted) {
    const bool nested = !outermost.empty() && timex.extent.end <= outermost.back().extent.end;
    if (!nested) outermost.push_back(std::move(timex));
  }
  return outermost;
}

std::vector<Pair> pair_up(const std::vector<Timex>& gold, const std::vector<Timex>& predicted) {
  Side left{gold}, right{predicted};
  std::vector<Pair> pairs;
  while (!left.done() || !right.done()) {
    const bool gold_begins = right.done() || (!left.done() && left.next_start() <= right.next_start());
    if (gold_begins) {
      const auto begun = left.next;
      if (const auto partner = begin_next(left, right)) pairs.push_back({begun, *partner});
    } else {
      const auto begun = right.next;
      if (const auto partner = begin_next(right, left)) pairs.push_back({*partner, begun});
    }
  }
  return pairs;
}

}  // namespace annals::score
