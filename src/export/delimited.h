// Rows of fields between commas or tabs, for whatever a spreadsheet or a calendar reads.
//
//   Row row(true); row.field("-0043"); row.free_text("=sold, \"as seen\""); row.line()
//   -0043,"'=sold, ""as seen"""
//
// The formula guard (OWASP, CWE-1236): a spreadsheet runs a cell that begins with = + - or @, so free text
// that does gets a ' before it. Numbers and dates are never touched, for the years BC begin with a minus.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/bounds.h"

namespace annals {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class Row {
 public:
  explicit Row(bool guard, char separator = ',') : guard_(guard), separator_(separator) {}

  void field(std::string_view value);              // quoted where RFC 4180 wants it
  void free_text(const std::string& value);        // with the guard
  void edge(const std::optional<Moment>& moment);  // empty where open
  std::string line() const { return line_ + "\r\n"; }

 private:
  bool guard_, first_ = true;
  char separator_;
  std::string line_;
};

bool is_formula(std::string_view text);

// Reads rows back, as spreadsheets write them: with or without a byte order mark, between commas, semicolons
// or tabs (the header tells), quoted or not. The guard's ' is taken off again. Throws BadRows.
struct ReadRow {
  std::size_t line = 0;  // in the file, from 1
  std::vector<std::string> fields;
};
struct BadRows {
  std::string what;
};
std::vector<ReadRow> read_rows(std::string_view text);

}  // namespace annals
