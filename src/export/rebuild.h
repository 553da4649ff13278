// A timeline from nothing but its rows, for whoever has
// the CSV, the JSON or the database and not the articles.
//
//   ev-5c2f,2022-11,...,Musk restored the account,...,"In November 2022 Musk restored ...",letters/a.txt,...
//   an event of the source letters/a.txt, whose text is "In November 2022 Musk restored ..."
//
// Of an article, the rows hold the sentences that tell an event: they become its text, each a paragraph, and
// offsets count in them. What dates no event, and how an expression was read, is not there.
#pragma once
#include <vector>

#include "export/read_back.h"
#include "timeline/timeline.h"

namespace annals {

// What the bounds of a row say in EDTF, or what stands there where they say no other: a row whose `edtf` is
// not this was edited. Empty where a row has no bounds, or no date can be read in them.
std::string edtf_of_bounds(const BackRow& row);

// The rows must outlive the timeline, and have one id each. What cannot be read counts as not told.
Timeline rebuild(const std::vector<BackRow>& rows);

}  // namespace annals
