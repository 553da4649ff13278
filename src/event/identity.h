// The id of an event: outlives a rule change and an edit elsewhere in the article.
#pragma once
#include <string>
#include <string_view>

namespace annals {

// Hashes the document's id, the words of the sentence (blanks
// as one), the head word, and which of its kind it is.
std::string event_id(std::string_view document, std::string_view sentence, std::string_view head,
                     std::size_t count);

}  // namespace annals
