#include "rule/page_tree.h"

#include "catch.h"

namespace annals {
namespace {

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

}  // namespace
}  // namespace annals
