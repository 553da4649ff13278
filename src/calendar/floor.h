// Division that rounds down, so that periods before year zero fall where those after it do.
//
//   floor_div(-43, 10) == -5      floor_mod(-43, 10) == 7      (C++ itself says -4 and -3)
#pragma once
#include <cstdint>

namespace annals {

constexpr std::int64_t floor_div(std::int64_t n, std::int64_t divisor) {
  return n / divisor - (n % divisor < 0 ? 1 : 0);
}
constexpr std::int64_t floor_mod(std::int64_t n, std::int64_t divisor) {
  const auto rest = n % divisor;
  return rest < 0 ? rest + divisor : rest;
}

}  // namespace annals
