#include "export/read_back.h"

#include "catch.h"
#include "export/delimited.h"
#include "export/row.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

TEST_CASE("read back: each form gives the events of the timeline that was written in it") {
  const std::pair<const char*, Losses (*)(const Timeline&, const ExportOptions&, std::ostream&)> forms[] = {
      {"csv", write_csv},
      {"tsv", write_tsv},
      {"json", write_json},
      {"jsonl", write_jsonl},
      {"sqlite", write_sqlite}};
  const Timeline t = timeline();
  for (const auto& [name, write] : forms) {
    std::vector<BackRow> rows = read_back(written(write, t));
    const std::size_t undated =
        std::erase_if(rows, [](const BackRow& row) { return row.fields.count("reason") > 0; });
    CHECK(undated == (std::string_view(name).ends_with("sv") ? 0 : t.undated.size()));
    REQUIRE(rows.size() == t.events.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Event& event = t.events[i];
      const auto edge = [](const std::optional<Moment>& moment) { return moment ? to_string(*moment) : ""; };
      const std::pair<const char*, std::string> fields[] = {
          {"id", event.id},
          {"headline", event.headline},
          {"edtf", event.edtf},
          {"status", std::string(to_string(event.status))},
          {"earliest_start", edge(event.when.earliest_start)},
          {"latest_end", edge(event.when.latest_end)},
          {"precision", std::string(to_string(event.precision))},
          {"approximate", event.approximate ? "true" : "false"},
          {"who", joined(event.who)},
          {"where", joined(event.where)}};
      for (const auto& [field, value] : fields) {
        INFO(name << " " << rows[i].where << " " << field);
        CHECK(rows[i].fields.at(field) == value);
      }
    }
  }
}

TEST_CASE("read back: what annals wrote is known by its first signs, and an article is none") {
  const Timeline t = timeline();
  for (const auto write : {write_csv, write_tsv, write_json, write_jsonl, write_sqlite})
    CHECK(is_written_by_annals(written(write, t)));
  CHECK(is_written_by_annals("\xEF\xBB\xBF\"id\";\"edtf\";\"headline\"\r\n"));
  for (const char* text :
       {"", "\n", "id, edtf and the rest", "[A letter]", "{\"id\":1,\"text\":\"\"}", "date 1921-05-02\n"})
    CHECK_FALSE(is_written_by_annals(text));
}

TEST_CASE("read back: what is no timeline says what it is") {
  const std::pair<std::string, const char*> rows[] = {
      {"", "is empty"},
      {" \r\n", "is empty"},
      {"a,b\r\n1,2\r\n", "no column \"id\""},
      {"id,headline\r\n", "no column \"edtf\""},
      {"id,headline,edtf\r\n\"ev-1,\r\n", "line 2: a quote is never closed"},
      {"[{\"events\":[", "is no JSON: parse error at line 1"},
      {"{\"timexes\":[]}", "no list \"events\""},
      {"[{\"events\":[3]}]", "event 1 is no record"},
      {std::string("SQLite format 3\0 cut", 20), "is no database that annals wrote"}};
  for (const auto& [text, what] : rows) {
    INFO(text);
    try {
      read_back(text);
      FAIL("it was read");
    } catch (const BadRows& bad) {
      INFO(bad.what);
      CHECK(bad.what.find(what) != std::string::npos);
    }
  }
}
