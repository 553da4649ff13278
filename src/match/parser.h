// All that can begin at one token of a row: every rule that fits, with the parts it is made of.
//
// Walks the automaton's paths from left to right; what was found at a token is kept for the larger patterns
// that ask for it as a part, so the cost stays linear in the text. What it finds depends on nothing but the
// kinds of the tokens and the gaps between them, so that it can be remembered (match/parses.h).
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "match/grammar.h"
#include "match/match.h"
#include "match/token_row.h"

namespace annals {

// A match whose spans count tokens from its first one, not bytes. A capture of a single token keeps in
// `number` the symbol it was taken by.
using Form = Match;

struct Parse {
  // Of whole expressions, best first: the longest, then the upper layer, then page order.
  std::vector<Form> forms;
};

class Parser {
 public:
  Parser(const Grammar& grammar, TokenRow& row) : grammar_(grammar), row_(row), path_(kMostDepth) {}

  void start_row();  // forgets what was found in the row before
  Parse read(std::size_t start);
  // Of what was read last: the symbols that made a difference at each token from the start on, as far as it
  // looked.
  std::vector<Symbols> asked(std::size_t start) const;

 private:
  static constexpr std::size_t kMostDepth = 64;

  struct Step {                      // one edge of a path that was walked
    std::uint16_t from = 0, to = 0;  // cells
    std::uint16_t symbol = 0;        // of a token
    std::int32_t part = -1;          // of a part: index into what was found at `from`
  };
  struct Found {  // a path that reached its end
    Grammar::Accept accept;
    std::uint16_t end = 0;  // cell behind the last one
    std::uint32_t first_step = 0;
    std::uint16_t steps = 0;
  };
  struct Place {  // what begins at one cell
    bool parsed = false;
    std::size_t reach = 0;  // the last cell that a path from here asked for
    Symbols asked;          // of this cell, by all paths
    std::vector<Found> found;
  };

  Place& place(std::size_t start);
  void parse(std::size_t start);
  void parse_within(std::size_t start, std::size_t depth);
  void walk(std::uint32_t state, std::size_t start, std::size_t at, std::size_t depth);
  void walk_parts(std::uint32_t state, std::size_t start, std::size_t at, std::size_t depth);
  void record(std::uint32_t state, std::size_t start, std::size_t at, std::size_t depth);
  bool best_of_its_end(const Place& place, std::size_t index, std::uint16_t group) const;
  std::array<std::uint16_t, 2> groups_of(const Found& found) const;
  bool in_group(const Found& found, std::uint16_t group) const;
  std::int32_t copy(std::size_t origin, std::size_t start, std::size_t index, Form& form) const;
  Capture captured(const Step& step, const Element& element, std::size_t origin) const;

  const Grammar& grammar_;
  TokenRow& row_;
  std::vector<Place> places_;  // by cell
  std::size_t used_ = 0;       // places of this row
  std::vector<Step> steps_;
  std::vector<Step> path_, outer_;  // the path being walked, and those it was called from
};

}  // namespace annals
