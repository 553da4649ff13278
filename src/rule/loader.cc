#include "rule/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <tuple>

#include "rule/page_reader.h"

namespace annals {
namespace {

const std::vector<std::string> kKinds = {"rules",  "parts", "lexicon",  "table",
                                         "attach", "words", "gazetteer"};

// The words of a gazetteer's rows below, but for the rows that stand again above.
void join_gazetteer(WordClass& above, std::vector<WordClass>& below) {
  const auto same = [&](const WordClass& other) { return other.name == above.name && other.gazetteer; };
  const auto found = std::find_if(below.begin(), below.end(), same);
  if (found == below.end()) return;
  const auto replaced = [&](const WordEntry& entry) {
    return std::find(above.rows.begin(), above.rows.end(), entry.value.sign) != above.rows.end();
  };
  std::erase_if(found->entries, replaced);
  above.entries.insert(above.entries.begin(), found->entries.begin(), found->entries.end());
}

// A later page's class stands for an earlier one's, or, of a
// gazetteer, for its rows of the same names; `name: off` leaves none.
void replace_classes(std::vector<WordClass>& classes) {
  std::vector<WordClass> out;
  for (WordClass& one : classes) {
    if (one.gazetteer) join_gazetteer(one, out);
    std::erase_if(out, [&](const WordClass& other) { return other.name == one.name; });
    if (!one.entries.empty() || one.numeric) out.push_back(std::move(one));
  }
  classes = std::move(out);
}

// What yaml-cpp says is told in the words of its parser; most slips are these.
std::string yaml_hint(const std::string& said, std::string_view line) {
  const std::size_t pattern = line.find("pattern:");
  if (line.find('\t') < line.find_first_not_of(" \t"))
    return "; a page is indented with blanks, not with tabs";
  if (pattern != std::string_view::npos)
    return "; a pattern stands in quotes where it begins with [ or holds \": \" or \" #\"";
  if (said == "end of map flow not found") return "; a { is not closed, or a colon is missing behind a name";
  if (said == "end of sequence flow not found") return "; a [ is not closed";
  if (said == "illegal flow end") return "; this sign closes nothing that is open";
  const bool column = said == "end of map not found" || said == "illegal map value";
  return column ? "; the keys of a rule begin in one column, and a text with \": \" in it stands in quotes"
                : "";
}

std::string_view line_of(std::string_view text, int line) {  // from 1
  while (--line > 0 && text.find('\n') != std::string_view::npos) text.remove_prefix(text.find('\n') + 1);
  text = text.substr(0, text.find('\n'));
  return text.ends_with('\r') ? text.substr(0, text.size() - 1) : text;
}

void read_page(const PageText& text, RuleBook& book, Problems& problems) {
  const PageReader page(text, book.owners, problems);
  PageTree tree;
  try {
    tree = read_yaml(text.text);
  } catch (const NotYaml& error) {
    problems.push_back(
        {{text.name, error.line, error.column},
         fmt::format("not YAML: {}{}", error.what, yaml_hint(error.what, line_of(text.text, error.line))),
         ""});
    return;
  }
  const Node root(tree);
  if (root.is_null()) return;
  if (!root.is_map()) return page.complain(root, "a page is a list of names with a colon behind each");
  const Node kind = root["kind"];
  const std::string name = kind ? kind.text() : "rules";
  if (std::find(kKinds.begin(), kKinds.end(), name) == kKinds.end()) {
    return page.complain(kind, fmt::format("unknown kind `{}`{}; a page is one of {}", name,
                                           did_you_mean(name, kKinds), fmt::join(kKinds, ", ")));
  }
  if (name == "lexicon") return read_lexicon(page, root, book.classes);
  if (name == "table") return read_tables(page, root, book.tables);
  if (name == "gazetteer") return read_gazetteers(page, root, book);
  if (name == "attach") return read_attach(page, root, book.attach);
  if (name == "words") return read_word_lists(page, root, book.words);
  read_rules(page, root, book.rules);
}

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error(fmt::format("cannot read {}", path.string()));
  return std::move(text).str();
}

}  // namespace

std::vector<PageText> read_pages(const std::filesystem::path& folder, const std::string& shown_as,
                                 int layer) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".yaml" || it->path().extension() == ".yml") files.push_back(it->path());
  }
  if (error)
    throw std::runtime_error(
        fmt::format("cannot read the rule pages in {}: {}", folder.string(), error.message()));
  std::sort(files.begin(), files.end());
  std::vector<PageText> pages;
  for (const auto& file : files)
    pages.push_back({fmt::format("{}/{}", shown_as, file.filename().string()), slurp(file), layer});
  return pages;
}

void quote_lines(const std::vector<PageText>& pages, Problems& problems) {
  const auto number_of = [&](const Problem& problem) {
    return std::find_if(pages.begin(), pages.end(),
                        [&](const PageText& page) { return page.name == problem.place.page; }) -
           pages.begin();
  };
  for (Problem& problem : problems) {
    const auto page = static_cast<std::size_t>(number_of(problem));
    if (page < pages.size() && problem.place.line > 0)
      problem.line = line_of(pages[page].text, problem.place.line);
  }
  std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
    return std::tuple(number_of(a), a.place.line, a.place.column) <
           std::tuple(number_of(b), b.place.line, b.place.column);
  });
}

RuleBook load(const std::vector<PageText>& pages, Problems& problems, RuleBook book) {
  for (const PageText& page : pages) read_page(page, book, problems);
  replace_classes(book.classes);
  check_book(book, problems);
  quote_lines(pages, problems);
  return book;
}

}  // namespace annals
