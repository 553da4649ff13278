// Scores for reading: a table for people, one JSON object for programs, a table of errors for rule writers.
//
//   documents 2   gold 3   predicted 3   paired 2   exact 1
//                    P       R       F1
//   strict       33.33   33.33   33.33
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <ostream>

#include "score/timex_score.h"

namespace annals::score {

void print(const Scores& scores, std::ostream& out);

// {"documents":..,"counts":{..},"scores":{"strict_F1":..},"by_type":{..},..}; scores to six decimals.
nlohmann::ordered_json to_json(const Scores& scores);

// Tab-separated, one error a row, with a header; sorted by kind, document and place.
void write_errors(const Scores& scores, std::ostream& out);

}  // namespace annals::score
