// annals import: what annals wrote as a spreadsheet, JSON or a database comes back.
//
//   annals import letters.csv --to html -o letters.html   the timeline it holds, edited or not,
//                                                         in another format
//
// With the articles, what was changed by hand becomes a file of edits, which every later run applies:
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
#include "cli/writing.h"
#include "export/delimited.h"
#include "export/rebuild.h"

namespace annals {
namespace {

struct ImportFlags {
  EngineFlags engine;
  InputOptions input;
  WritingFlags writing;
  std::string edited, edits;
};

std::vector<BackRow> read_edited(const ImportFlags& flags) {
  try {
    return read_back(bytes_of(flags.edited));
  } catch (const BadRows& bad) {
    throw Failure{fmt::format("{}: {}", flags.edited, bad.what)};
  }
}

void tell(const ImportFlags& flags, const std::vector<std::string>& problems) {
  for (const std::string& problem : problems)
    std::cerr << fmt::format("annals: {}: {}\n", flags.edited, problem);
}

// What annals says of the articles, with what was edited before.
std::vector<BackRow> written(const ImportFlags& flags, const Edits& before) {
  const Engine* const engine = make_engine(flags.engine, {.patterns = false});
  InputOptions options = flags.input;
  options.outputs = {flags.writing.output};
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

// With the articles: the edits.
int write_edits(const ImportFlags& flags) {
  std::vector<std::string> problems;
  Edits edits = flags.edits.empty() ? Edits() : read_edits(flags.edits);
  const std::size_t before = edits.size();
  const std::vector<BackRow> edited = read_edited(flags);
  for (Edit& edit : find_edits(written(flags, edits), edited, problems)) edits.push_back(std::move(edit));
  tell(flags, problems);
  Output output(flags.writing.output);
  output.write(to_csv(edits));
  output.finish();
  const std::size_t found = edits.size() - before;
  std::cerr << fmt::format("annals: {}: {} {}{}\n", flags.edited, found, found == 1 ? "edit" : "edits",
                           before == 0 ? "" : fmt::format(" beside the {} of {}", before, flags.edits));
  return problems.empty() ? 0 : 1;
}

constexpr const char* what_is_missing =
    "no articles were given, so their text is what the rows quote of them, and offsets count in that; give "
    "the articles, too, to keep what was edited as edits";

// Without: the timeline that the rows hold. A date that is not what its bounds say was edited, and so was a
// row without an id; the rest of a row stands as it is.
int write_timeline(const ImportFlags& flags) {
  std::vector<BackRow> rows = read_edited(flags), before;
  for (BackRow& row : rows) {
    std::string& id = row.fields["id"];
    id.resize(std::min(id.find_first_of(" ;,+"), id.size()));  // two rows made one
    if (id.empty() && !row.fields.count("reason")) continue;
    before.push_back(row);
    before.back().fields["edtf"] = edtf_of_bounds(row);
  }
  std::vector<std::string> problems;
  const Edits edits = find_edits(before, rows, problems);
  Timeline timeline = rebuild(before);
  apply(edits, timeline);
  tell(flags, problems);
  Writer writer(flags.writing);
  Sheet sheet;
  const std::string report = writer.write(timeline, sheet);
  std::cerr << fmt::format("annals: {}: {}\n", flags.edited, what_is_missing) << sheet.said;
  writer.finish(sheet.out, report);
  return problems.empty() ? 0 : 1;
}

int run(const ImportFlags& flags) {
  const bool articles = !flags.input.paths.empty();
  keep_apart(flags.edited, {flags.writing.output, flags.writing.report});
  if (articles && !flags.writing.to.empty())
    throw Failure{
        "import: with the articles it writes edits; annals FILE --edits EDITS --to ... writes the timeline"};
  if (!articles && !flags.edits.empty())
    throw Failure{"import --edits: these were found with the articles; give them, too"};
  return articles ? write_edits(flags) : write_timeline(flags);
}

}  // namespace

CLI::App* add_import_verb(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<ImportFlags>();
  CLI::App* verb = app.add_subcommand(
      "import", "a CSV, JSON or SQLite that annals wrote: what was changed by hand, or another format of it");
  verb->add_option("EDITED", flags->edited,
                   "the CSV, TSV, JSON, JSON Lines or SQLite that annals wrote, as it came back")
      ->type_name("")
      ->required();
  verb->add_option("FILE", flags->input.paths,
                   "the articles it was written from; with them, what was changed is written as edits")
      ->type_name("");
  verb->add_option("--edits", flags->edits, "the edits it was written with, to which these are added")
      ->type_name("FILE");
  add_writing_flags(*verb, flags->writing);
  add_engine_flags(*verb, flags->engine);
  verb->footer(
      "A headline, a date (column edtf) or a status may be changed, a row deleted, a row added with an empty "
      "id, and\n"
      "two made one by writing both ids into one row and deleting the other.\n"
      "Examples:\n"
      "  annals import letters.csv letters/ -o edits.csv && annals letters/ --edits edits.csv\n"
      "  annals import letters.csv -o letters.html       without the articles, the timeline as it is there");
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
  return verb;
}

}  // namespace annals
