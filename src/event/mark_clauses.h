// Which clause each verb belongs to: turns V into Q and Z, prepositions that open a clause into S, and says
// whose subject a verb behind "and" shares.
#pragma once
#include "event/reading.h"

namespace annals {

void mark_clauses(Reading& reading, const Lexicon& lexicon, const WordLists& lists);

}  // namespace annals
