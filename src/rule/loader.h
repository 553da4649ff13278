// Reads rule pages. A wrong page is refused with all its problems at once; nothing of it is used.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "rule/rule_book.h"

namespace annals {

struct PageText {
  std::string name;  // how messages call it: "rules/en/dates.yaml"
  std::string text;
  int layer = 0;
};

// All *.yaml and *.yml of a folder in the order of their names, as pages of `layer`. Throws
// std::runtime_error where the folder cannot be read.
std::vector<PageText> read_pages(const std::filesystem::path& folder, const std::string& shown_as, int layer);

// The book of these pages, read on top of what `book` holds already. A rule or class of a higher layer
// replaces the one of the same name; `name: off` removes it.
RuleBook load(const std::vector<PageText>& pages, Problems& problems, RuleBook book = {});

// Gives each problem the line of its page, for the caret, and puts them in the order of pages and lines.
void quote_lines(const std::vector<PageText>& pages, Problems& problems);

}  // namespace annals
