// annals tag: the time expressions alone.
#include <fmt/format.h>

#include <iostream>

#include "cli/engine.h"
#include "cli/output.h"
#include "export/escape.h"
#include "export/export.h"

namespace annals {
namespace {

struct TagFlags {
  EngineFlags engine;
  InputOptions input;
  std::string to = "timeml", output;
};

std::string error_line(const InputError& error) {
  std::string out = "{";
  if (!error.id.empty()) {
    out += "\"id\":";
    append_json_string(error.id, out);
    out += ',';
  }
  out += "\"error\":";
  append_json_string(error.what, out);
  return out + "}\n";
}

int run(const TagFlags& flags) {
  const auto engine = make_engine(flags.engine, false);
  InputOptions options = flags.input;
  options.date = flags.engine.date;
  options.style = flags.engine.style;
  Inputs inputs(options);
  Output output(flags.output);
  std::string text;
  const bool json = flags.to == "jsonl";
  const bool read = inputs.each(
      [&](Article article) {
        const Source source = engine->tag(std::move(article));
        report_unplaced(source);
        text.clear();
        if (json) {
          append_timexes_json(source, text);
          if (text.empty() || text.back() != '\n') text += '\n';
        } else {
          append_timexes_timeml(source, text);
        }
        output.write(text);
      },
      [&](const InputError& error) {
        if (json) output.write(error_line(error));
      });
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
  add_engine_flags(*verb, flags->engine);
  verb->footer("Example: annals tag letter.txt --date 1863-07-14 --to jsonl");
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
  return verb;
}

}  // namespace annals
