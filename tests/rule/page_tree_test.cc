#include "rule/page_tree.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "engine.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

struct Aside {  // a file that is gone afterwards
  fs::path path = fs::temp_directory_path() / ("annals-pages-" + std::to_string(getpid()) + ".bin");
  ~Aside() { fs::remove(path); }
};

PageTree tree_of(const std::string& yaml) { return read_yaml(yaml); }

TEST_CASE("a tree holds what a page says, and where") {
  const PageTree tree = tree_of("a:\n  b: [x, \"y z\", ~]\n  c: {d: 1}\na: 2\n");
  const Node root(tree);
  REQUIRE(root.is_map());
  CHECK(root.size() == 2);  // a key twice stays twice: the reader of the page refuses it
  CHECK(root.key(1).text() == "a");
  CHECK(root.key(1).line() == 4);
  const Node list = root["a"]["b"];
  REQUIRE(list.is_list());
  std::string all;
  for (const Node item : list) all += item.text() + (item.is_quoted() ? "!" : "") + "|";
  CHECK(all == "x|y z!||");
  CHECK(list.line() == 2);
  CHECK(list.column() == 6);
  CHECK(root["a"]["c"]["d"].text() == "1");
  CHECK(!root["b"]);
  CHECK(!root["b"]["c"]);
  CHECK_THROWS_AS(tree_of("a: [b"), NotYaml);
}

TEST_CASE("prepared pages come back as they were read, each for its own bytes alone") {
  const Aside file;
  const auto pages = built_in_pages();
  PreparedPages prepared;
  for (const PageText& page : pages) prepared.add(page.text, read_yaml(page.text));
  prepared.write(file.path);
  const PreparedPages again = PreparedPages::open(file.path);
  for (const PageText& page : pages) {
    INFO(page.name);
    const auto tree = again.find(page.text);
    REQUIRE(tree);
    CHECK(tree->items == read_yaml(page.text).items);
    std::string edited = page.text;
    edited[edited.size() / 2] ^= 1;
    CHECK(!again.find(edited));
    CHECK(!again.find(page.text + " "));
  }
}

TEST_CASE("the build has prepared the pages that stand there") {
  const PreparedPages prepared = PreparedPages::open(BINARY_DIR "/share/annals/en/pages.bin");
  for (const PageText& page : built_in_pages()) {
    INFO(page.name);
    CHECK(prepared.find(page.text));
  }
}

TEST_CASE("a file of prepared pages that is cut short or is none counts as none") {
  const Aside file;
  PreparedPages prepared;
  prepared.add("a: b", read_yaml("a: b"));
  prepared.write(file.path);
  REQUIRE(PreparedPages::open(file.path).find("a: b"));
  const std::string whole = read_file(file.path);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::ofstream(file.path, std::ios::binary) << whole.substr(0, size);
    CHECK(!PreparedPages::open(file.path).find("a: b"));
  }
  CHECK(!PreparedPages::open(file.path / "none").find("a: b"));
}

}  // namespace
}  // namespace annals
