#include "match/vocabulary.h"

#include <algorithm>
#include <cstring>

#include "text/ascii.h"

namespace annals {
namespace {

// The first and the last eight bytes, which overlap in short words, and the size. Setting the bit that tells
// the cases apart folds some marks together too; `same` tells them apart again.
constexpr std::uint64_t kLowerCase = 0x2020202020202020ULL;

std::uint64_t bytes_at(const char* at, std::size_t size) {  // size <= 8
  if (size >= 8) {
    std::uint64_t out = 0;
    return std::memcpy(&out, at, 8), out;
  }
  if (size >= 4) {
    std::uint32_t head = 0;
    std::uint32_t tail = 0;
    std::memcpy(&head, at, 4), std::memcpy(&tail, at + size - 4, 4);
    return head | static_cast<std::uint64_t>(tail) << 32;
  }
  if (size == 0) return 0;
  const auto byte = [at](std::size_t i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
  };
  return byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
}

}  // namespace

Vocabulary::Ends Vocabulary::ends_of(std::string_view word) {
  const std::uint64_t head = bytes_at(word.data(), std::min<std::size_t>(word.size(), 8)) | kLowerCase;
  return {head, word.size() > 8 ? bytes_at(word.data() + word.size() - 8, 8) | kLowerCase : 0, word.size()};
}

// Setting the bit that tells the cases apart makes no letter of what is none.
bool Vocabulary::same(std::uint32_t number, std::string_view word, const Ends& ends) const {
  const Known& known = known_[number];
  if (known.ends != ends) return false;
  return known.told || std::equal(word.begin(), word.end(), words_[number].begin(),
                                  [](char a, char b) { return lower(a) == b; });
}

Vocabulary::Vocabulary() : words_(1), known_(1), slots_(256, 0) {}

std::size_t Vocabulary::slot(std::string_view word) const {
  const Ends ends = ends_of(word);
  const std::uint64_t mixed = (ends.head ^ (ends.tail + ends.size) * 0x9E3779B97F4A7C15ULL) *
                              0xD6E8FEB86659FD93ULL;  // odd constants of splitmix
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = mixed >> 32 & mask;
  while (slots_[at] != 0 && !same(slots_[at], word, ends)) at = (at + 1) & mask;
  return at;
}

std::uint32_t Vocabulary::add(const std::string& word) {
  const std::size_t at = slot(word);
  if (slots_[at] != 0) return slots_[at];
  slots_[at] = static_cast<std::uint32_t>(words_.size());
  words_.push_back(word);
  known_.push_back({ends_of(word), word.size() <= 16 && std::all_of(word.begin(), word.end(), is_letter)});
  if (words_.size() * 4 > slots_.size()) {  // a quarter full at most: a word that is not there is soon known
    slots_.assign(slots_.size() * 4, 0);
    for (std::uint32_t n = 1; n < words_.size(); ++n) slots_[slot(words_[n])] = n;
  }
  return static_cast<std::uint32_t>(words_.size() - 1);
}

std::uint32_t Vocabulary::find(std::string_view word) const { return slots_[slot(word)]; }

}  // namespace annals
