// Where the scan stops: at the rarest element of each sequence, so that every expression has a stop in it and
// few other places do.
//
//   the <ordinal> week of <month>     stops at "week": "the" and "of" stand in every sentence, "first" in
//   many
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
  // Tells the scanner where to stop for a rule's patterns; one in which no word is rare enough is a problem.
  void add(const Rule& rule, Problems& problems);

 private:
  int cost(const PatternWord& word) const;
  int cost(const Sequence& sequence, std::size_t at);
  int cost(const Sequence& sequence);
  int cost_of_words(const WordClass& one);
  int stop_at(const Sequence& sequence);
  void stop_at(const Sequence& sequence, std::size_t at);
  void stop_at(const PatternWord& word);
  void stop_at_digits(const WordClass& one, const Sequence& sequence, std::size_t at);

  Scanner& scanner_;
  const Givers& givers_;
  std::map<std::string_view, const WordClass*> classes_;
  std::set<std::string_view> common_;  // words of a class that says so
  std::map<const Sequence*, int> costs_;
  std::map<const WordClass*, int> word_costs_;
  std::map<std::string_view, int> giver_costs_;
  std::set<const Sequence*> stopped_;
};

}  // namespace annals
