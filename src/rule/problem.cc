#include "rule/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace annals {
namespace {

// Levenshtein's distance, two rows at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
    }
  }
  return row.back();
}

}  // namespace

std::string to_string(const Place& place) {
  return place.line > 0 ? fmt::format("{}:{}", place.page, place.line) : place.page;
}

std::string to_string(const Problem& problem) {
  const Place& at = problem.place;
  if (at.line == 0) return fmt::format("{}: {}", at.page, problem.what);
  std::string out = fmt::format("{}:{}:{}: {}", at.page, at.line, at.column, problem.what);
  if (problem.line.empty()) return out;
  std::string gap;  // as wide as what stands before the column: one blank a character, a tab for a tab
  for (const char c : problem.line.substr(0, static_cast<std::size_t>(std::max(at.column - 1, 0)))) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) gap += c == '\t' ? '\t' : ' ';
  }
  out += fmt::format("\n    {}\n    {}^", problem.line, gap);
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string* best = nullptr;
  std::size_t least = word.size() < 4 ? 2 : 3;  // fewer slips than this
  for (const std::string& candidate : candidates) {
    const std::size_t slips = distance(word, candidate);
    if (slips < least) least = slips, best = &candidate;
  }
  return best ? fmt::format(" (did you mean `{}`?)", *best) : std::string();
}

}  // namespace annals
