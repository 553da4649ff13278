#include "export/columns.h"

#include <utf8proc.h>

#include <algorithm>

namespace annals {
namespace {

struct Cluster {  // what a reader takes for one letter: a base and its accents, a flag, a family of emoji
  std::string_view text;
  std::size_t width = 0;
};

Cluster first_cluster(std::string_view text) {
  Cluster cluster;
  utf8proc_int32_t before = 0, state = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t c = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    if (length <= 0) c = 0xFFFD;
    if (at > 0 && utf8proc_grapheme_break_stateful(before, c, &state)) break;
    cluster.width += static_cast<std::size_t>(utf8proc_charwidth(c));
    at += static_cast<std::size_t>(length > 0 ? length : 1);
    before = c;
  }
  cluster.text = text.substr(0, at);
  cluster.width = std::min<std::size_t>(cluster.width, 2);
  return cluster;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Cluster cluster = first_cluster(text);
    width += cluster.width;
    text.remove_prefix(cluster.text.size());
  }
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  if (width == 0) return "";
  std::string cut;
  std::size_t used = 1;  // the ellipsis
  for (Cluster next = first_cluster(text); used + next.width <= width; next = first_cluster(text)) {
    cut += next.text;
    used += next.width;
    text.remove_prefix(next.text.size());
  }
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut + "…";
}

}  // namespace annals
