// The words that the pages know, each with a number. Words are looked up as they stand in the text, in any
// case, without a copy.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

class Vocabulary {
 public:
  Vocabulary();
  // The number of a word in lower case, new where it was not there. Numbers begin at 1.
  std::uint32_t add(const std::string& word);
  // The number of a word in any case (of ASCII letters), or 0.
  std::uint32_t find(std::string_view word) const;
  const std::string& word(std::uint32_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

  template <typename Archive>
  void save(Archive& archive) const {
    archive(words_);
  }
  template <typename Archive>
  void load(Archive& archive) {
    std::vector<std::string> words;
    archive(words);
    for (std::size_t n = 1; n < words.size(); ++n) add(words[n]);  // 0 is no word
  }

 private:
  // Of a word: its size, and its first and last eight bytes in small letters, which may overlap.
  struct Ends {
    std::uint64_t head = 0, tail = 0;
    std::size_t size = 0;
    bool operator==(const Ends&) const = default;
  };
  struct Known {
    Ends ends;
    bool told = false;  // by its ends: nothing but ASCII letters, and no more of them than the ends hold
  };
  static Ends ends_of(std::string_view word);
  std::size_t slot(std::string_view word) const;
  bool same(std::uint32_t number, std::string_view word, const Ends& ends) const;

  std::vector<std::string> words_;    // by number; 0 is no word
  std::vector<Known> known_;          // of each word
  std::vector<std::uint32_t> slots_;  // open addressing; 0 is free
};

}  // namespace annals
