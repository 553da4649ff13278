// The one pass over the text: stops at words and numbers that may belong to a time expression.
//
// Looks at 64 bytes at a time for where words begin, then at one 64-bit key a word (its first eight letters,
// lower case) in a small table: as fast with a thousand words as with ten.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

class Scanner {
 public:
  Scanner();
  void stop_at_word(std::string_view lower_case);  // by its longest stretch of ASCII letters
  void stop_at_number(int digits);                 // any number of so many digits (1..18)
  void stop_at_number_before(char sign);           // any number with this letter or mark right behind it

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  // The first byte at or after `from` where such a word or number begins. `from` lies outside of a word.
  std::size_t next(std::string_view text, std::size_t from) const;

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(seen_, keys_, count_, digits_, behind_number_);
  }

 private:
  struct Masks {  // of 64 bytes, one bit each
    std::uint64_t letters = 0, digits = 0;
  };
  static Masks masks_of_64(const char* at);
  static Masks masks_of_tail(const char* at, std::size_t size);
  const char* stop_in(const char* block, const Masks& masks, std::uint64_t starts, const char* end) const;
  bool stops_at(std::uint64_t key) const;
  bool stops_at_number(const char* number, std::size_t size, const char* end) const;

  void add(std::uint64_t key);

  // A bit for each of the first 16 bits of a hash, set where some word's key has them: most words end here.
  std::array<std::uint64_t, 1024> seen_{};
  std::vector<std::uint64_t> keys_;  // open addressing, 0 = free
  std::size_t count_ = 0;
  std::array<bool, 32> digits_{};
  std::array<bool, 256> behind_number_{};
};

}  // namespace annals
