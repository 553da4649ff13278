// The key of a word form: a hash of its bytes in lower case,
// the same for Musk, MUSK and musk, for don't and don’t.
//
// Written into lexicon.bin and weights.bin, so a change here changes both files' version.
#pragma once
#include <cstdint>
#include <string_view>

#include "text/fnv.h"

namespace annals {

inline constexpr std::uint32_t key_version = 1;

// Spreads every bit of the input over the output (the
// finisher of MurmurHash3, Austin Appleby, public domain).
constexpr std::uint64_t spread(std::uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdULL;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ULL;
  return h ^ h >> 33;
}

// ASCII and the Latin-1 letters of UTF-8 (C3 80 to C3 9E) fold to lower case, U+2019 to the plain apostrophe.
constexpr std::uint64_t word_key(std::string_view form) {
  std::uint64_t h = fnv_basis;
  for (std::size_t i = 0; i < form.size(); ++i) {
    auto c = static_cast<unsigned char>(form[i]);
    if (c >= 'A' && c <= 'Z') {
      c |= 0x20;
    } else if (c == 0xE2 && form.substr(i, 3) == "\xE2\x80\x99") {
      c = '\'';
      i += 2;
    } else if (c >= 0x80 && c <= 0x9E && c != 0x97 && i > 0 && form[i - 1] == '\xC3') {
      c |= 0x20;
    }
    h = fnv_add(h, c);
  }
  return spread(h);
}

// The same of a form of ASCII letters alone.
constexpr std::uint64_t letters_key(std::string_view form) {
  std::uint64_t h = fnv_basis;
  for (const char c : form) h = fnv_add(h, static_cast<unsigned char>(c | 0x20));
  return spread(h);
}

}  // namespace annals
