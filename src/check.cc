#include "check.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace annals {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string shown(const std::string& text, Span span) {
  return fmt::format("[{}]", text.substr(span.begin, span.end - span.begin));
}

std::string starred(const std::string& text, Span span) {
  return fmt::format("*{}*", text.substr(span.begin, span.end - span.begin));
}

// `days` of a page: "2022-06-01/2022-08-31", one day alone, "none" or "pending".
std::string days_of(const Resolved& r) {
  if (!r.placed || !r.bounds.earliest_start || !r.bounds.latest_end) return "none";
  const std::string first = to_string(r.bounds.earliest_start->day);
  const std::string last = to_string(r.bounds.latest_end->day);
  return first == last ? first : first + "/" + last;
}

std::string field(const Resolved& r, const std::string& name) {
  if (name == "value") return r.value;
  if (name == "days") return days_of(r);
  if (name == "type") return std::string(to_string(r.type));
  if (name == "mod") return r.mod;
  if (name == "quant") return r.quant;
  if (name == "freq") return r.freq;
  if (name == "edtf") return r.edtf;
  if (name == "anchor") return std::string(to_string(r.anchor.kind));
  if (name == "link") return r.link ? to_string(*r.link) : "";
  if (name == "grain") return std::string(to_string(r.grain));
  return "";
}

class Checker {
 public:
  Checker(const Engine& engine, CheckReport& report) : engine_(engine), report_(report) {}

  void run(const Rule& rule) {
    bool reached = rule.examples.empty();
    for (const Example& example : rule.examples) {
      ++report_.examples;
      reached |= hold(rule, example);
    }
    for (const Example& never : rule.never) hold_never(rule, never);
    if (!reached) fail(rule.place, fmt::format("no example of `{}` reaches it", rule.name));
  }

  // An example's time must reach the starred word by this very rule; a counter-example's must not be its own.
  void run(const AttachRule& rule) {
    for (const AttachExample& example : rule.examples) {
      ++report_.examples;
      const auto found = engine_.attach(example.text, example.time);
      const std::string answered =
          found ? "`" + found->rule + "` answers, with " + starred(example.text, found->head)
                : "no rule answers";
      if (!found || found->rule != rule.name || !overlap(found->head, example.target))
        fail(example.place,
             fmt::format("{} of \"{}\" should reach {} by `{}`, but {}", shown(example.text, example.time),
                         example.text, starred(example.text, example.target), rule.name, answered));
    }
    for (const AttachExample& never : rule.never) {
      ++report_.nevers;
      const auto found = engine_.attach(never.text, never.time);
      if (found && found->rule == rule.name)
        fail(never.place, fmt::format("`{}` must not answer for {} of \"{}\"", rule.name,
                                      shown(never.text, never.time), never.text));
    }
  }

 private:
  void fail(const Place& place, std::string what) {
    report_.failures.push_back({place, std::move(what), ""});
  }

  Source read(const Example& example, const std::string& style) {
    Article article;
    article.id = "example";
    article.text = example.text;
    if (!example.article.empty()) article.date = parse_moment(example.article);
    article.style = !example.style.empty() ? example.style : style.empty() ? "news" : style;
    return engine_.tag(std::move(article));
  }

  // True where the rule itself answered.
  bool hold(const Rule& rule, const Example& example) {
    const Source source = read(example, rule.style);
    std::vector<const Resolved*> found;
    for (const auto& [begin, end] : example.spans) {
      const auto hit = std::find_if(
          source.expressions.begin(), source.expressions.end(),
          [&, b = begin, e = end](const Resolved& r) { return r.span.begin == b && r.span.end == e; });
      if (hit != source.expressions.end()) {
        found.push_back(&*hit);
        continue;
      }
      std::string instead;
      for (const Resolved& r : source.expressions)
        instead += fmt::format(" {} ({})", shown(example.text, r.span), r.rule);
      fail(example.place,
           fmt::format("{} is not found in \"{}\"; found:{}", shown(example.text, {begin, end}), example.text,
                       instead.empty() ? " nothing" : instead));
      return false;
    }
    for (const auto& [name, expected] : example.expects) compare(example, name, expected, found);
    return std::any_of(found.begin(), found.end(), [&](const Resolved* r) { return r->rule == rule.name; });
  }

  // Values listed with blanks between them belong to the last brackets, one each.
  void compare(const Example& example, const std::string& name, const std::string& expected,
               const std::vector<const Resolved*>& found) {
    std::vector<std::string> wanted = words_of(expected);
    if (wanted.empty()) wanted.emplace_back();  // mod: "" wants none
    if (wanted.size() > found.size()) {
      fail(example.place,
           fmt::format("{} has {} values for {} expressions in brackets", name, wanted.size(), found.size()));
    }
    for (std::size_t i = 0; i < wanted.size() && i < found.size(); ++i) {
      const Resolved& r = *found[found.size() - std::min(wanted.size(), found.size()) + i];
      const std::string got = field(r, name);
      if (got != wanted[i]) {
        fail(example.place,
             fmt::format("{} in \"{}\": expected {} {}, got {} (rule {})", shown(example.text, r.span),
                         example.text, name, wanted[i].empty() ? "nothing" : wanted[i],
                         got.empty() ? "nothing" : got, r.rule));
      }
    }
  }

  void hold_never(const Rule& rule, const Example& never) {
    ++report_.nevers;
    // What stands in brackets is found in its place, by another rule.
    const Source source = read(never, rule.style);
    for (const auto& [begin, end] : never.spans) {
      const auto there = [b = begin, e = end](const Resolved& r) {
        return r.span.begin == b && r.span.end == e;
      };
      if (std::none_of(source.expressions.begin(), source.expressions.end(), there))
        fail(never.place,
             fmt::format("{} is not found in \"{}\"", shown(never.text, {begin, end}), never.text));
    }
    for (const Resolved& r : source.expressions) {
      const bool bracketed = std::find(never.spans.begin(), never.spans.end(),
                                       std::pair(r.span.begin, r.span.end)) != never.spans.end();
      if (r.rule == rule.name || (rule.nothing && !bracketed))
        fail(never.place, fmt::format("`{}` must never be found in \"{}\", but {} is", rule.name, never.text,
                                      shown(never.text, r.span)));
    }
  }

  const Engine& engine_;
  CheckReport& report_;
};

}  // namespace

CheckReport check(const Engine& engine) {
  CheckReport report;
  Checker checker(engine, report);
  for (const Rule& rule : engine.book().rules) checker.run(rule);
  for (const AttachRule& rule : engine.book().attach) checker.run(rule);
  return report;
}

}  // namespace annals
