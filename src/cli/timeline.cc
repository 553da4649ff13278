// annals FILE...: the timeline.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "cli/belt.h"
#include "cli/edits_file.h"
#include "cli/engine.h"
#include "cli/writing.h"

namespace annals {
namespace {

struct TimelineFlags {
  EngineFlags engine;
  InputOptions input;
  WritingFlags writing;
  std::string edits, save_text;
  std::size_t jobs = 1;
};

// Gives whether there are any.
bool keep_conflicts(Timeline& timeline) {
  std::erase_if(timeline.events, [](const Event& event) { return event.conflicts.empty(); });
  timeline.undated.clear();
  return !timeline.events.empty();
}

class Run {
 public:
  explicit Run(const TimelineFlags& flags)
      : flags_(flags),
        engine_(make_engine(flags.engine, {.steps = true, .patterns = false})),
        writer_(flags.writing) {
    if (!flags.edits.empty() && flags.input.from == "jsonl")
      throw Failure{"--edits: a stream's documents stand alone; edits belong to runs over files"};
    if (!flags.edits.empty()) edits_ = read_edits(flags.edits);
  }

  int all() {
    InputOptions input = flags_.input;
    input.outputs = {flags_.writing.output, flags_.writing.report};
    if (!flags_.edits.empty()) keep_apart(flags_.edits, input.outputs);
    hold_inputs(flags_.engine, engine_->book(), input);
    Inputs inputs(input);
    const bool stream = input.from == "jsonl";  // each document stands alone, and memory stays bounded
    std::vector<Article> articles;
    Belt belt(flags_.jobs, writer_.output(), [&](Article& article, Sheet& sheet) {
      std::vector<Article> alone;
      alone.push_back(std::move(article));
      write(std::move(alone), 1, sheet);  // loses nothing
    });
    const bool read = inputs.each(
        [&](Article article) {
          if (!flags_.save_text.empty()) save_text(article);
          if (stream && writer_.writes("jsonl")) return belt.add(std::move(article));
          articles.push_back(std::move(article));
        },
        [&](const InputError& error) {
          if (writer_.writes("jsonl")) belt.add(to_json_line(error));
        });
    belt.finish();
    if (!read) return 2;
    Sheet sheet;
    std::string report;
    if (!articles.empty()) report = write(std::move(articles), flags_.jobs, sheet);
    std::cerr << sheet.said;
    writer_.finish(sheet.out, report);
    return inputs.failed() > 0 ? 1 : 0;
  }

 private:
  // Gives what is to be reported.
  std::string write(std::vector<Article> articles, std::size_t jobs, Sheet& sheet) const {
    const Merging merging = flags_.input.from == "jsonl" ? Merging::within : Merging::across;
    Timeline timeline = engine_->reconstruct(std::move(articles), merging, jobs);
    for (const std::string& conflict : apply(edits_, timeline))
      sheet.said += fmt::format("annals: edits: {}\n", conflict);
    if (flags_.writing.options.claims && !keep_conflicts(timeline))
      sheet.said += "annals: the sources contradict each other nowhere\n";
    return writer_.write(timeline, sheet);
  }

  // What the offsets of a web page or a PDF count in. Articles of one name in several folders are numbered.
  void save_text(const Article& article) {
    std::error_code error;
    std::filesystem::create_directories(flags_.save_text, error);
    if (error) throw Failure{fmt::format("--save-text {}: {}", flags_.save_text, error.message())};
    std::string name = std::filesystem::path(article.id).filename().string();
    if (const std::size_t number = ++saved_[name]; number > 1) name += fmt::format("-{}", number);
    Output file((std::filesystem::path(flags_.save_text) / (name + ".txt")).string());
    file.write(article.text);
    file.finish();
  }

  const TimelineFlags& flags_;
  const Engine* engine_;
  Writer writer_;
  Edits edits_;
  std::map<std::string, std::size_t> saved_;  // how many texts of a name
};

}  // namespace

void add_timeline(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<TimelineFlags>();
  app.add_option("FILE", flags->input.paths, "articles: files, folders, globs or -")->type_name("");
  add_from_flag(app, flags->input);
  app.add_option("--save-text", flags->save_text,
                 "a folder for the text as it was read, in which offsets are counted")
      ->type_name("DIR");
  app.add_option("--edits", flags->edits, "what was changed by hand, as annals import wrote it, is kept")
      ->type_name("FILE");
  add_writing_flags(app, flags->writing);
  app.add_flag("--conflicts", flags->writing.options.claims,
               "only what the sources contradict each other about, with their words");
  add_jobs_flag(app, flags->jobs);
  add_engine_flags(app, flags->engine);
  app.footer(
      format_list() +
      "Examples:\n"
      "  annals article.txt                              the timeline as a table\n"
      "  annals article.txt -o timeline.ics              for a calendar\n"
      "  annals letters/ --date 1863-07-14 --to csv      a folder, all of one day\n"
      "Exit codes: 0 all done; 1 findings, or some inputs failed and the rest was written; 2 usage, or "
      "nothing could be done.");
  app.callback([flags, &app, &exit_code] {
    if (!app.get_subcommands().empty()) return;
    if (flags->input.paths.empty()) {
      std::cout << app.help();
      exit_code = 2;
      return;
    }
    settle_form(flags->input);
    exit_code = Run(*flags).all();
  });
}

}  // namespace annals
