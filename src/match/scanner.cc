#include "match/scanner.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annals {
namespace {

constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing (Knuth, vol. 3, 6.4)
constexpr std::uint64_t kLowerCase = 0x2020202020202020ULL;

bool is_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }
bool is_digit(char c) { return static_cast<unsigned char>(c - '0') < 10; }

struct Masks {  // one bit a byte
  std::uint64_t letters = 0, digits = 0;
};

#if defined(__SSE2__)
// Bytes in [first, first + count): one unsigned comparison, made signed by the shift of 128.
std::uint64_t in_range(__m128i bytes, char first, int count) {
  const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first)));
  return static_cast<std::uint64_t>(static_cast<unsigned>(
      _mm_movemask_epi8(_mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-128 + count))))));
}

Masks masks_of_64(const char* at) {
  Masks masks;
  for (int i = 0; i < 4; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    masks.letters |= in_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26) << (16 * i);
    masks.digits |= in_range(bytes, '0', 10) << (16 * i);
  }
  return masks;
}
#else
Masks masks_of_64(const char* at) {
  Masks masks;
  for (int i = 0; i < 64; ++i) {
    masks.letters |= static_cast<std::uint64_t>(is_letter(at[i])) << i;
    masks.digits |= static_cast<std::uint64_t>(is_digit(at[i])) << i;
  }
  return masks;
}
#endif

Masks masks_of_tail(const char* at, std::size_t size) {
  char padded[64] = {};
  std::memcpy(padded, at, size);
  return masks_of_64(padded);
}

// The word's first eight letters as one number, lower case; `end` is the text's.
std::uint64_t key_of(const char* word, std::size_t size, const char* end) {
  std::uint64_t key = 0;
  if (end - word >= 8) {
    std::memcpy(&key, word, 8);
  } else {
    std::memcpy(&key, word, static_cast<std::size_t>(end - word));
  }
  key |= kLowerCase;
  return size >= 8 ? key : key & ((std::uint64_t{1} << (8 * size)) - 1);
}

std::uint64_t hash_of(std::uint64_t key) { return key * kSpread; }

// How far the run of set bits at `from` reaches; a run to the block's end is followed by hand.
template <typename Predicate>
std::size_t run_length(std::uint64_t mask, int from, const char* at, const char* end, Predicate same) {
  const int length = std::countr_one(mask >> from);
  if (from + length < 64) return static_cast<std::size_t>(length);
  const char* stop = at + length;
  while (stop < end && same(*stop)) ++stop;
  return static_cast<std::size_t>(stop - at);
}

}  // namespace

Scanner::Scanner() : keys_(64, 0) {}

void Scanner::stop_at_word(std::string_view word) {
  std::string_view longest;
  for (std::size_t at = 0;
       at < word.size();) {  // the longest ASCII stretch: "février" is looked for as "vrier"
    std::size_t stop = at;
    while (stop < word.size() && is_letter(word[stop])) ++stop;
    if (stop - at > longest.size()) longest = word.substr(at, stop - at);
    at = stop + 1;
  }
  if (longest.empty()) return;
  const std::uint64_t key = key_of(longest.data(), longest.size(), longest.data() + longest.size());
  const std::uint64_t hash = hash_of(key);
  seen_[hash >> 54] |= std::uint64_t{1} << (hash >> 48 & 63);
  add(key);
}

void Scanner::add(std::uint64_t key) {
  std::size_t slot = hash_of(key) >> 32 & (keys_.size() - 1);
  while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & (keys_.size() - 1);
  if (keys_[slot] == key) return;
  keys_[slot] = key;
  if (++count_ * 3 <= keys_.size()) return;
  std::vector<std::uint64_t> old(keys_.size() * 4, 0);
  old.swap(keys_);
  count_ = 0;
  for (const std::uint64_t other : old) {
    if (other != 0) add(other);
  }
}

void Scanner::stop_at_number(int digits) {
  if (static_cast<std::size_t>(digits) < digits_.size()) digits_[static_cast<std::size_t>(digits)] = true;
}
void Scanner::stop_at_number_before(char sign) { behind_number_[static_cast<unsigned char>(sign)] = true; }

bool Scanner::stops_at_word(const char* word, std::size_t size, const char* end) const {
  const std::uint64_t key = key_of(word, size, end);
  const std::uint64_t hash = hash_of(key);
  if ((seen_[hash >> 54] >> (hash >> 48 & 63) & 1) == 0) return false;
  std::size_t slot = hash >> 32 & (keys_.size() - 1);
  while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & (keys_.size() - 1);
  return keys_[slot] == key;
}

bool Scanner::stops_at_number(const char* number, std::size_t size, const char* end) const {
  if (size < digits_.size() && digits_[size]) return true;
  return number + size < end && behind_number_[static_cast<unsigned char>(number[size])];
}

std::size_t Scanner::next(std::string_view text, std::size_t from) const {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  std::uint64_t letter_before = 0;
  std::uint64_t digit_before = 0;
  for (const char* block = begin + from; block < end; block += 64) {
    const Masks masks =
        end - block >= 64 ? masks_of_64(block) : masks_of_tail(block, static_cast<std::size_t>(end - block));
    std::uint64_t starts = (masks.letters & ~(masks.letters << 1 | letter_before)) |
                           (masks.digits & ~(masks.digits << 1 | digit_before));
    for (; starts != 0; starts &= starts - 1) {
      const int at = std::countr_zero(starts);
      const char* const word = block + at;
      const bool letters = masks.letters >> at & 1;
      if (letters ? stops_at_word(word, run_length(masks.letters, at, word, end, is_letter), end)
                  : stops_at_number(word, run_length(masks.digits, at, word, end, is_digit), end)) {
        return static_cast<std::size_t>(word - begin);
      }
    }
    letter_before = masks.letters >> 63;
    digit_before = masks.digits >> 63;
  }
  return npos;
}

}  // namespace annals
