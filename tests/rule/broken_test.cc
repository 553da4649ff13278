// Each page in broken/ has one slip (or one kind of it), and NAME.txt holds
// what the program says about it, to the letter. NAME.second.yaml is another
// page beside it, NAME.own.yaml one of the project's own pages above it.
#include <filesystem>

#include "catch.h"
#include "engine.h"
#include "match/grammar.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(SOURCE_DIR) / "tests/rule";

std::string complaints(const std::string& name) {
  std::vector<PageText> pages = {{"words.yaml", read_file(kFolder / "words.yaml"), 0}};
  for (const auto& [ending, layer] :
       {std::pair(".yaml", 0), std::pair(".second.yaml", 0), std::pair(".own.yaml", 1)}) {
    const fs::path path = kFolder / "broken" / (name + ending);
    if (fs::exists(path)) pages.push_back({name + ending, read_file(path), layer});
  }
  REQUIRE(pages.size() > 1);
  Problems problems;
  const RuleBook book = load(pages, problems);
  if (problems.empty()) {
    const Grammar grammar(book, problems);
    quote_lines(pages, problems);
  }
  return all_of(problems);
}

TEST_CASE("a broken page is refused in the words that stand beside it") {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(kFolder / "broken")) {
    const std::string file = entry.path().filename().string();
    if (!file.ends_with(".txt")) continue;
    const std::string name = file.substr(0, file.size() - 4);
    INFO(name);
    CHECK(complaints(name) == read_file(entry.path()));
    ++count;
  }
  CHECK(count >= 45);
}

TEST_CASE("each broken page has its words beside it") {
  for (const auto& entry : fs::directory_iterator(kFolder / "broken")) {
    const std::string file = entry.path().filename().string();
    INFO(file);
    CHECK(fs::exists(kFolder / "broken" / (file.substr(0, file.find('.')) + ".txt")));
  }
}

}  // namespace
}  // namespace annals
