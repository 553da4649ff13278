#include "export/delimited.h"

namespace annals {

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void Row::field(std::string_view value) {
  if (!first_) line_ += separator_;
  first_ = false;
  const bool plain = value.find_first_of("\"\r\n") == std::string_view::npos &&
                     value.find(separator_) == std::string_view::npos;
  if (plain || separator_ == '\t') {
    line_ += value;
    return;
  }
  line_ += '"';
  for (const char c : value) line_.append(c == '"' ? 2 : 1, c);
  line_ += '"';
}

void Row::free_text(const std::string& value) { field(guard_ && is_formula(value) ? "'" + value : value); }

void Row::edge(const std::optional<Moment>& moment) { field(moment ? to_string(*moment) : ""); }

}  // namespace annals
