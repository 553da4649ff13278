#include "match/scanner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/ascii.h"
#include "text/byte_mask.h"

namespace annals {
namespace {

constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing (Knuth, vol. 3, 6.4)
constexpr std::uint64_t kLowerCase = 0x2020202020202020ULL;

std::uint64_t last_bytes(const char* at, const char* end) {  // as many as there are, and zeros
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, static_cast<std::size_t>(end - at));
  return bytes;
}

constexpr auto kFirstBytes = [] {
  std::array<std::uint64_t, 9> masks{};
  for (std::size_t n = 1; n < masks.size(); ++n) masks[n] = ~std::uint64_t{0} >> (64 - 8 * n);
  return masks;
}();

// A word's first eight letters as one number, lower case; `end` is the text's.
std::uint64_t key_of(const char* word, std::size_t size, const char* end) {
  std::uint64_t bytes = 0;
  if (end - word >= 8) {
    std::memcpy(&bytes, word, 8);
  } else {
    bytes = last_bytes(word, end);
  }
  return (bytes | kLowerCase) & kFirstBytes[size < 8 ? size : 8];
}

std::uint64_t hash_of(std::uint64_t key) { return key * kSpread; }

// How far the run of set bits at `from` reaches; a run to the block's end is followed by hand.
template <typename Predicate>
std::size_t run_length(std::uint64_t mask, unsigned from, const char* at, const char* end, Predicate same) {
  const auto length = static_cast<unsigned>(std::countr_zero(~(mask >> from)));
  if (from + length < 64) return length;
  const char* stop = at + length;
  while (stop < end && same(*stop)) ++stop;
  return static_cast<std::size_t>(stop - at);
}

}  // namespace

Scanner::Scanner() : keys_(64, 0) {}

void Scanner::stop_at_word(std::string_view word) {
  std::string_view longest;  // "vrier" of "février"
  for (std::size_t at = 0; at < word.size();) {
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

inline bool Scanner::stops_at(std::uint64_t key) const {
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

Scanner::Masks Scanner::masks_of_64(const char* at) {
  Masks masks;
  for (int i = 0; i < 64; i += 16) {
    masks.letters |= static_cast<std::uint64_t>(letters_of_16(at + i)) << i;
    masks.digits |= static_cast<std::uint64_t>(digits_of_16(at + i)) << i;
  }
  return masks;
}

Scanner::Masks Scanner::masks_of_tail(const char* at, std::size_t size) {
  char padded[64] = {};
  std::memcpy(padded, at, size);
  return masks_of_64(padded);
}

// The first word or number of a block at which to stop; one bit a byte tells where they begin.
const char* Scanner::stop_in(const char* block, const Masks& masks, std::uint64_t starts,
                             const char* end) const {
  for (; starts != 0; starts &= starts - 1) {
    const auto at = static_cast<unsigned>(std::countr_zero(starts));
    const char* const word = block + at;
    if (masks.letters >> at & 1) {
      if (stops_at(key_of(word, run_length(masks.letters, at, word, end, is_letter), end))) return word;
    } else if (stops_at_number(word, run_length(masks.digits, at, word, end, is_digit), end)) {
      return word;
    }
  }
  return nullptr;
}

std::size_t Scanner::next(std::string_view text, std::size_t from) const {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  std::uint64_t letter_before = 0;
  std::uint64_t digit_before = 0;
  for (const char* block = begin + from; block < end; block += 64) {
    const auto left = static_cast<std::size_t>(end - block);
    const Masks masks = left >= 64 ? masks_of_64(block) : masks_of_tail(block, left);
    const std::uint64_t starts = (masks.letters & ~(masks.letters << 1 | letter_before)) |
                                 (masks.digits & ~(masks.digits << 1 | digit_before));
    if (const char* const stop = stop_in(block, masks, starts, end)) {
      return static_cast<std::size_t>(stop - begin);
    }
    letter_before = masks.letters >> 63;
    digit_before = masks.digits >> 63;
  }
  return npos;
}

}  // namespace annals
