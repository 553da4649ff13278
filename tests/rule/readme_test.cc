// rules/README.md tells the truth: its pages load and keep their word, its table is the list of operators,
// and each row gives what it says.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "catch.h"
#include "check.h"
#include "engine.h"

namespace annals {
namespace {

std::vector<std::string> lines_of_readme() {
  std::istringstream readme(read_file(std::filesystem::path(SOURCE_DIR) / "rules/README.md"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(readme, line);) lines.push_back(line);
  return lines;
}

// The blocks fenced as yaml, as pages of somebody's own.
std::vector<PageText> fenced_pages() {
  std::vector<PageText> pages;
  bool inside = false;
  int number = 0;
  for (const std::string& line : lines_of_readme()) {
    ++number;
    if (line == "```yaml") pages.push_back({fmt::format("README:{}", number), "", 1});
    if (inside && line != "```") pages.back().text += line + "\n";
    inside = line == "```yaml" || (inside && line != "```");
  }
  return pages;
}

// What the engine says against pages of these names; the built-in ones may lose an example to them.
std::string said_of(const std::vector<PageText>& own) {
  std::vector<PageText> pages = built_in_pages();
  pages.insert(pages.end(), own.begin(), own.end());
  Problems failures;
  try {
    failures = check(Engine(pages, BINARY_DIR "/share/annals")).failures;
  } catch (const BadPages& bad) {
    failures = bad.problems;
  }
  std::erase_if(failures, [](const Problem& p) { return !p.place.page.starts_with("README"); });
  return all_of(failures);
}

struct Row {
  std::string op, roles, pattern, means, words, gives;
};

std::string plain(std::string cell) {
  std::erase(cell, '`');
  const std::size_t first = cell.find_first_not_of(' ');
  return first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
}

std::vector<Row> operator_rows() {
  std::vector<Row> rows;
  bool inside = false;
  for (const std::string& line : lines_of_readme()) {
    inside = line.starts_with("| operator ") || (inside && line.starts_with("|"));
    if (!inside || !line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    std::istringstream cut(line.substr(1));
    for (std::string cell; std::getline(cut, cell, '|');) cells.push_back(plain(cell));
    REQUIRE(cells.size() == 6);
    rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]});
  }
  return rows;
}

// "**duration** from anchor", as the signature has them.
std::string roles_of(Op op) {
  std::string out;
  for (const Role role : signature(op).needs) out += fmt::format(" **{}**", to_string(role));
  for (const Role role : signature(op).takes) out += fmt::format(" {}", to_string(role));
  return out.substr(1);
}

TEST_CASE("the pages in rules/README.md load and keep their word") {
  const std::vector<PageText> pages = fenced_pages();
  CHECK(pages.size() >= 5);
  CHECK(said_of(pages) == "");
}

TEST_CASE("the table in rules/README.md names each operator once, with its roles") {
  std::map<std::string, int> named;
  for (const Row& row : operator_rows()) {
    INFO(row.op);
    ++named[row.op];
    REQUIRE(parse_op(row.op));
    CHECK(row.roles == roles_of(*parse_op(row.op)));
    CHECK(row.means.find("{" + row.op + ":") != std::string::npos);
  }
  for (const std::string_view name : op_names()) {
    INFO(name);
    CHECK(named[std::string(name)] == 1);
  }
}

TEST_CASE("each operator's example in rules/README.md gives what it says") {
  for (const Row& row : operator_rows()) {
    const bool on_no_day = row.gives[0] == 'P' || row.gives.starts_with("XXXX");
    const std::string page = fmt::format(
        "article: 2024-03-13\nexample:\n  pattern: \"{}\"\n  means: {}\n  examples: [{{text: \"[{}]\", {}: "
        "\"{}\"}}]\n",
        row.pattern, row.means, row.words, on_no_day ? "value" : "edtf", row.gives);
    INFO(page);
    CHECK(said_of({{"README", page, 1}}) == "");
  }
}

}  // namespace
}  // namespace annals
