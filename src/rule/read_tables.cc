// Pages of kind table: what the program looks up by name, a row with its columns.
//
//   kind: table
//   regions:
//     england: {gregorian: 1752-09-14, source: ...}
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rule/page_reader.h"

namespace annals {
namespace {

using Columns = std::map<std::string, std::vector<std::string>>;
const std::vector<std::string> any_text = {"*"};  // in place of the words: any text

// The columns that the program reads, with the words that may stand there, none for a number. One that it
// does not know would change nothing, in silence. Beside them each row may have its source and a note.
const std::map<std::string, Columns>& known_tables() {
  static const std::map<std::string, Columns> tables = {
      {"hedges",
       {{"mod", timex_mods()},
        {"point-mod", timex_mods()},
        {"from", {}},
        {"to", {}},
        {"width", {}},
        {"approximate", {"true", "false"}}}},
      {"parts", {{"mod", timex_mods()}, {"from", {}}, {"to", {}}}},
      {"directions",
       {{"points", {"past", "future", "nearest", "this-year"}},
        {"evidence", {"before", "both", "near", "none"}},
        {"message", {"past", "future", "nearest"}},
        {"hours", {"past", "future", "nearest"}},
        {"far", {}}}},
      {"evidence",
       {{"points", {"past", "future", "along", "neither"}},
        {"span", {}},
        {"side", {"before"}},
        {"unless", any_text}}},
      {"regions", {{"gregorian", any_text}, {"before", {"julian", "swedish"}}, {"like", any_text}}},
      {"new-years", {{"begins", any_text}, {"ahead", {}}}},
      {"new-years-of", {{"region", any_text}, {"style", any_text}, {"from", {}}, {"to", {}}}},
      {"feasts-of", {{"region", any_text}, {"feast", any_text}, {"as", any_text}}},
      {"eras",
       {{"calendar", any_text},
        {"offset", {}},
        {"begins", any_text},
        {"unit", {}},
        {"from", {}},
        {"before", any_text}}},
      {"century-parts", {{"from", {}}, {"to", {}}}},
      {"circa", {{"width", {}}}},
  };
  return tables;
}

template <typename Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

Atom read_cell(const PageReader& page, const Node& column, const Node& cell,
               const std::vector<std::string>& words) {
  if (words == any_text && cell.is_scalar()) return read_atom(cell.text());
  if (!words.empty()) return read_atom(page.one_of(column, cell, words));
  Atom atom = read_atom(cell.is_scalar() ? cell.text() : "");
  if (atom.kind != Atom::Kind::number)
    page.complain(cell, fmt::format("`{}` must be a number", column.text()));
  return atom;
}

void read_row(const PageReader& page, const Node& table, const Node& row, Columns columns, TableRow& out) {
  columns.insert({{"source", any_text}, {"note", any_text}});
  for (const auto& [column, cell] : page.entries(row, "a row")) {
    if (!page.known(column, names_of(columns), fmt::format("table `{}`", table.text()))) continue;
    out[column.text()] = read_cell(page, column, cell, columns.at(column.text()));
  }
}

}  // namespace

void read_tables(const PageReader& page, const Node& root, std::map<std::string, Table>& tables) {
  for (const auto& [key, node] : page.entries(root, "the page")) {
    if (key.text() == "kind" || key.text() == "note") continue;
    const auto known = known_tables().find(key.text());
    if (known == known_tables().end()) {
      const std::vector<std::string> names = names_of(known_tables());
      page.complain(key, fmt::format("unknown table `{}`{}; the tables are {}", key.text(),
                                     did_you_mean(key.text(), names), fmt::join(names, ", ")));
      continue;
    }
    for (const auto& [name, row] : page.entries(node, fmt::format("table `{}`", key.text()))) {
      if (!page.claim(fmt::format("row of {}", key.text()), name)) continue;
      read_row(page, key, row, known->second, tables[key.text()][name.text()]);
    }
  }
}

}  // namespace annals
