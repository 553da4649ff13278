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

namespace {

char separator_of(std::string_view header) {
  header = header.substr(0, header.find('\n'));
  for (const char separator : {'\t', ';'}) {
    if (header.find(separator) != std::string_view::npos) return separator;
  }
  return ',';
}

void take_off_guard(std::string& field) {
  if (field.size() > 1 && field.front() == '\'' && is_formula(std::string_view(field).substr(1)))
    field.erase(0, 1);
}

// Between tabs annals quotes nothing, and spreadsheets what holds a quote or a comma: there, a quote opens a
// quoted field only where one closes it and it had a reason.
bool is_quoted(std::string_view text, std::size_t at, char separator) {
  if (at >= text.size() || text[at] != '"') return false;
  if (separator != '\t') return true;
  const std::string_view rest = text.substr(at + 1);
  std::size_t close = rest.find('"');
  while (close != std::string_view::npos && rest.substr(close, 2) == "\"\"")
    close = rest.find('"', close + 2);
  const bool closes = close != std::string_view::npos &&
                      (close + 1 == rest.size() || rest.find_first_of("\t\r\n", close + 1) == close + 1);
  return closes && rest.substr(0, close).find_first_of("\",\t\r\n") != std::string_view::npos;
}

// One field from `at`, which moves behind it. Within quotes, a quote is written twice.
std::string read_field(std::string_view text, std::size_t& at, char separator, std::size_t& line) {
  std::string field;
  const std::size_t opened = line;
  if (is_quoted(text, at, separator)) {
    for (++at;; ++at) {
      if (at >= text.size()) throw BadRows{"line " + std::to_string(opened) + ": a quote is never closed"};
      if (text[at] == '"' && text.substr(at, 2) != "\"\"") break;
      if (text[at] == '"') ++at;
      line += text[at] == '\n' ? 1 : 0;
      field += text[at];
    }
    ++at;
  }
  while (at < text.size() && text[at] != separator && text[at] != '\n' && text[at] != '\r')
    field += text[at++];
  take_off_guard(field);
  return field;
}

}  // namespace

std::vector<ReadRow> read_rows(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const char separator = separator_of(text);
  std::vector<ReadRow> rows;
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    ReadRow row{line, {read_field(text, at, separator, line)}};
    while (at < text.size() && text[at] == separator)
      row.fields.push_back(read_field(text, ++at, separator, line));
    if (text.substr(at, 2) == "\r\n") ++at;
    ++at;
    if (row.fields.size() > 1 || !row.fields[0].empty()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace annals
