// The gazetteers that ship: each row's days exist, in order, and those who reigned one after the other meet.
#include "calendar/calendars.h"
#include "calendar/digits.h"
#include "catch.h"
#include "engine.h"

namespace annals {
namespace {

std::string cell(const TableRow& row, const char* column) {
  const auto found = row.find(column);
  return found == row.end() ? "" : found->second.sign;
}

std::optional<Day> day_of(const TableRow& row, const char* column) {
  const std::string text = cell(row, column);
  if (const auto civil = parse_civil(text)) {
    const auto old = *civil < Civil{1582, 10, 15} ? Calendar::julian : Calendar::gregorian;
    const auto calendar = calendar_named(cell(row, "calendar")).value_or(old);
    return to_day(CalendarDate{calendar, civil->year, civil->month, civil->day});
  }
  Reader reader(text);
  const auto year = reader.year();
  const bool last = std::string_view(column) == "to";
  return year && reader.done() ? std::optional(to_day({*year, last ? 12 : 1, last ? 31 : 1})) : std::nullopt;
}

TEST_CASE("each row of a gazetteer ends behind its beginning, and says where and by whose word") {
  std::size_t rows = 0;
  for (const auto& [name, table] : built_in_engine().book().tables) {
    for (const auto& [key, row] : table) {
      if (!row.contains("region") || !row.contains("from") || row.contains("style")) continue;
      INFO(name << "/" << key);
      ++rows;
      const auto first = day_of(row, "from"), last = day_of(row, "to");
      REQUIRE((first && last));
      CHECK(*first <= *last);
      CHECK(!cell(row, "source").empty());
      if (const std::string of = cell(row, "of"); !of.empty()) CHECK(table.contains(of));
    }
  }
  CHECK(rows > 400);
}

TEST_CASE("a reign begins when the one before it is over") {
  const char* const lines[][2] = {{"henry-vii-england", "henry-viii"}, {"henry-viii", "edward-vi"},
                                  {"mary-i", "elizabeth-i"},           {"elizabeth-i", "james-i-england"},
                                  {"george-ii", "george-iii"},         {"david-i", "malcolm-iv"},
                                  {"james-v", "mary-queen-of-scots"},  {"mary-queen-of-scots", "james-vi"},
                                  {"louis-vii", "philip-augustus"},    {"louis-xiv", "louis-xv"},
                                  {"charles-v-empire", "ferdinand-i"}, {"ferdinand-ii", "ferdinand-iii"}};
  const Table& reigns = built_in_engine().book().tables.at("reign");
  for (const auto& [before, after] : lines) {
    INFO(before << " " << after);
    REQUIRE((reigns.contains(before) && reigns.contains(after)));
    const auto end = day_of(reigns.at(before), "to"), start = day_of(reigns.at(after), "from");
    CHECK((end && start && *start >= *end && *start <= *end + 1));
  }
}

}  // namespace
}  // namespace annals
