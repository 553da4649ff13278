#include "rule/page_tree.h"

namespace annals {

const PageTree::Item& Node::item() const {
  static const PageTree::Item none;
  return tree_ && index_ < tree_->items.size() ? tree_->items[index_] : none;
}

Node Node::operator[](std::string_view name) const {
  for (std::size_t i = 0; is_map() && i < size(); ++i) {
    if (key(i).is_scalar() && key(i).text() == name) return value(i);
  }
  return {};
}

}  // namespace annals
