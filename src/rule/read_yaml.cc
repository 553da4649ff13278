// The one place where yaml-cpp is met.
#include <yaml-cpp/yaml.h>

#include "rule/page_tree.h"

namespace annals {
namespace {

PageTree::Kind kind_of(const YAML::Node& node) {
  switch (node.Type()) {
    case YAML::NodeType::Scalar: return PageTree::Kind::scalar;
    case YAML::NodeType::Sequence: return PageTree::Kind::sequence;
    case YAML::NodeType::Map: return PageTree::Kind::map;
    case YAML::NodeType::Null: return PageTree::Kind::null;
    default: return PageTree::Kind::none;
  }
}

class Copier {
 public:
  explicit Copier(PageTree& tree) : tree_(tree) { tree_.items.resize(1); }

  // The children of one node stand side by side, so their slots are taken before any of them is filled.
  void copy(const YAML::Node& node, std::size_t at) {
    PageTree::Item item;
    item.kind = kind_of(node);
    if (const YAML::Mark mark = node.Mark(); !mark.is_null())
      item.line = mark.line + 1, item.column = mark.column + 1;
    if (node.IsScalar()) item.text = node.Scalar();
    item.quoted = node.IsScalar() && node.Tag() == "!";
    if (node.IsSequence() || node.IsMap()) {
      item.count = static_cast<std::uint32_t>(node.size() * (node.IsMap() ? 2 : 1));
      item.first = static_cast<std::uint32_t>(tree_.items.size());
      tree_.items.resize(item.first + item.count);
    }
    std::size_t next = item.first;
    tree_.items[at] = std::move(item);
    for (const auto& child : node) {
      if (node.IsMap()) {
        copy(child.first, next++);
        copy(child.second, next++);
      } else {
        copy(child, next++);
      }
    }
  }

 private:
  PageTree& tree_;
};

}  // namespace

PageTree read_yaml(const std::string& text) {
  PageTree tree;
  try {
    Copier(tree).copy(YAML::Load(text), 0);
  } catch (const YAML::ParserException& error) {
    throw NotYaml{error.msg, error.mark.line + 1, error.mark.column + 1};
  }
  return tree;
}

}  // namespace annals
