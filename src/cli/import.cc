// annals import: what was changed by hand in a spreadsheet, in JSON or in a database becomes a file of edits,
// which every later run applies.
//
//   annals letters/ -o letters.csv                        write it (or .json, .sqlite); then edit it
//   annals import letters.csv letters/ -o edits.csv       what differs from what annals says
//   annals letters/ --edits edits.csv                     and it stays so
//   annals import again.csv letters/ --edits edits.csv -o edits.csv     more of it, later
#include <fmt/format.h>

#include <iostream>
#include <sstream>

#include "cli/edits_file.h"
#include "cli/engine.h"
#include "cli/output.h"
#include "export/delimited.h"
#include "export/export.h"

namespace annals {
namespace {

struct ImportFlags {
  EngineFlags engine;
  InputOptions input;
  std::string edited, output, edits;
};

// What annals says of the articles, with what was edited before.
std::vector<BackRow> written(const ImportFlags& flags, const Edits& before) {
  const Engine* const engine = make_engine(flags.engine, false);
  InputOptions options = flags.input;
  hold_inputs(flags.engine, engine->book(), options);
  Inputs inputs(options);
  std::vector<Article> articles;
  inputs.each([&](Article article) { articles.push_back(std::move(article)); }, [](const InputError&) {});
  if (articles.empty()) throw Failure{"import: no article could be read"};
  if (inputs.failed() > 0)
    throw Failure{
        "import: what an article gave that cannot be read now would seem deleted; nothing was written"};
  Timeline timeline = engine->reconstruct(std::move(articles));
  for (const std::string& conflict : apply(before, timeline))
    std::cerr << fmt::format("annals: edits: {}\n", conflict);
  std::ostringstream out;
  write_csv(timeline, {}, out);
  return rows_of_csv(out.str());
}

int run(const ImportFlags& flags) {
  std::vector<std::string> problems;
  Edits edits = flags.edits.empty() ? Edits() : read_edits(flags.edits);
  const std::size_t before = edits.size();
  try {
    const std::vector<BackRow> edited = read_back(read_all(flags.edited));
    for (Edit& edit : find_edits(written(flags, edits), edited, problems)) edits.push_back(std::move(edit));
  } catch (const BadRows& bad) {
    throw Failure{fmt::format("{}: {}", flags.edited, bad.what)};
  }
  for (const std::string& problem : problems)
    std::cerr << fmt::format("annals: {}: {}\n", flags.edited, problem);
  Output output(flags.output);
  output.write(to_csv(edits));
  output.finish();
  std::cerr << fmt::format("annals: {}: {} edits{}\n", flags.edited, edits.size() - before,
                           before == 0 ? "" : fmt::format(" beside the {} of {}", before, flags.edits));
  return problems.empty() ? 0 : 1;
}

}  // namespace

CLI::App* add_import_verb(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<ImportFlags>();
  CLI::App* verb = app.add_subcommand(
      "import", "what was changed by hand in a CSV, JSON or SQLite, to be kept with --edits");
  verb->add_option("EDITED", flags->edited,
                   "the CSV, TSV, JSON, JSON Lines or SQLite that annals wrote, as it came back")
      ->required();
  verb->add_option("FILE", flags->input.paths, "the articles it was written from")->required();
  verb->add_option("-o,--output", flags->output, "the file of edits")->type_name("OUT");
  verb->add_option("--edits", flags->edits, "the edits it was written with, to which these are added")
      ->type_name("FILE");
  add_engine_flags(*verb, flags->engine);
  verb->footer(
      "A headline, a date (column edtf) or a status may be changed, a row deleted, a row added with an empty "
      "id, and\n"
      "two made one by writing both ids into one row and deleting the other.\n"
      "Example: annals import letters.csv letters/ -o edits.csv && annals letters/ --edits edits.csv");
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
  return verb;
}

}  // namespace annals
