// Pages of kind gazetteer: names with the time they stand for, in PeriodO's form.
//
//   reign:                                     a class and a table of that name
//     henry-viii: {names: [Henry VIII], from: 1509-04-22, to: 1547-01-28, region: England, source: ...}
//   period:
//     bronze-age: {names: [the Bronze Age]}    a name that several places have ...
//     bronze-age-britain: {of: bronze-age, from: -2499, to: -0799, region: Britain, source: ...}
//
// Days are told as in their own time and place (`calendar`, unsaid: Julian before 15 October 1582); years are
// astronomical, as in EDTF. <reign> in a pattern is any of the names; its value, TABLE/ROW, is what the role
// `name` of the operator `period` takes.
#include <fmt/format.h>

#include "calendar/calendars.h"
#include "calendar/digits.h"
#include "rule/page_reader.h"

namespace annals {
namespace {

const std::vector<std::string> kColumns = {"names", "of",       "from", "to",    "region", "source",
                                           "count", "calendar", "note", "usual", "moon"};

bool is_bound(const std::string& text) {
  Reader reader(text);
  return parse_civil(text) || (reader.year() && reader.done());
}

void read_names(const PageReader& page, const Node& node, const std::string& row, WordClass& names) {
  for (const std::string& name : page.strings(node, "the names of a row")) {
    if (Sequence words = parse_literal(name); !words.empty()) {
      names.entries.push_back({std::move(words), read_atom(row)});
    } else {
      page.complain(node, "a name is empty");
    }
  }
}

void check_cell(const PageReader& page, const Node& column, const Node& cell) {
  const std::string& name = column.text();
  if (!cell.is_scalar()) return page.complain(cell, fmt::format("`{}` must be one text", name));
  if ((name == "from" || name == "to") && !is_bound(cell.text()))
    page.complain(cell,
                  fmt::format("`{}` is a day such as 1509-04-22 or a year such as 0618 or -0043", name));
  if (name == "calendar" && !calendar_named(cell.text()))
    page.complain(cell, fmt::format("unknown calendar `{}`", cell.text()));
  if (name == "moon" && read_atom(cell.text()).kind != Atom::Kind::number)
    page.complain(cell, "`moon` is the last year that was the moon's, such as 1872");
}

void read_row(const PageReader& page, const Node& key, const Node& node, WordClass& names, Table& table) {
  TableRow row;
  for (const auto& [column, cell] : page.entries(node, "a row of a gazetteer")) {
    if (!page.known(column, kColumns, "a row of a gazetteer")) continue;
    if (column.text() == "names") {
      read_names(page, cell, names.name + "/" + key.text(), names);
    } else {
      check_cell(page, column, cell);
      row[column.text()] = read_atom(cell.text());
    }
  }
  const bool dated = row.contains("from") || row.contains("to");
  if (dated && !row.contains("source"))
    page.complain(key, fmt::format("row `{}` has no source: who says so?", key.text()));
  names.rows.push_back(names.name + "/" + key.text());
  table.insert_or_assign(key.text(), std::move(row));
}

}  // namespace

void read_gazetteers(const PageReader& page, const Node& root, RuleBook& book) {
  for (const auto& [key, node] : page.entries(root, "the page")) {
    if (key.text() == "kind" || key.text() == "note") continue;
    WordClass names;
    names.name = key.text();
    names.place = page.place(key);
    names.layer = page.page().layer;
    names.gazetteer = true;
    Table& table = book.tables[key.text()];
    for (const auto& [row, cells] : page.entries(node, fmt::format("gazetteer `{}`", key.text()))) {
      if (!page.claim(fmt::format("row of {}", key.text()), row)) continue;
      if (is_off(cells)) {
        table.erase(row.text());
        names.rows.push_back(names.name + "/" + row.text());
      } else {
        read_row(page, row, cells, names, table);
      }
    }
    book.classes.push_back(std::move(names));
  }
}

}  // namespace annals
