#include "cli/score.h"

#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "cli/files.h"
#include "score/timex_document.h"
#include "score/timex_report.h"
#include "score/timex_score.h"

namespace annals {
namespace {

struct ScoreArguments {
  std::string gold, predicted, errors;
  bool json = false;
  score::ScoreOptions options;
};

std::vector<score::Document> read_file(const std::string& path) {
  std::istringstream lines(bytes_of(path));
  return score::read_documents(lines, path == "-" ? "standard input" : path);
}

void warn(const std::vector<std::string>& ids, const char* what) {
  if (ids.empty()) return;
  std::cerr << "annals score: " << ids.size() << " " << what << ", the first: " << ids.front() << "\n";
}

void write_error_file(const score::Scores& scores, const std::string& path) {
  std::ofstream file(path);
  score::write_errors(scores, file);
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

int run_score(const ScoreArguments& arguments) {
  const auto scores =
      score::score(read_file(arguments.gold), read_file(arguments.predicted), arguments.options);
  if (arguments.json) {
    std::cout << score::to_json(scores).dump() << "\n";
  } else {
    score::print(scores, std::cout);
  }
  if (!arguments.errors.empty()) write_error_file(scores, arguments.errors);
  warn(scores.unpredicted, "gold documents have no prediction, all their expressions count as missed");
  warn(scores.unknown, "predicted documents are not in the gold and were left out");
  warn(scores.failed, "documents could not be tagged");
  return scores.unpredicted.empty() && scores.failed.empty() ? 0 : 1;
}

int run_score_or_explain(const ScoreArguments& arguments) {
  try {
    return run_score(arguments);
  } catch (const std::runtime_error& error) {
    std::cerr << "annals score: " << error.what() << "\n";
    return 2;
  }
}

}  // namespace

CLI::App* add_score_verb(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "score", "how well time expressions were found, against a gold standard, as TempEval-3 counts");
  auto arguments = std::make_shared<ScoreArguments>();
  verb->add_option("GOLD", arguments->gold, "the gold standard: JSON Lines with id, text and timexes")
      ->type_name("")
      ->required();
  verb->add_option("PRED", arguments->predicted,
                   "what was found: JSON Lines with id and timexes, as annals tag --to jsonl writes them")
      ->type_name("")
      ->required();
  verb->add_option("--errors", arguments->errors,
                   "a file for missed, spurious and wrong expressions, tab-separated")
      ->type_name("FILE");
  verb->add_flag("--json", arguments->json, "print one JSON object instead of a table");
  verb->add_flag("--skip-null-values", arguments->options.skip_null_values,
                 "leave pairs whose gold has no value out of value F1");
  verb->footer(
      "Example:\n"
      "  annals tag --from jsonl --to jsonl documents.jsonl > found.jsonl\n"
      "  annals score gold.jsonl found.jsonl --errors errors.tsv\n"
      "Exit codes: 0 scored; 1 scored, but documents are missing or failed; 2 nothing could be scored.");
  verb->callback([arguments, &exit_code] { exit_code = run_score_or_explain(*arguments); });
  return verb;
}

}  // namespace annals
