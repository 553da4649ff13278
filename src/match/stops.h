// Where the scan stops: at the rarest element of each sequence, so that every expression has a stop in it and
// few other places do. Of several as rare, at the one where others have it stop anyway, or at a long word.
//
//   the <ordinal> week of <month>     stops at "week": the others stand in nearly every sentence
//   new year's day                    stops at "day", as "day" alone does, and not at every "new"
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "match/scanner.h"
#include "rule/rule_book.h"

namespace annals {

class Stops {
 public:
  using Givers = std::map<std::string, std::vector<const Rule*>>;  // by what patterns call their results

  Stops(const RuleBook& book, const Givers& givers, Scanner& scanner);
  // Tells the scanner where to stop for the patterns of whole expressions; one in which no word is rare
  // enough is a problem.
  void tell(Problems& problems);

 private:
  void check(const Rule& rule, Problems& problems);
  int cost(const PatternWord& word) const;
  int cost(const Sequence& sequence, std::size_t at);
  int cost(const Sequence& sequence);
  int cost_of_words(const WordClass& one);
  void need(const Sequence& sequence);
  void choose(const Sequence& sequence);
  std::size_t merit(const Element& element) const;
  void stop_at(const Sequence& sequence, std::size_t at);
  void stop_at(const PatternWord& word);
  void stop_at_digits(const WordClass& one, const Sequence& sequence, std::size_t at);

  const RuleBook& book_;
  Scanner& scanner_;
  const Givers& givers_;
  std::map<std::string_view, const WordClass*> classes_;
  std::set<std::string_view> common_;  // words of a class that says so
  std::map<const Sequence*, int> costs_;
  std::map<const WordClass*, int> word_costs_;
  std::map<std::string_view, int> giver_costs_;
  std::set<const Sequence*> needed_;
  std::vector<const Sequence*> settled_, open_;  // yet to be told: with one rarest element, with several
  std::set<std::string_view> words_;             // told
  std::set<int> numbers_;                        // told, by their least digits
};

}  // namespace annals
