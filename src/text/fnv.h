// FNV-1a, the hash of Fowler, Noll and Vo: what it has so far is xored with the next byte, then multiplied.
//
//   fnv("a")                                   == 0xaf63dc4c8601ec8c
//   fnv_add(fnv_add(fnv_basis, 'a'), 'b')      == fnv("ab")
//
// Its values stand in ids, in files of edits and in the files that the build writes.
#pragma once
#include <cstdint>
#include <string_view>

namespace annals {

inline constexpr std::uint64_t fnv_basis = 0xcbf29ce484222325;

constexpr std::uint64_t fnv_add(std::uint64_t hash, std::uint64_t next) {
  return (hash ^ next) * 0x100000001b3;
}

constexpr std::uint64_t fnv(std::string_view text) {
  std::uint64_t hash = fnv_basis;
  for (const char c : text) hash = fnv_add(hash, static_cast<unsigned char>(c));
  return hash;
}

}  // namespace annals
