// The pages of rules/en/words: closed classes, endings, irregular forms and marks.
//
//   plural: >s s>ses y>ies          a section: its name, then words or rules `ending>replacement`
#pragma once
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/tags.h"

namespace annals {

namespace fs = std::filesystem;

inline std::ifstream open_file(const fs::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return in;
}

inline std::string lower(std::string s) {
  for (char& c : s) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return s;
}

inline bool ends_with(std::string_view s, std::string_view end) {
  return s.size() >= end.size() && s.substr(s.size() - end.size()) == end;
}

// A page of rules/en/words: lines `name: words`, in order; a line that begins with blanks continues the last.
struct Section {
  std::string name;
  std::vector<std::string> words;
};
inline std::vector<Section> read_page(const fs::path& path) {
  std::vector<Section> page;
  auto in = open_file(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    if (line[0] != ' ') {
      const auto colon = line.find(": ");
      if (colon == std::string::npos) throw std::runtime_error(path.string() + ": no `name: ` in " + line);
      page.push_back({line.substr(0, colon), {}});
      words.seekg(static_cast<std::streamoff>(colon + 2));
    }
    for (std::string w; words >> w;) page.back().words.push_back(w);
  }
  return page;
}

struct Rule {
  std::string ending, replacement;
};
inline Rule read_rule(const std::string& word) {
  const auto arrow = word.find('>');
  if (arrow == std::string::npos) throw std::runtime_error("endings: no `>` in " + word);
  return {word.substr(0, arrow), word.substr(arrow + 1)};
}
using Rules = std::vector<Rule>;

inline std::string inflect(const std::string& lemma, const Rules& rules) {
  const Rule* best = nullptr;
  for (const auto& r : rules)
    if (ends_with(lemma, r.ending) && (!best || r.ending.size() > best->ending.size())) best = &r;
  return lemma.substr(0, lemma.size() - best->ending.size()) + best->replacement;
}

// The bits of a TagSet: "VB VBD".
inline std::uint64_t tag_bits(const std::string& names) {
  TagSet set;
  std::istringstream in(names);
  for (std::string name; in >> name;) {
    const auto tag = tag_from(name);
    if (!tag) throw std::runtime_error("no such tag: " + name);
    set.add(*tag);
  }
  return set.bits();
}

}  // namespace annals
