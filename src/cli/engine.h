// The options that every verb shares, and the engine they ask for.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/inputs.h"
#include "pipeline.h"

namespace annals {

struct EngineFlags {
  std::string rules;  // a folder of the project's own pages, above the built-in ones
  std::string language = "en", style, date;
  std::string region, calendar;
  std::vector<std::string> conventions;  // KEY=VALUE
  std::vector<std::string> also;         // optional built-in pages: quaker, ocr, ...
};
void add_engine_flags(CLI::App& app, EngineFlags& flags);
void add_also_flag(CLI::App& app, EngineFlags& flags);  // one of them, for the verb that takes no other

// The built-in pages, those asked for beside them, and the user's own; throws Failure.
std::vector<PageText> all_pages(const EngineFlags& flags);
// Throws Failure with all that is wrong with the pages where the engine
// cannot be made. It lives until the process ends, and ends with it: to
// take its many small parts apart costs a tenth of the start.
const Engine* make_engine(const EngineFlags& flags, EngineOptions options);

// How many expressions of a file wait for its date, and how to give it: a line for stderr, or nothing.
class Unplaced {
 public:
  void count(const Resolved& expression);
  std::string said(const Article& article) const;

 private:
  std::size_t waiting_ = 0, all_ = 0;
};
void add_from_flag(CLI::App& app, InputOptions& input);
void add_jobs_flag(CLI::App& app, std::size_t& jobs);

// What the flags say of every article's dates, held against the pages.
Settings settings_of(const EngineFlags& flags, const RuleBook& book);
// What the flags say of every article, above what it says itself; the book must outlive the reading.
void hold_inputs(const EngineFlags& flags, const RuleBook& book, InputOptions& input);

struct Failure {  // what main prints before it exits
  std::string what;
  int exit_code = 2;
};

CLI::App* add_tag_verb(CLI::App& app, int& exit_code);
CLI::App* add_explain_verb(CLI::App& app, int& exit_code);
CLI::App* add_import_verb(CLI::App& app, int& exit_code);
CLI::App* add_check_verb(CLI::App& app, int& exit_code);
void add_timeline(CLI::App& app, int& exit_code);

}  // namespace annals
