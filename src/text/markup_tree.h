// A parsed page or XML file as a tree of nodes: the little of libxml2 that the readers of markup need.
//
//   each(root, [](Node node) { ... })      every element beneath, in the order of the document
//   attribute(first(root, "date"), "when") "1863-07-14", or empty
#pragma once
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace annals {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;
using Node = const xmlNode*;

Document parse_xml(std::string_view bytes);  // null where it is not well-formed; nothing is fetched
inline Node root_of(const Document& document) {
  return document ? xmlDocGetRootElement(document.get()) : nullptr;
}

inline std::string_view name_of(Node node) {  // without its prefix: "date" of dc:date
  return node->type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node->name) : std::string_view();
}
bool has_attribute(Node node, const char* name);
std::string attribute(Node node, const char* name);  // empty where there is none
std::string content(Node node);                      // all text beneath

template <typename Take>
void each(Node node, Take take) {
  for (Node child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    take(child);
    each(child, take);
  }
}

Node first(Node root, std::string_view name);  // null where there is none

}  // namespace annals
