// The layout of lexicon.bin, shared by the program that writes it (tools/compile-lexicon.cc) and by Lexicon.
//
//   header | slots | entries | strings (offset table, then bytes) | endings
//
// A form is looked up by its key: the low bits choose the slot, the high half is compared, the next slot is
// tried until an empty one. The forms themselves are not stored; two forms share a key once in some 2^45
// pairs. Byte order is the machine's: the file is built where it is used.
#pragma once
#include <cstdint>
#include <type_traits>

#include "text/key.h"
#include "text/lexicon.h"

namespace annals::lexicon_file {

inline constexpr char magic[8] = {'a', 'n', 'n', 'a', 'l', 's', 'L', 'x'};
inline constexpr std::uint32_t version = 1000 + key_version;

static_assert(std::has_unique_object_representations_v<Entry>);

struct Slot {
  std::uint32_t check = 0;  // high half of the key
  std::uint32_t entry = 0;  // 0: empty
};

// What an ending tells of an unknown word: for lemmas a
// replacement, for tags the set. Sorted by length, longest first.
enum class Use : std::uint32_t { noun, verb_s, verb_ed, verb_ing, adjective, tags };
struct Ending {
  Use use = Use::tags;
  std::uint32_t ending = 0, replacement = 0;  // numbers in the string pool
  std::uint32_t entry = 0;                    // for tags
};

struct Header {
  char magic[8];
  std::uint32_t version = lexicon_file::version;
  std::uint32_t slot_bits = 0;
  std::uint32_t entries = 0, strings = 0, string_bytes = 0, endings = 0;
};

}  // namespace annals::lexicon_file
