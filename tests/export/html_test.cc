#include <nlohmann/json.hpp>

#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

namespace {

// The block that holds the timeline: what stands between its start tag and the next end tag of a script.
nlohmann::json data_of(const std::string& page) {
  const std::string tag = "<script type=\"application/json\" id=\"timeline\">";
  const std::size_t begin = page.find(tag) + tag.size();
  return nlohmann::json::parse(page.substr(begin, page.find("</script", begin) - begin));
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t number = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++number;
  return number;
}

}  // namespace

TEST_CASE("HTML: the page holds the timeline, and what the save buttons choose from") {
  const auto data = data_of(written(write_html, timeline()));
  CHECK(data["sources"].size() == 2);
  CHECK(data["sources"][0]["title"] == "The ferry");
  CHECK(data["sources"][0]["timexes"].size() == 5);
  CHECK(data["events"].size() == 5);
  CHECK(data["events"][0]["id"] == "ev-stab");
  CHECK(data["events"][0]["when"] == "-0043-03-13");
  CHECK(data["documents"][0]["events"].size() == 4);

  std::string csv = data["saved"]["csv"]["head"];
  std::string ics = data["saved"]["ics"]["head"];
  for (const auto& event : data["events"]) {
    csv += data["saved"]["csv"]["rows"].value(event["id"].get<std::string>(), "");
    ics += data["saved"]["ics"]["rows"].value(event["id"].get<std::string>(), "");
  }
  ics += data["saved"]["ics"]["tail"];
  CHECK(csv == written(write_csv, timeline()));
  CHECK(ics == written(write_ics, timeline()));
}

TEST_CASE("HTML: no text becomes markup, script or part of the template") {
  const std::string evil[] = {"</script><script>alert(1)</script>", "<!--<script>", "{{data}}{{script}}",
                              "\"><img src=x onerror=alert(1)>", "</title></noscript></body>"};
  const std::string plain = written(write_html, one_article());
  for (const std::string& words : evil) {
    INFO(words);
    Timeline t = one_article();
    Article& a = t.sources[0].article;
    a.title = a.path = a.id = a.date_from = a.language = words;
    a.text += words;
    t.undated[0].reason = t.undated[0].headline = words;
    for (Event& event : t.events) {
      event.headline = event.note = event.attributed_to = words;
      event.why = {words};
    }
    const std::string page = written(write_html, t);
    for (const char* sign : {"<script", "</script", "<img", "<!--", "</title", "</noscript"}) {
      INFO(sign);
      CHECK(count(page, sign) == count(plain, sign));
    }
    CHECK(data_of(page)["events"][0]["why"][0] == words);
    CHECK(data_of(page)["sources"][0]["text"] == a.text);
  }
}

TEST_CASE("HTML: nothing is allowed that the page did not bring itself") {
  const std::string page = written(write_html, {});
  const std::size_t at = page.find("Content-Security-Policy");
  const std::string policy = page.substr(at, page.find('>', at) - at);
  CHECK(policy.find("default-src 'none'") != std::string::npos);
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(count(policy, "'sha256-") == 2);
  for (const char* fetched : {" src=", "<link", "@import", "url(http"})
    CHECK(page.find(fetched) == std::string::npos);
}
