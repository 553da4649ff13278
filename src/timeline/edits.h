// What a reader changed by hand, kept over every rerun on the article.
//
//   set    ev-5c2f  headline  "Musk restored accounts"  ->  "Musk restored the account"
//   set    ev-5c2f  edtf      "2022-11"                 ->  "2022-11-19"
//   set    ev-5c2f  status    "possible"                ->  "actual"
//   delete ev-91aa                                          merge ev-5c2f with ev-77b0
//   add    by-hand-1f03  edtf "1914-06-28", headline "The shots"
//
// Each edit knows what it replaced. Where the article or a rule has changed since, so that the event now says
// a third thing, the edit still holds, and the conflict is said beside it. An edit whose event is gone is
// said, too: nothing done by hand is lost in silence.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace annals {

struct Edit {
  std::string action;    // "set", "delete", "merge", "add"
  std::string id;        // the event's
  std::string field;     // of set and add: "headline", "edtf", "status"; of merge: the other event's id
  std::string was, now;  // what stood there, and what is to
  bool operator==(const Edit&) const = default;
};
using Edits = std::vector<Edit>;

// Why an edit cannot be; empty where it can: "edtf: \"Nov-22\" is no EDTF".
std::string problem_of(const Edit& edit);

// Applies them in order and gives what they conflict with, one line each.
std::vector<std::string> apply(const Edits& edits, Timeline& timeline);

// How finely an EDTF text says it: "2022-11" a month, "2023-22" a season, "1801/1900" years.
Granularity grain_of_edtf(std::string_view edtf);

}  // namespace annals
