#include "timeline/edits.h"

#include "../export/sample.h"
#include "catch.h"

using namespace annals;

TEST_CASE("edits: how finely an EDTF text says a date") {
  const std::pair<const char*, const char*> rows[] = {{"2022-11-19", "day"},
                                                      {"2022-11", "month"},
                                                      {"2022", "year"},
                                                      {"1914/1918", "year"},
                                                      {"2023-22", "season"},
                                                      {"2023-34", "quarter"},
                                                      {"2023-40", "half"},
                                                      {"199X", "decade"},
                                                      {"18XX", "century"},
                                                      {"-0043-03-15", "day"},
                                                      {"-0043", "year"},
                                                      {"[1667,1668]", "year"},
                                                      {"1984~", "year"},
                                                      {"../1611", "year"},
                                                      {"[..1760-12-03]", "day"},
                                                      {"Y-65000000", "year"},
                                                      {"2024-03-13T09:30", "minute"},
                                                      {"2020-11~/2021-05~", "month"}};
  for (const auto& [edtf, grain] : rows) {
    INFO(edtf);
    CHECK(to_string(grain_of_edtf(edtf)) == grain);
    CHECK(problem_of({"set", "ev-1", "edtf", "", edtf}).empty());
  }
}

TEST_CASE("edits: what each does, and what it conflicts with") {
  struct Row {
    Edit edit;
    std::string shown, conflict;  // "when headline" of the rows, and a part of what is said
  };
  const std::string stab = "-0043-03-13 stab|", quay = "../1611 quay|", sank = "1921-04 sank|",
                    sold = "[1922-10..1923-04] sold|", land = "1924-03-13T09:30-05:00 land|";
  const Row rows[] = {
      {{"set", "ev-sank", "headline", "sank", "went down"},
       stab + quay + "1921-04 went down|" + sold + land,
       ""},
      {{"set", "ev-sank", "headline", "floated", "went down"},
       stab + quay + "1921-04 went down|" + sold + land,
       "ev-sank: headline edited by hand from \"floated\""},
      {{"set", "ev-sank", "headline", "floated", "sank"}, stab + quay + sank + sold + land, ""},
      {{"set", "ev-sank", "edtf", "1921-04", "1930"}, stab + quay + sold + land + "1930 sank|", ""},
      {{"delete", "ev-quay", "", "quay", ""}, stab + sank + sold + land, ""},
      {{"delete", "ev-gone", "", "the inn", ""},
       stab + quay + sank + sold + land,
       "(\"the inn\"), but the article"},
      {{"merge", "ev-sank", "ev-sold", "", ""}, stab + quay + sank + land, ""},
      {{"merge", "ev-sank", "ev-gone", "", ""}, stab + quay + sank + sold + land, "ev-gone"},
      {{"add", "by-hand-1", "edtf", "", "1700/1710"}, stab + quay + "1700/1710 |" + sank + sold + land, ""},
      {{"set", "ev-gone", "headline", "a", "b"},
       stab + quay + sank + sold + land,
       "ev-gone: set by hand (headline: \"b\")"},
  };
  for (const Row& row : rows) {
    INFO(row.edit.action + " " + row.edit.id + " " + row.edit.field + " " + row.edit.was);
    Timeline t = sample::timeline();
    for (Event& event : t.events) event.headline = event.id.substr(3);
    const std::vector<std::string> conflicts = apply({row.edit}, t);
    std::string shown;
    for (const Event& event : t.events) shown += event.edtf + " " + event.headline + "|";
    CHECK(shown == row.shown);
    CHECK(conflicts.size() == (row.conflict.empty() ? 0 : 1));
    if (!conflicts.empty()) CHECK(conflicts[0].find(row.conflict) != std::string::npos);
  }
}

TEST_CASE("edits: what is none is refused") {
  const std::pair<Edit, const char*> rows[] = {{{"set", "ev-1", "edtf", "", "Nov-22"}, "is no EDTF"},
                                               {{"set", "ev-1", "status", "", "maybe"}, "none of actual"},
                                               {{"set", "ev-1", "headline", "", ""}, "needs a headline"},
                                               {{"set", "ev-1", "id", "", "x"}, "cannot be edited"},
                                               {{"change", "ev-1", "", "", ""}, "is no edit"}};
  for (const auto& [edit, why] : rows) {
    INFO(why);
    CHECK(problem_of(edit).find(why) != std::string::npos);
  }
}
