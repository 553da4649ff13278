// annals explain: why a text gives the dates it gives.
#include <fmt/format.h>

#include <iostream>

#include "cli/engine.h"
#include "value/value.h"

namespace annals {
namespace {

struct ExplainFlags {
  EngineFlags engine;
  std::string text;
};

void print_bounds(const Resolved& r) {
  fmt::print("  result      {} {}", to_string(r.type), r.value);
  if (!r.mod.empty()) fmt::print(" mod {}", r.mod);
  if (!r.quant.empty()) fmt::print(" quant {}", r.quant);
  if (!r.freq.empty()) fmt::print(" freq {}", r.freq);
  fmt::print("\n");
  if (r.placed) {
    fmt::print("  days        {}   EDTF {}   precision {}{}\n", to_string(r.bounds), r.edtf,
               to_string(r.grain), r.approximate ? ", approximate" : "");
  } else {
    fmt::print("  not placed  {}\n", r.reason);
  }
}

void print(const Article& article, const Match& match, const std::vector<Rival>& rivals, const Resolved& r) {
  const std::string_view text = article.text;
  fmt::print("\"{}\" [{},{})\n", text_of(r.span, text), r.span.begin, r.span.end);
  fmt::print("  rule        {} ({})\n", r.rule, r.page);
  fmt::print("  matched     {}\n", to_string(match, text));
  if (!match.rule().note.empty()) fmt::print("  note        {}\n", match.rule().note);
  fmt::print("  anchor      {}{}\n", to_string(r.anchor.kind),
             r.anchor.at ? " " + to_string(*r.anchor.at) : "");
  if (!r.policy.empty()) fmt::print("  policy      {}\n", r.policy);
  for (const std::string& step : r.steps) fmt::print("  step        {}\n", step);
  print_bounds(r);
  for (const Rival& rival : rivals) {
    fmt::print("  lost        {} \"{}\" ({}): {}\n", rival.rule->name, text_of(rival.span, text),
               rival.rule->where, rival.why);
  }
}

int run(const ExplainFlags& flags) {
  const auto engine = make_engine(flags.engine, true);
  Article article;
  article.id = "text";
  article.text = flags.text;
  article.style = flags.engine.style;
  if (!flags.engine.date.empty()) {
    article.date = parse_moment(flags.engine.date);
    if (!article.date)
      throw Failure{fmt::format("--date {}: no such day; write it as YYYY-MM-DD", flags.engine.date)};
  }
  bool any = false;
  std::vector<Rival> refused =
      engine->explain(article, [&](const Match& match, const std::vector<Rival>& rivals, const Resolved& r) {
        any = true;
        print(article, match, rivals, r);
      });
  for (const Rival& rival : refused) {
    fmt::print("\"{}\" [{},{}) is no expression\n  refused     {} ({}): {}\n",
               text_of(rival.span, article.text), rival.span.begin, rival.span.end, rival.rule->name,
               rival.rule->where, rival.why);
  }
  if (!any && refused.empty()) fmt::print("no rule fits anything in this text\n");
  return any ? 0 : 1;
}

}  // namespace

CLI::App* add_explain_verb(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<ExplainFlags>();
  CLI::App* verb = app.add_subcommand(
      "explain", "why a text gives the dates it gives: rule, anchor, policy, steps, rivals");
  verb->add_option("TEXT", flags->text, "a sentence")->required();
  add_engine_flags(*verb, flags->engine);
  verb->footer("Example: annals explain \"She left last summer.\" --date 2024-03-13");
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
  return verb;
}

}  // namespace annals
