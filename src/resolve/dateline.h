// Whether a day heads a dispatch or a letter within the text, and how far its passage reaches.
//
//   VICKSBURG, July 4. - The garrison marched out yesterday ...     to the end of the paragraph
//   LISBON, July 4.                                                 alone on its line: to the end of
//   The mail steamer Calliope ...                                   the text, or to the next dateline
//   "Camp near Falmouth, 3 May 1863. Dear Mother, ..."              within quotes: to where they close
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace annals {

std::optional<std::size_t> dateline_end(std::string_view text, std::size_t body, Span day);

}  // namespace annals
