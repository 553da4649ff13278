// In which calendar a date is told: by region, style, weekday, and what the document says.
#include "resolve/reckoning.h"

#include <sstream>

#include "resolve/placed.h"

namespace annals {
namespace {

Article article_with(const std::string& text, const std::string& settings) {
  Article article;
  article.id = "row";
  article.text = text;
  std::istringstream words(settings);
  for (std::string word; words >> word;) {
    const std::size_t at = word.find('=');
    article.settings[word.substr(0, at)] = word.substr(at + 1);
  }
  return article;
}

std::string days_with(const std::string& text, const std::string& settings) {
  std::string out;
  for (const Resolved& r : built_in_engine().tag(article_with(text, settings)).expressions) {
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

TEST_CASE("a year from Easter to Easter has a day twice, or not at all") {
  CHECK(days_with("On 15 April 1348 he came.", "region=france new-year=region") == "1348-04-15 -");
  CHECK(days_with("On 2 April 1347 he came.", "region=france new-year=region") == "1347-04-02 1347-04-10?");
  CHECK(days_with("On 3 February 1566 he came.", "region=france new-year=region") == "1567-02-03 1567-02-13");
  CHECK(days_with("On 3 February 1567 he came.", "region=france new-year=region") == "1567-02-03 1567-02-13");
  CHECK(days_with("On 1 March 1700 he came.", "region=florence new-year=region") == "1701-03-01 1701-03-01");
}

TEST_CASE("a holiday is what its name is in the document's region") {
  CHECK(days_with("On Thanksgiving 2019.", "") == "2019-11-28 2019-11-28");
  CHECK(days_with("On Thanksgiving 2019.", "region=canada") == "2019-10-14 2019-10-14");
  CHECK(days_with("On Labour Day 2019.", "region=france") == "2019-05-01 2019-05-01");
  CHECK(days_with("On Mother's Day 2019.", "region=britain") == "2019-03-31 2019-03-31");
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
  CHECK(setting_problem(book, "region", "englnd").starts_with("unknown (did you mean `england`?); it is"));
  CHECK(!setting_problem(book, "colour", "red").empty());
}

TEST_CASE("seasons and years that begin elsewhere are those of the document's settings") {
  struct Row {
    const char* text;
    const char* settings;
    const char* expected;
  };
  const Row rows[] = {
      {"Built in the summer of 1914.", "", "1914-SU 1914-06-01/1914-08-31"},
      {"Built in the summer of 1914.", "hemisphere=south", "1914-SU 1914-12-01/1915-02-28"},
      {"Built in the winter of 1914.", "hemisphere=south", "1914-WI 1914-06-01/1914-08-31"},
      {"Built in the winter of 1941.", "", "1941-WI 1941-12-01/1942-02-28"},
      {"Built in the winter of 1941.", "winter=begins", "1941-WI 1941-12-01/1942-02-28"},
      {"Built in the winter of 1941.", "winter=ends", "1941-WI 1940-12-01/1941-02-28"},
      {"Built in the winter of 1941-42.", "winter=ends", "1941-WI 1941-12-01/1942-02-28"},
      {"Built in the summer of 1941.", "winter=ends", "1941-SU 1941-06-01/1941-08-31"},
      {"Built in the summer of 1941.", "winter=ends hemisphere=south", "1941-SU 1940-12-01/1941-02-28"},
      {"Built in fiscal 2008.", "", "2008 2008-01-01/2008-12-31"},
      {"Built in fiscal 2008.", "fiscal-year=us-federal", "FY2008 2007-10-01/2008-09-30"},
      {"Built in fiscal 1976.", "fiscal-year=us-federal", "FY1976 1975-07-01/1976-06-30"},
      {"Built in fiscal 2008.", "fiscal-year=uk", "FY2008 2008-04-01/2009-03-31"},
      {"Built in fiscal 2008.", "fiscal-year=australia", "FY2008 2007-07-01/2008-06-30"},
      {"Built in the academic year 2007-08.", "", "2007/2008 2007-09-01/2008-08-31"},
      {"Built in the academic year 2007.", "academic-year=academic-south", "2007/2008 2007-02-01/2008-01-31"},
  };
  for (const Row& row : rows) {
    INFO(row.text << " " << row.settings);
    const auto found = built_in_engine().tag(article_with(row.text, row.settings)).expressions;
    REQUIRE(found.size() == 1);
    CHECK(found[0].value + " " + days_of(found[0]) == row.expected);
  }
}

TEST_CASE("the region chooses among those who have one name, in whatever case it is written") {
  CHECK(days_with("On 2 September 1752 it fell.", "region=England") == "1752-09-02 1752-09-13");
  CHECK(days_with("It was made in the Bronze Age.", "region=greece") == "BC3100/BC1100 -3099~/-1099~");
  CHECK(days_with("In the reign of Philip II.", "region=France") ==
        "1180-09-25/1223-07-21 1180-09-25/1223-07-21");
  CHECK(days_with("In the reign of Philip II.", "") == "1556-01-26/1598-09-13 1180-09-25?/1598-09-13?");
  CHECK(days_with("By 12 Henry IV it fell.", "region=empire") ==
        "1095-04-06/1096-04-05 1095-04-06/1096-04-05");
}

TEST_CASE("months and years within a period are those that people told") {
  CHECK(days_with("In the last quarter of 1380.", "") == "1380-Q4 1380-36");
  CHECK(days_with("In the last decade of the 14th century.", "") == "139 139X");
  CHECK(days_with("In the last quarter of the 14th century.", "") == "1376/1400 1376/1400");
  CHECK(days_with("In the second half of the 14th century.", "") == "13 1351/1400");
}

TEST_CASE("what a name is elsewhere") {
  CHECK(days_with("On Independence Day 1950.", "") == "1950-07-04 1950-07-04");
  CHECK(days_with("On Independence Day 1950.", "region=india") == "1950-08-15 1950-08-15");
  CHECK(days_with("On the Fourth of July 1950.", "region=india") == "1950-07-04 1950-07-04");
}

TEST_CASE("years of eras, the moon's and ours") {
  CHECK(days_with("In Keio 3.", "") == "1867-02-05/1868-01-24 1867-02-05/1868-01-24");
  CHECK(days_with("On the 2nd day of the 12th month of Meiji 5.", "") == "1872-12-31 1872-12-31");
  CHECK(days_with("On the 3rd day of the 12th month of Meiji 5.", "") == "XXXX -");
  CHECK(days_with("In the 8th month of Meiji 6.", "") == "1873-08 1873-08");
  CHECK(days_with("In the leap 8th month of Meiji 6.", "") == "XXXX -");
  CHECK(days_with("In Xuantong 3.", "") == "1911-01-30/1912-02-17 1911-01-30/1912-02-17");
  CHECK(days_with("In the 4th month of Wanli 38.", "") == "1610 1610~");
  CHECK(days_with("On the 3rd day of the 12th month of Meiji 6.", "") == "1873-12-03 1873-12-03");
  CHECK(days_with("In Heisei 1 and Showa 64.", "") ==
        "1989-01-08/1989-12-31 1989-01-08/1989-12-31; 1989-01-01/1989-01-07 1989-01-01/1989-01-07");
  CHECK(days_with("In Heisei 40.", "") == "XXXX -");
}

TEST_CASE("parts of centuries follow the convention that the document names") {
  CHECK(days_with("In the late 16th century.", "century-parts=midas") == "15 1586/1600");
  CHECK(days_with("In the late 16th century.", "century-parts=yearspans") == "15 1560/1600");
  CHECK(days_with("In the late 16th century.", "century-parts=british-library") == "15 1581/1600");
  CHECK(days_with("In the late 16th century.", "") == "15 1567/1600");
}

}  // namespace
}  // namespace annals
