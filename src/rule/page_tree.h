// A page as a tree of texts, lists and maps with their places, before anyone asks what they mean.
//
//   month-year:                       map 1:1   "month-year" -> map 2:3
//     pattern: <month> <year>                     "pattern" -> "<month> <year>" 2:12
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

class PageTree {
 public:
  enum class Kind : std::uint8_t { none, null, scalar, sequence, map };
  struct Item {
    Kind kind = Kind::none;
    bool quoted = false;       // a scalar in quotes of either kind
    int line = 0, column = 0;  // from 1; 0 where unknown
    std::string text;          // of a scalar
    std::uint32_t first = 0;   // of the children; a map has keys and values in turn
    std::uint32_t count = 0;
  };

  std::vector<Item> items;  // the root first
};

// A place in a tree that outlives it. One that is not there is false and has no text.
class Node {
 public:
  Node() = default;
  explicit Node(const PageTree& tree) : Node(&tree, 0) {}

  explicit operator bool() const { return item().kind != PageTree::Kind::none; }
  bool is_null() const { return item().kind == PageTree::Kind::null; }
  bool is_scalar() const { return item().kind == PageTree::Kind::scalar; }
  bool is_list() const { return item().kind == PageTree::Kind::sequence; }
  bool is_map() const { return item().kind == PageTree::Kind::map; }
  bool is_quoted() const { return item().quoted; }
  int line() const { return item().line; }
  int column() const { return item().column; }
  const std::string& text() const { return item().text; }

  std::size_t size() const { return is_map() ? item().count / 2 : item().count; }
  Node key(std::size_t i) const { return child(2 * i); }  // of a map
  Node value(std::size_t i) const { return child(2 * i + 1); }
  Node operator[](std::string_view key) const;  // the first of that name

  // The members of a list.
  class Iterator {
   public:
    Iterator(const PageTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
    Node operator*() const { return {tree_, index_}; }
    Iterator& operator++() { return ++index_, *this; }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const PageTree* tree_;
    std::uint32_t index_;
  };
  Iterator begin() const { return {tree_, item().first}; }
  Iterator end() const { return {tree_, item().first + (is_list() ? item().count : 0)}; }

 private:
  Node(const PageTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  const PageTree::Item& item() const;
  Node child(std::size_t i) const {
    return i < item().count ? Node(tree_, item().first + static_cast<std::uint32_t>(i)) : Node();
  }

  const PageTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

struct NotYaml {
  std::string what;
  int line = 0, column = 0;  // from 1
};
PageTree read_yaml(const std::string& text);  // throws NotYaml

}  // namespace annals
