// One page while it is read: its nodes with their places, its problems.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rule/loader.h"
#include "rule/page_tree.h"

namespace annals {

class PageReader {
 public:
  PageReader(const PageText& page, RuleBook::Owners& owners, Problems& problems);

  Place place(const Node& node) const;
  // A problem at a node, `offset` characters into its text.
  void complain(const Node& node, std::string what, int offset = 0) const;
  Problem problem_at(const Node& node) const;  // for parse_pattern: points at the first character of the text

  // The keys of a map in order; a key twice is a problem (yaml-cpp keeps both in silence).
  std::vector<std::pair<Node, Node>> entries(const Node& map, std::string_view what) const;
  // True where `key` is one of `known`; else a problem with the nearest one.
  bool known(const Node& key, const std::vector<std::string>& known, std::string_view what) const;
  // Of a text, or of a list of texts.
  std::vector<std::string> strings(const Node& node, std::string_view what) const;
  // One of a closed list of words, or a problem and the first of them.
  std::string one_of(const Node& key, const Node& value, const std::vector<std::string>& words) const;
  bool yes_or_no(const Node& key, const Node& value) const;
  // Whether a name is free in this layer; else a problem that says where its twin stands.
  bool claim(const std::string& kind, const Node& key) const;
  // The sequences of a pattern, and where it names classes.
  std::vector<Sequence> pattern(const Node& node, bool in_guard, std::vector<ClassReference>& mentions) const;

  const PageText& page() const { return page_; }
  Problems& problems() const { return problems_; }

 private:
  const PageText& page_;
  RuleBook::Owners& owners_;
  Problems& problems_;
  std::vector<std::string_view> lines_;
};

void read_lexicon(const PageReader& page, const Node& root, std::vector<WordClass>& classes);
void read_tables(const PageReader& page, const Node& root, std::map<std::string, Table>& tables);
void read_gazetteers(const PageReader& page, const Node& root, RuleBook& book);
void read_rules(const PageReader& page, const Node& root, std::vector<Rule>& rules);
void read_attach(const PageReader& page, const Node& root, std::vector<AttachRule>& rules);
void read_word_lists(const PageReader& page, const Node& root, WordListPages& lists);

// `means` against the names the pattern binds (name -> what it refers to).
Term read_means(const PageReader& page, const Node& node, const std::map<std::string, std::string>& bound);

// A sentence with its expressions in brackets: "She left [last summer]."
Example read_example(const PageReader& page, const Node& node);

bool is_off(const Node& node);                 // `name: off`
const std::vector<std::string>& timex_mods();  // START, MID, END, APPROX, ...

// Whether a word's value can play a role, and what could, for the message: "a unit such as month".
bool fits(Role role, const Atom& atom, bool in_its_range = true);
bool takes_word(Role role);  // and no whole expression
std::string wanted(Role role);

// Across all pages (check_book.cc): names that patterns use must exist, must not go in circles, and must
// stand for what their role in `means` can take.
void check_book(const RuleBook& book, Problems& problems);

}  // namespace annals
