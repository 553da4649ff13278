// Holds rule pages to their own examples and counter-examples.
#pragma once
#include <string>
#include <vector>

#include "pipeline.h"

namespace annals {

struct CheckReport {
  std::size_t examples = 0, nevers = 0;
  std::vector<Problem> failures;  // "rules/en/relative.yaml:12: expected value 2022-SU, got 2021-SU"
};
// Runs every example of every rule: its brackets must be found, with the values it tells. A rule that none of
// its own examples reaches is a failure too, and so is one that answers in its counter-examples.
CheckReport check(const Engine& engine);

}  // namespace annals
