// Weights learnt, laid out as the tagger reads them (text/perceptron.h).
#pragma once
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "text/perceptron.h"

namespace annals {

// The weights as the file holds them: buckets filled in the order of the features' hashes.
struct Packed {
  explicit Packed(const std::map<std::uint64_t, weights_file::Row>& weights);
  std::vector<weights_file::Bucket> buckets;
  std::vector<weights_file::Row> rows;
  std::vector<std::int16_t> votes;

 private:
  std::vector<std::vector<std::pair<std::uint64_t, const weights_file::Row*>>> held_;  // by bucket
};

inline Packed::Packed(const std::map<std::uint64_t, weights_file::Row>& weights)
    : buckets(weights.size() / 5 + 1), held_(buckets.size()) {
  const auto n = static_cast<std::uint32_t>(buckets.size());
  for (const auto& [feature, row] : weights) {
    std::size_t b = weights_file::bucket_of(feature, n);
    while (held_[b].size() == weights_file::slots) {
      buckets[b].first_vote |= weights_file::full_flag;
      b = (b + 1) % n;
    }
    held_[b].push_back({feature, &row});
  }
  for (std::size_t b = 0; b < n; ++b) {
    const auto first = static_cast<std::uint32_t>(votes.size());
    buckets[b].first_vote |= first;
    for (std::size_t slot = 0; slot < held_[b].size(); ++slot) {
      const auto& [feature, row] = held_[b][slot];
      const auto behind = static_cast<std::uint32_t>(votes.size()) - first;
      unsigned used = 0;
      for (const auto w : *row) used += w != 0;
      buckets[b].checks[slot] = weights_file::check_of(feature);
      if (used > 11) {
        buckets[b].refs[slot] = static_cast<std::uint16_t>(weights_file::row_flag | rows.size());
        rows.push_back(*row);
        continue;
      }
      for (std::size_t t = 0; t < tag_count; ++t)
        for (int left = (*row)[t]; left != 0;) {
          const int part = std::clamp(left, -511, 511);
          votes.push_back(weights_file::vote(t, part)), left -= part;
        }
      buckets[b].refs[slot] =
          weights_file::votes_ref(behind, static_cast<unsigned>(votes.size() - first - behind));
    }
  }
}

}  // namespace annals
