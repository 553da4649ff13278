// Where sentences begin and end.
//
//   "Mr. J. R. Smith paid 3.5 million. He left."   [0,34) [35,43)
//
// A sentence ends at . ! ? (and the quotes and brackets behind it) unless the stop belongs to an
// abbreviation, an initial or a number; at a blank line; and at a line end where a list item, or a heading
// without a stop, ends. Spans have no blanks at either end. A run without any end is cut after some
// kilobytes, at a blank.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "text/lexicon.h"
#include "text/span.h"

namespace annals {

std::vector<Span> split_sentences(std::string_view text, Span range, const Lexicon& lexicon);

// The sentence that holds a byte, found by looking a few kilobytes to either side at most. A byte between two
// sentences belongs to the next one. Agrees with split_sentences except where a sentence is longer than that.
// Nothing before `body` is looked at, such as the article's date line.
Span sentence_around(std::string_view text, std::size_t byte, const Lexicon& lexicon, std::size_t body = 0);

}  // namespace annals
