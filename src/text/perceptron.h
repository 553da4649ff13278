// The layout of weights.bin, and the averaged perceptron that reads it (Collins 2002, greedy from left to
// right).
//
//   header | usual words | buckets | checks | starts | weights
//
// A frequent word has its usual tags, and one of a single tag is given it unasked. Every other word is
// observed (features.h); each observation votes for some tags with a weight, and the best sum wins.
#pragma once
#include <cstdint>

#include "text/features.h"
#include "text/tags.h"

namespace annals::weights_file {

inline constexpr char magic[8] = {'a', 'n', 'n', 'a', 'l', 's', 'W', 't'};
inline constexpr std::uint32_t bucket_bits = 14;

struct Header {
  char magic[8];
  std::uint32_t version = features_version;
  std::uint32_t usual_bits = 0;  // slots of the table of usual words
  std::uint32_t features = 0, weights = 0;
};

// Features stand in buckets by the top bits of their hash, `checks` holds 16 further bits of each; the
// weights of feature i are those from starts[i] of its bucket's first weight on to the next feature's.
struct Bucket {
  std::uint32_t feature = 0, weight = 0;  // of the first in it
};
constexpr std::uint32_t bucket_of(std::uint64_t feature) {
  return static_cast<std::uint32_t>(feature >> (64 - bucket_bits));
}
constexpr std::uint16_t check_of(std::uint64_t feature) { return static_cast<std::uint16_t>(feature >> 16); }

}  // namespace annals::weights_file
