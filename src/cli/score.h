// annals score GOLD PRED: how well predicted time expressions agree with gold ones.
//
//   annals score gold.jsonl found.jsonl --errors errors.tsv
#pragma once
#include <CLI/CLI.hpp>

namespace annals {

// Adds the verb with its options; when it runs, it prints and leaves 0, 1 or 2 in `exit_code`.
CLI::App* add_score_verb(CLI::App& app, int& exit_code);

}  // namespace annals
