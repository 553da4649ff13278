#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "text/article.h"

namespace annals {
namespace {

constexpr std::size_t block = 4096;

// Bytes 10xxxxxx, eight at a time: every character has just one byte that is none of these.
std::size_t continuation_bytes(std::string_view bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::size_t count = 0, i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, bytes.data() + i, 8);
    count += static_cast<std::size_t>(std::popcount((eight >> 7) & ~(eight >> 6) & ones));
  }
  for (; i < bytes.size(); ++i) count += (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80;
  return count;
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

}  // namespace annals
