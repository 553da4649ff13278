// annals FILE...: the timeline.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/belt.h"
#include "cli/engine.h"
#include "cli/output.h"
#include "export/export.h"

namespace annals {
namespace {

struct TimelineFlags {
  EngineFlags engine;
  InputOptions input;
  std::string to, output;
  std::int64_t max_span = 366;
  bool conflicts = false;
  std::size_t jobs = 1;
};

using Writer = Losses (*)(const Timeline&, const ExportOptions&, std::ostream&);
const std::map<std::string, Writer> kWriters = {
    {"table", write_table}, {"csv", write_csv},       {"ics", write_ics}, {"json", write_json},
    {"jsonl", write_jsonl}, {"timeml", write_timeml}, {"md", write_md},   {"html", write_html},
};

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 0;
}

std::string report(const Timeline& timeline, const Losses& losses, const std::string& format) {
  std::string out;
  for (const Source& source : timeline.sources) {
    Unplaced unplaced;
    for (const Resolved& expression : source.expressions) unplaced.count(expression);
    out += unplaced.said(source.article);
  }
  for (const Loss& loss : losses)
    out += fmt::format("annals: {}: {}{}\n", format, loss.row.empty() ? "" : loss.row + ": ", loss.what);
  return out;
}

void keep_conflicts(Timeline& timeline) {
  std::erase_if(timeline.events, [](const Event& event) { return event.conflicts.empty(); });
  timeline.undated.clear();
}

class Run {
 public:
  explicit Run(const TimelineFlags& flags)
      : flags_(flags), engine_(make_engine(flags.engine, true)), output_(flags.output) {
    format_ = !flags.to.empty() ? flags.to : usual_format(flags.output);
    options_.max_span = flags.max_span;
    options_.claims = flags.conflicts;
    if (format_ == "table" && output_.to_terminal()) {
      options_.width = terminal_width();
      options_.color = std::getenv("NO_COLOR") == nullptr;
    }
  }

  int all() {
    InputOptions input = flags_.input;
    input.date = flags_.engine.date;
    input.style = flags_.engine.style;
    Inputs inputs(input);
    const bool stream = input.from == "jsonl";  // each document stands alone, and memory stays bounded
    std::vector<Article> articles;
    Belt belt(flags_.jobs, output_, [&](Article article, Sheet& sheet) {
      std::vector<Article> alone;
      alone.push_back(std::move(article));
      write(std::move(alone), 1, sheet);
    });
    const bool read = inputs.each(
        [&](Article article) {
          if (stream && format_ == "jsonl") return belt.add(std::move(article));
          articles.push_back(std::move(article));
        },
        [&](const InputError& error) {
          if (format_ == "jsonl") belt.add(to_json_line(error));
        });
    belt.finish();
    if (!read) return 2;
    if (!articles.empty()) {
      Sheet sheet;
      write(std::move(articles), flags_.jobs, sheet);
      std::cerr << sheet.said;
      output_.write(sheet.out);
    }
    output_.finish();
    return inputs.failed() > 0 ? 1 : 0;
  }

 private:
  // What the name of the file says ("timeline.ics"), else a table for eyes and CSV for programs.
  std::string usual_format(const std::string& path) const {
    const std::string extension = std::filesystem::path(path).extension().string();
    if (extension.size() > 1 && kWriters.count(extension.substr(1))) return extension.substr(1);
    return output_.to_terminal() ? "table" : "csv";
  }

  void write(std::vector<Article> articles, std::size_t jobs, Sheet& sheet) const {
    const Merging merging = flags_.input.from == "jsonl" ? Merging::within : Merging::across;
    Timeline timeline = engine_->reconstruct(std::move(articles), merging, jobs);
    if (flags_.conflicts) keep_conflicts(timeline);
    std::ostringstream text;
    const Losses losses = kWriters.at(format_)(timeline, options_, text);
    sheet.said += report(timeline, losses, format_);
    sheet.out += text.str();
  }

  const TimelineFlags& flags_;
  std::unique_ptr<Engine> engine_;
  Output output_;
  std::string format_;
  ExportOptions options_;
};

}  // namespace

void add_timeline(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<TimelineFlags>();
  std::vector<std::string> formats;
  for (const auto& [name, writer] : kWriters) formats.push_back(name);
  app.add_option("FILE", flags->input.paths, "articles: files, folders, globs or -");
  app.add_option("--from", flags->input.from, "what the files are")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  app.add_option("--to", flags->to,
                 "what to write; unsaid, what OUT ends in, a table on a terminal, CSV elsewhere")
      ->check(CLI::IsMember(formats));
  app.add_option("-o,--output", flags->output,
                 "the file to write; the old one stays whole until the new one is")
      ->type_name("OUT");
  app.add_option("--max-span", flags->max_span, "ics: leave out and report what is longer than so many days")
      ->capture_default_str();
  app.add_flag("--conflicts", flags->conflicts,
               "only what the sources contradict each other about, with their words");
  add_jobs_flag(app, flags->jobs);
  add_engine_flags(app, flags->engine);
  app.footer(
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
    exit_code = Run(*flags).all();
  });
}

}  // namespace annals
