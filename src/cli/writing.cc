#include "cli/writing.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/engine.h"
#include "export/columns.h"
#include "export/escape.h"
#include "export/row.h"

namespace annals {
namespace {

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

}  // namespace

Writer::Writer(const WritingFlags& flags) : flags_(flags), output_(flags.output), options_(flags.options) {
  format_ = flags.to.empty() ? usual_format() : find_format(flags.to);
  hold_flags();
  if (writes("table") && output_.to_terminal()) {
    options_.width = terminal_width();
    options_.color = std::getenv("NO_COLOR") == nullptr;
  }
}

// A flag that the format knows nothing of would change nothing, in silence.
void Writer::hold_flags() const {
  for (const auto& [flag, formats] : flags_.of_formats) {
    if (flag->count() > 0 && std::find(formats.begin(), formats.end(), format_->name) == formats.end())
      throw Failure{fmt::format("{} is for --to {}", flag->get_name(), fmt::join(formats, ", "))};
  }
}

// What the name of the file says ("timeline.ics"), else a table for eyes and CSV for programs.
const Format* Writer::usual_format() const {
  if (const Format* named = format_of_file(flags_.output)) return named;
  const std::string ending = std::filesystem::path(flags_.output).extension().string();
  if (!ending.empty())
    throw Failure{fmt::format("no format is known by the ending {}; --to says which {} is to be", ending,
                              flags_.output)};
  return find_format(output_.to_terminal() ? "table" : "csv");
}

std::string Writer::write(const Timeline& timeline, Sheet& sheet) const {
  std::ostringstream text;
  const Losses losses = format_->write(timeline, options_, text);
  sheet.said += notes_of(timeline, losses, format_->name, options_.claims);
  sheet.out += text.str();
  return report_of(timeline, losses, format_->name);
}

void Writer::finish(const std::string& text, const std::string& report) {
  options_.split > 0 ? write_parts(text) : output_.write(text);
  output_.finish();
  if (flags_.report.empty()) return;
  Output file(flags_.report);
  file.write(report);
  file.finish();
}

// The first calendar is OUT itself; timeline-2.ics and so on stand beside it. Standard output takes them
// all, for a stream may hold several.
void Writer::write_parts(const std::string& text) {
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

std::string format_list() {
  std::string list = "Formats:\n";
  for (const Format& one : formats()) list += fmt::format("  {:15} {}\n", one.name, one.what);
  return list;
}

void add_writing_flags(CLI::App& app, WritingFlags& flags) {
  std::vector<std::string> names;
  for (const Format& one : formats()) names.emplace_back(one.name);
  app.add_option("--to", flags.to,
                 "what to write; unsaid, what OUT ends in, a table on a terminal, CSV elsewhere")
      ->check(CLI::IsMember(names))
      ->type_name("FORMAT");
  app.add_option("-o,--output", flags.output,
                 "the file to write; the old one stays whole until the new one is")
      ->type_name("OUT");
  ExportOptions& options = flags.options;
  app.add_option(
         "--report", flags.report,
         "a file for where each article's date came from and what the format could not hold, which stderr "
         "says in any case")
      ->type_name("FILE");
  const auto only = [&](std::vector<std::string_view> formats, CLI::Option* option) {
    option->group("Of single formats");
    option->description(fmt::format("{}: {}", fmt::join(formats, ", "), option->get_description()));
    flags.of_formats.emplace_back(option, std::move(formats));
  };
  only({"ics", "google", "outlook"},
       app.add_option("--max-span", options.max_span, "leave out and report what is longer than so many days")
           ->type_name("DAYS")
           ->check(CLI::Range(1, 1'000'000))
           ->capture_default_str());
  only({"ics", "google", "outlook"},
       app.add_option("--min-year", options.min_year, "leave out and report what begins earlier")
           ->type_name("YEAR"));
  only({"ics"}, app.add_option("--split", options.split,
                               "a calendar for each N entries, in files OUT, OUT-2, OUT-3, ...")
                    ->type_name("N")
                    ->check(CLI::Range(1, 1'000'000)));
  only({"ics"}, app.add_flag("--anniversaries", options.anniversaries,
                             "what happened on one day comes back each year"));
  only({"csv", "tsv", "outlook", "aeon", "timelinejs-csv"},
       app.add_flag("--bom", options.bom, "a byte order mark, for Excel"));
  only({"csv", "tsv", "google", "outlook", "aeon", "timelinejs-csv"},
       app.add_flag_callback(
           "--no-formula-guard", [&options] { options.formula_guard = false; },
           "no ' before text that a spreadsheet would run"));
}

}  // namespace annals
