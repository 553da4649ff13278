// How well predicted time expressions agree with a gold
// standard: the measures of TempEval-3 (UzZaman et al. 2013).
//
//   gold       "She left in [1914]."        found  "She left [in 1914]."
//   strict F1 0 (other extent), relaxed F1 1 (they overlap)
//   value F1 = relaxed F1 x share of pairs of equal value
//
// Documents are pooled. The document's own date is no timex: where the text states it ("dct_in_text"),
// finding it is neither rewarded nor punished. Values are compared as strings; a second figure accepts other
// spellings of the same value (canonical_value.h).
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "score/timex_document.h"

namespace annals::score {

struct ScoreOptions {
  bool skip_null_values = false;  // pairs whose gold has no value do not count for value F1
};

struct Counts {
  std::size_t gold = 0, predicted = 0;
  std::size_t relaxed = 0;  // pairs
  std::size_t strict = 0, type = 0, value = 0, canonical_value = 0;
  std::size_t strict_value = 0, strict_type = 0, type_value = 0;
  std::size_t null_gold = 0;  // pairs whose gold has no value
};

struct TypeCounts {
  std::size_t gold = 0, found = 0, strict = 0, type = 0, value = 0;  // of this gold type
  std::size_t predicted = 0, paired = 0;                             // of this predicted type
};

enum class ErrorKind { extent, missed, spurious, type, value, spelling };
std::string_view to_string(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::missed;
  std::string document;
  std::optional<Timex> gold, predicted;  // one of them is absent for missed and spurious
  std::string gold_text, predicted_text;
  std::string context;  // "... the treaty of [[late June]] was signed ..."
};

struct Accuracy {
  double precision = 0, recall = 0, f1 = 0;
};

struct Scores {
  std::size_t documents = 0;
  Counts counts;
  std::map<std::string, TypeCounts> by_type;  // "?" where an expression has no type
  // By gold type and predicted type, equal ones too.
  std::map<std::pair<std::string, std::string>, std::size_t> confusions;
  std::ptrdiff_t ignored_on_dct = 0;                      // predictions
  std::size_t nested_dropped = 0;                         // predictions
  std::vector<std::string> unpredicted, unknown, failed;  // ids: gold only, predicted only, "error" lines
  std::vector<Error> errors;
  ScoreOptions options;

  Accuracy accuracy(std::size_t right) const;
  Accuracy strict() const { return accuracy(counts.strict); }
  Accuracy relaxed() const { return accuracy(counts.relaxed); }
  double type_accuracy() const;
  double value_accuracy() const;
  double type_f1() const { return type_accuracy() * relaxed().f1; }
  double value_f1() const { return value_accuracy() * relaxed().f1; }
  double canonical_value_f1() const;
  double strict_value_f1() const { return accuracy(counts.strict_value).f1; }
  double strict_type_f1() const { return accuracy(counts.strict_type).f1; }
  double type_value_f1() const { return accuracy(counts.type_value).f1; }

 private:
  double share_of_valued_pairs(std::size_t right) const;
};

// Gold documents need a text. Throws TextsDiffer where a prediction read another text than the gold.
Scores score(const std::vector<Document>& gold, const std::vector<Document>& predicted,
             const ScoreOptions& options = {});

struct TextsDiffer : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace annals::score
