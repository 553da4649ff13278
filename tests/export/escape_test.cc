#include "export/escape.h"

#include "catch.h"

using namespace annals;

TEST_CASE("JSON strings: what JSON escapes and nothing else") {
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"", R"("")"},
      {"last summer", R"("last summer")"},
      {"said \"no\"", R"("said \"no\"")"},
      {"a\\b\r\n\tc", R"("a\\b\r\n\tc")"},
      {std::string("nul \0 bell \a", 12), R"("nul \u0000 bell \u0007")"},
      {"été 東京 \x7F", "\"été 東京 \x7F\""},
  };
  for (const Row& row : rows) {
    std::string out;
    append_json_string(row.text, out);
    INFO(row.text);
    CHECK(out == row.expected);
  }
}

TEST_CASE("XML: markup, carriage returns, and what XML 1.0 cannot hold") {
  struct Row {
    std::string text, expected;
    std::size_t replaced;
  };
  const Row rows[] = {
      {"Marks & Spencer <1> \"x\"", "Marks &amp; Spencer &lt;1&gt; \"x\"", 0},
      {"]]>", "]]&gt;", 0},
      {"a\r\nb\tc", "a&#13;\nb\tc", 0},
      {"form\ffeed \x1B[31m", "form\uFFFDfeed \uFFFD[31m", 2},
      {"\uFFFE\uFFFF\uFFFD\uFEFF全", "\uFFFD\uFFFD\uFFFD\uFEFF全", 2},
  };
  for (const Row& row : rows) {
    std::string out;
    const std::size_t replaced = append_xml(row.text, out);
    INFO(row.text);
    CHECK(out == row.expected);
    CHECK(replaced == row.replaced);
  }
  std::string attribute;
  append_xml_attribute("value", "a\"b\n<", attribute);
  CHECK(attribute == " value=\"a&quot;b&#10;&lt;\"");
}

// The scan takes eight bytes at a time: each byte value at each place of a word, against one byte at a time.
TEST_CASE("eight bytes at a time find what one at a time finds") {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, '\x21');
      text[at] = static_cast<char>(byte);
      text[(at + 3) % 20] = '\x7F';
      std::string json, xml, expected_json = "\"", expected_xml;
      append_json_string(text, json);
      append_xml(text, xml);
      for (const char c : text) {
        std::string one;
        append_json_string(std::string_view(&c, 1), one);
        expected_json += one.substr(1, one.size() - 2);
        append_xml(std::string_view(&c, 1), expected_xml);
      }
      INFO(byte << " at " << at);
      CHECK(json == expected_json + "\"");
      CHECK(xml == expected_xml);
    }
  }
}

TEST_CASE("one line of a text") {
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"  the  bridge\r\n\tburned ", "the bridge burned"},
      {"\x1B[31mred\x07", "\uFFFD[31mred\uFFFD"},
      {"a\u0085b\u2028c\u0090d", "a b c\uFFFDd"},
      {"a\xC3", "a\uFFFD"},
      {"5 km", "5 km"},  // a no-break space is meant
  };
  for (const Row& row : rows) CHECK(one_line(row.text) == row.expected);
  CHECK(valid_utf8("a  \xFF\xC3\xA9\n") == "a  \uFFFDé\n");
}
