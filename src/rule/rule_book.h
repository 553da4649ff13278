// Everything the pages say, read and checked: word classes, rules, tables.
//
//   rules/en/calendar.yaml   kind: lexicon   month: {11: [november, Nov, Nov.]}
//   rules/en/dates.yaml      kind: rules     month-year: {pattern: <month> (of) <year>,
//                                                         means: {date: [year, month]}, ...}
//   rules/en/hedges.yaml     kind: table     hedges: {nearly: {mod: LESS_THAN, from: 0.75, to: 1}}
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/granularity.h"
#include "rule/attach_rule.h"
#include "rule/operators.h"
#include "rule/pattern.h"
#include "rule/problem.h"

namespace annals {

// What a word of the lexicon stands for: a number (11), a
// unit (month), or a sign of its own (SU, MO, PAST_REF).
struct Atom {
  enum class Kind : std::uint8_t { none, number, unit, sign } kind = Kind::none;
  double number = 0;
  Granularity unit = Granularity::day;
  std::string sign;
  bool operator==(const Atom&) const = default;
};
Atom read_atom(std::string_view text);
std::string to_string(const Atom& atom);

struct WordEntry {
  Sequence words;  // one word an element: "new year's day" is several
  Atom value;
};

// Where a pattern or a guard names a class: "<mnth>" at line 14, column 23.
struct ClassReference {
  std::string reference;
  Place place;
  bool in_guard = false;
};

// A class of the lexicon: words with their values, or digits with a range.
struct WordClass {
  std::string name;
  Place place;
  std::vector<WordEntry> entries;
  bool numeric = false;
  int least_digits = 1, most_digits = 18;
  std::int64_t least = 0, most = 999'999'999'999'999'999;
  int layer = 0;
  bool gazetteer = false;         // its words name rows of the table of the same name
  std::vector<std::string> rows;  // of a gazetteer's page: TABLE/ROW
  bool common = false;            // so frequent that the scan does not stop at its words
};

// `means`, as a tree: an operator over captures, literals and further operators.
struct Term {
  enum class Kind : std::uint8_t { capture, literal, call } kind = Kind::literal;
  std::string capture;  // of a capture: its name in the pattern
  Atom literal;
  Op op = Op::same;
  struct Argument;
  std::vector<Argument> arguments;
};
struct Term::Argument {
  Role role;
  Term term;
};

// What must or must not stand around an expression. Asked
// only of whole expressions, not of parts of larger ones.
struct Guard {
  enum class Where : std::uint8_t { before, behind, tag } where = Where::behind;
  bool wanted = false;  // when: must be there; unless: must not
  std::vector<Sequence> sequences;
  std::string tag;  // asked of the tagger for the expression's first word
  int within = 1;   // how many tokens away it may begin
  Place place;
};

struct Example {
  std::string text;                                        // the sentence without its brackets
  std::vector<std::pair<std::size_t, std::size_t>> spans;  // what the brackets held, in bytes of `text`; in a
                                                           // counter-example, what is found in its place
  std::map<std::string, std::string> expects;  // value, days, type, mod, quant, freq, edtf, anchor
  std::string article;                         // the article's date, or empty for none
  std::string style;
  Place place;
};

struct Rule {
  std::string name;
  Place place;
  std::string where;  // the place as text: "rules/en/dates.yaml:14"
  std::string gives;  // the group that <date> or <number> in other patterns names; empty for none
  std::vector<Sequence> sequences;
  Term means;
  bool whole = true;     // stands alone; false for pages of kind parts
  bool nothing = false;  // a false friend: what fits it is no expression, and no part of one
  bool apart = false;    // a range whose two ends are expressions of their own in TIMEX3
  std::string type, mod, quant, freq, note;
  std::string style;  // "news", "narrative" or "ancient" where the rule holds only there
  // After, before, since, until, during, age: the distance to an event behind the words of `when`.
  std::string link;
  std::vector<Guard> guards;
  std::vector<ClassReference> mentions;
  std::vector<Example> examples;
  std::vector<Example> never;
  int layer = 0;  // 0 built in, 1 the project's own pages
};

using TableRow = std::map<std::string, Atom>;
using Table = std::map<std::string, TableRow>;

struct RuleBook {
  std::string language = "en";
  std::vector<WordClass> classes;
  std::vector<Rule> rules;  // in the order of layers, pages and lines
  std::map<std::string, Table> tables;
  std::vector<AttachRule> attach;  // which event a time belongs to: the first that fires
  WordListPages words;             // word lists of the event rules, no part of the time grammar

  struct Owner {  // the page that said it last
    Place place;
    int layer = 0;
  };
  using Owners = std::map<std::pair<std::string, std::string>, Owner>;  // by kind and name
  Owners owners;

  const WordClass* word_class(std::string_view name) const;
  const TableRow* row(const std::string& table, const std::string& name) const;
};

}  // namespace annals
