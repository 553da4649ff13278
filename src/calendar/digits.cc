#include "calendar/digits.h"

#include <charconv>

#include "calendar/day.h"

namespace annals {
namespace {
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

void append_number(std::string& out, std::int64_t number, int width) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  for (auto have = end - digits; have < width; ++have) out += '0';
  out.append(digits, end);
}

void append_year(std::string& out, std::int64_t year) {
  const bool deep = year > 9999 || year < -9999;
  if (deep) out += 'Y';
  if (year < 0) out += '-';
  append_number(out, year < 0 ? -year : year, deep ? 1 : 4);
}

bool Reader::take(char sign) {
  if (rest_.empty() || rest_.front() != sign) return false;
  rest_.remove_prefix(1);
  return true;
}

bool Reader::take(std::string_view word) {
  if (!rest_.starts_with(word)) return false;
  rest_.remove_prefix(word.size());
  return true;
}

std::optional<std::int64_t> Reader::digits(int least, int most) {
  std::int64_t number = 0;
  int count = 0;
  for (; count < most && static_cast<std::size_t>(count) < rest_.size() && is_digit(rest_[count]); ++count)
    number = number * 10 + (rest_[count] - '0');
  if (count < least) return {};
  rest_.remove_prefix(count);
  return number;
}

std::optional<std::int64_t> Reader::year() {
  const bool deep = take('Y');
  const bool before = take('-');
  if (deep && next() == '0') return {};
  const auto number = deep ? digits(5, 14) : digits(4, 4);
  if (!number || *number > farthest_year || is_digit(next())) return {};
  if (before && *number == 0) return {};
  return before ? -*number : *number;
}

}  // namespace annals
