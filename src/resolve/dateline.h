// Whether a day heads a dispatch, a letter or an entry within the text, and how far its passage reaches.
//
//   VICKSBURG, July 4. - The garrison marched out yesterday ...     to the end of the paragraph
//   July 4. Fog. Spoke a brig yesterday.                            the same, of a log or a diary; where a later
//                                                                   line begins so, July 5, up to that line
//   LISBON, July 4.                                                 alone on its line: to the end of
//   The mail steamer Calliope ...                                   the text, or to the next dateline
//   "Camp near Falmouth, 3 May 1863. Dear Mother, ..."              within quotes: to where they close
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace annals {

// Whether an expression stands alone on its line.
bool is_heading(std::string_view text, Span span);

// Whether it stands at the beginning of its line, apart from what follows: "July 4." of a log.
bool heads_entry(std::string_view text, std::size_t body, Span day);

// Where the passage under a day ends; nothing where it heads none.
std::optional<std::size_t> dateline_end(std::string_view text, std::size_t body, Span day);

}  // namespace annals
