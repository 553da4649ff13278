// Which event a time expression belongs to, and the word lists of the event rules. Kept apart from the time
// grammar: nothing here enters the matcher's vocabulary.
//
//   rules/en/attach.yaml   kind: attach   initial-main: {left: "^[^VQZUB]*$", right: "^[^V]*(V)", ...}
//   rules/en/verbs.yaml    kind: words    reporting: say tell report
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rule/problem.h"
#include "text/span.h"

namespace annals {

struct AttachExample {  // "She *left* the town in [2015]."
  std::string text;     // without its brackets and stars
  Span time;            // what stood in brackets
  Span target;          // what stood between stars; empty in a counter-example
  Place place;
};

// A set of the letters that stand for chunks, a bit each; P and p share one.
constexpr std::uint64_t letter_set(std::string_view letters) {
  std::uint64_t set = 0;
  for (const char c : letters) set |= std::uint64_t{1} << ((c >= 'a' && c <= 'z' ? c - 0x20 : c) & 63);
  return set;
}

// The letters in every text that the regular expression fits; perhaps not all of them.
std::uint64_t letters_needed(const std::string& expression);

// Regular expressions over one letter a chunk (the letters stand in event/reading.h). `left` is asked of the
// letters before the time expression, `prefix` of the small words right before it, `right` of the letters
// behind it. The first group marks the chunk that the time belongs to.
struct AttachRule {
  enum class Side : std::uint8_t { left, right };
  std::string name;
  Place place;
  std::string left, prefix, right;                // an empty one fits everything
  std::uint64_t left_needs = 0, right_needs = 0;  // letters_needed of `left` and `right`
  Side to = Side::left;
  // "life": birth and death of the name; "gap": the second group takes part in the first's event.
  std::string as;
  double prior = 0.5;  // how often it was right on treebanks
  std::string note;
  std::vector<AttachExample> examples, never;
  int layer = 0;
};

using WordListPages = std::map<std::string, std::vector<std::string>>;  // a list's words or phrases, by name

}  // namespace annals
