// One row for what an article tells twice: same act (lemma or a word of its group), windows of which one
// holds the other, and a name in common. The finer window stays, every mention is kept.
//
//   1859 "proclaimed himself"   17 September 1859 "distributed letters, proclaiming himself"
//                               one event, 1859-09-17
#pragma once
#include <vector>

#include "event/event.h"
#include "event/word_lists.h"

namespace annals {

// Gives undated events that others hang on the date of a told one with the same act: "two days after
// relieving the siege" behind "relieved the city on 27 September". Before settling.
void bind_mentions(std::vector<Event>& events, const WordLists& lists);

// The events of one article; those without a date are left alone.
void merge_mentions(std::vector<Event>& events, const WordLists& lists);

// What the merging within articles and across them asks alike.
bool share_name(const Event& a, const Event& b);
bool holds(const Event& wide, const Event& narrow);  // one window the other
// Adds the other's mentions, links and conflicts; the row gets the finer window of the two.
void absorb(Event& kept, Event& other);

}  // namespace annals
