#include "cli/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace annals {
namespace fs = std::filesystem;

void add_engine_flags(CLI::App& app, EngineFlags& flags) {
  app.add_option("--rules", flags.rules,
                 "a folder of rule pages of your own; a rule there replaces the built-in one of its name")
      ->type_name("DIR");
  app.add_option("--lang", flags.language, "language of the articles")
      ->type_name("LANG")
      ->capture_default_str();
  app.add_option("--style", flags.style,
                 "what bare times hang on: the article's day (news) or the last date told (narrative)"
                 ", where years of an era may be bare (ancient)")
      ->check(CLI::IsMember({"news", "narrative", "ancient"}));
  app.add_option("--date", flags.date, "the date of the articles, before what they say themselves")
      ->type_name("YYYY-MM-DD");
  app.add_option("--region", flags.region,
                 "whose calendar the dates are told in: england, france, russia, ... (table `regions`)")
      ->type_name("NAME");
  app.add_option("--calendar", flags.calendar, "the calendar of every date, whatever the region")
      ->check(CLI::IsMember({"julian", "gregorian"}));
  app.add_option("--convention", flags.conventions,
                 "how dates are read: new-year=lady-day, century-parts=midas, hemisphere=south, ...")
      ->type_name("KEY=VALUE");
  add_also_flag(app, flags);
  for (const char* name :
       {"--rules", "--lang", "--style", "--date", "--region", "--calendar", "--convention", "--also"})
    app.get_option(name)->group("How dates are read");
}

void add_also_flag(CLI::App& app, EngineFlags& flags) {
  app.add_option("--also", flags.also,
                 "built-in pages that are not read unless asked for: quaker, ocr, wars, han")
      ->type_name("NAME");
}

namespace {

fs::path program_folder() {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::current_path() : self.parent_path();
}

// share/annals: rule pages, lexicons and weights, beside the program or under the prefix it is installed in.
fs::path data_folder() {
  for (const fs::path& candidate :
       {program_folder() / "share/annals", program_folder() / "../share/annals"}) {
    if (fs::is_directory(candidate / "rules")) return candidate;
  }
  throw Failure{fmt::format(
      "the rule pages are missing: neither {0}/share/annals/rules nor {0}/../share/annals/rules is there",
      program_folder().string())};
}

fs::path pages_folder(const std::string& language) {
  const fs::path folder = data_folder() / "rules" / language;
  if (!fs::is_directory(folder))
    throw Failure{fmt::format("--lang {}: no rule pages for this language in {}", language,
                              (data_folder() / "rules").string())};
  return folder;
}

std::vector<std::string> names_within(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::vector<PageText> all_pages(const EngineFlags& flags) {
  try {
    std::vector<PageText> pages = read_pages(pages_folder(flags.language), "rules/" + flags.language, 0);
    for (const std::string& name : flags.also) {
      const fs::path folder = pages_folder(flags.language) / "also";
      if (!fs::is_directory(folder / name))
        throw Failure{fmt::format("--also {}: no such pages; there are {}", name,
                                  fmt::join(names_within(folder), ", "))};
      const auto more = read_pages(folder / name, fmt::format("rules/{}/also/{}", flags.language, name), 0);
      pages.insert(pages.end(), more.begin(), more.end());
    }
    if (flags.rules.empty()) return pages;
    const std::vector<PageText> own = read_pages(flags.rules, flags.rules, 1);
    if (own.empty()) throw Failure{fmt::format("{}: no rule pages (*.yaml) in this folder", flags.rules)};
    pages.insert(pages.end(), own.begin(), own.end());
    return pages;
  } catch (const std::runtime_error& error) {
    throw Failure{error.what()};
  }
}

const Engine* make_engine(const EngineFlags& flags, EngineOptions options) {
  static const Engine* engine = nullptr;
  try {
    options.style = flags.style;
    engine = new Engine(all_pages(flags), data_folder(), options);
    return engine;
  } catch (const BadPages& bad) {
    std::string text;
    for (const Problem& problem : bad.problems) text += to_string(problem) + "\n";
    throw Failure{fmt::format("{}{} {} in the rule pages; nothing was read with them", text,
                              bad.problems.size(), bad.problems.size() == 1 ? "problem" : "problems")};
  }
}

Settings settings_of(const EngineFlags& flags, const RuleBook& book) {
  Settings out;
  const auto hold = [&](const std::string& key, const std::string& value, const std::string& flag) {
    const std::string problem = setting_problem(book, key, value);
    if (!problem.empty()) throw Failure{fmt::format("{}{}: {}", flag, value, problem)};
    out.insert_or_assign(key, value);
  };
  if (!flags.region.empty()) hold("region", flags.region, "--region ");
  if (!flags.calendar.empty()) hold("calendar", flags.calendar, "--calendar ");
  for (const std::string& one : flags.conventions) {
    const std::size_t at = one.find('=');
    if (at == std::string::npos) throw Failure{fmt::format("--convention {}: write KEY=VALUE", one)};
    hold(one.substr(0, at), one.substr(at + 1), "--convention " + one.substr(0, at + 1));
  }
  return out;
}

void hold_inputs(const EngineFlags& flags, const RuleBook& book, InputOptions& input) {
  input.date = flags.date;
  input.style = flags.style;
  input.settings = settings_of(flags, book);
  input.setting_problem = [&book](std::string_view key, const std::string& value) {
    return setting_problem(book, key, value);
  };
}

void Unplaced::count(const Resolved& expression) {
  ++all_;
  waiting_ += expression.reason == kNoArticleDate;
}

std::string Unplaced::said(const Article& article) const {
  if (article.date || article.path.empty() || waiting_ == 0) return "";
  return fmt::format(
      "annals: {}: no article date; {} of {} time expressions stay unplaced (--date YYYY-MM-DD, or a first "
      "line `date YYYY-MM-DD`)\n",
      article.path, waiting_, all_);
}

void add_from_flag(CLI::App& app, InputOptions& input) {
  app.add_option(
         "--from", input.from,
         "text: articles in any form that is read, web pages, EPUB and PDF too; jsonl: a document a line; "
         "unsaid, as the files end")
      ->check(CLI::IsMember({"text", "jsonl"}));
}

void add_jobs_flag(CLI::App& app, std::size_t& jobs) {
  app.add_option("--jobs", jobs, "how many articles to read at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
}

}  // namespace annals
