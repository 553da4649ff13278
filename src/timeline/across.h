// What several articles of one run tell alike: one event with all its sources, or two that may be one.
//
//   a.txt                                      b.txt
//   "Ada Wren sold the mill on 5 May 1846."    "Wren sold her mill on 5 May 1846."    one row, two mentions
//   "Wren sold the mill in May 1846."          "The mill was sold in 1846."           linked same-event?
//   "Ada Wren died in 1851."                   "Ada Wren died in 1852."               one row, in conflict
//
// Articles that are near-copies of each other are folded first, sentence by sentence. Nothing is merged on
// likeness alone: a weaker pair keeps both rows, and says so.
#pragma once
#include <vector>

#include "event/word_lists.h"
#include "timeline/timeline.h"

namespace annals {

// `events` are those of all sources, dated or not, each with its source; where two were made one, `into`
// names the one that stays (itself for all others). Rows that went are marked as landmarks.
std::vector<std::size_t> merge_across(const std::vector<Source>& sources, std::vector<Event>& events,
                                      const WordLists& lists);

// Pairs of articles, the earlier first, of whose shingles of five words four in five are the same: MinHash
// signatures (Broder 1997), banded so that unlike articles never meet.
std::vector<std::pair<std::size_t, std::size_t>> near_copies(const std::vector<Source>& sources);

}  // namespace annals
