// Finds the expressions of a text, one after the other.
//
//   takes  "She left last summer, in June."      gives  [9,20) last-season {season: SU}    [25,29) month {month: 6}
//
// The scanner stops at a rare word; the tokens around it that the pages know are parsed once each, from left to
// right, with what was found at a place remembered (so the cost stays linear in the text). At one start the longest
// match wins, then the upper layer, then page order; one refused by its guards gives way to the next at the same
// start, then the start moves on.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "match/grammar.h"
#include "text/span.h"

namespace annals {

struct Capture {
  const Element* element = nullptr;  // its name and what it refers to
  Span span;
  const Atom* atom = nullptr;  // of a word: its value in the class
  std::int64_t number = -1;    // of digits
  std::int32_t part = -1;      // of a part: index into Match::parts
};

struct Part {  // one rule that fitted, with its captures
  const Rule* rule = nullptr;
  Span span;
  std::uint32_t first_capture = 0, captures = 0;
};

struct Match {
  std::vector<Part> parts;  // the expression itself is parts[0]
  std::vector<Capture> captures;
  std::size_t wanted_end = 0;  // where the words end that `when: {followed-by}` met behind it; 0 without
  const Rule& rule() const { return *parts[0].rule; }
  const Span& span() const { return parts[0].span; }
};
std::string to_string(const Match& match, std::string_view text);  // "[9,20) last-season {season: summer}"

// Why a candidate did not win, for `explain`.
struct Rival {
  const Rule* rule = nullptr;
  Span span;
  std::string why;  // "shorter", "unless followed-by (page:line)"
};

// Answers whether the word at a place is used as a "verb", "noun" or "name".
using TagQuestion = std::function<bool(std::string_view text, Span word, std::string_view tag)>;

class Matcher {
 public:
  // `from` and `to`: the bytes to search. The text must outlive the matcher.
  Matcher(const Grammar& grammar, std::string_view text, std::size_t from, TagQuestion ask = {});

  bool next(Match& match);  // false at the end
  // Only rules of this style, and those of none, are taken; empty: all.
  void set_style(std::string_view style) { style_ = style; }
  // Collects what lost to the match just found; only if set.
  void keep_rivals(std::vector<Rival>* rivals) { rivals_ = rivals; }

  // Every whole expression that fits at this token, best first, without guards: the plain reading that tests and
  // `explain` compare with.
  static constexpr std::size_t kLongestExpression = 96;  // tokens

 private:
  struct Cell {  // a token with what it can stand for
    Token token;
    std::uint32_t vocable = 0;
    Symbols symbols;
    bool parsed = false;
  };
  struct Step {  // one edge of a path that was walked
    std::uint16_t from = 0, to = 0;  // cells
    std::uint16_t symbol = 0;        // of a token
    std::int32_t part = -1;          // of a part: index into found_[from]
  };
  struct Found {  // a path that reached its end
    std::uint32_t rule = 0;
    const Sequence* sequence = nullptr;
    const Atom* atom = nullptr;
    std::uint16_t word_class = 0;
    std::uint16_t end = 0;  // cell behind the last one
    std::uint32_t first_step = 0;
    std::uint16_t steps = 0;
  };

  struct Near {  // the token on one side of a place, for the guards
    bool known = false, forward = false, walled = false;
    std::size_t at = 0;
    Token token;
    Symbols symbols;
  };

  bool lay_out(std::size_t trigger);  // cells left of the trigger; true where there is anything to try
  const Cell* cell(std::size_t index);
  void parse(std::size_t start);
  void walk(std::uint32_t state, std::size_t start, std::size_t at, std::size_t depth);
  void record(const Grammar::State& state, std::size_t start, std::size_t at, std::size_t depth);
  bool best_of_its_end(std::size_t start, std::size_t index, std::uint16_t group) const;
  std::array<std::uint16_t, 2> groups_of(const Found& found) const;
  bool in_group(const Found& found, std::uint16_t group) const;
  bool take_best(std::size_t start, Match& match);
  bool stands_alone(std::size_t start, std::size_t end);
  // Whether the guards let a match stand, and where the words end that a wanted one met behind it.
  struct Verdict {
    const Guard* refused = nullptr;
    std::size_t wanted_end = 0;
  };
  Verdict judge(const Rule& rule, Span span);
  static std::string reason(const Guard& guard);
  // Where the words end that a guard met, in its direction.
  using GuardPaths = std::vector<Grammar::GuardPath>;
  std::optional<std::size_t> guard_met(const Guard& guard, const GuardPaths& paths, Span span);
  std::optional<std::size_t> path_end(const Grammar::GuardPath& path, std::size_t at, bool forward);
  const Near& near(std::size_t at, bool forward);
  std::int32_t copy(std::size_t start, std::size_t index, Match& match);

  const Grammar& grammar_;
  std::string_view text_;
  TagQuestion ask_;
  std::string_view style_;
  std::vector<Rival>* rivals_ = nullptr;
  std::size_t position_;   // nothing before it is looked at again
  std::size_t next_cell_ = 0, trigger_cell_ = 0;
  std::vector<Cell> cells_;
  std::vector<std::vector<Found>> found_;  // by cell
  std::size_t found_used_ = 0;
  std::vector<Step> steps_;
  std::vector<Step> path_, outer_;  // the path being walked, and those it was called from
  std::vector<std::uint32_t> order_;
  std::array<Near, 8> near_;
  std::size_t next_near_ = 0;
};

}  // namespace annals
