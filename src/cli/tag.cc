// annals tag: the time expressions alone.
#include "cli/belt.h"
#include "cli/engine.h"
#include "cli/output.h"
#include "export/export.h"

namespace annals {
namespace {

struct TagFlags {
  EngineFlags engine;
  InputOptions input;
  std::string to = "timeml", output;
  std::size_t jobs = 1;
};

void tag_as_json(const Engine& engine, const Article& article, Sheet& sheet) {
  Unplaced unplaced;
  TimexLine line(article, sheet.out);
  engine.tag(article, [&](const Resolved& timex, std::string& written) {
    unplaced.count(timex);
    line.add(timex, written);
    sheet.turn();
  });
  line.finish();
  sheet.said += unplaced.said(article);
}

void tag_as_timeml(const Engine& engine, Article article, Sheet& sheet) {
  const Source source = engine.tag(std::move(article));
  Unplaced unplaced;
  for (const Resolved& timex : source.expressions) unplaced.count(timex);
  append_timexes_timeml(source, sheet.out);
  sheet.said += unplaced.said(source.article);
}

int run(const TagFlags& flags) {
  const auto engine = make_engine(flags.engine, false);
  InputOptions options = flags.input;
  options.date = flags.engine.date;
  options.style = flags.engine.style;
  Inputs inputs(options);
  Output output(flags.output);
  const bool json = flags.to == "jsonl";
  Belt belt(flags.jobs, output, [&](Article article, Sheet& sheet) {
    json ? tag_as_json(*engine, article, sheet) : tag_as_timeml(*engine, std::move(article), sheet);
  });
  const bool read = inputs.each([&](Article article) { belt.add(std::move(article)); },
                                [&](const InputError& error) {
                                  if (json) belt.add(to_json_line(error));
                                });
  belt.finish();
  output.finish();
  if (!read) return 2;
  return inputs.failed() > 0 ? 1 : 0;
}

}  // namespace

CLI::App* add_tag_verb(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<TagFlags>();
  CLI::App* verb = app.add_subcommand("tag", "the time expressions alone, as TimeML or JSON Lines");
  verb->add_option("FILE", flags->input.paths, "articles: files, folders, globs or -")->required();
  verb->add_option("--from", flags->input.from, "what the files are")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  verb->add_option("--to", flags->to, "what to write")
      ->check(CLI::IsMember({"timeml", "jsonl"}))
      ->capture_default_str();
  verb->add_option("-o,--output", flags->output,
                   "the file to write; the old one stays whole until the new one is")
      ->type_name("OUT");
  add_jobs_flag(*verb, flags->jobs);
  add_engine_flags(*verb, flags->engine);
  verb->footer("Example: annals tag letter.txt --date 1863-07-14 --to jsonl");
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
  return verb;
}

}  // namespace annals
