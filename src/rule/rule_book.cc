#include "rule/rule_book.h"

#include <algorithm>
#include <charconv>

namespace annals {

Atom read_atom(std::string_view text) {
  Atom atom;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), atom.number);
  atom.sign = std::string(text);
  if (error == std::errc() && end == text.data() + text.size()) {
    atom.kind = Atom::Kind::number;
  } else if (const auto unit = parse_granularity(text)) {
    atom.kind = Atom::Kind::unit;
    atom.unit = *unit;
  } else {
    atom.kind = Atom::Kind::sign;
  }
  return atom;
}

std::string to_string(const Atom& atom) { return atom.sign; }

const WordClass* RuleBook::word_class(std::string_view name) const {
  const auto found =
      std::find_if(classes.begin(), classes.end(), [name](const WordClass& c) { return c.name == name; });
  return found == classes.end() ? nullptr : &*found;
}

const TableRow* RuleBook::row(const std::string& table, const std::string& name) const {
  const auto found = tables.find(table);
  if (found == tables.end()) return nullptr;
  const auto row = found->second.find(name);
  return row == found->second.end() ? nullptr : &row->second;
}

}  // namespace annals
