// The evidence around a bare month or weekday: which way it points. Words and reach stand in the table
// `evidence` of the pages; the nearest one on the expression's left, within its sentence, decides.
//
// Where none is there and the expression begins its sentence, the words behind it are asked.
//   "is to resume on [Friday]"   future (is to)
//   "is scheduled to meet on [Friday]"   future (scheduled)        "it met [Friday], he said"   unknown
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "resolve/draft.h"
#include "rule/rule_book.h"
#include "text/token.h"

namespace annals {

class Evidence {
 public:
  explicit Evidence(const RuleBook& book);
  Tense operator()(std::string_view text, Span expression) const;

 private:
  struct Word {
    Direction points = Direction::unknown;
    int span = 0;
  };
  const Word* find_whole(const std::string& words) const;
  const Word* find(const std::string& word) const;
  Tense judge(std::string_view text, const Token& token, int away) const;
  Tense behind(std::string_view text, std::size_t at) const;

  std::unordered_map<std::string, Word> words_;
  std::unordered_set<std::string> firsts_;             // of the entries of two words
  std::vector<std::pair<std::string, Word>> endings_;  // "*ed"
  int farthest_ = 0;
};

}  // namespace annals
