// Tokens as the patterns see them: a run of letters, a run
// of digits, or one mark. "3:30 p.m." is 3 : 30 p . m .
//
// They are cut on demand, forwards or backwards from any place, so that only the neighbourhood of a time word
// is ever cut: a document without time words costs no more than the scan for them. Dashes of every width are
// one mark '-', curly quotes are straight ones: a pattern writes '-' and ' and means them all.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annals {

enum class TokenKind : std::uint8_t { end, word, number, mark };

// What stands between a token and the one before it.
enum class Gap : std::uint8_t {
  none,   // nothing: "1990" and "s"
  blank,  // blanks, or one line break with blanks around it
  wall,   // an empty line, or the text's edge: no expression reaches across it
};

struct Token {
  std::size_t begin = 0, end = 0;  // bytes
  TokenKind kind = TokenKind::end;
  Gap gap = Gap::wall;  // before it
  // Of a mark: the sign itself, '-' for every dash, '\'' and '"' for every quote, '?' for others.
  char mark = 0;
  bool capital = false;      // of a word: its first letter is a capital
  std::uint8_t digits = 0;   // of a number: how many (255 for more)
  std::int64_t number = -1;  // of a number of at most 18 digits: its value
  std::size_t size() const { return end - begin; }
};

// The token that begins at or after `from`; kind end at the text's end.
Token token_at(std::string_view text, std::size_t from);
// The token that ends at or before `before`; its gap is the one before it. Kind end at the text's beginning.
Token token_before(std::string_view text, std::size_t before);
Gap gap_before(std::string_view text, std::size_t begin);  // of the token that begins there

// One code point: its bytes and whether it is a letter (ASCII letters, and everything from U+00AA on that is
// no punctuation, symbol or blank of the Latin, general punctuation and CJK symbol blocks, nor Han or kana,
// each sign of which is a word of its own).
struct Sign {
  std::size_t size = 1;
  bool letter = false, digit = false, blank = false, line_break = false;
  char mark = 0;
};
Sign sign_at(std::string_view text, std::size_t at);
std::size_t previous_sign(std::string_view text, std::size_t at);  // where the code point before `at` begins

}  // namespace annals
