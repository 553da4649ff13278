#include "score/timex_score.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.h"
#include "score/timex_report.h"

using namespace annals::score;

namespace {

std::vector<Document> documents(const std::string& lines) {
  std::istringstream in(lines);
  return read_documents(in, "test");
}

// Every document here is "She left in 1914, two days after
// May.": 1914 is 12..16, "two days" 18..26, May 33..36.
std::string line(const std::string& timexes, const std::string& more = "") {
  return R"({"id":"a","text":"She left in 1914, two days after May.","timexes":[)" + timexes + "]" + more +
         "}\n";
}
const std::string year = R"({"start":12,"end":16,"type":"DATE","value":"1914"})";
const std::string days = R"({"start":18,"end":26,"type":"DURATION","value":"P2D"})";
const std::string month = R"({"start":33,"end":36,"type":"DATE","value":"1914-05"})";
const std::string gold = line(year + "," + days + "," + month);

std::string figures(const Scores& scores) {
  return fmt::format("{:.2f} {:.2f} {:.2f} {:.2f}", scores.strict().f1, scores.relaxed().f1, scores.type_f1(),
                     scores.value_f1());
}

std::string kinds(const Scores& scores) {
  std::string text;
  for (const auto& error : scores.errors) text += std::string(to_string(error.kind)) + " ";
  return text;
}

}  // namespace

TEST_CASE("strict, relaxed, type and value F1 of one document") {
  struct {
    const char* what;
    std::string predicted;
    const char *figures, *errors;
  } const rows[] = {
      {"all right", year + "," + days + "," + month, "1.00 1.00 1.00 1.00", ""},
      {"nothing found", "", "0.00 0.00 0.00 0.00", "missed missed missed "},
      {"one of three", year, "0.50 0.50 0.50 0.50", "missed missed "},
      {"wider by a word", R"({"start":9,"end":16,"type":"DATE","value":"1914"})", "0.00 0.50 0.50 0.50",
       "extent missed missed "},
      {"wrong value", R"({"start":12,"end":16,"type":"DATE","value":"1915"})", "0.50 0.50 0.50 0.00",
       "missed missed value "},
      {"another spelling is still another value",
       R"({"start":18,"end":26,"type":"DURATION","value":"PT48H"})", "0.50 0.50 0.50 0.00",
       "missed missed spelling "},
      {"wrong type", R"({"start":12,"end":16,"type":"TIME","value":"1914"})", "0.50 0.50 0.00 0.50",
       "missed missed type "},
      {"no value, no type", R"({"start":12,"end":16,"type":null})", "0.50 0.50 0.00 0.00",
       "missed missed type value "},
      {"one too many", year + "," + days + "," + month + R"(,{"start":0,"end":3,"type":"DATE","value":"X"})",
       "0.86 0.86 0.86 0.86", "spurious "},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    const auto scores = score(documents(gold), documents(line(row.predicted)));
    CHECK(figures(scores) == row.figures);
    CHECK(kinds(scores) == row.errors);
  }
}

TEST_CASE("a gold expression without a value counts as a value of its own unless skipped") {
  const auto valueless = documents(line(R"({"start":12,"end":16,"type":"DATE","value":null},)" + days));
  const auto predicted = documents(line(year + "," + days));
  CHECK(figures(score(valueless, predicted)) == "1.00 1.00 1.00 0.50");
  CHECK(kinds(score(valueless, predicted)) == "value ");
  ScoreOptions skip;
  skip.skip_null_values = true;
  CHECK(figures(score(valueless, predicted, skip)) == "1.00 1.00 1.00 1.00");
  CHECK(kinds(score(valueless, predicted, skip)) == "");
  // Both without a value: equal as strings, but skipped all the same.
  CHECK(figures(score(valueless, valueless)) == "1.00 1.00 1.00 1.00");
  CHECK(figures(score(valueless, valueless, skip)) == "1.00 1.00 1.00 1.00");
}

TEST_CASE("finding the document's own date in its text is neither rewarded nor punished") {
  const auto dated = documents(line(year, R"(,"dct_in_text":{"start":33,"end":36})"));
  const auto scores = score(dated, documents(line(year + "," + month)));
  CHECK(figures(scores) == "1.00 1.00 1.00 1.00");
  CHECK(scores.ignored_on_dct == 1);
}

TEST_CASE("documents that only one side has") {
  const auto two = documents(gold + R"({"id":"b","text":"In 1915.","timexes":[{"start":3,"end":7}]})");
  const auto scores = score(two, documents(gold + R"({"id":"c","error":"no JSON"})"));
  CHECK(scores.counts.gold == 4);
  CHECK(scores.unpredicted == std::vector<std::string>{"b"});
  CHECK(scores.unknown == std::vector<std::string>{"c"});
  CHECK(scores.failed == std::vector<std::string>{"c"});
}

TEST_CASE("a prediction made on another text is refused") {
  const auto other = documents(R"({"id":"a","text":"She left in 1915.","timexes":[]})");
  REQUIRE_THROWS_WITH(score(documents(gold), other), Catch::Contains("differ at offset 15"));
}

TEST_CASE("an error is shown with its words; offsets are code points") {
  const auto one = documents(R"({"id":"u","text":"Škoda, «été»\n1914 Ω","timexes":[{"start":13,"end":17}]})");
  const auto scores = score(one, documents(R"({"id":"u","timexes":[]})"));
  REQUIRE(scores.errors.size() == 1);
  CHECK(scores.errors[0].gold_text == "1914");
  CHECK(scores.errors[0].context == "Škoda, «été» [[1914]] Ω");
}

TEST_CASE("what cannot be read is named with its line") {
  struct {
    const char *lines, *what;
  } const rows[] = {
      {"{\"id\":\"a\",\"timexes\":[]}\n{oops}", "test:2: "},
      {"{\"id\":\"a\",\"timexes\":[]}\n\n{\"id\":\"a\",\"timexes\":[]}",
       "test:3: a second document with the id \"a\""},
      {"{\"text\":\"\",\"timexes\":[]}", "test:1: a document without an id"},
      {R"({"id":"a","timexes":[{"start":1}]})", "test:1: "},
      {R"({"id":"a","events":[]})", "test:1: key 'timexes' not found"},
  };
  for (const auto& row : rows) {
    INFO(row.lines);
    CHECK_THROWS_WITH(documents(row.lines), Catch::StartsWith(row.what));
  }
}

TEST_CASE("the report: a table, a JSON object and a table of errors") {
  const auto late = R"({"start":18,"end":26,"type":"SET","value":"P3D","rule":"count-of-days"})";
  const auto scores = score(documents(gold), documents(line(year + "," + late)));
  std::ostringstream table, errors;
  print(scores, table);
  CHECK_THAT(table.str(), Catch::Contains("strict      100.00   66.67   80.00"));
  CHECK_THAT(table.str(), Catch::Contains("types confused: DURATION as SET 1"));
  CHECK(to_json(scores)["scores"]["relaxed_R"] == 0.666667);
  CHECK(to_json(scores)["by_type"]["DATE"]["found"] == 1);
  write_errors(scores, errors);
  CHECK_THAT(errors.str(), Catch::Contains("value\ta\t18\t26\ttwo days\tDURATION\tP2D\t\ttwo days\tSET\tP3D\t"
                                           "count-of-days\tShe left in 1914, [[two days]] after May.\n"));
}
