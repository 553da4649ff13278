#include "match/scanner.h"

#include <algorithm>
#include <set>
#include <string>

#include "catch.h"

namespace annals {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

struct Stops {
  std::set<std::string> words;  // lower case; of longer ones the first eight letters tell
  std::set<std::size_t> digits;
  std::string behind;
};

// Run by run, with std::string.
std::vector<std::size_t> plain_stops(const std::string& text, const Stops& stops) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto same = letter(text[at]) ? letter : digit;
    if (!letter(text[at]) && !digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && same(text[end])) ++end;
    std::string run = text.substr(at, end - at);
    for (char& c : run) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool number_stops = stops.digits.contains(run.size()) ||
                              (end < text.size() && stops.behind.find(text[end]) != std::string::npos);
    const bool word_stops = std::any_of(stops.words.begin(), stops.words.end(), [&](const std::string& w) {
      return w.substr(0, 8) == run.substr(0, 8);
    });
    if (digit(text[at]) ? number_stops : word_stops) out.push_back(at);
    at = end;
  }
  return out;
}

std::vector<std::size_t> all_stops(const Scanner& scanner, std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t at = scanner.next(text, from);
    if (at == Scanner::npos) break;
    out.push_back(at);
    from = at;
    const auto same = letter(text[at]) ? letter : digit;
    while (from < text.size() && same(text[from])) ++from;
  }
  return out;
}

Scanner scanner_of(const Stops& stops) {
  Scanner scanner;
  for (const std::string& word : stops.words) scanner.stop_at_word(word);
  for (const std::size_t digits : stops.digits) scanner.stop_at_number(static_cast<int>(digits));
  for (const char sign : stops.behind) scanner.stop_at_number_before(sign);
  return scanner;
}

const Stops kStops = {
    {"a", "ab", "abc", "bca", "may", "monday", "ccccccc", "bbbbbbbb", "aaaaaaaaa"}, {1, 4}, "sS-\xE2"};

TEST_CASE("the scan stops where a plain search stops, whatever the length and the place in a block") {
  const Scanner scanner = scanner_of(kStops);
  unsigned seed = 1;
  const auto below = [&seed](unsigned most) { return (seed = seed * 1664525U + 1013904223U) / 65536 % most; };
  static const char* const pieces[] = {"a",   "b",      "c",      "A",    "B", " ",        " ",
                                       "1",   "2",      "s",      "-",    "é", "–",        "\n",
                                       "May", "monday", "MONDAY", "0000", "_", "aaaaaaaa", "cccccc"};
  std::size_t stops = 0;
  for (std::size_t length = 0; length < 400; ++length) {
    for (int round = 0; round < 12; ++round) {
      std::string text;
      while (text.size() < length) text += pieces[below(std::size(pieces))];
      const auto expected = plain_stops(text, kStops);
      stops += expected.size();
      const auto got = all_stops(scanner, text);
      if (got == expected) continue;
      INFO(text);
      CHECK(got == expected);
    }
  }
  CHECK(stops > 10'000);
}

TEST_CASE("a word is found at each place of the first blocks and at the text's very end") {
  const Scanner scanner = scanner_of(kStops);
  for (std::size_t before = 0; before < 200; ++before) {
    INFO(before);
    CHECK(scanner.next(std::string(before, ' ') + "monday", 0) == before);
    CHECK(scanner.next(std::string(before, '.') + "1999", 0) == before);
    CHECK(scanner.next(std::string(before, 'x') + " monday", 0) == before + 1);
    CHECK(scanner.next(std::string(before + 1, 'x') + "monday", 0) == Scanner::npos);
    CHECK(scanner.next(std::string(before, ' ') + "mondays and", 0) == Scanner::npos);
    CHECK(scanner.next(std::string(before, ' ') + "x1999", 0) == before + 1);
  }
}

TEST_CASE("long runs of letters and digits are one word and one number") {
  const Scanner scanner = scanner_of(kStops);
  for (const std::size_t length : {9, 63, 64, 65, 127, 128, 1000}) {
    INFO(length);
    CHECK(scanner.next(std::string(length, 'a'), 0) == 0);  // told by its first eight letters
    CHECK(scanner.next(std::string(length, 'c'), 0) == Scanner::npos);
    CHECK(scanner.next(std::string(length, '1'), 0) == Scanner::npos);
    CHECK(scanner.next(std::string(length, '1') + "s", 0) == 0);
    CHECK(scanner.next(std::string(length, '1') + " s", 0) == Scanner::npos);
  }
}

TEST_CASE("words with letters beyond ASCII are looked for by their longest stretch of ASCII") {
  Scanner scanner;
  scanner.stop_at_word("février");
  scanner.stop_at_word("août");
  scanner.stop_at_word("μήνας");  // none: nothing to look for
  const std::string text = "en février, en août, μήνας";
  CHECK(scanner.next(text, 0) == text.find("vrier"));
  CHECK(scanner.next(text, text.find(", en ao")) == text.find("ao"));
  CHECK(scanner.next(text, text.find(", μ")) == Scanner::npos);
}

TEST_CASE("a thousand words are all found, and no others") {
  Scanner scanner;
  std::set<std::string> words;
  for (int i = 0; i < 1000; ++i) {
    std::string word;
    for (int n = i * 7919 + 17; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
    words.insert(word);
    scanner.stop_at_word(word);
  }
  for (const std::string& word : words) {
    INFO(word);
    CHECK(scanner.next("- " + word + " -", 0) == 2);
  }
  for (int i = 0; i < 1000; ++i) {
    std::string word = "q";
    for (int n = i * 104'729 + 5; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
    INFO(word);
    CHECK((scanner.next(word, 0) == 0) == words.contains(word));
  }
}

TEST_CASE("a number of more digits than any pattern is passed over") {
  Scanner scanner;
  scanner.stop_at_number(4);
  scanner.stop_at_number(99);
  CHECK(scanner.next(std::string(99, '1') + " 1999", 0) == 100);
}

}  // namespace
}  // namespace annals
