// The layout of weights.bin, for the tagger that maps it and the program that learns it.
//
//   header | usual words | buckets | rows | votes
//
// An observation (features.h) has its bucket by the high half of its hash and is told from the others there
// by 16 further bits; a full bucket goes on in the next one. Its weights are either a row with one number for
// each tag, which is added at a stroke, or, where few tags have one, a list of votes. Little-endian, as every
// machine annals runs on.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/features.h"
#include "text/tags.h"

namespace annals::weights_file {

inline constexpr char magic[8] = {'a', 'n', 'n', 'a', 'l', 's', 'W', 't'};
inline constexpr std::size_t slots = 8, row_size = 56;
inline constexpr int heaviest = 1000, heaviest_sum = heaviest * static_cast<int>(feature_count);
using Row = std::array<std::int16_t, row_size>;
static_assert(row_size >= tag_count && heaviest_sum < 32768);

struct Header {
  char magic[8];
  std::uint32_t version = 300 + features_version;
  std::uint32_t usual_bits = 0;  // the table of usual words has two to the power of this many slots
  std::uint32_t buckets = 0, rows = 0, votes = 0;
  std::int32_t sure = heaviest_sum;  // a tag so far ahead after the first observations is the one
};

// A slot refers to a row (`row_flag` and its number) or to votes (how far behind the bucket's first, how
// many).
inline constexpr std::uint16_t row_flag = 0x8000;
inline constexpr unsigned most_votes = 31;
struct Bucket {
  std::array<std::uint16_t, slots> checks{}, refs{};
  std::uint32_t first_vote = 0;  // and `full_flag`
};
inline constexpr std::uint32_t full_flag = 0x80000000;
constexpr std::uint16_t votes_ref(std::uint32_t behind, unsigned count) {
  return static_cast<std::uint16_t>(behind << 5 | count);
}

constexpr std::uint32_t bucket_of(std::uint64_t feature, std::uint32_t buckets) {
  return static_cast<std::uint32_t>((feature >> 32) * buckets >> 32);
}
constexpr std::uint16_t check_of(std::uint64_t feature) {
  const auto c = static_cast<std::uint16_t>(feature);
  return c == 0 ? 1 : c;  // 0 is an empty slot
}

// The slot whose check is `check`, `slots` where none is: all eight compared at once.
inline unsigned slot_of(const Bucket& bucket, std::uint16_t check) {
#if defined(__SSE2__)
  const __m128i checks = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket.checks.data()));
  const int equal = _mm_movemask_epi8(_mm_cmpeq_epi16(checks, _mm_set1_epi16(static_cast<short>(check))));
  return static_cast<unsigned>(std::countr_zero(static_cast<std::uint32_t>(equal) | 0x10000U)) / 2;
#else
  return static_cast<unsigned>(std::ranges::find(bucket.checks, check) - bucket.checks.begin());
#endif
}

// A vote is a tag and a weight from -511 to 511 above it; a heavier one is cast twice.
constexpr std::int16_t vote(std::size_t tag, int weight) {
  return static_cast<std::int16_t>(weight << 6 | static_cast<int>(tag));
}
constexpr std::size_t tag_of(std::int16_t vote) { return static_cast<std::size_t>(vote & 63); }
constexpr int weight_of(std::int16_t vote) { return vote >> 6; }

}  // namespace annals::weights_file
