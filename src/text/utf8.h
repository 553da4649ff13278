// Bytes into valid UTF-8: the BOM goes, each byte that belongs to no character becomes one U+FFFD.
//
//   "\xEF\xBB\xBF" "caf\xE9"   ->   "caf\uFFFD", one bad byte: E9 at offset 6 of the source
#pragma once
#include <string>

#include "text/article.h"

namespace annals {

// Sets text, bad_bytes and bad_byte_count. Valid bytes are moved, not copied; others are copied once.
void decode(std::string bytes, Article& article);

}  // namespace annals
