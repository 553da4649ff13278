#include "rule/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "rule/page_reader.h"

namespace annals {
namespace {

const std::vector<std::string> kKinds = {"rules", "parts", "lexicon", "table", "attach", "words"};

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error(fmt::format("cannot read {}", path.string()));
  return text.str();
}

void replace_classes(std::vector<WordClass>& classes) {  // a later page's class stands for an earlier one's
  std::vector<WordClass> out;
  for (WordClass& one : classes) {
    std::erase_if(out, [&](const WordClass& other) { return other.name == one.name; });
    out.push_back(std::move(one));
  }
  classes = std::move(out);
}

void read_page(const PageText& text, RuleBook& book, Problems& problems) {
  const PageReader page(text, problems);
  YAML::Node root;
  try {
    root = YAML::Load(text.text);
  } catch (const YAML::ParserException& error) {
    problems.push_back({{text.name, error.mark.line + 1, error.mark.column + 1}, fmt::format("not YAML: {}", error.msg), ""});
    return;
  }
  if (root.IsNull()) return;
  if (!root.IsMap()) return page.complain(root, "a page must be a map of names");
  const YAML::Node kind = root["kind"];
  const std::string name = kind ? kind.Scalar() : "rules";
  if (std::find(kKinds.begin(), kKinds.end(), name) == kKinds.end()) {
    return page.complain(kind, fmt::format("unknown kind `{}`{}", name, did_you_mean(name, kKinds)));
  }
  if (name == "lexicon") return read_lexicon(page, root, book.classes);
  if (name == "table") return read_tables(page, root, book.tables);
  if (name == "attach") return read_attach(page, root, book.attach);
  if (name == "words") return read_word_lists(page, root, book.words);
  read_rules(page, root, book.rules);
}

}  // namespace

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
  const auto found = std::find_if(classes.begin(), classes.end(), [name](const WordClass& c) { return c.name == name; });
  return found == classes.end() ? nullptr : &*found;
}

const TableRow* RuleBook::row(const std::string& table, const std::string& name) const {
  const auto found = tables.find(table);
  if (found == tables.end()) return nullptr;
  const auto row = found->second.find(name);
  return row == found->second.end() ? nullptr : &row->second;
}

std::vector<PageText> read_pages(const std::filesystem::path& folder, const std::string& shown_as, int layer) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".yaml") files.push_back(it->path());
  }
  if (error) throw std::runtime_error(fmt::format("cannot read the rule pages in {}: {}", folder.string(), error.message()));
  std::sort(files.begin(), files.end());
  std::vector<PageText> pages;
  for (const auto& file : files) pages.push_back({fmt::format("{}/{}", shown_as, file.filename().string()), slurp(file), layer});
  return pages;
}

void check_references(const RuleBook& book, const std::vector<PageText>& pages, Problems& problems) {
  std::set<std::string> names;
  std::multimap<std::string, const Rule*> givers;
  for (const WordClass& one : book.classes) names.insert(one.name);
  for (const Rule& rule : book.rules) {
    for (const std::string& name : {rule.name, rule.gives}) {
      if (!name.empty()) names.insert(name), givers.emplace(name, &rule);
    }
  }
  const std::vector<std::string> known(names.begin(), names.end());
  std::set<std::pair<const Rule*, std::string>> said;
  for (const Rule& rule : book.rules) {
    const auto check = [&](const std::vector<Sequence>& sequences) {
      for (const Sequence& sequence : sequences) {
        for (const Element& element : sequence) {
          if (element.reference.empty() || names.contains(element.reference)) continue;
          if (!said.emplace(&rule, element.reference).second) continue;
          const auto page = std::find_if(pages.begin(), pages.end(), [&](const PageText& p) { return p.name == rule.place.page; });
          Problem problem{rule.place, fmt::format("unknown class <{}>{}", element.reference, did_you_mean(element.reference, known)), ""};
          if (page != pages.end()) {  // point at the place where the pattern says so
            std::istringstream lines(page->text);
            std::string line;
            for (int n = 1; std::getline(lines, line); ++n) {
              const std::size_t at = n < rule.place.line ? std::string::npos : std::min(line.find("<" + element.reference + ">"), line.find(":" + element.reference + ">"));
              if (at == std::string::npos) continue;
              problem.place.line = n, problem.place.column = static_cast<int>(at) + 1, problem.line = line;
              break;
            }
          }
          problems.push_back(std::move(problem));
        }
      }
    };
    check(rule.sequences);
    for (const Guard& guard : rule.guards) check(guard.sequences);
  }
  // Circles: a rule whose pattern leads back to itself would let one expression nest without end.
  std::map<const Rule*, int> state;
  const auto visit = [&](const auto& self, const Rule& rule) -> void {
    state[&rule] = 1;
    for (const Sequence& sequence : rule.sequences) {
      for (const Element& element : sequence) {
        const auto [begin, end] = givers.equal_range(element.reference);
        for (auto it = begin; it != end; ++it) {
          const int seen = state[it->second];
          if (seen == 0) self(self, *it->second);
          if (seen == 1 && said.emplace(&rule, "circle").second) {
            problems.push_back({rule.place, fmt::format("rule `{}` goes in circles: <{}> leads back to it; give it another group", rule.name, element.reference), ""});
          }
        }
      }
    }
    state[&rule] = 2;
  };
  for (const Rule& rule : book.rules) {
    if (state[&rule] == 0) visit(visit, rule);
  }
}

RuleBook load(const std::vector<PageText>& pages, Problems& problems) {
  RuleBook book;
  for (const PageText& page : pages) read_page(page, book, problems);
  replace_classes(book.classes);
  check_references(book, pages, problems);
  return book;
}

}  // namespace annals
