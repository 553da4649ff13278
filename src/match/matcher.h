// Finds the expressions of a text, one after the other.
//
//   takes  "She left last summer, in June."
//   gives  [9,20) last-season {season: summer}    [25,29) bare-month {month: June}
//
// The scanner stops at a rare word (match/scanner.h); the tokens around it that the pages know are laid out
// in a row (match/token_row.h) and read from left to right, once for all rows of the same kinds of tokens
// (match/parses.h). At one start the longest match wins, then the upper layer, then page order; one refused
// by its guards gives way to the next at the same start, then the start moves on.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "match/grammar.h"
#include "match/match.h"
#include "match/parses.h"
#include "match/profile.h"
#include "text/span.h"

namespace annals {

// Why a candidate did not win, for `explain`.
struct Rival {
  const Rule* rule = nullptr;
  Span span;
  std::string why;               // "shorter", "unless followed-by (page:line)"
  const Rule* winner = nullptr;  // what it lost to; null where its guards refused it
};

// Answers whether the word at a place is used as a "verb", "noun" or "name".
using TagQuestion = std::function<bool(std::string_view text, Span word, std::string_view tag)>;

// "narrative" also holds in an ancient story, which is one.
inline bool holds_in(std::string_view style, const Rule& rule) {
  return rule.style.empty() || rule.style == style || (style == "ancient" && rule.style == "narrative");
}

class Matcher {
 public:
  // Searches from the byte `from` on. The text must outlive the matcher. Parses kept from one text to the
  // next, of the same grammar, save it most of its work.
  Matcher(const Grammar& grammar, std::string_view text, std::size_t from, TagQuestion ask = {},
          Parses* parses = nullptr);

  bool next(Match& match);  // false at the end
  void go_on(std::size_t from) { position_ = from, row_.clear(); }
  // Only rules of this style, and those of none, are taken; empty: all.
  void set_style(std::string_view style) { style_ = style; }
  // Collects what lost to the match just found; only if set.
  void keep_rivals(std::vector<Rival>* rivals) { rivals_ = rivals; }
  // Counts and times what is done, only if set.
  void set_profile(Profile* profile) { profile_ = profile; }

 private:
  struct Near {  // the token on one side of a place, for the guards
    bool known = false, forward = false, walled = false;
    std::size_t at = 0;
    Token token;
    SymbolKind kind = 0;
  };

  bool lay_out();
  bool take_best(std::size_t start, Match& match);
  bool take_best_timed(std::size_t start, Match& match);
  const Parse& read(std::size_t start);
  bool stands_alone(std::size_t start, std::size_t end);
  // Whether the guards let a match stand, and where the words end that a wanted one met behind it.
  struct Verdict {
    const Guard* refused = nullptr;
    std::size_t wanted_end = 0;
  };
  Verdict judge(const Rule& rule, Span span);
  static std::string reason(const Guard& guard);
  // Where the words end that a guard met, in its direction.
  using GuardPaths = Grammar::GuardPaths;
  std::optional<std::size_t> guard_met(const Guard& guard, const GuardPaths& paths, Span span);
  std::optional<std::size_t> path_end(const Grammar::GuardPath& path, std::size_t at, bool forward);
  const Near& near(std::size_t at, bool forward);
  Span bytes(Span tokens, std::size_t start) const;
  void take(const Form& form, std::size_t start, Match& match) const;

  const Grammar& grammar_;
  std::string_view text_;
  TagQuestion ask_;
  std::string_view style_;
  std::vector<Rival>* rivals_ = nullptr;
  Profile* profile_ = nullptr;
  std::size_t position_;  // nothing before it is looked at again
  TokenRow row_;
  std::size_t next_cell_ = 0;  // the next one that an expression may begin at
  Parser parser_;
  std::optional<Parses> own_parses_;
  Parses& parses_;
  std::array<Near, 8> near_;
  std::size_t next_near_ = 0;
};

}  // namespace annals
