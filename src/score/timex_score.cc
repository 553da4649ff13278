#include "score/timex_score.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "score/canonical_value.h"
#include "score/timex_pairing.h"

namespace annals::score {
namespace {

constexpr std::size_t context_letters = 45;  // on each side

std::string single_blanks(std::string_view text) {
  std::string folded;
  for (const char letter : text) {
    const bool blank = letter == ' ' || (letter >= '\t' && letter <= '\r');
    if (!blank) {
      folded += letter;
    } else if (folded.empty() || folded.back() != ' ') {
      folded += ' ';
    }
  }
  return folded;
}

std::string context_of(const Letters& letters, const Extent& extent) {
  const auto from = extent.start - std::min(extent.start, context_letters);
  std::string context(letters.between(from, extent.start));
  context += "[[";
  context += letters.between(extent.start, extent.end);
  context += "]]";
  context += letters.between(extent.end, extent.end + context_letters);
  return single_blanks(context);
}

const std::string& type_name(const Timex& timex) {
  static const std::string unknown = "?";
  return timex.type.empty() ? unknown : timex.type;
}

std::size_t first_difference(const Letters& a, const Letters& b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a.between(at, at + 1) == b.between(at, at + 1)) ++at;
  return at;
}

void insist_on_equal_texts(const Document& gold, const Document& predicted) {
  if (!predicted.text || *predicted.text == gold.text.value_or("")) return;
  const auto gold_text = gold.text.value_or("");
  const Letters a(gold_text), b(*predicted.text);
  const auto at = first_difference(a, b);
  const auto near = [at](const Letters& letters) {
    return "\"" + single_blanks(letters.between(at - std::min<std::size_t>(at, 20), at + 20)) + "\"";
  };
  throw TextsDiffer("the texts of " + gold.id + " differ at offset " + std::to_string(at) + ": gold " +
                    near(a) + ", predicted " + near(b));
}

struct Comparison {  // of one pair
  bool extent, type, value, canonical, null_gold;
};

Comparison compare(const Timex& gold, const Timex& predicted) {
  Comparison same{};
  same.extent = gold.extent == predicted.extent;
  same.type = gold.type == predicted.type;
  same.value = gold.value == predicted.value;
  same.canonical = same.value || (!gold.value.empty() && !predicted.value.empty() &&
                                  canonical_value(gold.value) == canonical_value(predicted.value));
  same.null_gold = gold.value.empty();
  return same;
}

void count_pair(Counts& counts, const Comparison& same, bool skip_null_values) {
  const bool compared = !(same.null_gold && skip_null_values);
  const bool value = same.value && compared;
  counts.relaxed += 1;
  counts.strict += same.extent;
  counts.type += same.type;
  counts.value += value;
  counts.canonical_value += same.canonical && compared;
  counts.strict_value += same.extent && value;
  counts.strict_type += same.extent && same.type;
  counts.type_value += same.type && value;
  counts.null_gold += same.null_gold;
}

// One document's scoring, added to the scores of all.
class Tally {
 public:
  Tally(Scores& scores, const Document& gold, const std::vector<Timex>& gold_side,
        const std::vector<Timex>& predicted_side)
      : scores_(scores),
        id_(gold.id),
        text_(gold.text.value_or("")),
        letters_(text_),
        gold_(gold_side),
        predicted_(predicted_side) {}

  void add() {
    scores_.counts.gold += gold_.size();
    scores_.counts.predicted += predicted_.size();
    for (const auto& timex : gold_) scores_.by_type[type_name(timex)].gold += 1;
    for (const auto& timex : predicted_) scores_.by_type[type_name(timex)].predicted += 1;
    std::vector<bool> gold_paired(gold_.size()), predicted_paired(predicted_.size());
    for (const auto& pair : pair_up(gold_, predicted_)) {
      add_pair(gold_[pair.gold], predicted_[pair.predicted]);
      gold_paired[pair.gold] = predicted_paired[pair.predicted] = true;
    }
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      if (!gold_paired[i]) add_error(ErrorKind::missed, &gold_[i], nullptr);
    }
    for (std::size_t i = 0; i < predicted_.size(); ++i) {
      if (!predicted_paired[i]) add_error(ErrorKind::spurious, nullptr, &predicted_[i]);
    }
  }

 private:
  void add_pair(const Timex& gold, const Timex& predicted) {
    const auto same = compare(gold, predicted);
    const bool skip = scores_.options.skip_null_values;
    count_pair(scores_.counts, same, skip);
    auto& of_type = scores_.by_type[type_name(gold)];
    of_type.found += 1;
    of_type.strict += same.extent;
    of_type.type += same.type;
    of_type.value += same.value;
    scores_.by_type[type_name(predicted)].paired += 1;
    scores_.confusions[{type_name(gold), type_name(predicted)}] += 1;
    if (!same.extent) add_error(ErrorKind::extent, &gold, &predicted);
    if (!same.type) add_error(ErrorKind::type, &gold, &predicted);
    if (!same.value && !(skip && same.null_gold)) {
      add_error(same.canonical ? ErrorKind::spelling : ErrorKind::value, &gold, &predicted);
    }
  }

  void add_error(ErrorKind kind, const Timex* gold, const Timex* predicted) {
    Error error;
    error.kind = kind;
    error.document = id_;
    if (gold) error.gold = *gold, error.gold_text = single_blanks(words(*gold));
    if (predicted) error.predicted = *predicted, error.predicted_text = single_blanks(words(*predicted));
    error.context = context_of(letters_, gold ? gold->extent : predicted->extent);
    scores_.errors.push_back(std::move(error));
  }

  std::string_view words(const Timex& timex) const {
    return letters_.between(timex.extent.start, timex.extent.end);
  }

  Scores& scores_;
  std::string id_, text_;
  Letters letters_;
  const std::vector<Timex>&gold_, &predicted_;
};

void score_document(Scores& scores, const Document& gold, const Document& predicted) {
  insist_on_equal_texts(gold, predicted);
  const auto gold_side = counted(gold.timexes);
  const auto all_predicted = counted(predicted.timexes);
  const auto predicted_side = counted(predicted.timexes, gold.dct_in_text);
  scores.documents += 1;
  scores.nested_dropped += with_words(predicted.timexes).size() - all_predicted.size();
  // A long prediction across the DCT goes and shows what lay inside it: one document may count below zero.
  scores.ignored_on_dct +=
      static_cast<std::ptrdiff_t>(all_predicted.size()) - static_cast<std::ptrdiff_t>(predicted_side.size());
  Tally(scores, gold, gold_side, predicted_side).add();
}

double ratio(std::size_t part, std::size_t whole) {
  return whole ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

void sort_errors(std::vector<Error>& errors) {
  const auto place = [](const Error& error) {
    return (error.gold ? error.gold : error.predicted)->extent.start;
  };
  std::stable_sort(errors.begin(), errors.end(), [&](const Error& a, const Error& b) {
    return std::make_tuple(a.kind, a.document, place(a)) < std::make_tuple(b.kind, b.document, place(b));
  });
}

}  // namespace

std::string_view to_string(ErrorKind kind) {
  constexpr std::string_view names[] = {"extent", "missed", "spurious", "type", "value", "spelling"};
  return names[static_cast<std::size_t>(kind)];
}

Accuracy Scores::accuracy(std::size_t right) const {
  const auto precision = ratio(right, counts.predicted), recall = ratio(right, counts.gold);
  const auto sum = precision + recall;
  return {precision, recall, sum > 0 ? 2 * precision * recall / sum : 0.0};
}

double Scores::type_accuracy() const { return ratio(counts.type, counts.relaxed); }

double Scores::share_of_valued_pairs(std::size_t right) const {
  return ratio(right, options.skip_null_values ? counts.relaxed - counts.null_gold : counts.relaxed);
}
double Scores::value_accuracy() const { return share_of_valued_pairs(counts.value); }
double Scores::canonical_value_f1() const {
  return share_of_valued_pairs(counts.canonical_value) * relaxed().f1;
}

Scores score(const std::vector<Document>& gold, const std::vector<Document>& predicted,
             const ScoreOptions& options) {
  Scores scores;
  scores.options = options;
  std::unordered_map<std::string, const Document*> predictions, golds;
  for (const auto& document : gold) golds[document.id] = &document;
  for (const auto& document : predicted) {
    predictions[document.id] = &document;
    if (!document.failure.empty()) scores.failed.push_back(document.id);
    if (!golds.count(document.id)) scores.unknown.push_back(document.id);
  }
  const Document nothing;
  for (const auto& document : gold) {
    const auto found = predictions.find(document.id);
    if (found == predictions.end()) scores.unpredicted.push_back(document.id);
    score_document(scores, document, found == predictions.end() ? nothing : *found->second);
  }
  sort_errors(scores.errors);
  return scores;
}

}  // namespace annals::score
