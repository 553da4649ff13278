// In which calendar a date is told: by region, style, weekday, and what the document says.
#include "resolve/reckoning.h"

#include <sstream>

#include "resolve/placed.h"

namespace annals {
namespace {

std::string days_with(const std::string& text, const std::string& settings) {
  Article article;
  article.id = "row";
  article.text = text;
  std::istringstream words(settings);
  for (std::string word; words >> word;) {
    const std::size_t at = word.find('=');
    article.settings[word.substr(0, at)] = word.substr(at + 1);
  }
  std::string out;
  for (const Resolved& r : built_in_engine().tag(article).expressions) {
    out += (out.empty() ? "" : "; ") + r.value + " " + (r.placed ? r.edtf : "-");
  }
  return out;
}

TEST_CASE("a date belongs to the calendar of its place and time") {
  struct Row {
    const char* text;
    const char* settings;
    const char* expected;
  };
  const Row rows[] = {
      {"On 14 October 1066 it fell.", "", "1066-10-14 1066-10-20"},
      {"On 4 October 1582 it fell.", "", "1582-10-04 1582-10-14"},
      {"On 15 October 1582 it fell.", "", "1582-10-15 1582-10-15"},
      {"On 10 October 1582 it fell.", "", "1582-10-10 -"},
      {"On 22 August 1485 it fell.", "region=england", "1485-08-22 1485-08-31"},
      {"On 2 September 1752 it fell.", "region=england", "1752-09-02 1752-09-13"},
      {"On 14 September 1752 it fell.", "region=england", "1752-09-14 1752-09-14"},
      {"On 5 September 1752 it fell.", "region=england", "1752-09-05 -"},
      {"On 5 September 1752 it fell.", "region=france", "1752-09-05 1752-09-05"},
      {"On 25 October 1917 it fell.", "region=russia", "1917-10-25 1917-11-07"},
      {"On 30 February 1712 it fell.", "region=sweden", "1712-02-30 1712-03-11"},
      {"On 30 February 1712 it fell.", "region=england", "1712-02-30 -"},
      {"On 29 February 1700 it fell.", "region=england", "1700-02-29 1700-03-11"},
      {"On 29 February 1700 it fell.", "region=france", "1700-02-29 -"},
      {"On 5 May 1800 it fell.", "calendar=julian", "1800-05-05 1800-05-17"},
      {"On 5 May 1066 it fell.", "calendar=gregorian", "1066-05-05 1066-05-05"},
      {"Executed 30 January 1648/9.", "", "1649-01-30 1649-02-09"},
      {"Executed on Tuesday 30 January 1649.", "", "1649-01-30 1649-02-09"},
      {"Executed on Tuesday 30 January 1648.", "", "1649-01-30 1649-02-09"},
      {"Seen on Monday 14 July 1863.", "", "1863-07-14 1863-07-14?"},
      {"On 11 February 1731 he was born.", "region=england new-year=region", "1732-02-11 1732-02-22"},
      {"On 11 February 1731 he was born.", "region=england new-year=lady-day", "1732-02-11 1732-02-22"},
      {"On 11 February 1731 he was born.", "region=england", "1731-02-11 1731-02-22"},
      {"On 5 September 1699 he was born.", "region=russia new-year=september", "1698-09-05 1698-09-15"},
      {"They rose on Easter Monday 1282.", "", "1282-03-30 1282-04-06"},
      {"They rose on Easter Monday 1916.", "", "1916-04-24 1916-04-24"},
      {"They rose on Easter Monday 1916.", "region=russia", "1916-04-11 1916-04-24"},
      {"They rose on Corpus Christi 1381.", "", "1381-06-13 1381-06-21"},
  };
  for (const Row& row : rows) {
    INFO(row.text << " " << row.settings);
    CHECK(days_with(row.text, row.settings) == row.expected);
  }
}

TEST_CASE("sums in months keep the names of days before the calendar changed") {
  CHECK(placed("On 25 October 1415 they fought. The next day they left. A month later they were home.", "",
               "narrative") ==
        "1415-10-25 | 1415-11-03 | - | none; 1415-10-26 | 1415-11-04 | - | expression; "
        "1415-11 | 1415-11-01/1415-11-30 | - | expression");
}

TEST_CASE("a setting that no page knows is told with those that are known") {
  const RuleBook& book = built_in_engine().book();
  CHECK(setting_problem(book, "region", "england").empty());
  CHECK(setting_problem(book, "century-parts", "midas").empty());
  CHECK(setting_problem(book, "new-year", "lady-day").empty());
  CHECK(setting_problem(book, "hemisphere", "east") == "unknown; it is one of north, south");
  CHECK(!setting_problem(book, "region", "atlantis").empty());
  CHECK(!setting_problem(book, "colour", "red").empty());
}

TEST_CASE("parts of centuries follow the convention that the document names") {
  CHECK(days_with("In the late 16th century.", "century-parts=midas") == "15 1586/1600");
  CHECK(days_with("In the late 16th century.", "century-parts=yearspans") == "15 1560/1600");
  CHECK(days_with("In the late 16th century.", "century-parts=british-library") == "15 1581/1600");
  CHECK(days_with("In the late 16th century.", "") == "15 1567/1600");
}

}  // namespace
}  // namespace annals
