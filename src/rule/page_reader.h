// One page while it is read: its nodes with their places, its problems.
#pragma once
#include <yaml-cpp/yaml.h>

#include <string>
#include <string_view>
#include <vector>

#include "rule/loader.h"

namespace annals {

class PageReader {
 public:
  PageReader(const PageText& page, Problems& problems);

  Place place(const YAML::Node& node) const;
  // A problem at a node, `offset` characters into its text.
  void complain(const YAML::Node& node, std::string what, int offset = 0) const;
  Problem problem_at(const YAML::Node& node) const;  // for parse_pattern: points at the first character of the text

  // The keys of a map in order; a key twice is a problem (yaml-cpp keeps both in silence).
  std::vector<std::pair<YAML::Node, YAML::Node>> entries(const YAML::Node& map, std::string_view what) const;
  // True where `key` is one of `known`; else a problem with the nearest one.
  bool known(const YAML::Node& key, const std::vector<std::string>& known, std::string_view what) const;
  std::vector<std::string> strings(const YAML::Node& node, std::string_view what) const;  // a scalar or a list of them

  const PageText& page() const { return page_; }
  Problems& problems() const { return problems_; }

 private:
  const PageText& page_;
  Problems& problems_;
  std::vector<std::string_view> lines_;
};

void read_lexicon(const PageReader& page, const YAML::Node& root, std::vector<WordClass>& classes);
void read_tables(const PageReader& page, const YAML::Node& root, std::map<std::string, Table>& tables);
void read_rules(const PageReader& page, const YAML::Node& root, std::vector<Rule>& rules);
void read_attach(const PageReader& page, const YAML::Node& root, std::vector<AttachRule>& rules);
void read_word_lists(const PageReader& page, const YAML::Node& root, WordListPages& lists);

// `means` against the names the pattern binds (name -> what it refers to).
Term read_means(const PageReader& page, const YAML::Node& node, const std::map<std::string, std::string>& bound);

// A sentence with its expressions in brackets: "She left [last summer]."
Example read_example(const PageReader& page, const YAML::Node& node);

// Names that patterns use must exist and must not go in circles.
void check_references(const RuleBook& book, const std::vector<PageText>& pages, Problems& problems);

}  // namespace annals
