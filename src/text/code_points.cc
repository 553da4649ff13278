#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/article.h"
#include "text/byte_mask.h"

namespace annals {
namespace {

constexpr std::size_t block = 512;

// Bytes 10xxxxxx: every character has just one byte that is none of these.
constexpr bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Of the first `size` of 64 bytes.
std::size_t continuations_of_64(const char* at, std::size_t size) {
  if (all_ascii_64(at)) return 0;
  std::uint64_t mask = 0;
  for (int i = 0; i < 64; i += 16) mask |= static_cast<std::uint64_t>(continuations_of_16(at + i)) << i;
  return static_cast<std::size_t>(std::popcount(size < 64 ? mask & ((std::uint64_t{1} << size) - 1) : mask));
}

// Between two places of a text, 64 bytes at a time; the last of them are counted out of 64 too, if the text
// goes on so far.
std::size_t continuation_bytes(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t count = 0;
  for (; from < to && from + 64 <= text.size(); from += 64)
    count += continuations_of_64(text.data() + from, to - from);
  if (from >= to) return count;
  return count + static_cast<std::size_t>(std::count_if(text.data() + from, text.data() + to, continues));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / block + 1);
  std::size_t continuation = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += block) {
    marks_.push_back(begin - continuation);
    continuation += continuation_bytes(text, begin, std::min(begin + block, text.size()));
  }
  ascii_ = continuation == 0;
}

std::size_t CodePoints::at(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  if (ascii_) return byte;
  const auto begin = byte / block * block;
  return marks_[byte / block] + (byte - begin) - continuation_bytes(text_, begin, byte);
}

std::size_t CodePointCount::at(std::size_t byte) {
  byte = std::min(byte, text_.size());
  const auto [first, last] = std::minmax(byte, byte_);
  const std::size_t points = last - first - continuation_bytes(text_, first, last);
  points_ = byte < byte_ ? points_ - points : points_ + points;
  byte_ = byte;
  return points_;
}

}  // namespace annals
