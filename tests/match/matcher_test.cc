// Who wins, what guards refuse, what stands between words: on pages small enough to see through.
#include "match/matcher.h"

#include <chrono>

#include "catch.h"
#include "engine.h"

namespace annals {
namespace {

constexpr const char* kWords =
    "kind: lexicon\n"
    "month: {3: [March], 5: [May], 11: [november, Nov.]}\n"
    "season: {SU: [summer]}\n"
    "year: {digits: 4, range: 1000..2199}\n"
    "day: {digits: 1..2, range: 1..31}\n"
    "feast: {X: [new year's day, candlemas]}\n"
    "small: {common: true, words: {1: [one], 2: [two]}}\n"
    "everyday: {common: true, words: {0: [the, of, in, last, a, and, week]}}\n";

class Found {
 public:
  Found(const std::vector<std::string>& rules, const std::vector<int>& layers = {}) {
    std::vector<PageText> pages = {{"words", kWords, 0}};
    for (std::size_t i = 0; i < rules.size(); ++i) {
      pages.push_back(
          {"page" + std::to_string(i), "kind: rules\n" + rules[i], i < layers.size() ? layers[i] : 0});
    }
    Problems problems;
    book_ = load(pages, problems);
    std::erase_if(problems,
                  [](const Problem& p) { return p.what.find("has no example") != std::string::npos; });
    grammar_ = std::make_unique<Grammar>(book_, problems);
    INFO(all_of(problems));
    REQUIRE(problems.empty());
  }

  std::string in(std::string_view text, std::string_view style = "") {
    std::string out;
    Matcher matcher(*grammar_, text, 0);
    matcher.set_style(style);
    for (Match match; matcher.next(match);)
      out += (out.empty() ? "" : " | ") + match.rule().name + ":" + std::string(text_of(match.span(), text));
    return out;
  }

  std::string first(std::string_view text) {
    Matcher matcher(*grammar_, text, 0);
    Match match;
    return matcher.next(match) ? to_string(match, text) : "";
  }

  std::vector<std::string> rivals(std::string_view text) {
    std::vector<Rival> rivals;
    Matcher matcher(*grammar_, text, 0);
    matcher.keep_rivals(&rivals);
    for (Match match; matcher.next(match);) {
    }
    std::vector<std::string> out;
    for (const Rival& rival : rivals) out.push_back(rival.rule->name + ": " + rival.why);
    return out;
  }

 private:
  RuleBook book_;
  std::unique_ptr<Grammar> grammar_;
};

const std::string kMonth = "a-month:\n  pattern: <m:month>\n  means: {date: {month: m}}\n";
const std::string kMonthYear =
    "month-year:\n  pattern: <month> (of) <year>\n  means: {date: {month: month, year: year}}\n";

TEST_CASE("the longest wins, then the upper layer, then page order") {
  CHECK(Found({kMonth, kMonthYear}).in("In May 1914 and in May.") == "month-year:May 1914 | a-month:May");
  CHECK(Found({kMonthYear, kMonth}).in("In May 1914.") == "month-year:May 1914");
  const std::string other = "other:\n  pattern: <m:month>\n  means: {date: {month: m}}\n";
  CHECK(Found({kMonth, other}).in("In May.") == "a-month:May");
  CHECK(Found({other, kMonth}).in("In May.") == "other:May");
  CHECK(Found({kMonth, other}, {0, 1}).in("In May.") == "other:May");
  CHECK(Found({kMonthYear, other}, {0, 1}).in("In May 1914.") ==
        "month-year:May 1914");  // length comes first
}

TEST_CASE("what began earlier is taken before what is longer, and nothing twice") {
  const std::string days = "days:\n  pattern: <day> <month>\n  means: {date: {month: month, day: day}}\n";
  const std::string day_month_year = kMonthYear + days;
  CHECK(Found({day_month_year}).in("5 May 1914") == "days:5 May");
  CHECK(Found({day_month_year}).in("May 1914 May 1915") == "month-year:May 1914 | month-year:May 1915");
}

TEST_CASE("a refused match gives way to the next at its start, then the start moves on") {
  const std::string guarded =
      "month-year:\n  pattern: <month> (of) <year>\n  means: {date: {month: month, year: year}}\n  unless: "
      "{followed-by: men}\n";
  Found both({kMonth, guarded});
  CHECK(both.in("In May 1914 men came.") == "a-month:May");
  CHECK(both.in("In May 1914 many came.") == "month-year:May 1914");
  CHECK(both.rivals("In May 1914 men came.") == std::vector<std::string>{"month-year: unless (page1:5)"});
  CHECK(Found({guarded}).in("In May 1914 men came in May 1915.") == "month-year:May 1915");
}

TEST_CASE("guards look at the neighbours, within their reach") {
  struct Row {
    const char* guard;
    const char* text;
    bool found;
  };
  const Row rows[] = {
      {"unless: {followed-by: of}", "May of", false},
      {"unless: {followed-by: of}", "May, of", true},
      {"unless: {followed-by: of, within: 2}", "May, of", false},
      {"unless: {followed-by: of}", "May\nof", false},
      {"unless: {followed-by: of}", "May\n\nof", true},  // no guard reaches across an empty line
      {"unless: {followed-by: of, within: 3}", "May so\n\nof", true},
      {"unless: {preceded-by: in}", "in May", false},
      {"unless: {preceded-by: in}", "in\n\nMay", true},
      {"unless: {preceded-by: in, within: 2}", "in early May", false},
      {"unless: {preceded-by: in, within: 2}", "in very early May", true},
      {"unless: {preceded-by: in the}", "in the May", false},
      {"unless: {preceded-by: in the}", "the May", true},
      {"unless: {preceded-by: in the}", "in, the May", true},
      {"unless: {preceded-by: '<day>.'}", "5. May", false},
      {"unless: {preceded-by: '<day>.'}", "5 . May", true},
      {"unless: {followed-by: <year>}", "May 1914", false},
      {"unless: {followed-by: <year>}", "May 914", true},
      {"unless: {followed-by: <feast>}", "May new year's day", false},  // a name of several words
      {"unless: {followed-by: <feast>}", "May new year", true},
      {"unless: {preceded-by: <feast>}", "new year's day May", false},
      {"unless: {followed-by: [a, (the) river]}", "May the river", false},
      {"unless: {followed-by: Times}", "May times", true},  // a capital asks for one
      {"unless: {followed-by: Times}", "May Times", false},
      {"when: {preceded-by: [in, of]}", "of May", true},
      {"when: {preceded-by: [in, of]}", "and May", false},
      {"when: {preceded-by: in, followed-by: of}", "and May of", true},  // of several, one is enough
      {"when: {preceded-by: in}\n  unless: {followed-by: of}", "in May of", false},
      {"when: {tag: verb}", "May", false},  // nobody to ask
  };
  for (const Row& row : rows) {
    INFO(row.guard << " on " << row.text);
    CHECK(Found({kMonth + "  " + row.guard + "\n"}).in(row.text) == (row.found ? "a-month:May" : ""));
  }
}

TEST_CASE("a blank stands for blanks or one line break, no blank for none") {
  const std::string rule =
      "a-day:\n  pattern: [<month> <day>, <day>.<month>, <day>-<month>]\n  means: {date: {month: month, day: "
      "day}}\n";
  const std::pair<const char*, const char*> rows[] = {
      {"May 5", "a-day:May 5"},
      {"May  \t5", "a-day:May  \t5"},
      {"May\n5", "a-day:May\n5"},
      {"May \r\n  5", "a-day:May \r\n  5"},
      {"May\n\n5", ""},
      {"May5", ""},
      {"5.May", "a-day:5.May"},
      {"5. May", ""},
      {"5-May", "a-day:5-May"},
      {"5–May", "a-day:5–May"},
      {"5\xC2\xADMay", "a-day:5\xC2\xADMay"},
      {"5 - May", ""},
      {"May\xC2\xA0"
       "5",
       "a-day:May\xC2\xA0"
       "5"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(Found({rule}).in(text) == expected);
  }
}

TEST_CASE("nothing is taken out of a longer word or number") {
  const std::string rule = kMonth + "a-year:\n  pattern: <y:year>\n  means: {date: {year: y}}\n";
  const std::pair<const char*, const char*> rows[] = {
      {"May", "a-month:May"},
      {"Mayor", ""},
      {"dismay", ""},
      {"may", ""},
      {"MAY", "a-month:MAY"},
      {"Mayé", ""},
      {"éMay", ""},
      {"May_be", ""},
      {"x-May-x", "a-month:May"},
      {"1914", "a-year:1914"},
      {"19145", ""},
      {"1914s", ""},
      {"a1914", ""},
      {"_1914", ""},
      {"(1914)", "a-year:1914"},
      {"0914", ""},
      {"1914.", "a-year:1914"},
      {"november", "a-month:november"},
      {"November", "a-month:November"},
      {"nov.", ""},
      {"Nov.", "a-month:Nov."},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(Found({rule}).in(text) == expected);
  }
}

TEST_CASE("captures keep their names; a class may stand twice, and have names of several words") {
  const std::string range =
      "range:\n  pattern: <from:month> to <to:month>\n  means: {span: {from: {date: {month: from}}, to: "
      "{date: {month: to}}}}\n";
  CHECK(Found({range}).first("from March to May") == "[5,17) range {from: March, to: May}");
  const std::string feast = "a-feast:\n  pattern: <f:feast>\n  means: {vague: f}\n";
  CHECK(Found({feast}).in("on New Year’s Day and on candlemas") ==
        "a-feast:New Year’s Day | a-feast:candlemas");
}

TEST_CASE("a group is what its rules give, and a part needs no example") {
  const std::string parts = "gives: date\n" + kMonth + kMonthYear;
  const std::string whole = "since:\n  pattern: since <d:date>\n  means: {since: d}\n";
  Found found({parts, whole});
  CHECK(found.in("since May 1914, since Nov.") == "since:since May 1914 | since:since Nov.");
  CHECK(found.in("since then, in May") == "a-month:May");
}

TEST_CASE("a rule of a style is silent in the other") {
  Found found({kMonth + "  style: narrative\n"});
  CHECK(found.in("In May.", "news").empty());
  CHECK(found.in("In May.", "narrative") == "a-month:May");
  CHECK(found.in("In May.") == "a-month:May");
}

TEST_CASE("a class or literal that the scan cannot look for is refused") {
  Problems problems;
  const RuleBook book = load(
      {{"words", "kind: lexicon\nminas: {1: [ιούλιος]}\n", 0},
       {"page",
        "july:\n  pattern: <minas>\n  means: {date: {month: minas}}\n  examples: [{text: \"[ιούλιος]\"}]\n",
        0}},
      problems);
  REQUIRE(problems.empty());
  const Grammar grammar(book, problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].what.find("rule `july`: in `<minas>` no word is rare enough") == 0);
}

double seconds(const Grammar& grammar, const std::string& text) {
  double least = 1e9;
  for (int round = 0; round < 2; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    Matcher matcher(grammar, text, 0);
    Match match;
    while (matcher.next(match)) {
    }
    least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return least;
}

// Four times the text: four times the time where the cost is linear, sixteen where it is a square.
TEST_CASE("time grows with the text and no faster, whatever the text") {
  const char* const unfriendly[] = {"1 ",
                                    "1",
                                    "in ",
                                    "Monday ",
                                    "two days after ",
                                    "the first week of the first week of ",
                                    "early ",
                                    "early early early May ",
                                    "the ",
                                    "a",
                                    "é",
                                    "mayé",
                                    "May",
                                    "\"",
                                    "'",
                                    "-",
                                    ".",
                                    "1.",
                                    "1,",
                                    "1:",
                                    "1st ",
                                    "one hundred ",
                                    "twenty-",
                                    "two thousand and ",
                                    "between ",
                                    "from 1 to 1 to ",
                                    "the past two ",
                                    "nearly ",
                                    "at least at least ",
                                    "of ",
                                    "\n",
                                    " ",
                                    "May\n",
                                    "1914-",
                                    "5/5/",
                                    "half an hour and a half ",
                                    "the day before the day before ",
                                    "Q1 ",
                                    "x1y2 ",
                                    "\xF0\x9F\x98\x80",
                                    "May – ",
                                    "1914 "};
  const Grammar& grammar = built_in_engine().grammar();
  constexpr std::size_t kSize = 6 * 1024;
  for (const char* piece : unfriendly) {
    std::string text;
    while (text.size() < kSize) text += piece;
    const double once = seconds(grammar, text);
    const double four_times = seconds(grammar, text + text + text + text);
    INFO("\"" << piece << "\" " << once << " s, four times as much " << four_times << " s");
    CHECK(four_times < 9 * once + 0.02);
  }
}

TEST_CASE("a megabyte without a blank, of one word or of blanks is read as fast as any") {
  const Grammar& grammar = built_in_engine().grammar();
  for (const char* piece : {"x", "1", "é", "may", "é1", "\n", " ", ".", "\"", "'"}) {
    std::string text = "Monday ";
    while (text.size() < 1024 * 1024) text += piece;
    text += " May 1914";
    Matcher matcher(grammar, text, 0);
    std::size_t found = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (Match match; matcher.next(match);) ++found;
    INFO(piece);
    CHECK(found == 2);
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < 10);
  }
}

}  // namespace
}  // namespace annals
