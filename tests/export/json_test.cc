#include <nlohmann/json.hpp>

#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;
using nlohmann::ordered_json;

namespace {

std::string timexes_of(const Source& source) {
  std::string out;
  TimexLine line(source.article, out);
  for (const Resolved& timex : source.expressions) {
    std::string written;
    line.add(timex, written);
  }
  line.finish();
  return out;
}

}  // namespace

TEST_CASE("tag: one line, the record's names in their order, code points, nulls") {
  const std::string out = timexes_of(ferry());
  REQUIRE(out.back() == '\n');
  CHECK(out.find('\n') == out.size() - 1);
  const auto document = ordered_json::parse(out);
  CHECK(document["id"] == "ferry");
  REQUIRE(document["timexes"].size() == 5);
  CHECK(
      document["timexes"][0].dump() ==
      R"({"start":45,"end":55,"text":"last month","type":"DATE","value":"1921-04","mod":null,"edtf":"1921-04",)"
      R"("earliest_start":"1921-04-01","latest_start":"1921-04-01","earliest_end":"1921-04-30",)"
      R"("latest_end":"1921-04-30","anchor":"1921-05-02","rule":"last-unit"})");
  CHECK(
      document["timexes"][3].dump() ==
      R"({"start":146,"end":162,"text":"Nearly two years","type":"DURATION","value":"P2Y","mod":"LESS_THAN",)"
      R"("edtf":null,"earliest_start":null,"latest_start":null,"earliest_end":null,"latest_end":null,)"
      R"("anchor":null,"rule":"duration"})");
}

TEST_CASE("tag: quant, freq, begin and end_value only where they apply; what is not placed has no days") {
  Source source = ferry();
  Resolved& set = source.expressions[0];
  set.type = TimexType::set;
  set.quant = "EVERY";
  set.freq = "2X";
  set.begin_value = "1921-04";
  set.end_value = "1921-05";
  set.placed = false;
  set.anchor.at->clock = Clock{9, 30, -1, {}};
  const std::string out = timexes_of(source);
  CHECK(
      ordered_json::parse(out)["timexes"][0].dump() ==
      R"({"start":45,"end":55,"text":"last month","type":"SET","value":"1921-04","mod":null,"quant":"EVERY",)"
      R"("freq":"2X","begin":"1921-04","end_value":"1921-05","edtf":null,"earliest_start":null,)"
      R"("latest_start":null,"earliest_end":null,"latest_end":null,"anchor":"1921-05-02","rule":"last-unit"})");
}

TEST_CASE("an id that is a file name of any bytes is still JSON") {
  Source source = logbook();
  source.article.id = "caf\xE9 \"1\"";
  const std::string out = timexes_of(source);
  CHECK(ordered_json::parse(out)["id"] == "caf\uFFFD \"1\"");
}

TEST_CASE("timeline: one line an article, with its events and undated ones") {
  std::istringstream lines(written(write_jsonl, timeline()));
  std::string first, second, third;
  REQUIRE(std::getline(lines, first));
  REQUIRE(std::getline(lines, second));
  CHECK_FALSE(std::getline(lines, third));
  const auto ferry = ordered_json::parse(first), log = ordered_json::parse(second);
  CHECK(ferry["id"] == "ferry");
  REQUIRE(ferry["events"].size() == 4);
  CHECK(
      ferry["events"][2].dump() ==
      R"({"id":"ev-sank","start":30,"end":34,"text":"sank","headline":"Žofie's ferry sank off Ebba",)"
      R"("edtf":"1921-04","earliest_start":"1921-04-01","latest_start":"1921-04-30",)"
      R"("earliest_end":"1921-04-01","latest_end":"1921-04-30","precision":"month","approximate":false,)"
      R"("basis":"stated","extent":"instant","status":"actual","attributed_to":null,)"
      R"("who":[{"start":16,"end":21,"text":"Žofie"}],"where":[{"start":39,"end":43,"text":"Ebba"}],)"
      R"("time":{"start":45,"end":55,"text":"last month","rule":"last-unit"},)"
      R"("sentence":{"start":16,"end":56,"text":"Žofie's ferry sank off Ebba\r\nlast month."},)"
      R"("confidence":0.79,"links":[],"conflicts":[],)"
      R"("mentions":[{"start":30,"end":34,"text":"sank"},{"source":"log","start":10,"end":16,"text":"landed"}]})");
  CHECK(ferry["events"][1]["earliest_start"].is_null());
  CHECK(ferry["events"][1]["latest_end"] == "1611-12-31");
  CHECK(ferry["events"][3]["links"].dump() ==
        R"([{"relation":"after","to":"ev-sank","why":"nearly two years after"}])");
  CHECK(ferry["events"][3]["conflicts"].dump() ==
        R"([{"what":"1923 against 1924","between":[{"start":185,"end":189,"text":"sold"}]}])");
  CHECK(ferry["undated"].dump() == R"([{"start":191,"end":195,"text":"Once","headline":null,)"
                                   R"("time":{"start":191,"end":195,"text":"Once","rule":"vague"},)"
                                   R"("sentence":{"start":191,"end":213,"text":"Once there was an inn."},)"
                                   R"("reason":"vague: the past"}])");
  CHECK(log["events"].size() == 1);
  CHECK(log["events"][0]["earliest_start"] == "1924-03-13T09:30-05:00");
  CHECK(log["undated"].empty());
}

TEST_CASE("indented JSON is an array of the same documents, even of one") {
  for (const Timeline& t : {timeline(), one_article()}) {
    auto lines = ordered_json::array();
    std::istringstream in(written(write_jsonl, t));
    for (std::string line; std::getline(in, line);) lines.push_back(ordered_json::parse(line));
    const std::string indented = written(write_json, t);
    CHECK(ordered_json::parse(indented) == lines);
    CHECK(indented.find("[\n  {\n    \"id\": \"ferry\",\n") == 0);
  }
  CHECK(written(write_json, Timeline()) == "[]\n");
  CHECK(written(write_jsonl, Timeline()).empty());
}
