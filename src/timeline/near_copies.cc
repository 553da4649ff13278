#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>

#include "text/ascii.h"
#include "text/key.h"
#include "timeline/across.h"

namespace annals {
namespace {

constexpr std::size_t kShingle = 5;  // words
// Two that share 0.8 of their shingles meet with a chance of 0.9998.
constexpr std::size_t kBands = 16, kRows = 4;
constexpr std::size_t kHashes = kBands * kRows;
constexpr double kAlike = 0.8;
using Signature = std::array<std::uint64_t, kHashes>;

constexpr bool is_in_word(char c) { return is_letter(c) || is_digit(c) || (c & 0x80) != 0; }

std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_in_word(text[end])) ++end;
    if (end > i) keys.push_back(word_key(text.substr(i, end - i)));
    i = end + 1;
  }
  return keys;
}

Signature signature_of(const Article& article) {
  Signature least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  const std::vector<std::uint64_t> words = words_of(std::string_view(article.text).substr(article.body));
  for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t k = 0; k < kShingle; ++k) shingle = spread(shingle + words[i + k]);
    for (std::size_t h = 0; h < kHashes; ++h) least[h] = std::min(least[h], spread(shingle ^ spread(h + 1)));
  }
  return least;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> near_copies(const std::vector<Source>& sources) {
  std::vector<Signature> signatures;
  for (const Source& source : sources) signatures.push_back(signature_of(source.article));
  std::map<std::pair<std::size_t, std::uint64_t>, std::vector<std::size_t>> bands;
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    std::vector<std::size_t> met;
    for (std::size_t band = 0; band < kBands; ++band) {
      std::uint64_t key = 0;
      for (std::size_t row = 0; row < kRows; ++row) key = spread(key + signatures[i][band * kRows + row]);
      std::vector<std::size_t>& bucket = bands[{band, key}];
      met.insert(met.end(), bucket.begin(), bucket.end());
      bucket.push_back(i);
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    for (const std::size_t other : met) {
      const bool empty = signatures[i][0] == std::numeric_limits<std::uint64_t>::max();
      std::size_t same = 0;
      for (std::size_t h = 0; h < kHashes; ++h) same += signatures[i][h] == signatures[other][h] ? 1 : 0;
      if (!empty && static_cast<double>(same) >= kAlike * kHashes) out.emplace_back(other, i);
    }
  }
  return out;
}

}  // namespace annals
