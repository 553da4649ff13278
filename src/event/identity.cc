#include "event/identity.h"

#include <cstdint>

#include "text/ascii.h"
#include "text/fnv.h"
#include "text/key.h"

namespace annals {
namespace {

struct Hash {
  std::uint64_t state = fnv_basis;
  void add(char c) { state = fnv_add(state, static_cast<unsigned char>(c)); }
  void add(std::string_view text) {
    for (const char c : text) add(c);
    add('\0');
  }
  void add_words(std::string_view text) {
    bool blank = true;
    for (const char c : text) {
      if (!is_blank(c)) add(c);
      if (is_blank(c) && !blank) add(' ');
      blank = is_blank(c);
    }
    add('\0');
  }
};

}  // namespace

std::string event_id(std::string_view document, std::string_view sentence, std::string_view head,
                     std::size_t count) {
  Hash hash;
  hash.add(document);
  hash.add_words(sentence);
  hash.add_words(head);
  for (std::size_t n = count; n > 0; n /= 256) hash.add(static_cast<char>(n % 256));
  constexpr std::string_view digits = "0123456789abcdef";
  std::string id = "ev-";
  std::uint64_t bits = spread(hash.state);
  for (int i = 0; i < 12; ++i, bits >>= 4) id += digits[bits & 15];
  return id;
}

}  // namespace annals
