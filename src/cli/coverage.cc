#include "cli/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/engine.h"
#include "cli/inputs.h"

namespace annals {
namespace {

constexpr std::size_t kMostWinners = 3;

std::vector<std::string> files_in(const std::string& folder, std::string_view ending) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ending) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

void Coverage::add(const Match& match, const Resolved& resolved) {
  ++expressions_;
  if (resolved.span_from) return;  // the other half of a range told by one match
  ++counts_[&match.rule()].won;
  for (std::size_t i = 1; i < match.parts.size(); ++i) ++counts_[match.parts[i].rule].part;
}

void Coverage::add(const Rival& rival) {
  Count& count = counts_[rival.rule];
  if (rival.winner == rival.rule) {
    ++count.won;  // a false friend that kept others away
  } else if (rival.winner) {
    ++count.lost;
    ++count.winners[rival.winner->name];
  } else {
    ++count.refused;
  }
}

void Coverage::add(Article article) {
  ++articles_;
  if (!article.date && article.style.empty()) article.style = "news";
  const std::vector<Rival> refused =
      engine_.explain(article, [&](const Match& match, const std::vector<Rival>& rivals, const Resolved& r) {
        add(match, r);
        if (r.span_from) return;
        for (const Rival& rival : rivals) add(rival);
      });
  for (const Rival& rival : refused) add(rival);
}

// Why a rule never won: who took its places, or that there were none.
std::string Coverage::never(const Rule& rule) const {
  const auto found = counts_.find(&rule);
  if (found == counts_.end()) return "nothing fits it";
  std::vector<std::pair<int, std::string>> winners;
  for (const auto& [name, times] : found->second.winners) winners.emplace_back(-times, name);
  std::sort(winners.begin(), winners.end());
  if (winners.size() > kMostWinners) winners.resize(kMostWinners);
  std::vector<std::string> said;
  for (const auto& [times, name] : winners) said.push_back(fmt::format("{} ({})", name, -times));
  std::string out = said.empty() ? "" : fmt::format("lost to {}", fmt::join(said, ", "));
  if (found->second.refused)
    out += fmt::format("{}refused by its guards ({})", out.empty() ? "" : "; ", found->second.refused);
  return out;
}

std::string Coverage::report() const {
  std::string out = fmt::format("{:>6} {:>6} {:>6} {:>7}  rule\n", "won", "part", "lost", "refused");
  std::string idle;
  int rules = 0, never_won = 0;
  for (const Rule& rule : engine_.book().rules) {
    ++rules;
    const auto found = counts_.find(&rule);
    const Count count = found == counts_.end() ? Count{} : found->second;
    if (count.won || count.part) {
      out += fmt::format("{:6} {:6} {:6} {:7}  {}  {}\n", count.won, count.part, count.lost, count.refused,
                         rule.name, rule.where);
    } else {
      ++never_won;
      idle += fmt::format("  {}  {}: {}\n", rule.name, rule.where, never(rule));
    }
  }
  out += fmt::format("\nnever found, alone or as a part ({} of {} rules):\n{}", never_won, rules, idle);
  return out + fmt::format("\n{} articles, {} expressions\n", articles_, expressions_);
}

std::string coverage_of(const Engine& engine, const std::string& folder) {
  if (!std::filesystem::is_directory(folder))
    throw Failure{fmt::format("--coverage {}: no such folder", folder)};
  Coverage coverage(engine);
  const auto take = [&](Article article) { coverage.add(std::move(article)); };
  const auto pass_over = [](const InputError&) {};  // said on stderr by Inputs
  const auto read = [&](std::string_view ending, const char* from) {
    InputOptions options;
    options.from = from;
    options.paths = files_in(folder, ending);
    return Inputs(options).each(take, pass_over);
  };
  const bool lines = read(".jsonl", "jsonl");
  if (!read(".txt", "text") && !lines)
    throw Failure{fmt::format("--coverage {}: no articles there (*.jsonl, *.txt)", folder)};
  return coverage.report();
}

}  // namespace annals
