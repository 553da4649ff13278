// Every format of two invented timelines (tests/export/sample.h: years BC, open ends, a derived window, a
// clock time, hostile signs; the deep past, centuries, spans whose ends are windows), against
// tests/export/golden/invented/<format> and ages/<format>. They stand apart from the rules, so that a golden
// changes only with its writer (those of the samples: tests/scripts/goldens.sh). After a change,
// tools/accept --writers writes them anew: read the diff.
#include "export/formats.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("formats: each writes its goldens, and says what it could not hold") {
  for (const Format& format : formats()) {
    // The page and the database are not for reading; their
    // tests stand in html_test.cc and tests/scripts/exports.sh.
    if (format.name == "html" || format.name == "sqlite") continue;
    for (const auto& [folder, t] : {std::pair("invented/", timeline()), std::pair("ages/", ages())}) {
      INFO(folder << format.name);
      Losses losses;
      const std::string text = written(format.write, t, {}, &losses);
      const std::string now = text + "\n--- lost ---\n" + sample::to_string(losses);
      const std::string path =
          std::string(SOURCE_DIR) + "/tests/export/golden/" + folder + std::string(format.name);
      if (std::getenv("ANNALS_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << now;
      CHECK(read(path) == now);
      CHECK(written(format.write, t) == text);
    }
  }
}

TEST_CASE("formats: none falls over an empty timeline, one without dates, or an article without text") {
  Timeline bare;
  bare.sources = {Source{}};
  Timeline undated = timeline();
  for (Event& event : undated.events) event.when = {};
  for (const Format& format : formats()) {
    INFO(format.name);
    CHECK_NOTHROW(written(format.write, {}));
    CHECK_NOTHROW(written(format.write, bare));
    CHECK_NOTHROW(written(format.write, undated));
  }
}

TEST_CASE("formats: a file's name tells its format") {
  const std::pair<const char*, const char*> rows[] = {
      {"a.csv", "csv"},     {"b/timeline.ics", "ics"}, {"x.tml", "timeml"}, {"x.sqlite", "sqlite"},
      {"x.jsonl", "jsonl"}, {"x.jsonld", "jsonld"},    {"x.html", "html"},  {"x.md", "md"},
      {"x.txt", "table"}};
  for (const auto& [path, name] : rows) {
    INFO(path);
    REQUIRE(format_of_file(path) != nullptr);
    CHECK(format_of_file(path)->name == name);
  }
  CHECK(format_of_file("timeline") == nullptr);
  CHECK(format_of_file("timeline.docx") == nullptr);
}

TEST_CASE("iCalendar: --split, --min-year and --anniversaries") {
  Timeline t = one_article();
  t.events[0].when = within("1904-02-29", "1904-02-29");
  t.events[1].when = within("1599-05-01", "1599-05-03");
  ExportOptions options;
  options.split = 1;
  options.min_year = 1600;
  options.anniversaries = true;
  Losses losses;
  const std::string text = written(write_ics, t, options, &losses);
  const auto count = [&](const std::string& words) {
    std::size_t number = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++number;
    return number;
  };
  CHECK(count("BEGIN:VCALENDAR") == 3);
  CHECK(count("BEGIN:VEVENT") == 3);
  CHECK(count("RRULE:FREQ=YEARLY") == 1);
  const std::string said = sample::to_string(losses);
  CHECK(said.find("ev-quay: 1599-05-01..03: it begins before --min-year 1600") != std::string::npos);
  CHECK(said.find("1 on 29 February, whose anniversary comes every fourth year") != std::string::npos);
  CHECK(said.find("2 written without an anniversary") != std::string::npos);
}
