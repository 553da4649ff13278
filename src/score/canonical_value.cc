#include "score/canonical_value.h"

#include <array>
#include <cctype>
#include <optional>

namespace annals::score {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// '9' stands for a digit, every other letter for itself.
bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (shape[i] == '9' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
  }
  return true;
}

bool ends_in_shape(std::string_view text, std::string_view shape) {
  return text.size() >= shape.size() && has_shape(text.substr(text.size() - shape.size()), shape);
}

std::string trimmed_capitals(std::string_view value) {
  constexpr std::string_view blanks = " \t\n\r\f\v";
  const auto first = value.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  std::string capitals(value.substr(first, value.find_last_not_of(blanks) - first + 1));
  for (auto& letter : capitals) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return capitals;
}

// The amount of a duration of one whole unit: 14 for "P14D" and "D". Fifteen digits are enough.
std::optional<long long> amount_of(std::string_view value, std::string_view prefix, std::string_view unit) {
  if (value.size() <= prefix.size() + unit.size() || value.substr(0, prefix.size()) != prefix) return {};
  if (value.substr(value.size() - unit.size()) != unit) return {};
  const auto digits = value.substr(prefix.size(), value.size() - prefix.size() - unit.size());
  if (digits.size() > 15) return {};
  long long amount = 0;
  for (const char digit : digits) {
    if (!is_digit(digit)) return {};
    amount = amount * 10 + (digit - '0');
  }
  return amount;
}

struct Conversion {  // `many` of the one are `few` of the other; applied where the amount divides
  std::string_view prefix, unit;
  long long many, few;
  std::string_view to_prefix, to_unit;
};
// In this order, so that one step feeds the next: minutes
// to hours to days to weeks, quarters to months to years.
constexpr std::array<Conversion, 7> conversions{{{"P", "DE", 1, 10, "P", "Y"},
                                                 {"P", "CE", 1, 100, "P", "Y"},
                                                 {"P", "Q", 1, 3, "P", "M"},
                                                 {"P", "M", 12, 1, "P", "Y"},
                                                 {"PT", "M", 60, 1, "PT", "H"},
                                                 {"PT", "H", 24, 1, "P", "D"},
                                                 {"P", "D", 7, 1, "P", "W"}}};

std::string whole_units(std::string value) {
  for (const auto& step : conversions) {
    const auto amount = amount_of(value, step.prefix, step.unit);
    if (!amount || *amount % step.many != 0) continue;
    value = std::string(step.to_prefix) + std::to_string(*amount / step.many * step.few);
    value += step.to_unit;
  }
  return value;
}

struct Tail {
  std::string_view shape;
  bool whole;  // the shape is the whole value, not only its end
  std::size_t dropped;
};
constexpr std::array<Tail, 7> unknown_tails{{{"999X", true, 1},
                                             {"BC999X", true, 1},
                                             {"99XX", true, 2},
                                             {"BC99XX", true, 2},
                                             {"9999-99-XX", true, 3},
                                             {"9999-XX-XX", true, 6},
                                             {"9999-XX", true, 3}}};
constexpr std::array<Tail, 3> zero_tails{
    {{"T99:00:00", false, 6}, {"T99:00", false, 3}, {"T99:99:00", false, 3}}};

template <std::size_t size>
void drop_tail(std::string& value, const std::array<Tail, size>& tails) {
  for (const auto& tail : tails) {
    if (tail.whole ? has_shape(value, tail.shape) : ends_in_shape(value, tail.shape)) {
      value.resize(value.size() - tail.dropped);
      return;
    }
  }
}

void drop_utc_mark(std::string& value) {
  if (value.find('T') != std::string::npos && value.back() == 'Z') value.pop_back();
}

}  // namespace

std::string canonical_value(std::string_view value) {
  auto canonical = whole_units(trimmed_capitals(value));
  drop_tail(canonical, unknown_tails);
  drop_tail(canonical, zero_tails);
  drop_utc_mark(canonical);
  return canonical;
}

}  // namespace annals::score
