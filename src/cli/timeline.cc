// annals FILE...: the timeline.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/belt.h"
#include "cli/edits_file.h"
#include "cli/engine.h"
#include "cli/output.h"
#include "export/columns.h"
#include "export/escape.h"
#include "export/formats.h"
#include "export/row.h"

namespace annals {
namespace {

struct TimelineFlags {
  EngineFlags engine;
  InputOptions input;
  std::string to, output, report, edits, save_text;
  ExportOptions options;
  bool conflicts = false;
  std::size_t jobs = 1;
};

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 0;
}

// Behind what is lost, the words of the event, for an id says nothing to a reader.
std::string said_of(const Timeline& timeline, const Losses& losses, std::string_view format) {
  std::map<std::string_view, const Event*> events;
  for (const Event& event : timeline.events) events[event.id] = &event;
  std::string out;
  for (const Loss& loss : losses) {
    const auto event = events.find(loss.row);
    out += event == events.end() ? fmt::format("annals: {}: {}\n", format, loss.what)
                                 : fmt::format("annals: {}: {}: {} (\"{}\")\n", format, loss.row, loss.what,
                                               fit(one_line(event->second->headline), 60));
  }
  return out;
}

std::string said_of_date(const Article& article) {
  if (!article.date) return fmt::format("annals: {}: no article date\n", name_of(article));
  return fmt::format("annals: {}: article date {} ({})\n", name_of(article), to_string(*article.date),
                     article.date_from);
}

// What stderr says: dates that were chosen among several, times that wait for one, and losses.
std::string notes_of(const Timeline& timeline, const Losses& losses, std::string_view format,
                     bool conflicts) {
  std::string out;
  for (const Source& source : timeline.sources) {
    if (source.article.date && source.article.date_chosen) out += said_of_date(source.article);
    Unplaced unplaced;
    for (const Resolved& expression : source.expressions) unplaced.count(expression);
    out += unplaced.said(source.article);
  }
  if (timeline.events.empty() && timeline.undated.empty() && !conflicts && !timeline.sources.empty())
    out += "annals: no event was found\n";
  return out + said_of(timeline, losses, format);
}

// What the file of --report says: the date of every article, and losses.
std::string report_of(const Timeline& timeline, const Losses& losses, std::string_view format) {
  std::string out;
  for (const Source& source : timeline.sources) out += said_of_date(source.article);
  return out + said_of(timeline, losses, format);
}

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
        engine_(make_engine(flags.engine, true)),
        output_(flags.output),
        options_(flags.options) {
    format_ = !flags.to.empty() ? find_format(flags.to) : usual_format(flags.output);
    options_.claims = flags.conflicts;
    if (!flags.edits.empty() && flags.input.from == "jsonl")
      throw Failure{"--edits: a stream's documents stand alone; edits belong to runs over files"};
    if (!flags.edits.empty()) edits_ = read_edits(flags.edits);
    if (options_.split > 0 && format_->name != "ics") throw Failure{"--split is for --to ics"};
    if (format_->name == "table" && output_.to_terminal()) {
      options_.width = terminal_width();
      options_.color = std::getenv("NO_COLOR") == nullptr;
    }
  }

  int all() {
    InputOptions input = flags_.input;
    hold_inputs(flags_.engine, engine_->book(), input);
    Inputs inputs(input);
    const bool stream = input.from == "jsonl";  // each document stands alone, and memory stays bounded
    std::vector<Article> articles;
    Belt belt(flags_.jobs, output_, [&](Article article, Sheet& sheet) {
      std::vector<Article> alone;
      alone.push_back(std::move(article));
      write(std::move(alone), 1, sheet);  // loses nothing
    });
    const bool read = inputs.each(
        [&](Article article) {
          if (!flags_.save_text.empty()) save_text(article);
          if (stream && format_->name == "jsonl") return belt.add(std::move(article));
          articles.push_back(std::move(article));
        },
        [&](const InputError& error) {
          if (format_->name == "jsonl") belt.add(to_json_line(error));
        });
    belt.finish();
    if (!read) return 2;
    std::string report;
    if (!articles.empty()) {
      Sheet sheet;
      report = write(std::move(articles), flags_.jobs, sheet);
      std::cerr << sheet.said;
      options_.split > 0 ? write_parts(sheet.out) : output_.write(sheet.out);
    }
    output_.finish();
    if (!flags_.report.empty()) write_report(report);
    return inputs.failed() > 0 ? 1 : 0;
  }

 private:
  // What the name of the file says ("timeline.ics"), else a table for eyes and CSV for programs.
  const Format* usual_format(const std::string& path) const {
    if (const Format* named = format_of_file(path)) return named;
    return find_format(output_.to_terminal() ? "table" : "csv");
  }

  // Gives what is to be reported.
  std::string write(std::vector<Article> articles, std::size_t jobs, Sheet& sheet) const {
    const Merging merging = flags_.input.from == "jsonl" ? Merging::within : Merging::across;
    Timeline timeline = engine_->reconstruct(std::move(articles), merging, jobs);
    for (const std::string& conflict : apply(edits_, timeline))
      sheet.said += fmt::format("annals: edits: {}\n", conflict);
    if (flags_.conflicts && !keep_conflicts(timeline))
      sheet.said += "annals: the sources contradict each other nowhere\n";
    std::ostringstream text;
    const Losses losses = format_->write(timeline, options_, text);
    sheet.said += notes_of(timeline, losses, format_->name, flags_.conflicts);
    sheet.out += text.str();
    return report_of(timeline, losses, format_->name);
  }

  // The first calendar is OUT itself; timeline-2.ics and so on stand beside it. Standard output takes them
  // all, for a stream may hold several.
  void write_parts(const std::string& text) {
    constexpr std::string_view border = "END:VCALENDAR\r\n";
    std::size_t at = text.find(border) + border.size(), number = 1;
    if (flags_.output.empty() || flags_.output == "-") return output_.write(text);
    output_.write(std::string_view(text).substr(0, at));
    while (at < text.size()) {
      const std::size_t end = text.find(border, at) + border.size();
      const std::filesystem::path path(flags_.output);
      Output part(fmt::format("{}-{}{}", (path.parent_path() / path.stem()).string(), ++number,
                              path.extension().string()));
      part.write(std::string_view(text).substr(at, end - at));
      part.finish();
      at = end;
    }
  }

  // What the offsets of a web page or a PDF count in.
  void save_text(const Article& article) const {
    std::error_code error;
    std::filesystem::create_directories(flags_.save_text, error);
    if (error) throw Failure{fmt::format("--save-text {}: {}", flags_.save_text, error.message())};
    const std::string name = std::filesystem::path(article.id).filename().string();
    Output file((std::filesystem::path(flags_.save_text) / (name + ".txt")).string());
    file.write(article.text);
    file.finish();
  }

  void write_report(const std::string& report) const {
    Output file(flags_.report);
    file.write(report);
    file.finish();
  }

  const TimelineFlags& flags_;
  const Engine* engine_;
  Output output_;
  const Format* format_ = nullptr;
  ExportOptions options_;
  Edits edits_;
};

std::string format_list() {
  std::string list = "Formats:\n";
  for (const Format& one : formats()) list += fmt::format("  {:15} {}\n", one.name, one.what);
  return list;
}

void add_format_flags(CLI::App& app, TimelineFlags& flags) {
  ExportOptions& options = flags.options;
  app.add_option(
         "--report", flags.report,
         "a file for where each article's date came from and what the format could not hold, which stderr "
         "says in any case")
      ->type_name("FILE");
  app.add_option("--max-span", options.max_span,
                 "ics, google, outlook: leave out and report what is longer than so many days")
      ->capture_default_str();
  app.add_option("--min-year", options.min_year,
                 "ics, google, outlook: leave out and report what begins earlier")
      ->type_name("YEAR");
  app.add_option("--split", options.split,
                 "ics: a calendar for each N entries, in files OUT, OUT-2, OUT-3, ...")
      ->type_name("N");
  app.add_flag("--anniversaries", options.anniversaries,
               "ics: what happened on one day comes back each year");
  app.add_flag("--bom", options.bom, "csv and its like: a byte order mark, for Excel");
  app.add_flag_callback(
      "--no-formula-guard", [&options] { options.formula_guard = false; },
      "csv and its like: no ' before text that a spreadsheet would run");
  for (const char* name :
       {"--max-span", "--min-year", "--split", "--anniversaries", "--bom", "--no-formula-guard"})
    app.get_option(name)->group("Of single formats");
}

}  // namespace

void add_timeline(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<TimelineFlags>();
  std::vector<std::string> names;
  for (const Format& one : formats()) names.emplace_back(one.name);
  app.add_option("FILE", flags->input.paths, "articles: files, folders, globs or -");
  app.add_option("--from", flags->input.from, "what the files are")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  app.add_option("--to", flags->to,
                 "what to write; unsaid, what OUT ends in, a table on a terminal, CSV elsewhere")
      ->check(CLI::IsMember(names))
      ->type_name("FORMAT");
  app.add_option("-o,--output", flags->output,
                 "the file to write; the old one stays whole until the new one is")
      ->type_name("OUT");
  app.add_option("--save-text", flags->save_text,
                 "a folder for the text as it was read, in which offsets are counted")
      ->type_name("DIR");
  app.add_option("--edits", flags->edits, "what was changed by hand, as annals import wrote it, is kept")
      ->type_name("FILE");
  add_format_flags(app, *flags);
  app.add_flag("--conflicts", flags->conflicts,
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
    exit_code = Run(*flags).all();
  });
}

}  // namespace annals
