#include <map>

#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

namespace {

using Rows = std::vector<std::vector<std::string>>;

// A reader of RFC 4180 that accepts nothing else: quotes only around whole fields, CRLF behind each row.
Rows parse(const std::string& text) {
  Rows rows;
  for (std::size_t at = 0; at < text.size();) {
    std::vector<std::string> row;
    for (bool more = true; more;) {
      std::string field;
      if (text[at] == '"') {
        for (++at; text.at(at) != '"' || text.at(at + 1) == '"'; ++at) {
          field += text[at];
          if (text[at] == '"') ++at;
        }
        ++at;
      } else {
        while (std::string(",\r\n\"").find(text.at(at)) == std::string::npos) field += text[at++];
      }
      row.push_back(field);
      more = text.at(at) == ',';
      if (more) ++at;
    }
    REQUIRE(text.substr(at, 2) == "\r\n");
    at += 2;
    rows.push_back(row);
  }
  return rows;
}

std::map<std::string, std::string> row(const Rows& rows, const std::string& id) {
  std::map<std::string, std::string> fields;
  for (const auto& candidate : rows) {
    if (candidate.at(0) != id) continue;
    for (std::size_t i = 0; i < rows[0].size(); ++i) fields[rows[0][i]] = candidate.at(i);
  }
  return fields;
}

}  // namespace

TEST_CASE("CSV: the header and as many fields in each row") {
  const std::string csv = written(write_csv, timeline());
  CHECK(
      csv.substr(0, csv.find('\r')) ==
      "id,edtf,earliest_start,latest_start,earliest_end,latest_end,precision,approximate,headline,who,where,"
      "expression,timex,status,confidence,sentence,source,start,end,anchor,rule,note");
  const Rows rows = parse(csv);
  CHECK(rows.size() == 6);
  for (const auto& fields : rows) CHECK(fields.size() == 22);
}

TEST_CASE("CSV: what stands in the columns") {
  const Rows rows = parse(written(write_csv, timeline()));
  struct Row {
    std::string id, column, expected;
  };
  const Row table[] = {
      {"ev-stab", "edtf", "-0043-03-13"},
      {"ev-stab", "earliest_start", "-0043-03-13"},  // a year, no formula
      {"ev-stab", "timex", "BC0044-03-13"},
      {"ev-stab", "note", "calendar: julian"},
      {"ev-stab", "anchor", ""},
      {"ev-quay", "earliest_start", ""},
      {"ev-quay", "latest_end", "1611-12-31"},
      {"ev-quay", "headline", "The quay, <No. 1 & 2>, was built"},
      {"ev-sank", "precision", "month"},
      {"ev-sank", "approximate", "false"},
      {"ev-sank", "who", "Žofie"},
      {"ev-sank", "where", "Ebba"},
      {"ev-sank", "expression", "last month"},
      {"ev-sank", "timex", "1921-04"},
      {"ev-sank", "confidence", "0.79"},
      {"ev-sank", "sentence", "Žofie's ferry sank off Ebba last month."},
      {"ev-sank", "source", "news/ferry.txt"},
      {"ev-sank", "start", "30"},  // code points: Ž is one
      {"ev-sank", "end", "34"},
      {"ev-sank", "anchor", "article 1921-05-02"},
      {"ev-sank", "rule", "last-unit"},
      {"ev-sold", "headline", "'=sold, \"as seen\""},
      {"ev-sold", "approximate", "true"},
      {"ev-sold", "status", "possible"},
      {"ev-sold", "anchor", "event ev-sank"},
      {"ev-sold", "note",
       "approximate; basis: derived; after ev-sank (nearly two years after); conflict: 1923 against 1924"},
      {"ev-land", "earliest_start", "1924-03-13T09:30-05:00"},
      {"ev-land", "source", "log"},
  };
  for (const Row& expected : table) {
    INFO(expected.id << " " << expected.column);
    CHECK(row(rows, expected.id)[expected.column] == expected.expected);
  }
}

TEST_CASE("CSV: the formula guard, on free text only and only where asked for") {
  struct Row {
    std::string headline, guarded;
  };
  const Row table[] = {
      {"=1+1", "'=1+1"},
      {"+49 30", "'+49 30"},
      {"-2 degrees", "'-2 degrees"},
      {"@home", "'@home"},
      {"\t=1+1", "'=1+1"},  // the blanks before it are gone
      {"1=1", "1=1"},
      {"", ""},
  };
  for (const Row& expected : table) {
    Timeline t = one_article();
    t.events = {t.events[0]};
    t.events[0].headline = expected.headline;
    INFO(expected.headline);
    CHECK(row(parse(written(write_csv, t)), "ev-stab")["headline"] == expected.guarded);
    ExportOptions options;
    options.formula_guard = false;
    const std::string bare = expected.guarded.substr(expected.guarded[0] == '\'' ? 1 : 0);
    CHECK(row(parse(written(write_csv, t, options)), "ev-stab")["headline"] == bare);
  }
}

TEST_CASE("CSV: an expression counted from another, a byte order mark, and what is lost") {
  Timeline t = one_article();
  t.sources[0].expressions[2].anchor = {AnchorKind::expression, moment("1921-04-30"), 0};
  ExportOptions options;
  options.bom = true;
  Losses losses;
  const std::string csv = written(write_csv, t, options, &losses);
  REQUIRE(csv.substr(0, 5) == "\xEF\xBB\xBFid");
  CHECK(row(parse(csv.substr(3)), "ev-quay")["anchor"] == "expression 1 1921-04-30");
  CHECK(sample::to_string(losses) ==
        "1 undated not written: CSV holds dated events; the table, JSON and Markdown list them with their "
        "reasons\n");
}
