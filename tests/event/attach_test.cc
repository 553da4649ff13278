// What the rules of attachment ask for before they are tried.
#include "event/attach.h"

#include <re2/re2.h>

#include <random>
#include <string>
#include <string_view>

#include "catch.h"
#include "event/marked.h"

using namespace annals;
using namespace annals::testing;

TEST_CASE("letters that an expression cannot do without") {
  const struct {
    const char* expression;
    const char* letters;
  } rows[] = {{"^'[JR]*([NEP])", "'"}, {"(P)\\([^)]*$", "P("}, {"DJ+$", "DJ"},
              {"([NEP])$", ""},        {"W[RDI]*$", "W"},      {"^[^V]*(V)", "V"},
              {"^[^VQZUB]*$", ""},     {"(?:E|EO)N", "EN"},    {"(E)O[DJ]*C([NPE])$", "EOC"},
              {"(?:S|A)(E)", "E"}};
  for (const auto& row : rows) {
    INFO(row.expression);
    CHECK(letters_needed(row.expression) == letter_set(row.letters));
  }
}

TEST_CASE("no rule fits where letters are wanting that it is said to need") {
  const auto& rules = english_rules().attach;
  std::mt19937 random(1846);
  constexpr std::string_view kLetters = "VQZUBNEPpTDJRIAOSWC,;\"()'";
  REQUIRE(rules.size() > 15);
  int fitted = 0;
  for (const AttachRule& rule : rules) {
    const RE2 left(rule.left), right(rule.right);
    for (int i = 0; i < 3000; ++i) {
      std::string letters;
      for (std::size_t n = random() % 12; n > 0; --n) letters += kLetters[random() % kLetters.size()];
      INFO(rule.name << " on " << letters);
      const std::uint64_t set = letter_set(letters);
      const bool fits_left = RE2::PartialMatch(letters, left), fits_right = RE2::PartialMatch(letters, right);
      if (fits_left && (rule.left_needs & ~set) != 0) FAIL("the left is said to need more");
      if (fits_right && (rule.right_needs & ~set) != 0) FAIL("the right is said to need more");
      fitted += fits_left + fits_right;
    }
  }
  CHECK(fitted > 1000);
}
