#include <algorithm>
#include <cstdint>
#include <cstring>

#include "text/article.h"

namespace annals {
namespace {

constexpr std::size_t block = 512;

// Bytes 10xxxxxx: every character has just one byte that is none of these.
constexpr bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Eight at a time, each counted in its own byte of a sum; those eight sums hold 255 rounds.
std::size_t continuation_bytes(std::string_view bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101, low = 0x00FF00FF00FF00FF, fours = 0x0001000100010001;
  constexpr std::size_t most_rounds = 255;
  std::size_t count = 0;
  while (bytes.size() >= 8) {
    const auto rounds = std::min(bytes.size() / 8, most_rounds);
    std::uint64_t sums = 0;
    for (std::size_t i = 0; i < rounds; ++i) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, bytes.data() + 8 * i, 8);
      sums += (eight >> 7) & ~(eight >> 6) & ones;
    }
    count += (((sums & low) + ((sums >> 8) & low)) * fours) >> 48;
    bytes.remove_prefix(8 * rounds);
  }
  return count + static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), continues));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / block + 1);
  std::size_t continuation = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += block) {
    marks_.push_back(begin - continuation);
    continuation += continuation_bytes(text.substr(begin, block));
  }
  ascii_ = continuation == 0;
}

std::size_t CodePoints::at(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  if (ascii_) return byte;
  const auto begin = byte / block * block;
  return marks_[byte / block] + (byte - begin) - continuation_bytes(text_.substr(begin, byte - begin));
}

std::size_t CodePointCount::at(std::size_t byte) {
  byte = std::min(byte, text_.size());
  const auto [first, last] = std::minmax(byte, byte_);
  const std::size_t points = last - first - continuation_bytes(text_.substr(first, last - first));
  points_ = byte < byte_ ? points_ - points : points_ + points;
  byte_ = byte;
  return points_;
}

}  // namespace annals
