// A stretch of an article's text, in bytes, end exclusive.
// Exports turn bytes into code points at the last moment.
#pragma once
#include <compare>
#include <cstddef>
#include <string_view>

namespace annals {

struct Span {
  std::size_t begin = 0, end = 0;
  auto operator<=>(const Span&) const = default;
  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
};
constexpr bool overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }
inline std::string_view text_of(const Span& span, std::string_view text) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace annals
