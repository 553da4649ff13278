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

// Sixteen bytes at a time; the last sixteen are looked at whole, less those that were counted before.
std::size_t continuation_bytes(std::string_view bytes) {
  if (bytes.size() < 16)
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), continues));
  int count = 0;
  const auto add = [&](std::uint32_t mask) {
    if (mask != 0) count += std::popcount(mask);
  };
  const char* at = bytes.data();
  const char* const last = at + bytes.size() - 16;
  for (; at <= last; at += 16) add(continuations_of_16(at));
  add(continuations_of_16(last) >> (at - last));
  return static_cast<std::size_t>(count);
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
