#include "export/indent.h"

namespace annals {
namespace {

std::size_t string_end(std::string_view json, std::size_t begin) {
  std::size_t at = begin + 1;
  while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return at + 1;
}

}  // namespace

std::string indented(std::string_view json) {
  std::string out;
  std::size_t level = 0;
  const auto new_line = [&] { out.append(1, '\n').append(2 * level, ' '); };
  for (std::size_t at = 0; at < json.size();) {
    const char sign = json[at];
    if (sign == '"') {
      const std::size_t end = string_end(json, at);
      out.append(json, at, end - at);
      at = end;
      continue;
    }
    ++at;
    if (sign == '{' || sign == '[') {
      out += sign;
      if (json[at] == '}' || json[at] == ']') {
        out += json[at++];
      } else {
        ++level, new_line();
      }
    } else if (sign == '}' || sign == ']') {
      --level, new_line();
      out += sign;
    } else {
      out += sign;
      if (sign == ',') new_line();
      if (sign == ':') out += ' ';
    }
  }
  return out;
}

}  // namespace annals
