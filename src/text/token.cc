#include "text/token.h"

#include <algorithm>
#include <array>
#include <bit>

#include "text/byte_mask.h"

namespace annals {
namespace {

constexpr std::array<Sign, 128> ascii_signs() {
  std::array<Sign, 128> table{};
  for (int c = 0; c < 128; ++c) {
    Sign& sign = table[static_cast<std::size_t>(c)];
    sign.letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    sign.digit = c >= '0' && c <= '9';
    sign.line_break = c == '\n';
    sign.blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
    if (!sign.letter && !sign.digit && !sign.blank) sign.mark = static_cast<char>(c);
  }
  table['`'].mark = '\'';
  return table;
}
constexpr auto kAscii = ascii_signs();

std::uint32_t decode(std::string_view text, std::size_t at, std::size_t& size) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  const unsigned lead = byte(at);
  const auto tail = [&](std::size_t i) { return byte(at + i) & 0x3FU; };
  if (lead >= 0xF0) return size = 4, (lead & 7U) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
  if (lead >= 0xE0) return size = 3, (lead & 15U) << 12 | tail(1) << 6 | tail(2);
  return size = 2, (lead & 31U) << 6 | tail(1);
}

// Han and kana part their words by no blanks, so each sign is taken for a word: no letter, no mark.
bool is_word_alone(std::uint32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF);
}

// Unicode blocks: Latin-1 signs below U+00C0, general punctuation U+2000-206F, symbols to U+2BFF, CJK signs.
Sign classify(std::uint32_t c, std::size_t size) {
  Sign sign{.size = size};
  if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
      c == 0x205F || c == 0x3000 || c == 0xFEFF) {
    sign.blank = true;
  } else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD) {
    sign.mark = '-';
  } else if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0xB4) {
    sign.mark = '\'';
  } else if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB) {
    sign.mark = '"';
  } else if ((c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
             (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xFE00 && c <= 0xFE6F) ||
             c == 0xFFFD || c >= 0x1F000) {
    sign.mark = '?';
  } else {
    sign.letter = !is_word_alone(c);
  }
  return sign;
}

Gap gap_between(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin == end) return Gap::none;
  int breaks = 0;
  for (std::size_t i = begin; i < end && breaks < 2; ++i) breaks += text[i] == '\n';
  return breaks < 2 ? Gap::blank : Gap::wall;
}

// Blanks are read in bounded steps: beyond 200 bytes of them nothing hangs together anyway.
constexpr std::size_t kLongestGap = 200;

// The runs below take ASCII byte by byte from a small table and anything else by code point.
enum : unsigned char { kLetter = 1, kDigit = 2, kBlank = 4, kBeyond = 8 };
constexpr std::array<unsigned char, 256> classes() {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) {
    table[c] = c >= 128           ? kBeyond
               : kAscii[c].letter ? kLetter
               : kAscii[c].digit  ? kDigit
               : kAscii[c].blank  ? kBlank
                                  : 0;
  }
  return table;
}
constexpr auto kClasses = classes();
unsigned char class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

unsigned char class_at(std::string_view text, std::size_t at) {
  const Sign sign = sign_at(text, at);
  return sign.letter ? kLetter : sign.digit ? kDigit : sign.blank ? kBlank : 0;
}

// Where the ASCII letters from `at` on end, if sixteen bytes before the edge of the text or more.
std::size_t skip_letters(std::string_view text, std::size_t at) {
  for (; at + 16 <= text.size(); at += 16) {
    const int letters = std::countr_one(letters_of_16(text.data() + at));
    if (letters < 16) return at + static_cast<std::size_t>(letters);
  }
  return at;
}
std::size_t skip_letters_back(std::string_view text, std::size_t at) {
  for (; at >= 16; at -= 16) {
    const int letters = std::countl_one(letters_of_16(text.data() + at - 16) << 16);
    if (letters < 16) return at - static_cast<std::size_t>(letters);
  }
  return at;
}

std::size_t skip(std::string_view text, std::size_t at, unsigned char kind) {
  if (kind == kLetter) at = skip_letters(text, at);
  while (at < text.size()) {
    const unsigned char found = class_of(text[at]);
    if (found == kind) {
      ++at;
    } else if (found == kBeyond && class_at(text, at) == kind) {
      at += sign_at(text, at).size;
    } else {
      break;
    }
  }
  return at;
}

std::size_t skip_back(std::string_view text, std::size_t end, unsigned char kind, std::size_t most) {
  std::size_t at = kind == kLetter ? skip_letters_back(text, end) : end;
  while (at > 0 && end - at < most) {
    const unsigned char found = class_of(text[at - 1]);
    if (found == kind) {
      --at;
    } else if (found == kBeyond) {
      const std::size_t before = previous_sign(text, at);
      if (class_at(text, before) != kind) break;
      at = before;
    } else {
      break;
    }
  }
  return at;
}

// One blank and no more ends here, as before nearly all words.
bool one_blank(std::string_view text, std::size_t end) {
  if (end < 2 || text[end - 1] != ' ') return false;
  const unsigned char before = class_of(text[end - 2]);
  return before != kBlank && before != kBeyond;
}

void read_number(std::string_view text, Token& token) {
  token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(token.size(), 255));
  if (token.size() > 18) return;
  token.number = 0;
  for (std::size_t i = token.begin; i < token.end; ++i) token.number = token.number * 10 + (text[i] - '0');
}

}  // namespace

Sign sign_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 128) return kAscii[c];
  std::size_t size = 1;
  const std::uint32_t point = decode(text, at, size);
  return classify(point, std::min(size, text.size() - at));
}

std::size_t previous_sign(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

Token token_at(std::string_view text, std::size_t from) {
  Token token;
  token.begin = token.end = skip(text, from, kBlank);
  token.gap =
      token.begin - from > kLongestGap || token.begin == 0 ? Gap::wall : gap_between(text, from, token.begin);
  if (token.begin == text.size()) return token.gap = Gap::wall, token;
  const char first = text[token.begin];
  unsigned char kind = class_of(first);
  if (kind == kBeyond) kind = class_at(text, token.begin);
  if (kind == kLetter || kind == kDigit) {
    token.end = skip(text, token.begin, kind);
    token.kind = kind == kLetter ? TokenKind::word : TokenKind::number;
    token.capital = first >= 'A' && first <= 'Z';
    if (kind == kDigit) read_number(text, token);
  } else {
    const Sign sign = sign_at(text, token.begin);
    token.kind = sign.mark ? TokenKind::mark : TokenKind::word;
    token.mark = sign.mark;
    token.end += sign.size;
  }
  return token;
}

Token token_before(std::string_view text, std::size_t before) {
  Token token;
  token.begin = token.end =
      one_blank(text, before) ? before - 1 : skip_back(text, before, kBlank, kLongestGap);
  if (token.end == 0) return token;
  token.begin = previous_sign(text, token.end);
  unsigned char kind = class_of(text[token.begin]);
  if (kind == kBeyond) kind = class_at(text, token.begin);
  if (kind == kLetter || kind == kDigit) {
    token.begin = skip_back(text, token.begin, kind, token.begin);
    token.kind = kind == kLetter ? TokenKind::word : TokenKind::number;
    token.capital = text[token.begin] >= 'A' && text[token.begin] <= 'Z';
    if (kind == kDigit) read_number(text, token);
  } else {
    token.mark = sign_at(text, token.begin).mark;
    token.kind = token.mark ? TokenKind::mark : TokenKind::word;
  }
  token.gap = gap_before(text, token.begin);
  return token;
}

Gap gap_before(std::string_view text, std::size_t begin) {
  if (one_blank(text, begin)) return Gap::blank;
  const std::size_t blanks = skip_back(text, begin, kBlank, kLongestGap);
  return blanks == 0 || begin - blanks >= kLongestGap ? Gap::wall : gap_between(text, blanks, begin);
}

}  // namespace annals
