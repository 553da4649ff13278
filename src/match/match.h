// An expression that was found: the rule that fitted, its captures, and the parts it is made of.
//
//   "the last week of June"   parts[0] nth-unit-of-date {ordinal: last, unit: week, of: June}
//                             parts[1] bare-month {month: June}
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rule/rule_book.h"
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
std::string captures_of(const Match& match, std::string_view text);  // "last-season {season: summer}"
std::string to_string(const Match& match, std::string_view text);    // "[9,20) last-season {season: summer}"

}  // namespace annals
