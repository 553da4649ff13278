// annals explain: why a text gives the dates it gives.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/engine.h"
#include "value/value.h"

namespace annals {
namespace {

struct ExplainFlags {
  EngineFlags engine;
  std::string text;
};

void print_bounds(const Resolved& r) {
  fmt::print("  result      {} {}", to_string(r.type), r.value);
  if (!r.mod.empty()) fmt::print(" mod {}", r.mod);
  if (!r.quant.empty()) fmt::print(" quant {}", r.quant);
  if (!r.freq.empty()) fmt::print(" freq {}", r.freq);
  fmt::print("\n");
  if (r.placed) {
    fmt::print("  days        {}   EDTF {}   precision {}{}\n", to_string(r.bounds), r.edtf,
               to_string(r.grain), r.approximate ? ", approximate" : "");
  } else {
    fmt::print("  not placed  {}\n", r.reason);
  }
}

// As the reader counts: "last summer" [9,20).
std::string quoted(const Span& span, const Article& article) {
  CodePointCount points(article.text);
  const std::size_t begin = points.at(span.begin);
  return fmt::format("\"{}\" [{},{})", text_of(span, article.text), begin, points.at(span.end));
}

void print(const Article& article, const Match& match, const std::vector<Rival>& rivals, const Resolved& r) {
  const std::string_view text = article.text;
  fmt::print("{}\n", quoted(r.span, article));
  fmt::print("  rule        {} ({})\n", r.rule, r.page);
  fmt::print("  matched     {}\n", captures_of(match, text));
  if (!match.rule().note.empty()) fmt::print("  note        {}\n", match.rule().note);
  fmt::print("  anchor      {}{}\n", to_string(r.anchor.kind),
             r.anchor.at ? " " + to_string(*r.anchor.at) : "");
  if (!r.policy.empty()) fmt::print("  policy      {}\n", r.policy);
  for (const std::string& step : r.steps) fmt::print("  step        {}\n", step);
  print_bounds(r);
  if (!r.note.empty()) fmt::print("  because     {}\n", r.note);
  std::set<std::string> told;  // each pattern of a rule is a rival, the winner's other ones too
  for (const Rival& rival : rivals) {
    const std::string line = fmt::format("{} \"{}\" ({}): {}", rival.rule->name, text_of(rival.span, text),
                                         rival.rule->where, rival.why);
    if (rival.rule != &match.rule() && told.insert(line).second) fmt::print("  lost        {}\n", line);
  }
}

// "2023-06-01..2023-08-31": where it began and ended in one window, that window once.
std::string window_of(const Bounds& when) {
  const std::string text = to_string(when);
  return is_instant_within(when) ? text.substr(0, text.find('/')) : text;
}

// What happened, and why it is thought to have happened then.
void print_events(const Timeline& timeline) {
  for (const Event& event : timeline.events) {
    fmt::print("event \"{}\" {}\n  headline    {}\n", event.mentions.front().text, event.id, event.headline);
    fmt::print("  window      {}   EDTF {}   {}, {}, confidence {:.2f}\n", window_of(event.when), event.edtf,
               to_string(event.basis), to_string(event.status), event.confidence);
    for (const std::string& why : event.why) fmt::print("  why         {}\n", why);
    for (const EventLink& link : event.links)
      fmt::print("  link        {} {}{}\n", link.relation, link.to, link.why.empty() ? "" : ": " + link.why);
    for (const Conflict& conflict : event.conflicts) fmt::print("  set aside   {}\n", conflict.what);
  }
}

// "letter.txt", but neither "13.3.2024" nor "9 a.m.".
bool is_file_name(const std::string& text) {
  const std::string ending = std::filesystem::path(text).extension().string();
  return text.find(' ') == std::string::npos && ending.size() > 2 && ending.size() < 7 &&
         std::all_of(ending.begin() + 1, ending.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Article article_of(const ExplainFlags& flags, const RuleBook& book) {
  Article article;
  std::error_code none;
  if (std::filesystem::is_regular_file(flags.text, none)) {
    InputOptions input;
    input.paths = {flags.text};
    hold_inputs(flags.engine, book, input);
    Inputs inputs(input);
    if (!inputs.each([&](Article read) { article = std::move(read); }, [](const InputError&) {}))
      throw Failure{"nothing to explain"};
    return article;
  }
  if (std::filesystem::is_directory(flags.text, none))
    throw Failure{fmt::format("{}: is a folder; explain reads one article, or a sentence", flags.text)};
  if (is_file_name(flags.text)) throw Failure{fmt::format("{}: no such file", flags.text)};
  article.id = "text";
  article.text = flags.text;
  article.style = flags.engine.style;
  article.settings = settings_of(flags.engine, book);
  if (!flags.engine.date.empty()) article.date = read_date_flag(flags.engine.date);
  return article;
}

void print_refused(const std::vector<Rival>& refused, const Article& article) {
  std::set<std::string> told;  // a rule of several patterns may be refused for one reason several times
  for (const Rival& rival : refused) {
    const std::string where = quoted(rival.span, article);
    if (told.insert(where).second) fmt::print("{} is no expression\n", where);
    const std::string why = fmt::format("{} ({}): {}", rival.rule->name, rival.rule->where, rival.why);
    if (told.insert(where + why).second) fmt::print("  refused     {}\n", why);
  }
}

int run(const ExplainFlags& flags) {
  const Engine* const engine = make_engine(flags.engine, {.steps = true, .patterns = false});
  const Article article = article_of(flags, engine->book());
  bool any = false;
  const std::vector<Rival> refused =
      engine->explain(article, [&](const Match& match, const std::vector<Rival>& rivals, const Resolved& r) {
        any = true;
        print(article, match, rivals, r);
      });
  print_events(engine->reconstruct({article}));
  print_refused(refused, article);
  if (!any && refused.empty()) fmt::print("no rule fits anything in this text\n");
  return any ? 0 : 1;
}

}  // namespace

CLI::App* add_explain_verb(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<ExplainFlags>();
  CLI::App* verb = app.add_subcommand(
      "explain", "why a text gives the dates and events it gives: rules, anchors, steps, rivals, links");
  verb->add_option("TEXT", flags->text, "a sentence, or the file of an article")->type_name("")->required();
  add_engine_flags(*verb, flags->engine);
  verb->footer("Example: annals explain \"She left last summer.\" --date 2024-03-13");
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
  return verb;
}

}  // namespace annals
