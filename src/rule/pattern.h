// The notation of patterns: what the words of an expression look like.
//
//   (the) last|past <season>          (an optional word), either|or of single words, a class of the lexicon
//   <month> [<day>, |]<year>          [ | ] groups longer alternatives
//   <from:date> to <to:date>          a name for a class that stands twice
//   'may'                             a quoted word stands for itself; '' is an apostrophe: o''clock
//
// A blank stands for blanks or one line break; no blank, for none; `-` is any dash or hyphen. A word with a
// capital asks for one in the text, a word without takes any case. Optionals and alternatives are multiplied
// out here, so that what goes on is plain sequences of elements.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "rule/problem.h"

namespace annals {

struct PatternWord {     // one token of a literal
  std::string text;      // lower case; for a mark the sign
  bool capital = false;  // asks for a capital in the text
  bool operator==(const PatternWord&) const = default;
};

struct Element {
  std::vector<PatternWord> words;  // any one of these; empty for a reference
  std::string reference;           // "month": a class, a group or a rule
  std::string name;                // what `means` calls it: the reference unless <name:reference>
  bool glued = false;              // no blank before it
  int column = 0;                  // in the pattern, from 0, for messages
  bool operator==(const Element& other) const {  // wherever it stands
    return words == other.words && reference == other.reference && name == other.name && glued == other.glued;
  }
};
using Sequence = std::vector<Element>;

// All sequences that the pattern stands for. What cannot be read becomes a problem at `at` (column + offset).
std::vector<Sequence> parse_pattern(std::string_view pattern, const Problem& at, Problems& problems);

// As a pattern writes it: "last|past <season>", "<day>.<month>"; what a sequence of one pattern reads.
std::string to_string(const Sequence& sequence);

// A literal cut into its tokens: "a.m." -> a . m .   (all but the first glued, unless a blank stands between)
Sequence parse_literal(std::string_view words);

}  // namespace annals
