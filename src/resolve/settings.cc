#include "resolve/settings.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "resolve/table_row.h"
#include "rule/problem.h"
#include "text/article.h"
#include "text/ascii.h"

namespace annals {
namespace {

using Names = std::set<std::string>;

std::string unknown(const std::string& said, const std::vector<std::string>& known) {
  return fmt::format("unknown{}; it is one of {}", did_you_mean(said, known), fmt::join(known, ", "));
}

Names rows_of(const RuleBook& book, const char* table) {
  Names names;
  const auto found = book.tables.find(table);
  if (found == book.tables.end()) return names;
  for (const auto& [row, cells] : found->second) names.insert(row);
  return names;
}

// Those that say when the calendar changed, and those that gazetteers name.
Names regions(const RuleBook& book) {
  Names names = rows_of(book, "regions");
  for (const auto& [table, rows] : book.tables) {
    for (const auto& [row, cells] : rows) {
      if (cells.contains("region")) names.insert(lower(text_of(cells, "region")));
    }
  }
  return names;
}

// The rows are "midas-early", "midas-late", ...
Names conventions_of_century_parts(const RuleBook& book) {
  Names names;
  for (const std::string& row : rows_of(book, "century-parts")) names.insert(row.substr(0, row.rfind('-')));
  return names;
}

// What a setting may be; nothing where there is no such setting.
Names values_of(const RuleBook& book, std::string_view key) {
  if (key == "region") return regions(book);
  if (key == "calendar") return {"julian", "gregorian"};
  if (key == "century-parts") return conventions_of_century_parts(book);
  if (key == "hemisphere") return {"north", "south"};
  if (key == "fiscal-year" || key == "academic-year") return rows_of(book, "eras");
  if (key == "winter") return {"begins", "ends"};
  if (key != "new-year") return {};
  Names styles = rows_of(book, "new-years");
  styles.insert("region");
  return styles;
}

}  // namespace

std::string setting_problem(const RuleBook& book, std::string_view key, const std::string& value) {
  const Names known = values_of(book, key);
  if (known.empty()) return unknown(std::string(key), {setting_names.begin(), setting_names.end()});
  const std::string said = key == "region" ? lower(value) : value;
  return known.contains(said) ? "" : unknown(said, {known.begin(), known.end()});
}

}  // namespace annals
