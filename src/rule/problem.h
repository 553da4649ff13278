// What is wrong with a rule page, where, and what was meant.
// All problems of all pages are gathered, none thrown.
//
//   rules/en/dates.yaml:14:23: unknown class <mnth> (did you mean `month`?)
//       pattern: <day> <mnth>
//                      ^
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct Place {
  std::string page;  // as given on the command line, or "rules/en/dates.yaml"
  int line = 0;      // from 1; 0 where the page as a whole is meant
  int column = 0;    // from 1
};
std::string to_string(const Place& place);  // "rules/en/dates.yaml:14"

struct Problem {
  Place place;
  std::string what;
  std::string line;  // the page's line, for the caret
};
std::string to_string(const Problem& problem);

using Problems = std::vector<Problem>;

// " (did you mean `month`?)" for the candidate at most two letters away, or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace annals
