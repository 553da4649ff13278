#include "export/escape.h"

#include <utf8proc.h>

#include <cstdint>
#include <cstring>

namespace annals {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::uint64_t each_byte = 0x0101010101010101;
constexpr std::uint64_t top_bits = each_byte << 7;

// Nonzero where a byte of the word is `byte`, or below 0x20; the classic subtraction-and-borrow tests, exact
// as to whether there is one.
constexpr std::uint64_t has(std::uint64_t word, unsigned char byte) {
  const std::uint64_t differs = word ^ (each_byte * byte);
  return (differs - each_byte) & ~differs & top_bits;
}
constexpr std::uint64_t has_control(std::uint64_t word) {
  return (word - each_byte * 0x20) & ~word & top_bits;
}

// Where the next control character or one of `stops` stands, at or behind `at`.
template <unsigned char... stops>
std::size_t plain_until(std::string_view text, std::size_t at) {
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((has_control(word) | ... | has(word, stops)) != 0) break;
  }
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (((byte < 0x20) || ... || (byte == stops))) break;
  }
  return at;
}

void append_json_escape(unsigned char byte, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (byte) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
      out += "\\u00";
      out += hex[byte >> 4];
      out += hex[byte & 15];
  }
}

// U+FFFE and U+FFFF share their first two bytes with U+FFFD and its like, which are no trouble.
bool is_noncharacter(std::string_view text) {
  return text.substr(0, 3) == "\xEF\xBF\xBE" || text.substr(0, 3) == "\xEF\xBF\xBF";
}

struct Escaped {
  std::string_view as;
  std::size_t taken = 1;
};
Escaped xml_escape(std::string_view rest, bool attribute) {
  switch (rest.front()) {
    case '&': return {"&amp;"};
    case '<': return {"&lt;"};
    case '>': return {"&gt;"};
    case '\r': return {"&#13;"};
    case '"': return {attribute ? "&quot;" : "\""};
    case '\n': return {attribute ? "&#10;" : "\n"};
    case '\t': return {attribute ? "&#9;" : "\t"};
    case '\xEF': return is_noncharacter(rest) ? Escaped{replacement, 3} : Escaped{rest.substr(0, 1)};
    default: return {replacement};
  }
}

template <bool attribute>
std::size_t append_xml_as(std::string_view text, std::string& out) {
  std::size_t replaced = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = attribute ? plain_until<'&', '<', '>', '"', 0xEF>(text, at)
                                       : plain_until<'&', '<', '>', 0xEF>(text, at);
    out.append(text, at, stop - at);
    if (stop == text.size()) break;
    const Escaped escaped = xml_escape(text.substr(stop), attribute);
    replaced += escaped.as == replacement ? 1 : 0;
    out += escaped.as;
    at = stop + escaped.taken;
  }
  return replaced;
}

struct Letter {
  std::string_view bytes;
  utf8proc_int32_t code = 0xFFFD;
  bool good = false;
};
Letter first_letter(std::string_view text) {
  Letter letter;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &letter.code);
  letter.good = length > 0;
  letter.bytes = letter.good ? text.substr(0, static_cast<std::size_t>(length)) : text.substr(0, 1);
  return letter;
}

bool is_blank(utf8proc_int32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}
bool is_control(utf8proc_int32_t c) { return (c >= 0 && c < 0x20) || (c >= 0x7F && c < 0xA0); }

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t stop = plain_until<'"', '\\'>(text, at);
    out.append(text, at, stop - at);
    at = stop;
    if (at < text.size()) append_json_escape(static_cast<unsigned char>(text[at]), out);
  }
  out += '"';
}

std::size_t append_xml(std::string_view text, std::string& out) { return append_xml_as<false>(text, out); }

std::size_t append_xml_attribute(std::string_view name, std::string_view value, std::string& out) {
  out += ' ';
  out += name;
  out += "=\"";
  const std::size_t replaced = append_xml_as<true>(value, out);
  out += '"';
  return replaced;
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    valid += letter.good ? letter.bytes : replacement;
    text.remove_prefix(letter.bytes.size());
  }
  return valid;
}

std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    text.remove_prefix(letter.bytes.size());
    if (is_blank(letter.code)) {
      blank = true;
      continue;
    }
    if (blank && !line.empty()) line += ' ';
    blank = false;
    line += letter.good && !is_control(letter.code) ? letter.bytes : replacement;
  }
  return line;
}

}  // namespace annals
