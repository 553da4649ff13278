// Whether a clause says that something happened: filters and status.
//
//   He never sold the mill.                   no row: negated
//   He often walked to the mill in May.       no row: habitual
//   If he sold the mill in May, ...           no row: hypothetical
//   The mill will open in May.                planned
//   She said that the mill closed in May.     reported, attributed to "She"
#pragma once
#include <string>

#include "event/clause.h"
#include "event/event.h"

namespace annals {

struct Mood {
  std::string dropped;  // why it makes no row; empty where it does
  Status status = Status::actual;
  std::string attributed_to;
  double penalty = 0;  // taken off the confidence
  std::string why;
};

// `verb` tells the event; `time` is the chunk of its expression, or nowhere.
Mood mood_of(const Reading& reading, const WordLists& lists, std::uint32_t verb, std::uint32_t time);

}  // namespace annals
