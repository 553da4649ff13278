#include "text/article.h"

#include "catch.h"

namespace annals {
namespace {

std::string dated(const Article& article) { return article.date ? to_string(*article.date) : "none"; }

TEST_CASE("the first line may tell the date") {
  struct {
    const char* bytes;
    const char* date;
    const char* body;
  } const rows[] = {
      {"  date 2024-03-13 Former US President", "2024-03-13", "Former US President"},
      {"date 2017-09-13\n\nJoshua Norton", "2017-09-13", "Joshua Norton"},
      {"date 2017-09-13\r\n\r\nJoshua\r\n", "2017-09-13", "Joshua\r\n"},
      {"\tdate\t 2017-09-13 \t\nJoshua", "2017-09-13", "Joshua"},
      {"date 2024-03-13T09:30\nText", "2024-03-13T09:30", "Text"},
      {"date 2024-03-13 09:30 Text", "2024-03-13T09:30", "Text"},
      {"date 2024-03-13T09:30-05:00 Text", "2024-03-13T09:30-05:00", "Text"},
      {"date 2024-03-13 10:30am was late", "2024-03-13", "10:30am was late"},
      {"date 2024-03-13 12 men left", "2024-03-13", "12 men left"},
      {"date 2024-03-13\n09:30 is early", "2024-03-13", "09:30 is early"},
      {"date -0043-03-15 Caesar fell", "-0043-03-15", "Caesar fell"},
      {"date 2024-03-13", "2024-03-13", ""},
      {"\xEF\xBB\xBF"
       "date 2024-03-13\nText",
       "2024-03-13", "Text"},
      {"date palms grow here", "none", "date palms grow here"},
      {"date 2024 was set", "none", "date 2024 was set"},
      {"date 13.03.2024 Text", "none", "date 13.03.2024 Text"},
      {"date2024-03-13 Text", "none", "date2024-03-13 Text"},
      {"\ndate 2024-03-13\nText", "none", "\ndate 2024-03-13\nText"},
      {"dates 2024-03-13", "none", "dates 2024-03-13"},
      {"", "none", ""},
      {"date", "none", "date"},
      {"date ", "none", "date "},
  };
  for (const auto& row : rows) {
    INFO(row.bytes);
    const auto article = read_article(row.bytes, "a");
    CHECK(dated(article) == row.date);
    CHECK(article.text.substr(article.body) == row.body);
    CHECK(article.date_from == (article.date ? "first line" : ""));
    CHECK(article.id == "a");
  }
  CHECK(read_article("  date 2024-03-13 Former", "").body == 18);
}

TEST_CASE("front matter tells more") {
  const auto article = read_article(
      "---\r\ntitle: \"A meeting: what we know\"\r\ndate: 2024-03-13 09:30\r\nlanguage: de\r\nstyle: "
      "'narrative'\r\n"
      "id: m-1\r\ntags:\r\n  - politics\r\n# a comment\r\n\r\nweight: 3\r\n---\r\n\r\nText",
      "file");
  CHECK(article.title == "A meeting: what we know");
  CHECK(dated(article) == "2024-03-13T09:30");
  CHECK(article.date_from == "front matter");
  CHECK(article.language == "de");
  CHECK(article.style == "narrative");
  CHECK(article.id == "m-1");
  CHECK(article.text.substr(article.body) == "Text");
  CHECK(article.text.starts_with("---\r\n"));

  struct {
    const char* bytes;
    const char* date;
    const char* body;
  } const rows[] = {
      {"---\ntitle: x\n---\ndate 2024-03-13\nText", "2024-03-13", "Text"},
      {"---\ndate:\n---\nText", "none", "Text"},
      {"---\ndate: '2024-03-13'\n---", "2024-03-13", ""},
      {"---\nOnce upon a time.\n---\nText", "none", "---\nOnce upon a time.\n---\nText"},
      {"---\ndate: 2024-03-13\nNo fence.", "none", "---\ndate: 2024-03-13\nNo fence."},
      {"---\ndate: 2024-03-13\n", "none", "---\ndate: 2024-03-13\n"},
      {"----\ndate: 2024-03-13\n---\n", "none", "----\ndate: 2024-03-13\n---\n"},
      {"---", "none", "---"},
  };
  for (const auto& row : rows) {
    INFO(row.bytes);
    const auto other = read_article(row.bytes, "a");
    CHECK(dated(other) == row.date);
    CHECK(other.text.substr(other.body) == row.body);
    CHECK(other.language == "en");
  }
}

TEST_CASE("a date that does not exist is refused") {
  struct {
    const char* bytes;
    const char* what;
  } const rows[] = {
      {"date 2023-02-30\nText", "date 2023-02-30 does not exist: February 2023 has 28 days"},
      {"date 2023-04-31 Text", "date 2023-04-31 does not exist: April 2023 has 30 days"},
      {"date 2023-13-01 Text", "date 2023-13-01 does not exist: there is no month 13"},
      {"date 2023-01-00 Text", "date 2023-01-00 does not exist: January 2023 has 31 days"},
      {"date 2023-02-28T25:00", "time 25:00 does not exist: write 2023-02-28T09:30"},
      {"---\ndate: 1900-02-29\n---\n", "date 1900-02-29 does not exist: February 1900 has 28 days"},
      {"---\ndate: 13 March 2024\n---\n",
       "date \"13 March 2024\" in the front matter cannot be read: write YYYY-MM-DD"},
  };
  for (const auto& row : rows) {
    INFO(row.bytes);
    std::string what;
    try {
      read_article(row.bytes, "a");
    } catch (const BadArticle& bad) {
      what = bad.what;
    }
    CHECK(what == row.what);
  }
}

TEST_CASE("each byte that is no UTF-8 becomes one replacement character") {
  const std::string r = "\xEF\xBF\xBD";
  struct {
    std::string bytes, text;
    std::vector<std::size_t> offsets;
  } const rows[] = {
      {"caf\xE9 noir", "caf" + r + " noir", {3}},
      {"\xEF\xBB\xBF"
       "caf\xE9",
       "caf" + r,
       {6}},  // offsets count the BOM
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "caf\xC3\xA9",
       {}},
      {"\xE2\x82"
       "a",
       r + r + "a",
       {0, 1}},  // a cut-off euro sign
      {"a\xE2\x82", "a" + r + r, {1, 2}},
      {"\xC0\xAF", r + r, {0, 1}},  // overlong
      {"\xE0\x9F\xBF", r + r + r, {0, 1, 2}},
      {"\xED\xA0\x80", r + r + r, {0, 1, 2}},             // a surrogate
      {"\xF4\x90\x80\x80", r + r + r + r, {0, 1, 2, 3}},  // above U+10FFFF
      {"\xF4\x8F\xBF\xBF\x80", "\xF4\x8F\xBF\xBF" + r, {4}},
      {"\xF0\x9F\x98\x80\xFF", "\xF0\x9F\x98\x80" + r, {4}},
      {"\xE2\xE2\x82\xAC", r + "\xE2\x82\xAC", {0}},
      {"\xEF\xBB", r + r, {0, 1}},
      {std::string("a\0b\x01\r\n\xFF", 7), std::string("a\0b\x01\r\n", 6) + r, {6}},
      {"\xEF\xBB\xBF\xEF\xBB\xBFx", "\xEF\xBB\xBFx", {}},  // only the first is a BOM
  };
  for (const auto& row : rows) {
    const auto article = read_article(row.bytes, "a");
    INFO(article.text);
    CHECK(article.text == row.text);
    CHECK(article.bad_byte_count == row.offsets.size());
    REQUIRE(article.bad_bytes.size() == row.offsets.size());
    for (std::size_t i = 0; i < row.offsets.size(); ++i) {
      CHECK(article.bad_bytes[i].offset == row.offsets[i]);
      CHECK(article.bad_bytes[i].byte == static_cast<unsigned char>(row.bytes[row.offsets[i]]));
    }
  }
}

TEST_CASE("the first hundred bad bytes are told, all are counted") {
  const auto article = read_article(std::string(1000, '\xFF'), "a");
  CHECK(article.bad_byte_count == 1000);
  CHECK(article.bad_bytes.size() == 100);
  CHECK(article.text.size() == 3000);
}

TEST_CASE("code points are those before the byte") {
  std::string mixed;
  for (int i = 0; mixed.size() < 20'000; ++i)
    mixed += i % 7 == 0 ? "\xF0\x9F\x98\x80" : i % 3 == 0 ? "\xC3\xA9" : "ab";
  for (const auto& text : {std::string(), std::string("abc"), std::string(9000, 'x'), mixed,
                           mixed.substr(0, 4096), std::string(4095, 'x') + "\xC3\xA9" + "y"}) {
    INFO(text.size());
    const CodePoints points(text);
    std::size_t count = 0;
    bool right = true;
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
      const bool begins = byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
      right = right && (!begins || points.at(byte) == count);
      if (begins) ++count;
    }
    CHECK(right);
    CHECK(points.at(text.size() + 10) == count - 1);
  }
}

}  // namespace
}  // namespace annals
