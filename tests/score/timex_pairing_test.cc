#include "score/timex_pairing.h"

#include <fmt/format.h>

#include "catch.h"

using namespace annals::score;

namespace {

using Extents = std::vector<Extent>;

std::vector<Timex> timexes(const Extents& extents) {
  std::vector<Timex> made;
  for (const auto& extent : extents) {
    Timex timex;
    timex.extent = extent;
    made.push_back(timex);
  }
  return made;
}

std::string printed(const std::vector<Pair>& pairs) {
  std::string text;
  for (const auto& pair : pairs) text += fmt::format("{}-{} ", pair.gold, pair.predicted);
  return text;
}

std::string printed(const std::vector<Timex>& kept) {
  std::string text;
  for (const auto& timex : kept) text += fmt::format("{}..{} ", timex.extent.start, timex.extent.end);
  return text;
}

}  // namespace

TEST_CASE("pairing is one to one, from left to right") {
  struct {
    const char* what;
    Extents gold, predicted;
    const char* pairs;
  } const rows[] = {
      {"same extents", {{0, 4}, {10, 14}}, {{0, 4}, {10, 14}}, "0-0 1-1 "},
      {"any overlap is enough", {{5, 9}}, {{0, 6}}, "0-0 "},
      {"touching is no overlap", {{5, 9}}, {{0, 5}, {9, 12}}, ""},
      {"of two halves the first gets the pair", {{0, 10}}, {{0, 4}, {5, 10}}, "0-0 "},
      {"one prediction over two gold ones", {{0, 4}, {5, 10}}, {{0, 10}}, "0-0 "},
      {"a chain of overlaps", {{0, 6}, {10, 16}}, {{4, 12}, {14, 18}}, "0-0 1-1 "},
      {"nothing found", {{0, 4}}, {}, ""},
      {"nothing to find", {}, {{0, 4}}, ""},
      {"the second half of a taken one still takes the next", {{0, 5}, {6, 9}}, {{0, 2}, {3, 8}}, "0-0 1-1 "},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(printed(pair_up(timexes(row.gold), timexes(row.predicted))) == row.pairs);
  }
}

TEST_CASE("of nested expressions only the outermost counts, in text order") {
  struct {
    const char* what;
    Extents given;
    const char* kept;
  } const rows[] = {
      {"inner dropped, whatever the order", {{5, 9}, {0, 10}}, "0..10 "},
      {"equal ones once", {{0, 4}, {0, 4}}, "0..4 "},
      {"same start, the longer one", {{0, 4}, {0, 9}}, "0..9 "},
      {"same end, the longer one", {{5, 9}, {0, 9}}, "0..9 "},
      {"an overlap is no nesting", {{0, 6}, {4, 9}}, "0..6 4..9 "},
      {"nested in nested", {{2, 4}, {1, 5}, {0, 9}}, "0..9 "},
      {"no words, no expression", {{3, 3}, {4, 5}}, "4..5 "},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(printed(counted(timexes(row.given))) == row.kept);
  }
}

TEST_CASE("empty tags, the document's date and what touches it do not count") {
  auto given = timexes({{0, 4}, {6, 9}, {10, 14}, {20, 24}});
  given[0].empty_tag = true;
  given[1].creation_time = true;
  CHECK(printed(counted(given)) == "10..14 20..24 ");
  CHECK(printed(counted(given, Extent{13, 16})) == "20..24 ");
}
