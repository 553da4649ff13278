// Which bytes of a block are ASCII letters, which capitals, which digits, which go on with a character begun
// before them (10xxxxxx): one bit a byte, so that they are counted and not walked.
//
//   letters_of_16("In 1902, when he")     0b1101111000000011, read from the right
#pragma once
#include <algorithm>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annals {

#if defined(__SSE2__)
// Bytes in [first, first + count): one unsigned comparison, made signed by the shift of 128.
inline std::uint32_t in_range(__m128i bytes, char first, int count) {
  const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first)));
  return static_cast<std::uint32_t>(
      _mm_movemask_epi8(_mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-128 + count)))));
}
inline __m128i bytes_of_16(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
inline std::uint32_t letters_of_16(const char* at) {
  return in_range(_mm_or_si128(bytes_of_16(at), _mm_set1_epi8(0x20)), 'a', 26);
}
inline std::uint32_t capitals_of_16(const char* at) { return in_range(bytes_of_16(at), 'A', 26); }
inline std::uint32_t digits_of_16(const char* at) { return in_range(bytes_of_16(at), '0', 10); }
inline std::uint32_t continuations_of_16(const char* at) {
  return in_range(bytes_of_16(at), static_cast<char>(0x80), 0x40);
}
inline bool all_ascii_64(const char* at) {
  return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(bytes_of_16(at), bytes_of_16(at + 16)),
                                        _mm_or_si128(bytes_of_16(at + 32), bytes_of_16(at + 48)))) == 0;
}
#else
template <typename Is>
std::uint32_t mask_of_16(const char* at, Is is) {
  std::uint32_t mask = 0;
  for (int i = 0; i < 16; ++i) mask |= static_cast<std::uint32_t>(is(at[i])) << i;
  return mask;
}
inline std::uint32_t letters_of_16(const char* at) {
  return mask_of_16(at, [](char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; });
}
inline std::uint32_t capitals_of_16(const char* at) {
  return mask_of_16(at, [](char c) { return static_cast<unsigned char>(c - 'A') < 26; });
}
inline std::uint32_t digits_of_16(const char* at) {
  return mask_of_16(at, [](char c) { return static_cast<unsigned char>(c - '0') < 10; });
}
inline std::uint32_t continuations_of_16(const char* at) {
  return mask_of_16(at, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
}
inline bool all_ascii_64(const char* at) {
  return std::all_of(at, at + 64, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
#endif

}  // namespace annals
