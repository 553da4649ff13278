// annals tag: the time expressions alone.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <mutex>
#include <tuple>

#include "cli/belt.h"
#include "cli/engine.h"
#include "cli/output.h"
#include "export/export.h"
#include "export/timex_text.h"

namespace annals {
namespace {

struct TagFlags {
  EngineFlags engine;
  InputOptions input;
  std::string to = "timeml", output;
  std::size_t jobs = 1;
  bool profile = false;
};

// What all articles cost together, whoever read them.
class Costs {
 public:
  explicit Costs(bool wanted) : wanted_(wanted) {}
  void add(const Profile& profile) {
    const std::lock_guard lock(mutex_);
    all_ += profile;
  }
  bool wanted() const { return wanted_; }
  void print(double seconds, double start) const;

 private:
  bool wanted_;
  std::mutex mutex_;
  Profile all_;
};

void Costs::print(double seconds, double start) const {
  const auto stage = [](const char* name, double time) {
    std::cerr << fmt::format("{:<10}{:>12.2f} ms\n", name, 1000 * time);
  };
  const double stages = all_.scan + all_.match + all_.place + all_.write;
  stage("start", start), stage("scan", all_.scan), stage("match", all_.match);
  stage("place", all_.place), stage("write", all_.write), stage("rest", std::max(0.0, seconds - stages));
  std::vector<std::pair<const Rule*, RuleCost>> rules(all_.rules.begin(), all_.rules.end());
  std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
    return std::tuple(-a.second.seconds, a.first->where) < std::tuple(-b.second.seconds, b.first->where);
  });
  std::cerr << fmt::format("{} places where the scan stopped; the ten costliest rules:\n", all_.stops);
  std::cerr << fmt::format("{:<34}{:>10}{:>10}{:>13}\n", "rule", "tried", "fired", "time");
  for (std::size_t i = 0; i < std::min<std::size_t>(rules.size(), 10); ++i) {
    const auto& [rule, cost] = rules[i];
    std::cerr << fmt::format("{:<34}{:>10}{:>10}{:>10.2f} ms  {}\n", rule->name, cost.tried, cost.fired,
                             1000 * cost.seconds, rule->where);
  }
}

void tag_as_json(const Engine& engine, const Article& article, Sheet& sheet, Costs& costs) {
  Profile profile;
  Unplaced unplaced;
  TimexLine line(article, sheet.out);
  engine.tag(
      article,
      [&](const Resolved& timex, std::string& written) {
        unplaced.count(timex);
        line.add(timex, written);
        sheet.turn();
      },
      costs.wanted() ? &profile : nullptr);
  if (costs.wanted()) costs.add(profile);
  line.finish();
  sheet.said += unplaced.said(article);
}

void tag_as_timeml(const Engine& engine, const Article& article, Sheet& sheet) {
  Unplaced unplaced;
  TimexText text(article, sheet.out);
  sheet.out += kXmlDeclaration;
  text.begin();
  engine.tag(article, [&](const Resolved& timex, std::string&) {
    unplaced.count(timex);
    text.add(timex);
    sheet.turn();
  });
  text.end();
  sheet.out += "</TimeML>\n";
  sheet.said += unplaced.said(article);
}

int run(const TagFlags& flags) {
  Stopwatch watch;
  Costs costs(flags.profile);
  const Engine* const engine = make_engine(flags.engine, {.patterns = false});
  const double start = watch.lap();
  InputOptions options = flags.input;
  options.outputs = {flags.output};
  hold_inputs(flags.engine, engine->book(), options);
  Inputs inputs(options);
  Output output(flags.output);
  const bool json = flags.to == "jsonl" || flags.profile;
  Belt belt(flags.jobs, output, [&](const Article& article, Sheet& sheet) {
    json ? tag_as_json(*engine, article, sheet, costs) : tag_as_timeml(*engine, article, sheet);
  });
  const bool read = inputs.each([&](Article article) { belt.add(std::move(article)); },
                                [&](const InputError& error) {
                                  if (json) belt.add(to_json_line(error));
                                });
  belt.finish();
  output.finish();
  if (flags.profile) costs.print(watch.lap(), start);
  if (!read) return 2;
  return inputs.failed() > 0 ? 1 : 0;
}

}  // namespace

CLI::App* add_tag_verb(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<TagFlags>();
  CLI::App* verb = app.add_subcommand("tag", "the time expressions alone, as TimeML or JSON Lines");
  verb->add_option("FILE", flags->input.paths, "articles: files, folders, globs or -")->required();
  add_from_flag(*verb, flags->input);
  verb->add_option("--to", flags->to, "what to write")
      ->check(CLI::IsMember({"timeml", "jsonl"}))
      ->capture_default_str();
  verb->add_option("-o,--output", flags->output,
                   "the file to write; the old one stays whole until the new one is")
      ->type_name("OUT");
  add_jobs_flag(*verb, flags->jobs);
  verb->add_flag(
      "--profile", flags->profile,
      "say on stderr where the time went: by stage, and the ten costliest rules; writes JSON Lines");
  add_engine_flags(*verb, flags->engine);
  verb->footer("Example: annals tag letter.txt --date 1863-07-14 --to jsonl");
  verb->callback([flags, &exit_code] {
    settle_form(flags->input);
    exit_code = run(*flags);
  });
  return verb;
}

}  // namespace annals
