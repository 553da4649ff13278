// Pages of kind lexicon and table.
//
//   month:                            a class: value first, then its words
//     11: [november, Nov, Nov.]
//   year: {digits: 4, range: 1000..2100}
//   count: {common: true, words: {1: [one], 2: [two]}}
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "rule/page_reader.h"

namespace annals {
namespace {

bool read_range(std::string_view text, std::int64_t& least, std::int64_t& most) {
  const std::size_t dots = text.find("..");
  const std::string_view low = text.substr(0, dots);
  const std::string_view high = dots == std::string_view::npos ? low : text.substr(dots + 2);
  const auto whole = [](std::string_view digits, std::int64_t& out) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  return whole(low, least) && whole(high, most) && least <= most;
}

void read_digits(const PageReader& page, const Node& key, const Node& node, WordClass& out) {
  std::int64_t low = 0;
  std::int64_t high = 0;
  out.numeric = true;
  if (!node.is_scalar() || !read_range(node.text(), low, high)) {
    return page.complain(node, fmt::format("`{}` must be a number or a range such as 1..31", key.text()));
  }
  if (key.text() == "digits" && (low < 1 || high > 18))
    return page.complain(node, "`digits` lie between 1 and 18");
  if (key.text() == "range") {
    out.least = low, out.most = high;
  } else {
    out.least_digits = static_cast<int>(low), out.most_digits = static_cast<int>(high);
  }
}

void read_words(const PageReader& page, const Node& map, WordClass& out) {
  for (const auto& [value, words] : page.entries(map, fmt::format("class `{}`", out.name))) {
    const Atom atom = read_atom(value.text());
    for (const std::string& word : page.strings(words, "the words of a value")) {
      Sequence sequence = parse_literal(word);
      if (sequence.empty()) {
        page.complain(words,
                      fmt::format("value `{}` of class `{}` has an empty word", value.text(), out.name));
      } else {
        out.entries.push_back({std::move(sequence), atom});
      }
    }
  }
}

bool has_settings(const Node& node) {
  return node.is_map() && (node["digits"] || node["range"] || node["words"] || node["common"]);
}

}  // namespace

void read_lexicon(const PageReader& page, const Node& root, std::vector<WordClass>& classes) {
  for (const auto& [key, node] : page.entries(root, "the page")) {
    if (key.text() == "kind" || key.text() == "note" || !page.claim("class", key)) continue;
    WordClass out;
    out.name = key.text();
    out.place = page.place(key);
    out.layer = page.page().layer;
    if (is_off(node)) {
      const auto same = [&](const WordClass& other) { return other.name == out.name; };
      if (std::none_of(classes.begin(), classes.end(), same))
        page.complain(key,
                      fmt::format("no class `{}` stands in the pages below that could be off", out.name));
      classes.push_back(std::move(out));
      continue;
    }
    if (!has_settings(node)) {
      read_words(page, node, out);
    } else {
      for (const auto& [setting, value] : page.entries(node, fmt::format("class `{}`", out.name))) {
        if (!page.known(setting, {"digits", "range", "words", "common", "note"},
                        fmt::format("class `{}`", out.name)))
          continue;
        if (setting.text() == "digits" || setting.text() == "range") read_digits(page, setting, value, out);
        if (setting.text() == "words") read_words(page, value, out);
        if (setting.text() == "common") out.common = page.yes_or_no(setting, value);
      }
    }
    if (out.entries.empty() && !out.numeric)
      page.complain(key, fmt::format("class `{}` has no words", out.name));
    classes.push_back(std::move(out));
  }
}

namespace {

// What the program reads: the columns of each table with the words that may stand there, none for a number. A
// column that it does not know would change nothing, in silence.
using Columns = std::map<std::string, std::vector<std::string>>;
const std::vector<std::string> any_text = {"*"};  // in place of the words: any text
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
        {"far", {}}}},
      {"evidence",
       {{"points", {"past", "future", "neither"}}, {"span", {}}, {"side", {"before"}}, {"unless", any_text}}},
      {"regions",
       {{"gregorian", any_text},
        {"before", {"julian", "swedish"}},
        {"like", any_text},
        {"source", any_text},
        {"note", any_text}}},
      {"new-years", {{"begins", any_text}, {"ahead", {}}, {"source", any_text}, {"note", any_text}}},
      {"new-years-of",
       {{"region", any_text},
        {"style", any_text},
        {"from", {}},
        {"to", {}},
        {"source", any_text},
        {"note", any_text}}},
      {"feasts-of",
       {{"region", any_text},
        {"feast", any_text},
        {"as", any_text},
        {"source", any_text},
        {"note", any_text}}},
      {"eras",
       {{"calendar", any_text},
        {"offset", {}},
        {"begins", any_text},
        {"unit", {}},
        {"from", {}},
        {"before", any_text},
        {"source", any_text},
        {"note", any_text}}},
      {"century-parts", {{"from", {}}, {"to", {}}, {"source", any_text}}},
      {"circa", {{"width", {}}, {"source", any_text}}},
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

void read_row(const PageReader& page, const Node& table, const Node& row, const Columns& columns,
              TableRow& out) {
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
