// Where the time goes, stage by stage and rule by rule, for `annals tag --profile`. Kept only where somebody
// asks: reading the clock twice costs as much as a small match.
//
//   scan 12 ms   match 40 ms   place 21 ms   write 9 ms      month-year: tried 812, fired 790, 3 ms
#pragma once
#include <chrono>
#include <cstddef>
#include <unordered_map>

#include "rule/rule_book.h"

namespace annals {

struct RuleCost {
  std::size_t tried = 0;  // its words stood there, and it was the best or was asked after better ones
  std::size_t fired = 0;
  double seconds = 0;  // matching, placing and writing what it found; the guards of what it did not
};

struct Profile {
  double scan = 0, match = 0, place = 0, write = 0;  // seconds
  std::size_t stops = 0;                             // of the scan
  std::unordered_map<const Rule*, RuleCost> rules;

  Profile& operator+=(const Profile& other) {
    scan += other.scan, match += other.match, place += other.place, write += other.write;
    stops += other.stops;
    for (const auto& [rule, cost] : other.rules) {
      RuleCost& mine = rules[rule];
      mine.tried += cost.tried, mine.fired += cost.fired, mine.seconds += cost.seconds;
    }
    return *this;
  }
};

class Stopwatch {
 public:
  double lap() {  // seconds since the last one
    const auto before = at_;
    at_ = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(at_ - before).count();
  }

 private:
  std::chrono::steady_clock::time_point at_ = std::chrono::steady_clock::now();
};

}  // namespace annals
