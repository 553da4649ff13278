// The evidence around a bare month or weekday: which way it points. Words and reach stand in the table
// `evidence` of the pages; the nearest one on the expression's left, within its sentence, decides.
//
// Where none is there and the expression begins its sentence, the words behind it are asked, but for those
// that tell only from the left: "scheduled for [Friday]", but "on [Friday] he scheduled talks".
//   "is to resume on [Friday]"   future (is to)
//   "is scheduled to meet on [Friday]"   future (scheduled)        "it met [Friday], he said"   unknown
//   "will reach the coast on Friday and the islands on [Saturday]"   future (will): reach begins anew at Friday
//   "Drinks [Friday]?", and no more      unknown (a message): the row says where that points
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/vocabulary.h"
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
    bool before = false;  // tells only from the left of an expression
    bool along = false;   // tells nothing, but what stands before it tells of both
    std::string unless;   // what turns it to the past: "by [Friday] he had left"
  };
  struct Entry {  // of a word of the table: what it tells alone, and with one behind it
    std::optional<Word> alone;
    std::map<std::uint32_t, Word> pairs;
  };
  struct Place {  // of the text: its token, and the number of its word
    Token token;
    std::uint32_t word = 0;
  };
  Entry& entry(const std::string& word);
  const Word* find(std::string_view word, std::uint32_t number, bool behind) const;
  Place before(std::string_view text, const Place& place) const;
  Place place(std::string_view text, const Token& token) const;
  Tense judge(std::string_view text, const Place& left, const Place& at, int away) const;
  Tense phrase(std::string_view text, Place left, const Place& at, int away) const;
  Tense turned(const Tense& tense, const Place& at, std::string_view text, Span expression) const;
  Tense behind(std::string_view text, std::size_t at) const;
  bool goes_along(std::string_view word) const;
  bool stands_near(std::string_view word, std::string_view text, Span expression) const;

  Vocabulary vocabulary_;
  std::vector<Entry> entries_{1};                      // by the vocabulary's numbers
  std::vector<std::pair<std::string, Word>> endings_;  // "*ed"
  std::uint32_t any_ = 0;                              // "*", behind a word
  int farthest_ = 0;
};

}  // namespace annals
