// From the events of each article to one timeline: settle, merge, order.
//
//   takes  the sources, the events found in each, what found no place      gives  rows in order
//
// Events that no link could place are listed as undated, with their reason.
#pragma once
#include <vector>

#include "event/event.h"
#include "event/word_lists.h"
#include "timeline/timeline.h"

namespace annals {

// `events` and `undated` go with `sources`, index by index.
Timeline build_timeline(std::vector<Source> sources, std::vector<std::vector<Event>> events,
                        std::vector<std::vector<Undated>> undated, const WordLists& lists,
                        Merging merging = Merging::across);

}  // namespace annals
