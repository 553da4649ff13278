#include "text/sentence.h"

#include <ctime>

#include "catch.h"
#include "text/engine.h"

namespace annals {
namespace {

std::string joined(const std::string& text) {
  std::string s;
  for (const auto& span : split_sentences(text, {0, text.size()}, english().lexicon)) {
    if (!s.empty()) s += '|';
    s += text_of(span, text);
  }
  return s;
}

}  // namespace

TEST_CASE("A sentence ends where a reader would say so") {
  struct Row {
    std::string text, sentences;
  };
  const Row rows[] = {
      {"", ""},
      {"  One thing. Another thing.  ", "One thing.|Another thing."},
      {"Mr. J. R. Smith paid 3.5 million. He left.", "Mr. J. R. Smith paid 3.5 million.|He left."},
      {"Mr. W. A. Smith left. A B. too.", "Mr. W. A. Smith left.|A B. too."},
      {"Otto (O. S.) Wren left.", "Otto (O. S.) Wren left."},
      {"He left (in May.) The end.", "He left (in May.)|The end."},
      {"1846 Moved to Karst\n1848 Sent to Carrow", "1846 Moved to Karst|1848 Sent to Carrow"},
      {"In the year\n1848 Karst was sold.", "In the year\n1848 Karst was sold."},
      {"Born: 1846 in Karst\nDied: 1901", "Born: 1846 in Karst|Died: 1901"},
      {"Gen. Lee met Dr. Hay at St. Ives. Rain fell.", "Gen. Lee met Dr. Hay at St. Ives.|Rain fell."},
      {"It opened at 5 p.m. on Jan. 3 in No. 10. People came.",
       "It opened at 5 p.m. on Jan. 3 in No. 10.|People came."},
      {"She flew to the U.S. The trip was long.", "She flew to the U.S.|The trip was long."},
      {"The U.S. Senate met. It voted.", "The U.S. Senate met.|It voted."},
      {"He joined Acme Inc. He stayed.", "He joined Acme Inc.|He stayed."},
      {"He joined Acme Inc. of Ohio.", "He joined Acme Inc. of Ohio."},
      {"We said no. Nobody came.", "We said no.|Nobody came."},
      {"It was the end. 20 men fell.", "It was the end.|20 men fell."},
      {"He died in 1950. 20 men came.", "He died in 1950.|20 men came."},
      {"\"Stop!\" he cried. \"Why?\" she asked.", "\"Stop!\" he cried.|\"Why?\" she asked."},
      {"She said \xE2\x80\x9CGo.\xE2\x80\x9D Then she left.",
       "She said \xE2\x80\x9CGo.\xE2\x80\x9D|Then she left."},
      {"It fell in 1903.[4][b] It rose again (in 1910). So it goes.",
       "It fell in 1903.[4][b]|It rose again (in 1910).|So it goes."},
      {"Well... maybe. Wait... Then it rang.", "Well... maybe.|Wait...|Then it rang."},
      {"See www.example.com for more. Or not.", "See www.example.com for more.|Or not."},
      {"The end.The next began.", "The end.|The next began."},
      {"One line\ngoes on here.\n\nA new one", "One line\ngoes on here.|A new one"},
      {"The Long March\nThe march of the northern army began in spring and ended in autumn.",
       "The Long March|The march of the northern army began in spring and ended in autumn."},
      {"- first thing\n- second thing\n- third", "- first thing|- second thing|- third"},
      {"1. Introduction\n2. Method", "1. Introduction|2. Method"},
      {"1846 \xE2\x80\x93 born in Kent\n1850 \xE2\x80\x93 moved away",
       "1846 \xE2\x80\x93 born in Kent|1850 \xE2\x80\x93 moved away"},
      {"# Heading\nText follows.\r\n\r\nMore.", "# Heading|Text follows.|More."},
      {"Hard-wrapped text that runs to the edge of the page in\nMay goes on.",
       "Hard-wrapped text that runs to the edge of the page in\nMay goes on."},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(joined(row.text) == row.sentences);
  }
}

TEST_CASE("The sentence around a byte is the one the whole text gives") {
  std::string text =
      "Heading\n\nMr. Smith left at 5 p.m. on Monday. \"It rained,\" he wrote. In 1903 the U.S. Mint "
      "closed!\n\n";
  for (int i = 0; i < 5; ++i) text += text;  // past what is looked at to either side
  const auto all = split_sentences(text, {0, text.size()}, english().lexicon);
  REQUIRE(all.size() == 32 * 4);
  for (const auto& sentence : all)
    for (std::size_t byte = sentence.begin; byte < sentence.end; byte += 7) {
      const auto found = sentence_around(text, byte, english().lexicon);
      INFO(byte << ": " << text_of(found, text));
      CHECK(found == sentence);
    }
  CHECK(sentence_around("date 2020-01-01 It rained.", 20, english().lexicon, 16) == Span{16, 26});
  CHECK(sentence_around("", 0, english().lexicon).empty());
}

TEST_CASE(
    "Sentences hold every byte that is no blank, in order, and are never longer than can be looked at") {
  const std::string pieces[] = {"Mr. ", "x", "\n",           " ",    ".",  "U.S. ", "\xC3\xA9", "(",
                                "\"",   "5", "\xE2\x80\xA6", "The ", "# ", "\x80"};
  std::string text;
  std::uint32_t state = 7;
  for (int i = 0; i < 20000; ++i) text += pieces[((state = state * 1664525 + 1013904223) >> 24) % 14];
  std::size_t at = 0;
  for (const auto& s : split_sentences(text, {0, text.size()}, english().lexicon)) {
    REQUIRE(s.begin >= at);
    REQUIRE(s.end > s.begin);
    CHECK(text.substr(at, s.begin - at).find_first_not_of(" \n\t\r") == std::string::npos);
    CHECK(s.size() <= 4100);
    at = s.end;
  }
}

TEST_CASE("A text without any end costs no more a byte than a short one") {
  for (const std::string unit :
       {"a", "a ", ".", "h+", "1-", "A. ", "No.   ", "(", "\"", "\n \n", "a@b@", "\xE2\x80\x99"}) {
    const auto seconds = [&](std::size_t bytes) {
      std::string text;
      while (text.size() < bytes) text += unit;
      std::vector<Word> words;
      const auto start = std::clock();
      for (const auto& s : split_sentences(text, {0, text.size()}, english().lexicon))
        split_words(text, s, english().lexicon, words);
      split_words(text, {0, text.size()}, english().lexicon, words);
      return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    INFO(unit);
    const double small = seconds(100000);
    CHECK(seconds(800000) < 40 * small + 0.1);  // eight times the bytes; with a square, sixty-four
  }
}

}  // namespace annals
