// annals check: load the pages, run their examples.
#include "check.h"

#include <fmt/format.h>

#include <iostream>

#include "cli/coverage.h"
#include "cli/engine.h"

namespace annals {
namespace {

struct CheckFlags {
  EngineFlags engine;
  bool list = false;
  std::string coverage;  // a folder of articles
};

int run(const CheckFlags& flags) {
  all_pages(flags.engine);  // a folder that is not there is no finding
  const Engine* engine = nullptr;
  try {
    engine = make_engine(flags.engine, {});
  } catch (const Failure& failure) {
    std::cerr << failure.what << '\n';
    return 1;
  }
  if (flags.list) {
    for (const Rule& rule : engine->book().rules) {
      if (rule.whole) fmt::print("{}\t{}\t{}\n", rule.name, rule.where, rule.note);
    }
    for (const AttachRule& rule : engine->book().attach)
      fmt::print("{}\t{}\t{}\n", rule.name, to_string(rule.place), rule.note);
    return 0;
  }
  if (!flags.coverage.empty()) {
    fmt::print("{}", coverage_of(*engine, flags.coverage));
    return 0;
  }
  const CheckReport report = check(*engine);
  for (const Problem& problem : report.failures) fmt::print("{}\n", to_string(problem));
  const std::size_t failed = report.failures.size();
  const std::size_t rules = engine->book().rules.size() + engine->book().attach.size();
  fmt::print("{} rules, {} examples, {} counter-examples: {}\n", rules, report.examples, report.nevers,
             failed == 0 ? "all hold" : fmt::format("{} {} not hold", failed, failed == 1 ? "does" : "do"));
  return report.failures.empty() ? 0 : 1;
}

}  // namespace

CLI::App* add_check_verb(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<CheckFlags>();
  CLI::App* verb = app.add_subcommand("check", "load the rule pages and hold them to their own examples");
  verb->add_option("DIR", flags->engine.rules,
                   "a folder of pages of your own, checked above the built-in ones")
      ->type_name("");
  verb->add_option("--lang", flags->engine.language, "language of the pages")
      ->type_name("LANG")
      ->capture_default_str();
  add_also_flag(*verb, flags->engine);
  verb->add_flag("--list", flags->list, "print each rule with its page and line");
  verb->add_option(
          "--coverage", flags->coverage,
          "a folder of articles (*.jsonl, *.txt): print how often each rule was found there, alone or as a "
          "part, lost or was refused; and those never found, with the rules they lost to")
      ->type_name("DIR");
  verb->footer("Examples: annals check my-rules\n          annals check my-rules --coverage letters");
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
  return verb;
}

}  // namespace annals
