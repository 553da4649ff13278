// JSON on one line, laid out for reading: a member a line, two blanks a level, empty lists and objects closed
// at once. Byte by byte, for a document tree of what was just written took a third of a long timeline's time.
#pragma once
#include <string>
#include <string_view>

namespace annals {

// Of a valid JSON text without blanks between its parts.
std::string indented(std::string_view json);

}  // namespace annals
