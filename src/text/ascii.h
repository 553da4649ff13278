// Letters, digits and words as ASCII has them, whatever the locale; all other bytes are left alone.
//
//   lower("Žižkov, MAY") == "Žižkov, may"    trimmed(" a b\n") == "a b"    last_word("Ada Wren") == "Wren"
#pragma once
#include <string>
#include <string_view>

namespace annals {

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }
constexpr bool is_digit(char c) { return static_cast<unsigned char>(c - '0') < 10; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; }

inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

constexpr std::string_view trimmed(std::string_view text) {  // of blanks and line ends
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

constexpr std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

}  // namespace annals
