// All patterns as one automaton over tokens, and the words at which it is worth starting.
//
// Every pattern, multiplied out into plain sequences (rule/pattern.h), is a path in one tree of states: what
// patterns share at their beginning is walked once for all of them, so a rule that does not fire costs next
// to nothing. An edge takes a token (by a symbol: one bit a word class or literal set) or a finished part (by
// a group: the rules that <date> or <number> name). Names of more than one token in the lexicon ("new year's
// day") are paths too.
//
//   (root) --<month>--> s1 --<year>--> s2   accepts month-year
//                        s1 --<day>--> s3 --','--> s4 --<year>--> s5   accepts month-day-year
//
// Made of the pages (match/grammar_builder.cc), or read back as the build made it (match/prepared.h).
#pragma once
#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/rows.h"
#include "match/scanner.h"
#include "match/vocabulary.h"
#include "rule/rule_book.h"
#include "text/token.h"

namespace annals {

inline constexpr std::size_t kMostSymbols = 4096;
using Symbols = std::bitset<kMostSymbols>;
// Tokens that can stand for the same symbols are of one kind: most years, most months. 0 stands for nothing.
using SymbolKind = std::uint16_t;

class Grammar {
 public:
  // The book must outlive the grammar. Patterns in which nothing is worth looking for become problems.
  Grammar(const RuleBook& book, Problems& problems);

  struct Edge {
    std::uint16_t symbol = 0;
    bool glued = false;
    std::uint32_t target = 0;
  };
  struct PartEdge {
    std::uint16_t group = 0;
    bool glued = false;
    std::uint32_t target = 0;
  };
  // A path ends here: a rule's, with the sequence that names its captures, or that of a name in the lexicon.
  struct Accept {
    std::uint32_t rule = 0;        // index into book().rules, or kNoRule
    std::uint32_t what = 0;        // the rule's sequence, or the name's atom, by their numbers in the book
    std::uint16_t word_class = 0;  // of the name: its group
  };
  static constexpr std::uint32_t kNoRule = 0xFFFFFFFF;
  static constexpr std::uint16_t kNoGroup = 0xFFFF;

  const RuleBook& book() const { return book_; }
  const Scanner& scanner() const { return scanner_; }
  std::span<const Edge> edges(std::uint32_t state) const { return edges_[state]; }
  std::span<const PartEdge> parts(std::uint32_t state) const { return parts_[state]; }
  std::span<const Accept> accepts(std::uint32_t state) const { return accepts_[state]; }
  const Sequence& sequence(const Accept& accept) const { return *sequences_[accept.what]; }
  const Atom* atom(const Accept& accept) const { return atoms_[accept.what]; }

  // The word of the vocabulary that a token is, or none (0). Marks are words too.
  std::uint32_t vocable(const Token& token, std::string_view text) const;
  // What a token can stand for.
  SymbolKind kind(const Token& token, std::uint32_t vocable) const {
    return vocable != 0                      ? vocable_kinds_[vocable][token.capital]
           : token.kind == TokenKind::number ? number_kind(token)
                                             : SymbolKind{0};
  }
  std::span<const std::uint16_t> symbols(SymbolKind kind) const { return kinds_[kind]; }  // sorted
  bool can_be(SymbolKind kind, std::uint16_t symbol) const {
    std::uint16_t found = 0;  // without a branch: most kinds have a handful
    for (const std::uint16_t one : kinds_[kind]) found |= static_cast<std::uint16_t>(one == symbol);
    return found != 0;
  }
  // The edges out of the root that a token of a kind can take, and those that a finished part of a group can;
  // the symbols of all of them.
  std::span<const Edge> first_edges(SymbolKind kind) const { return first_edges_[kind]; }
  std::span<const PartEdge> first_part_edges(std::uint16_t group) const { return first_parts_[group]; }
  const Symbols& first_symbols() const { return first_symbols_; }

  // The groups a rule's result belongs to: its own name's and the one it gives, where patterns ask for them.
  const std::array<std::uint16_t, 2>& groups_of(std::uint32_t rule) const { return rule_groups_[rule]; }
  // The value a class gives to a word, or null.
  const Atom* value(std::uint16_t symbol, std::uint32_t vocable, bool capital) const;

  // Guards share the automaton's symbols but are walked on their own.
  struct GuardPath {
    std::vector<Edge> steps;  // targets unused
  };
  struct GuardPaths {
    std::vector<GuardPath> paths;
    std::vector<std::uint16_t> nearest;  // symbols of the steps next to the expression: most tokens fit none
  };
  // One for each guard of a rule of the book.
  const std::vector<GuardPaths>& guard_paths(const Rule& rule) const {
    return guards_[static_cast<std::size_t>(&rule - book_.rules.data())];
  }

  // Parts of the tables below.
  struct NumberKind {  // of the numbers from here to the next one's
    std::int64_t from = 0;
    SymbolKind kind = 0;
  };
  struct WordValue {  // what a class makes of a word
    std::uint16_t symbol = 0;
    bool capital = false;
    std::uint32_t atom = 0;
  };

 private:
  friend class GrammarBuilder;
  friend struct GrammarFile;
  explicit Grammar(const RuleBook& book);  // with nothing in it yet but the numbers of the book's parts
  void find_first_symbols();

  SymbolKind number_kind(const Token& token) const;

  const RuleBook& book_;
  std::vector<const Sequence*> sequences_;  // of all rules, in order
  std::vector<const Atom*> atoms_;          // of all words of all classes, in order
  Rows<Edge> edges_;                        // by state; 0 is the root
  Rows<PartEdge> parts_;
  Rows<Accept> accepts_;
  Vocabulary vocabulary_;
  Rows<std::uint16_t> kinds_;                             // their symbols, sorted
  std::vector<std::array<SymbolKind, 2>> vocable_kinds_;  // in small letters, and with a capital
  std::array<std::vector<NumberKind>, 19> number_kinds_;  // by the number of digits
  Rows<WordValue> values_;                                // by vocable
  Rows<Edge> first_edges_;
  Rows<PartEdge> first_parts_;  // by group
  Symbols first_symbols_;
  std::vector<std::array<std::uint16_t, 2>> rule_groups_;
  std::vector<std::vector<GuardPaths>> guards_;  // by rule
  Scanner scanner_;
};

}  // namespace annals
