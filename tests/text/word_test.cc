#include "text/word.h"

#include "catch.h"
#include "text/engine.h"
#include "text/key.h"

namespace annals {

TEST_CASE("The key of letters alone is that of any word") {
  for (const char* form : {"a", "The", "NATO", "iPhone", "straightforward"}) {
    INFO(form);
    CHECK(letters_key(form) == word_key(form));
  }
}

TEST_CASE("Words are split as the Penn treebank does") {
  struct Row {
    std::string text, words;
  };
  const Row rows[] = {
      {"", ""},
      {"He didn't pay $3.5m (well-known).", "He did n't pay $ 3.5 m ( well - known ) ."},
      {"The king's men can't; we'll say they've won't.",
       "The king 's men ca n't ; we 'll say they 've wo n't ."},
      {"don\xE2\x80\x99t the king\xE2\x80\x99s", "do n\xE2\x80\x99t the king \xE2\x80\x99s"},
      {"I cannot, I'm gonna go.", "I can not , I 'm gon na go ."},
      {"the workers' hall", "the workers ' hall"},
      {"O'Brien met AT&T and the R&D men.", "O'Brien met AT&T and the R&D men ."},
      {"Mr. J. R. Smith of the U.S. left.", "Mr. J. R. Smith of the U.S. left ."},
      {"It cost 1,000 or 50%, at 5:30 or 5pm.", "It cost 1,000 or 50 % , at 5:30 or 5 pm ."},
      {"on 2024-03-13 and 11/28/2000, 1914-1918, No. 10",
       "on 2024-03-13 and 11/28/2000 , 1914 - 1918 , No. 10"},
      {"the 1990s, the '90s, the 19th", "the 1990s , the '90s , the 19th"},
      {"a co-founder, an e-mail and a pre-war house", "a co-founder , an e-mail and a pre-war house"},
      {"a 20-year-old F-16", "a 20 - year - old F - 16"},
      {"and/or... well -- no?!", "and / or ... well -- no ?!"},
      {"see https://example.org/a?b=c. Or a.b@example.org!",
       "see https://example.org/a?b=c . Or a.b@example.org !"},
      {"\xE2\x80\x9CYes,\xE2\x80\x9D she said \xE2\x80\x94 twice",
       "\xE2\x80\x9C Yes , \xE2\x80\x9D she said \xE2\x80\x94 twice"},
      {"caf\xC3\xA9\xC2\xA0M\xC3\xBCller", "caf\xC3\xA9 M\xC3\xBCller"},
      {"[3] {x}", "[ 3 ] { x }"},
  };
  std::vector<Word> words;
  for (const auto& row : rows) {
    split_words(row.text, {0, row.text.size()}, english().lexicon, words);
    std::string got;
    for (const auto& w : words) got += (got.empty() ? "" : " ") + std::string(text_of(w.span, row.text));
    INFO(row.text);
    CHECK(got == row.words);
  }
}

TEST_CASE("Words know their shape and whether a blank stands before them") {
  const std::string text = "Musk's iPhone cost NATO 19 F16 the 3rd (x)";
  std::vector<Word> words;
  split_words(text, {0, text.size()}, english().lexicon, words);
  const Shape shapes[] = {Shape::capital, Shape::lower,  Shape::mixed,        Shape::lower,
                          Shape::upper,   Shape::number, Shape::digits_mixed, Shape::lower,
                          Shape::ordinal, Shape::mark,   Shape::lower,        Shape::mark};
  REQUIRE(words.size() == std::size(shapes));
  for (std::size_t i = 0; i < words.size(); ++i) {
    INFO(text_of(words[i].span, text));
    CHECK(words[i].shape == shapes[i]);
    CHECK(words[i].entry != nullptr);
    CHECK(words[i].glued == (i == 1 || i == 10 || i == 11));
  }
}

TEST_CASE("Any bytes are split without a gap but for blanks") {
  std::string text;
  std::uint32_t state = 3;
  for (int i = 0; i < 50000; ++i) text += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  std::vector<Word> words;
  split_words(text, {0, text.size()}, english().lexicon, words);
  std::size_t at = 0;
  for (const auto& w : words) {
    REQUIRE(w.span.begin >= at);
    REQUIRE(w.span.end > w.span.begin);
    REQUIRE(w.span.end <= text.size());
    at = w.span.end;
  }
}

}  // namespace annals
