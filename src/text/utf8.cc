#include "text/utf8.h"

#include <simdjson.h>

#include <string_view>
#include <utility>

namespace annals {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t most_reported = 100;

// How many bytes follow a first byte, and what the second may be (Unicode, table 3-7): this is where overlong
// forms, surrogates and everything above U+10FFFF are kept out.
struct Lead {
  std::size_t following;
  unsigned char least, most;
};
constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

// The length of the character at `at`; 0 where there is none.
std::size_t character(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(at) < 0x80) return 1;
  const auto lead = lead_of(byte(at));
  if (lead.following == 0 || bytes.size() - at <= lead.following) return 0;
  if (byte(at + 1) < lead.least || byte(at + 1) > lead.most) return 0;
  for (std::size_t i = 2; i <= lead.following; ++i)
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  return lead.following + 1;
}

std::size_t next_bad(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    const auto length = character(bytes, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

void note_bad_bytes(std::string_view bytes, std::size_t begin, Article& article) {
  for (auto at = next_bad(bytes, begin); at < bytes.size(); at = next_bad(bytes, at + 1)) {
    if (article.bad_byte_count++ < most_reported)
      article.bad_bytes.push_back({at, static_cast<unsigned char>(bytes[at])});
  }
}

// The bytes are walked twice, so that the one copy has its size from the start.
std::string replaced(std::string_view bytes, std::size_t begin, std::size_t bad_count) {
  std::string text;
  text.reserve(bytes.size() - begin + bad_count * (replacement.size() - 1));
  while (begin < bytes.size()) {
    const auto bad = next_bad(bytes, begin);
    text.append(bytes, begin, bad - begin);
    if (bad < bytes.size()) text += replacement;
    begin = bad + 1;
  }
  return text;
}

}  // namespace

void decode(std::string bytes, Article& article) {
  const auto begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  if (!simdjson::validate_utf8(bytes)) {
    note_bad_bytes(bytes, begin, article);
    article.text = replaced(bytes, begin, article.bad_byte_count);
    return;
  }
  bytes.erase(0, begin);
  article.text = std::move(bytes);
}

}  // namespace annals
