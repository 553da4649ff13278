#include "score/timex_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace annals::score {
namespace {

using nlohmann::ordered_json;

std::string percent(double share) { return fmt::format("{:6.2f}", 100 * share); }

std::string percent_of(std::size_t part, std::size_t whole) {
  if (whole == 0) return fmt::format("{:>6}", "-");
  return fmt::format("{:6.1f}", 100 * static_cast<double>(part) / static_cast<double>(whole));
}

void print_counts(const Scores& scores, std::ostream& out) {
  const auto& counts = scores.counts;
  out << fmt::format("documents {}   gold {}   predicted {}   paired {}   exact {}\n", scores.documents,
                     counts.gold, counts.predicted, counts.relaxed, counts.strict);
  if (counts.null_gold) out << fmt::format("pairs whose gold has no value: {}\n", counts.null_gold);
  if (scores.ignored_on_dct) {
    out << fmt::format("predictions on the document's own date, ignored: {}\n", scores.ignored_on_dct);
  }
  if (scores.nested_dropped) {
    out << fmt::format("predictions inside other predictions, dropped: {}\n", scores.nested_dropped);
  }
}

void print_accuracy(const char* name, const Accuracy& accuracy, std::ostream& out) {
  out << fmt::format("{:10}  {}  {}  {}\n", name, percent(accuracy.precision), percent(accuracy.recall),
                     percent(accuracy.f1));
}

void print_measures(const Scores& scores, std::ostream& out) {
  out << "                 P       R      F1\n";
  print_accuracy("strict", scores.strict(), out);
  print_accuracy("relaxed", scores.relaxed(), out);
  out << fmt::format("{:10}  {:22}  (of the pairs {})\n", "type", percent(scores.type_f1()),
                     percent(scores.type_accuracy()));
  out << fmt::format("{:10}  {:22}  (of the pairs {}; other spellings accepted {})\n", "value",
                     percent(scores.value_f1()), percent(scores.value_accuracy()),
                     percent(scores.canonical_value_f1()));
  out << fmt::format("{:10}  strict and value {}; strict and type {}; relaxed, type and value {}\n",
                     "joint F1", percent(scores.strict_value_f1()), percent(scores.strict_type_f1()),
                     percent(scores.type_value_f1()));
}

using TypeRow = std::pair<std::string, TypeCounts>;

std::vector<TypeRow> most_frequent_first(const std::map<std::string, TypeCounts>& by_type) {
  std::vector<TypeRow> rows(by_type.begin(), by_type.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const TypeRow& a, const TypeRow& b) { return a.second.gold > b.second.gold; });
  return rows;
}

void print_types(const Scores& scores, std::ostream& out) {
  out << "by type       gold  found  exact | recall  exact    type   value | predicted  precision\n";
  for (const auto& [type, n] : most_frequent_first(scores.by_type)) {
    out << fmt::format("  {:10}{:6} {:6} {:6} | {}  {}  {}  {} | {:9}     {}\n", type, n.gold, n.found,
                       n.strict, percent_of(n.found, n.gold), percent_of(n.strict, n.gold),
                       percent_of(n.type, n.found), percent_of(n.value, n.found), n.predicted,
                       percent_of(n.paired, n.predicted));
  }
}

void print_confusions(const Scores& scores, std::ostream& out) {
  std::vector<std::pair<std::size_t, std::string>> rows;
  for (const auto& [types, times] : scores.confusions) {
    if (types.first != types.second) rows.emplace_back(times, types.first + " as " + types.second);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out << fmt::format("{}{} {}", i ? ", " : "types confused: ", rows[i].second, rows[i].first);
  }
  if (!rows.empty()) out << "\n";
}

// Six decimals, as a number: what is compared must not differ in the noise of a sum.
double six_decimals(double number) { return std::stod(fmt::format("{:.6f}", number)); }

ordered_json counts_json(const Counts& n) {
  return {{"gold", n.gold},
          {"pred", n.predicted},
          {"strict", n.strict},
          {"relaxed", n.relaxed},
          {"type", n.type},
          {"value", n.value},
          {"cvalue", n.canonical_value},
          {"strict_value", n.strict_value},
          {"strict_type", n.strict_type},
          {"rel_type_value", n.type_value},
          {"nullgold", n.null_gold}};
}

void add_accuracy(ordered_json& json, const std::string& name, const Accuracy& accuracy) {
  json[name + "_P"] = six_decimals(accuracy.precision);
  json[name + "_R"] = six_decimals(accuracy.recall);
  json[name + "_F1"] = six_decimals(accuracy.f1);
}

ordered_json measures_json(const Scores& scores) {
  ordered_json json;
  add_accuracy(json, "strict", scores.strict());
  add_accuracy(json, "relaxed", scores.relaxed());
  json["type_acc"] = six_decimals(scores.type_accuracy());
  json["value_acc"] = six_decimals(scores.value_accuracy());
  json["type_F1"] = six_decimals(scores.type_f1());
  json["value_F1"] = six_decimals(scores.value_f1());
  json["canon_value_F1"] = six_decimals(scores.canonical_value_f1());
  json["strict+value_F1"] = six_decimals(scores.strict_value_f1());
  json["strict+type_F1"] = six_decimals(scores.strict_type_f1());
  json["relaxed+type+value_F1"] = six_decimals(scores.type_value_f1());
  return json;
}

ordered_json types_json(const Scores& scores) {
  auto json = ordered_json::object();
  for (const auto& [type, n] : most_frequent_first(scores.by_type)) {
    json[type] = {{"gold", n.gold}, {"pred", n.predicted}, {"found", n.found},      {"strict", n.strict},
                  {"type", n.type}, {"value", n.value},    {"typed_pred", n.paired}};
  }
  return json;
}

std::string field(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char letter) { return letter == '\t' || letter == '\n' || letter == '\r'; }, ' ');
  return text;
}

std::string error_row(const Error& error) {
  const auto gold = error.gold.value_or(Timex{});
  const auto predicted = error.predicted.value_or(Timex{});
  const auto extent = error.gold ? gold.extent : predicted.extent;
  const std::array<std::string, 13> cells{std::string(to_string(error.kind)),
                                          error.document,
                                          std::to_string(extent.start),
                                          std::to_string(extent.end),
                                          error.gold_text,
                                          gold.type,
                                          gold.value,
                                          gold.mod,
                                          error.predicted_text,
                                          predicted.type,
                                          predicted.value,
                                          predicted.rule,
                                          error.context};
  std::string row;
  for (const auto& cell : cells) row += (row.empty() ? "" : "\t") + field(cell);
  return row;
}

}  // namespace

void print(const Scores& scores, std::ostream& out) {
  print_counts(scores, out);
  print_measures(scores, out);
  print_types(scores, out);
  print_confusions(scores, out);
}

ordered_json to_json(const Scores& scores) {
  return {{"documents", scores.documents},
          {"counts", counts_json(scores.counts)},
          {"scores", measures_json(scores)},
          {"by_type", types_json(scores)},
          {"ignored_dct_predictions", scores.ignored_on_dct},
          {"nested_predictions_dropped", scores.nested_dropped},
          {"documents_without_prediction", scores.unpredicted.size()},
          {"documents_failed", scores.failed.size()}};
}

void write_errors(const Scores& scores, std::ostream& out) {
  out << "kind\tdocument\tstart\tend\tgold_text\tgold_type\tgold_value\tgold_mod\tpredicted_text\t"
         "predicted_type\tpredicted_value\trule\tcontext\n";
  for (const auto& error : scores.errors) out << error_row(error) << "\n";
}

}  // namespace annals::score
