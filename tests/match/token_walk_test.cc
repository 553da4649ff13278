// Forwards and backwards, the same tokens: the matcher cuts a text from either side of a word.
#include "catch.h"
#include "text/token.h"

namespace annals {
namespace {

bool same(const Token& a, const Token& b) {
  return a.begin == b.begin && a.end == b.end && a.kind == b.kind && a.gap == b.gap && a.mark == b.mark &&
         a.capital == b.capital && a.digits == b.digits && a.number == b.number;
}

TEST_CASE("tokens cut forwards and backwards are the same at every boundary") {
  static const char* const pieces[] = {"a",
                                       "Z",
                                       "é",
                                       "É",
                                       "ж",
                                       "1",
                                       "0",
                                       "９",
                                       " ",
                                       "  ",
                                       "\t",
                                       "\n",
                                       "\r\n",
                                       "\n\n",
                                       "\xC2\xA0",
                                       "\xE2\x80\x83",
                                       ".",
                                       ",",
                                       "-",
                                       "–",
                                       "—",
                                       "\xC2\xAD",
                                       "’",
                                       "'",
                                       "\"",
                                       "“",
                                       "«",
                                       "_",
                                       "%",
                                       "€",
                                       "😀",
                                       "中",
                                       "\xEF\xBF\xBD",
                                       "ß",
                                       "ª",
                                       "\xCC\x81",
                                       "²",
                                       "½",
                                       "May",
                                       "1999"};
  unsigned seed = 3;
  const auto below = [&seed](unsigned most) { return (seed = seed * 1664525U + 1013904223U) / 65536 % most; };
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = below(60); i > 0; --i) text += pieces[below(std::size(pieces))];
    std::vector<Token> tokens;
    for (Token token = token_at(text, 0); token.kind != TokenKind::end; token = token_at(text, token.end))
      tokens.push_back(token);
    if (!tokens.empty())
      tokens[0].gap = Gap::wall;  // the text's edge, though token_at sees the blanks before it
    std::size_t before = text.size();
    bool agree = true;
    for (std::size_t i = tokens.size(); i-- > 0;) {
      const Token token = token_before(text, before);
      agree &= same(token, tokens[i]);
      agree &= same(token_before(text, tokens[i].end), tokens[i]);  // asked right behind it
      for (std::size_t at = i == 0 ? 0 : tokens[i - 1].end; at < tokens[i].begin; ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
          continue;  // and from each place in the gap before it
        const Token ahead = token_at(text, at);
        agree &= ahead.begin == tokens[i].begin && ahead.end == tokens[i].end;
      }
      before = token.begin;
    }
    agree &= token_before(text, before).kind == TokenKind::end;
    INFO(text);
    CHECK(agree);
    if (!agree) break;
  }
}

TEST_CASE("a gap of many blanks is a wall from either side") {
  for (const std::size_t blanks : {1, 2, 199, 201, 500}) {
    const std::string text = "May" + std::string(blanks, ' ') + "1914";
    INFO(blanks);
    CHECK(token_at(text, 3).gap == (blanks < 200 ? Gap::blank : Gap::wall));
    CHECK(token_before(text, text.size()).gap == (blanks < 200 ? Gap::blank : Gap::wall));
  }
}

}  // namespace
}  // namespace annals
