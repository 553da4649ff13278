#include "rule/pattern.h"

#include "catch.h"

namespace annals {
namespace {

std::string read(std::string_view pattern, Problems& problems) {
  std::string out;
  for (const Sequence& sequence : parse_pattern(pattern, Problem{{"page", 1, 1}, "", ""}, problems)) {
    if (!out.empty()) out += "; ";
    out += to_string(sequence);
  }
  return out;
}

TEST_CASE("a pattern stands for sequences") {
  const std::pair<const char*, const char*> rows[] = {
      {"last week", "last week"},
      {"last|past <season>", "last|past <season>"},
      {"(the) last <season>", "last <season>; the last <season>"},
      {"in (the) (year) <year>", "in <year>; in year <year>; in the <year>; in the year <year>"},
      {"[last few|past] days", "last few days; past days"},
      {"[last|past] days", "last|past days"},  // single words are one element, however bracketed
      {"<month> <day>(,) <year>", "<month> <day> <year>; <month> <day>, <year>"},
      {"<month> [<day>, |]<year>", "<month> <day>, <year>; <month> <year>"},
      {"<day>(st|nd)", "<day>; <day>st|nd"},
      {"<tens>[-| ]<ones>", "<tens>-<ones>; <tens> <ones>"},
      {"<from:date> to <to:date>", "<from:date> to <to:date>"},
      {"<hour>:<minute>", "<hour>:<minute>"},
      {"p.m.", "p.m."},
      {"mid-May", "mid-May"},
      {"MAY", "May"},  // a capital asks for one, and for no more than one
      {"o''clock", "o'clock"},
      {"'last week'", "last week"},  // a blank in quotes is a blank
      {"the 'p.m.' train", "the p.m. train"},
      {"','", ","},
      {"3–4", "3-4"},  // dashes of every width are one sign
      {"the ‘80s", "the '80s"},
      {"février <year>", "février <year>"},
      {"Q<number>", "Q<number>"},
      {"  last   week ", "last week"},
      {"last\n  week\tago", "last week ago"},  // a pattern over several lines of the page
      {"(a|an) <unit>", "<unit>; a|an <unit>"},
      {"a|<b>|c d", "a|c d; <b> d"},
      {"((the) same) day", "day; same day; the same day"},
      {"(the|the) day", "day; the|the day"},
      {"[a|] day", "a day; day"},
      {"<a>|<a> b", "<a> b"},
  };
  for (const auto& [pattern, expected] : rows) {
    INFO(pattern);
    Problems problems;
    CHECK(read(pattern, problems) == expected);
    CHECK(problems.empty());
  }
}

TEST_CASE("what cannot be read is said, with its column") {
  struct Row {
    const char* pattern;
    int column;
    const char* what;
  };
  const Row rows[] = {
      {"", 1, "the pattern is empty"},
      {"   ", 4, "the pattern is empty"},
      {"(the)", 1, ""},
      {"<month> (of <year>", 9, "`(` is not closed"},
      {"[last|past <season>", 1, "`[` is not closed"},
      {"last [few|many) days", 6, "`[` is not closed"},
      {"<month", 1, "`<` is not closed"},
      {"<>", 1, "a class needs a name: <month> or <from:date>"},
      {"in <from:> and", 4, "a class needs a name: <month> or <from:date>"},
      {"in <:date>", 4, "a class needs a name: <month> or <from:date>"},
      {"last) week", 5, "`)` closes nothing"},
      {"last] week", 5, "`]` closes nothing"},
      {"year's end", 5, "the quote is not closed; an apostrophe is written twice: o''clock"},
      {"last | past week", 6, "`|` stands between two words"},
      {"|last week", 1, "`|` stands between two words"},
      {"last| week", 5, "`|` stands between two words"},
      {"last||past week", 6, "`|` stands between two words"},
      {"week (last|)|", 13, "`|` stands between two words"},
      {"in () May", 4, "nothing stands in the brackets"},
      {"in [] May", 4, "nothing stands in the brackets"},
      {"<year>+", 7, "`+` has no meaning in a pattern"},
      {"<year>{2}", 7, "`{` has no meaning in a pattern"},
      {"a\\d", 2, "`\\` has no meaning in a pattern"},
      {"week > month", 6, "`>` has no meaning in a pattern"},
      {"(((((((((((((((((((((a)))))))))))))))))))))", 21, "brackets stand more than 20 deep"},
      {"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)(m)", 40,
       "the pattern stands for more than 4096 sequences; cut it in two"},
  };
  for (const Row& row : rows) {
    INFO(row.pattern);
    Problems problems;
    const std::string sequences = read(row.pattern, problems);
    if (*row.what == '\0') {
      CHECK(problems.empty());
      continue;
    }
    CHECK(sequences.empty());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.column == row.column);
    CHECK(problems[0].what.substr(0, std::string_view(row.what).size()) == row.what);
  }
}

TEST_CASE("a hostile pattern is refused without filling the memory") {
  std::string many = "[a b|c d|e f|g h|i j|k l|m n|o p]";
  for (int i = 0; i < 6; ++i) many += many;
  for (const std::string& pattern :
       {many, std::string(100'000, '('), std::string(100'000, '<'), std::string(100'000, '|')}) {
    Problems problems;
    CHECK(read(pattern, problems).empty());
    CHECK(problems.size() == 1);
  }
}

TEST_CASE("a literal is cut into its tokens") {
  const std::pair<const char*, const char*> rows[] = {
      {"a.m.", "a.m."}, {"new year''s day", "new year''s day"},
      {"B.C.", "B.C."}, {"Night Live", "Night Live"},
      {"1st", "1st"},   {" of ", "of"},
      {"", ""},
  };
  for (const auto& [words, expected] : rows) CHECK(to_string(parse_literal(words)) == expected);
}

}  // namespace
}  // namespace annals
