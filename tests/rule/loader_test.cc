#include "rule/loader.h"

#include <filesystem>

#include "catch.h"
#include "engine.h"

namespace annals {
namespace {

constexpr const char* kWords =
    "kind: lexicon\nmonth: {5: [May], 11: [november, Nov.]}\nyear: {digits: 4, range: 1000..2199}\n";
constexpr const char* kRule =
    "month-year:\n  pattern: <month> <year>\n  means: {date: [month, year]}\n  examples: [{text: \"In [May "
    "1914].\"}]\n";

RuleBook read(const std::vector<PageText>& pages) {
  Problems problems;
  RuleBook book = load(pages, problems);
  INFO(all_of(problems));
  CHECK(problems.empty());
  return book;
}

TEST_CASE("a lexicon says values first, then words") {
  const RuleBook book = read({{"words", kWords, 0}});
  const WordClass* month = book.word_class("month");
  REQUIRE(month);
  REQUIRE(month->entries.size() == 3);
  CHECK(to_string(month->entries[2].words) == "Nov.");
  CHECK(month->entries[2].value.number == 11);
  CHECK(month->entries[0].words[0].words[0].capital);
  CHECK(!month->entries[1].words[0].words[0].capital);
  const WordClass* year = book.word_class("year");
  REQUIRE(year);
  CHECK(year->numeric);
  CHECK(year->least_digits == 4);
  CHECK(year->most == 2199);
  CHECK(!book.word_class("week"));
}

TEST_CASE("atoms are numbers, units or signs") {
  CHECK(read_atom("11").kind == Atom::Kind::number);
  CHECK(read_atom("-0.5").number == -0.5);
  CHECK(read_atom("month").kind == Atom::Kind::unit);
  CHECK(read_atom("SU").kind == Atom::Kind::sign);
  CHECK(read_atom("11th").kind == Atom::Kind::sign);
  CHECK(to_string(read_atom("SU")) == "SU");
}

TEST_CASE("a rule knows its place, its page's settings and its own") {
  const RuleBook book =
      read({{"words", kWords, 0},
            {"page",
             "article: 2023-04-18\ngives: date\nunless: {followed-by: of}\n\n"
             "month-year:\n  pattern: <month> <year>\n  means: {date: [month, year]}\n  type: DATE\n"
             "  when: {preceded-by: [in, since], within: 2}\n"
             "  examples:\n    - {text: \"In [May 1914].\", value: 1914-05}\n    - {text: \"Since [May "
             "1914].\", article: 1915-01-01}\n"
             "  never: [\"May 1914 men come.\", \"In [May] 1914 men fell.\"]\n",
             0}});
  REQUIRE(book.rules.size() == 1);
  const Rule& rule = book.rules[0];
  CHECK(rule.where == "page:5");
  CHECK(rule.gives == "date");
  CHECK(rule.type == "DATE");
  REQUIRE(rule.guards.size() == 2);
  CHECK(rule.guards[0].within == 1);
  CHECK(!rule.guards[0].wanted);
  CHECK(rule.guards[1].within == 2);
  CHECK(rule.guards[1].wanted);
  CHECK(rule.guards[1].sequences.size() == 2);
  REQUIRE(rule.examples.size() == 2);
  CHECK(rule.examples[0].text == "In May 1914.");
  CHECK(rule.examples[0].spans == std::vector<std::pair<std::size_t, std::size_t>>{{3, 11}});
  CHECK(rule.examples[0].article == "2023-04-18");
  CHECK(rule.examples[1].article == "1915-01-01");
  REQUIRE(rule.never.size() == 2);
  CHECK(rule.never[1].text == "In May 1914 men fell.");
  CHECK(rule.never[1].spans.size() == 1);
  CHECK(to_string(rule.sequences[0]) == "<month> <year>");
}

TEST_CASE("a page of an upper layer replaces or removes by name") {
  const std::string own =
      "month-year:\n  pattern: <month>, <year>\n  means: {date: [month, year]}\n  examples: [{text: \"In "
      "[May, 1914].\"}]\n";
  const RuleBook replaced = read({{"words", kWords, 0}, {"page", kRule, 0}, {"own", own, 1}});
  REQUIRE(replaced.rules.size() == 1);
  CHECK(to_string(replaced.rules[0].sequences[0]) == "<month>, <year>");
  CHECK(replaced.rules[0].layer == 1);
  CHECK(read({{"words", kWords, 0}, {"page", kRule, 0}, {"own", "month-year: off\n", 1}}).rules.empty());

  const RuleBook words = read({{"words", kWords, 0}, {"own", "kind: lexicon\nmonth: {5: [mai]}\n", 1}});
  REQUIRE(words.word_class("month"));
  CHECK(words.word_class("month")->entries.size() == 1);
  CHECK(!read({{"words", kWords, 0}, {"own", "kind: lexicon\nmonth: off\n", 1}}).word_class("month"));

  const std::string table =
      "kind: table\nhedges:\n  about: {mod: APPROX, width: 1}\n  nearly: {mod: LESS_THAN}\n";
  const RuleBook tables =
      read({{"table", table, 0}, {"own", "kind: table\nhedges:\n  about: {width: 10}\n", 1}});
  REQUIRE(tables.row("hedges", "about"));
  CHECK(tables.row("hedges", "about")->at("width").number == 10);  // cell by cell
  CHECK(tables.row("hedges", "about")->at("mod").sign == "APPROX");
  CHECK(tables.row("hedges", "nearly"));
  CHECK(!tables.row("hedges", "never"));
}

TEST_CASE("an empty page and one of comments say nothing") {
  CHECK(read({{"a", "", 0}, {"b", "# to be written\n", 0}, {"c", "kind: lexicon\n", 0}}).rules.empty());
}

TEST_CASE("pages with CRLF, a BOM or one line only read alike") {
  std::string crlf;
  for (const char* c = kRule; *c; ++c) crlf += *c == '\n' ? "\r\n" : std::string(1, *c);
  CHECK(read({{"words", kWords, 0}, {"page", crlf, 0}}).rules.size() == 1);
  CHECK(read({{"words", kWords, 0}, {"page", "\xEF\xBB\xBF" + std::string(kRule), 0}}).rules.size() == 1);
  Problems problems;
  load({{"page", "x:\r\n  patern: a\r\n", 0}}, problems);
  REQUIRE(!problems.empty());
  CHECK(problems.back().line == "  patern: a");
}

TEST_CASE("pages come in the order of their names; a folder that is not there is an error") {
  const auto pages = built_in_pages();
  REQUIRE(pages.size() > 10);
  CHECK(std::is_sorted(pages.begin(), pages.end(),
                       [](const PageText& a, const PageText& b) { return a.name < b.name; }));
  CHECK(pages[0].name.starts_with("rules/en/"));
  CHECK_THROWS_AS(read_pages("/nowhere/at/all", "x", 0), std::runtime_error);
}

TEST_CASE("problems of all pages come at once, in the order of pages and lines") {
  Problems problems;
  load({{"b", "one:\n  pattern: <a>\nkinds: off\n", 0}, {"a", "- x\n", 0}}, problems);
  std::string places;
  for (const Problem& problem : problems) places += to_string(problem.place) + " ";
  CHECK(places == "b:1 b:1 b:2 b:3 a:1 ");
}

TEST_CASE("near names are offered, far ones are not") {
  const std::vector<std::string> names = {"month", "weekday", "year"};
  CHECK(did_you_mean("mnth", names) == " (did you mean `month`?)");
  CHECK(did_you_mean("weekdya", names) == " (did you mean `weekday`?)");
  CHECK(did_you_mean("fortnight", names).empty());
  CHECK(did_you_mean("x", names).empty());
  CHECK(did_you_mean("", names).empty());
}

// Whatever the bytes, the loader answers with problems, not
// with a crash: each page cut short and with a byte changed.
TEST_CASE("spoiled pages are problems at most") {
  unsigned seed = 7;
  const auto next = [&seed] { return (seed = seed * 1664525U + 1013904223U) >> 8; };
  for (const PageText& page : built_in_pages()) {
    for (int round = 0; round < 12; ++round) {
      PageText spoiled = page;
      if (round % 3 == 0) spoiled.text.resize(next() % (spoiled.text.size() + 1));
      for (int i = 0; i < 3 && !spoiled.text.empty(); ++i) {
        spoiled.text[next() % spoiled.text.size()] =
            "<>[]{}():,'\"|-#&*!%=\n\t \\\0\xFF"
            "aZ9"[next() % 28];
      }
      Problems problems;
      CHECK_NOTHROW(load({spoiled}, problems));
    }
  }
}

}  // namespace
}  // namespace annals
