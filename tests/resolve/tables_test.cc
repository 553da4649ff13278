// What the built-in tables of reigns, eras and consuls promise as a whole.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "calendar/calendars.h"
#include "calendar/digits.h"
#include "resolve/placed.h"
#include "resolve/table_row.h"

namespace annals {
namespace {

struct Reigned {
  std::string name;
  Day first, last;
};

Day day_of_cell(const TableRow& row, const char* column) {
  const std::string text = text_of(row, column);
  if (const auto civil = parse_civil(text)) {
    const bool old = *civil < Civil{1582, 10, 15};
    const auto calendar =
        calendar_named(text_of(row, "calendar")).value_or(old ? Calendar::julian : Calendar::gregorian);
    return to_day(CalendarDate{calendar, civil->year, civil->month, civil->day}).value();
  }
  Reader reader(text);
  const Year year = reader.year().value();
  return std::string_view(column) == "from" ? to_day({year, 1, 1}) : to_day({year, 12, 31});
}

std::vector<Reigned> dated_rows(const char* table, std::string_view region) {
  std::vector<Reigned> out;
  for (const auto& [name, row] : built_in_engine().book().tables.at(table)) {
    if (text_of(row, "region") == region && row.contains("from"))
      out.push_back({name, day_of_cell(row, "from"), day_of_cell(row, "to")});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.last, a.name) < std::tie(b.first, b.last, b.name);
  });
  return out;
}

TEST_CASE("reigns of one realm follow each other, but for those that were joint or disputed") {
  const std::set<std::pair<std::string, std::string>> beside = {
      {"edward-iv", "henry-vi-restored"},   // the readeption
      {"jane", "mary-i"},                   // Mary counted from the death of Edward VI
      {"mary-i", "philip-and-mary"},        //
      {"william-and-mary", "william-iii"},  //
  };
  for (const char* region :
       {"England", "Scotland", "France", "Empire", "Papacy", "Spain", "Russia", "Prussia"}) {
    const auto rows = dated_rows("reign", region);
    INFO(region);
    CHECK_FALSE(rows.empty());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      INFO(rows[i].name);
      CHECK(rows[i].first <= rows[i].last);
      if (i == 0 || rows[i - 1].last <= rows[i].first) continue;
      INFO("after " << rows[i - 1].name);
      CHECK(beside.contains({rows[i - 1].name, rows[i].name}));
    }
  }
}

// Popes were consecrated and crowned on Sundays, but for these on some feast; so a slip of a digit shows.
TEST_CASE("popes began on a Sunday or a feast") {
  const std::set<std::string> feasts = {
      "celestine-iv", "innocent-v", "boniface-ix",  "innocent-vii", "leo-x",   "clement-vii",
      "paul-iii",     "julius-iii", "marcellus-ii", "pius-iv",      "pius-v",  "sixtus-v",
      "gregory-xiv",  "urban-viii", "innocent-x",   "clement-xi",   "pius-vi", "pius-vii"};
  for (const Reigned& pope : dated_rows("reign", "Papacy")) {
    INFO(pope.name << " " << to_string(pope.first));
    CHECK((weekday(pope.first) == 7) != feasts.contains(pope.name));
  }
}

TEST_CASE("eras leave no year out") {
  struct Row {
    const char* region;
    Year from, to;
  };
  for (const auto& [region, from, to] : {Row{"Japan", 1596, 2100}, Row{"China", 1368, 1911}}) {
    std::set<Year> years;
    for (const Reigned& era : dated_rows("eastern-era", region)) {
      for (Year year = to_civil(era.first).year; year <= to_civil(era.last).year; ++year) years.insert(year);
    }
    INFO(region);
    CHECK(*years.begin() == from);
    CHECK(*years.rbegin() == to);
    CHECK(static_cast<Year>(years.size()) == to - from + 1);
  }
}

TEST_CASE("each year from 133 to 27 BC has one pair of consuls, but Caesar's alone in 45") {
  std::map<Year, int> pairs;
  for (const Reigned& row : dated_rows("consuls", "Rome")) ++pairs[to_civil(row.first).year];
  for (Year year = -132; year <= -26; ++year) {
    INFO(year);
    CHECK(pairs[year] == (year == -44 ? 0 : 1));
  }
}

TEST_CASE("a pair of consuls stands under two names of the lexicon, in the order of the alphabet") {
  const RuleBook& book = built_in_engine().book();
  const auto consul = std::find_if(book.classes.begin(), book.classes.end(),
                                   [](const WordClass& one) { return one.name == "consul"; });
  REQUIRE(consul != book.classes.end());
  std::set<std::string> names;
  for (const WordEntry& entry : consul->entries) names.insert(entry.value.sign);
  for (const auto& [key, row] : book.tables.at("consuls")) {
    INFO(key);
    const std::string pair = row.contains("of") ? text_of(row, "of") : key;
    const std::size_t dash = pair.find('-');
    REQUIRE(dash != std::string::npos);
    CHECK((names.contains(pair.substr(0, dash)) && names.contains(pair.substr(dash + 1))));
    CHECK(pair.substr(0, dash) < pair.substr(dash + 1));
  }
}

TEST_CASE("periods end behind their beginning") {
  for (const auto& [name, row] : built_in_engine().book().tables.at("period")) {
    INFO(name);
    if (row.contains("from") && row.contains("to")) CHECK(day_of_cell(row, "from") < day_of_cell(row, "to"));
  }
}

}  // namespace
}  // namespace annals
