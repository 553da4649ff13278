// Words as the Penn treebank splits them; EWT's hyphens.
//
//   "He didn't pay $3.5m (well-known)."   He did n't pay $ 3.5 m ( well - known ) .
//
// Every word points back into the text it came from; the tag is set by a Tagger.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/lexicon.h"
#include "text/span.h"
#include "text/tags.h"

namespace annals {

// capital: Musk; upper: NATO, A; mixed: iPhone; ordinal: 19th; digits_mixed: F-16, 1990s
enum class Shape : std::uint8_t { lower, capital, upper, mixed, number, ordinal, digits_mixed, mark, other };

struct Word {
  Span span;  // bytes of the text
  Tag tag = Tag::NN;
  Shape shape = Shape::lower;
  bool glued = false;            // no blank between it and the word before
  std::uint64_t key = 0;         // word_key of the form
  const Entry* entry = nullptr;  // never null after split_words; owned by the lexicon
};

// Appends nothing: `words` is cleared and filled with the words of `range`. Linear in the range.
void split_words(std::string_view text, Span range, const Lexicon& lexicon, std::vector<Word>& words);

// The word of given bounds, for texts that come split, such as a treebank.
Word word_at(std::string_view text, Span span, const Lexicon& lexicon);

std::string to_string(std::string_view text, const std::vector<Word>& words);  // "She/PRP left/VBD ./."

}  // namespace annals
