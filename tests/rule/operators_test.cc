#include "rule/operators.h"

#include <algorithm>

#include "catch.h"
#include "engine.h"

namespace annals {
namespace {

TEST_CASE("names of operators and roles read back, each once") {
  const std::vector<std::string_view> ops = op_names();
  CHECK(ops.size() == static_cast<std::size_t>(Op::product) + 1);
  for (const std::string_view name : ops) {
    INFO(name);
    REQUIRE(parse_op(name));
    CHECK(to_string(*parse_op(name)) == name);
    CHECK(std::count(ops.begin(), ops.end(), name) == 1);
  }
  const std::vector<std::string_view> roles = role_names();
  CHECK(roles.size() == static_cast<std::size_t>(Role::name) + 1);
  for (const std::string_view name : roles) {
    INFO(name);
    REQUIRE(parse_role(name));
    CHECK(to_string(*parse_role(name)) == name);
    CHECK(std::count(roles.begin(), roles.end(), name) == 1);
  }
  CHECK(!parse_op("Date"));
  CHECK(!parse_role(""));
}

// The words of an example: "{nth: [ordinal, unit], of: date}" gives nth ordinal unit of date.
std::vector<std::string> words_of(std::string_view example) {
  std::vector<std::string> words(1);
  for (const char c : example) {
    if ((c >= 'a' && c <= 'z') || c == '-' || c == '=' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
        c == '_') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

TEST_CASE("the example of a signature, shown where one is wrong, is right itself") {
  for (const std::string_view name : op_names()) {
    const Signature& known = signature(*parse_op(name));
    INFO(known.example);
    std::string pattern;
    const std::vector<std::string> words = words_of(known.example);
    for (const std::string& word : words) {
      if (word[0] != '=' && &word != &words.front()) pattern += "<" + word + ":stand-in> ";
    }
    if (pattern.empty()) pattern = "nothing";
    const std::string page =
        "kind: parts\nrule:\n  pattern: " + pattern + "\n  means: " + std::string(known.example) + "\n";
    const std::string lexicon = "kind: lexicon\nstand-in: {X: [standin]}\n";
    Problems problems;
    load({{"words", lexicon, 0}, {"page", page, 0}}, problems);
    std::erase_if(problems,
                  [](const Problem& p) { return p.what.find("a word of <stand-in>") != std::string::npos; });
    CHECK(all_of(problems).empty());
  }
}

}  // namespace
}  // namespace annals
