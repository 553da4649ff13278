// What `annals check` says of pages that load but do not keep their word.
#include "check.h"

#include <algorithm>
#include <sstream>

#include "catch.h"
#include "engine.h"

namespace annals {
namespace {

std::string failures(const std::string& rules) {
  const std::string bare =
      "year:\n  pattern: <y:year-number>\n  means: {date: {year: y}}\n  examples: [{text: \"In [1914].\"}]\n";
  const Engine engine(
      {{"words", "kind: lexicon\nmonth: {5: [May]}\nyear-number: {digits: 4, range: 1000..2199}\n", 0},
       {"years", bare, 0},
       {"page", "article: 2023-04-18\n" + rules, 0}},
      "");
  return all_of(check(engine).failures);
}

TEST_CASE("pages that keep their word pass, those that do not are named with their line") {
  const std::string head =
      "month-year:\n  pattern: <month> <y:year-number>\n  means: {date: {month: month, year: y}}\n";
  struct Row {
    const char* rest;
    const char* expected;
  };
  const Row rows[] = {
      {"  examples: [{text: \"In [May 1914].\", value: 1914-05, days: 1914-05-01/1914-05-31, mod: \"\"}]\n  "
       "never: [\"In [1914] it fell.\"]\n",
       ""},
      {"  examples: [{text: \"In [May 1914].\", value: 1914-06}]\n",
       "page:5:14: [May 1914] in \"In May 1914.\": expected value 1914-06, got 1914-05 (rule month-year)\n"},
      {"  examples: [{text: \"In [May 1914].\", mod: START}]\n",
       "page:5:14: [May 1914] in \"In May 1914.\": expected mod START, got nothing (rule month-year)\n"},
      {"  examples: [{text: \"In [May 1914].\", value: 1914-05 1914-06}]\n",
       "page:5:14: value has 2 values for 1 expressions in brackets\n"},
      {"  examples: [{text: \"In [May] 1914.\"}]\n",
       "page:2:1: no example of `month-year` reaches it\npage:5:14: [May] is not found in \"In May 1914.\"; "
       "found: [May 1914] (month-year)\n"},
      {"  examples: [{text: \"In [1914].\"}]\n", "page:2:1: no example of `month-year` reaches it\n"},
      {"  examples: [{text: \"In [May 1914].\"}]\n  never: [\"In May 1914.\"]\n",
       "page:6:11: `month-year` must never be found in \"In May 1914.\", but [May 1914] is\n"},
      {"  examples: [{text: \"In [May 1914].\"}]\n  never: [\"In [May].\"]\n",
       "page:6:11: [May] is not found in \"In May.\"\n"},
  };
  for (const Row& row : rows) {
    INFO(row.rest);
    std::vector<std::string> lines;
    std::istringstream got(failures(head + row.rest));
    for (std::string line; std::getline(got, line);) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    std::string sorted;
    for (const std::string& line : lines) sorted += line + "\n";
    CHECK(sorted == row.expected);
  }
}

TEST_CASE("attach rules are held to their examples too") {
  std::vector<PageText> pages = built_in_pages();
  pages.push_back({"mine",
                   "kind: attach\nbefore-colon:\n  left: \"(E);$\"\n  to: left\n  prior: 0.5\n  examples:\n"
                   "    - \"She *left* the town in [May 1846].\"\n"
                   "  never: [\"The *vote*: [1846].\"]\n",
                   1});
  const std::string found = all_of(check(Engine(pages, BINARY_DIR "/share/annals")).failures);
  CHECK(
      found.find(
          "mine:7:7: [May 1846] of \"She left the town in May 1846.\" should reach *left* by `before-colon`, "
          "but `left-verb` answers, with *left*") != std::string::npos);
}

}  // namespace
}  // namespace annals
