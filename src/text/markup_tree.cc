#include "text/markup_tree.h"

#include <libxml/parser.h>

namespace annals {

Document parse_xml(std::string_view bytes) {
  return Document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

bool has_attribute(Node node, const char* name) {
  return xmlHasProp(node, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

std::string attribute(Node node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string text = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

std::string content(Node node) {
  xmlChar* value = xmlNodeGetContent(node);
  std::string text = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

Node first(Node root, std::string_view name) {
  Node found = nullptr;
  each(root, [&](Node node) {
    if (found == nullptr && name_of(node) == name) found = node;
  });
  return found;
}

}  // namespace annals
