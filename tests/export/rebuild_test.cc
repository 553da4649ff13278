#include "export/rebuild.h"

#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

namespace {

using Write = Losses (*)(const Timeline&, const ExportOptions&, std::ostream&);

// What a row says, offsets aside, which count in the quotes; of JSON what it has.
std::vector<BackRow> comparable(const Timeline& timeline, const std::string& form) {
  std::vector<BackRow> rows = rows_of_csv(written(write_csv, timeline));
  for (BackRow& row : rows) {
    for (const char* name : {"start", "end", "anchor"}) row.fields.erase(name);
    if (!form.starts_with("json")) continue;
    for (const char* name : {"timex", "source"}) row.fields.erase(name);
  }
  return rows;
}

}  // namespace

TEST_CASE("rebuild: the rows of a timeline give it back, in each form they are written in") {
  const std::pair<const char*, Write> forms[] = {{"csv", write_csv},
                                                 {"tsv", write_tsv},
                                                 {"json", write_json},
                                                 {"jsonl", write_jsonl},
                                                 {"sqlite", write_sqlite}};
  for (const Timeline& t : {timeline(), ages()}) {
    for (const auto& [form, write] : forms) {
      const std::vector<BackRow> rows = read_back(written(write, t));
      const Timeline again = rebuild(rows);
      const auto was = comparable(t, form), is = comparable(again, form);
      REQUIRE(is.size() == was.size());
      for (std::size_t i = 0; i < is.size(); ++i) {
        for (const auto& [name, value] : was[i].fields) {
          INFO(form << " " << was[i].fields.at("id") << " " << name);
          CHECK(is[i].fields.at(name) == value);
        }
      }
      if (!std::string_view(form).ends_with("sv")) CHECK(again.undated.size() == t.undated.size());
    }
  }
}

TEST_CASE("rebuild: a date that is not what the bounds say was edited") {
  struct {
    const char *edtf, *start, *end, *precision, *approximate, *says;
  } const rows[] = {
      {"2022-11", "2022-11-01", "2022-11-30", "month", "false", "2022-11"},
      {"2022-11-19", "2022-11-01", "2022-11-30", "month", "false", "2022-11"},
      {"1818~", "1808-01-01", "1828-12-31", "year", "TRUE", "1818~"},  // what circa is, no bounds say
      {"1840~", "1808-01-01", "1828-12-31", "year", "true", "1808~/1828~"},
      {"2022-11~", "2022-11-01", "2022-11-30", "month", "false", "2022-11"},
      {"2023-22", "2023-12-01", "2024-02-29", "season", "false", "2023-22"},  // a southern summer
      {"2023-23", "2023-06-01", "2023-08-31", "season", "false", "2023-22"},
      {"Y-66E6", "Y-66500000-01-01", "Y-65500000-12-31", "year", "true", "Y-66E6"},
      {"Nov-22", "2022-11-01", "2022-11-30", "month", "false", "2022-11"},
      {"2022-11", "", "", "month", "false", ""},
  };
  for (const auto& row : rows) {
    INFO(row.edtf << " " << row.start);
    CHECK(edtf_of_bounds({"line 2",
                          {{"edtf", row.edtf},
                           {"earliest_start", row.start},
                           {"latest_start", row.start},
                           {"earliest_end", row.end},
                           {"latest_end", row.end},
                           {"precision", row.precision},
                           {"approximate", row.approximate}}}) == row.says);
  }
}

TEST_CASE("rebuild: nothing is no timeline, and a row that says little is one event") {
  CHECK(rebuild({}).sources.size() == 1);
  const std::vector<BackRow> rows = {
      {"line 2", {{"id", "ev-1"}, {"headline", "It rained"}, {"edtf", "1921"}}}};
  const Timeline t = rebuild(rows);
  REQUIRE(t.events.size() == 1);
  CHECK(t.events[0].headline == "It rained");
  for (const Write write : {write_csv, write_html, write_ics, write_tei, write_timeml, write_sqlite})
    CHECK_NOTHROW(written(write, t));
}
