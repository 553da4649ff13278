// Pages of kind rules and parts.
//
//   article: 2023-04-18                 the day the page's examples are read on
//   gives: date                         the group its rules belong to, unless they name their own
//   month-year:
//     pattern: <month> (of) <year>      or a list of patterns
//     means: {date: [year, month]}
//     unless: {followed-by: [...], preceded-by: ..., tag: verb}      when: the same, wanted
//     examples: [{text: "Work began in [November 2022].", value: 2022-11}]
//     never: ["On November 20, 2022, work began."]
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "calendar/bounds.h"
#include "rule/page_reader.h"

namespace annals {
namespace {

const std::vector<std::string> kRuleKeys = {"pattern", "means",   "gives",  "type", "mod",   "quant",
                                            "freq",    "note",    "unless", "when", "apart", "examples",
                                            "never",   "article", "style",  "link"};

struct PageSettings {
  std::string article, gives;
  std::vector<Guard> guards;
  std::vector<ClassReference> mentions;  // of the guards
  bool whole = true;
};

std::string read_article_day(const PageReader& page, const Node& value) {
  if (value.is_scalar() && parse_moment(value.text())) return value.text();
  page.complain(value, "`article` is a day such as 2023-04-18, with or without its time");
  return "";
}

// "She left [last summer]." without the brackets, and what they held.
void read_brackets(const PageReader& page, const Node& node, Example& out) {
  bool open = false;
  for (const char c : node.text()) {
    if (c == '[' || c == ']') {
      if (open == (c == '['))
        return page.complain(node,
                             fmt::format("the brackets of \"{}\" do not close one another", node.text()));
      open = c == '[';
      if (open) out.spans.emplace_back(out.text.size(), out.text.size());
      if (!open) out.spans.back().second = out.text.size();
    } else {
      out.text += c;
    }
  }
  if (open) page.complain(node, fmt::format("the brackets of \"{}\" do not close one another", node.text()));
}

bool read_small_number(std::string_view text, int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

// The words that must or must not stand beside: one pattern, or a list of them.
void read_guard_words(const PageReader& page, const Node& key, const Node& value, Guard& guard,
                      std::vector<ClassReference>& mentions) {
  const auto add = [&](const Node& words) {
    if (!words.is_scalar())
      return page.complain(words, fmt::format("`{}` is a text or a list of texts", key.text()));
    const auto sequences = page.pattern(words, true, mentions);
    guard.sequences.insert(guard.sequences.end(), sequences.begin(), sequences.end());
  };
  if (!value.is_list()) return add(value);
  for (const Node words : value) add(words);
}

Guard read_guard(const PageReader& page, const Node& key, const Node& value,
                 std::vector<ClassReference>& mentions) {
  Guard guard;
  guard.place = page.place(key);
  if (key.text() == "tag") {
    guard.where = Guard::Where::tag;
    guard.tag = page.one_of(key, value, {"verb", "noun", "name"});
  } else {
    guard.where = key.text() == "followed-by" ? Guard::Where::behind : Guard::Where::before;
    read_guard_words(page, key, value, guard, mentions);
  }
  return guard;
}

// Of `unless`, or of `when` if they are wanted; `within` holds for all of them.
void read_guards(const PageReader& page, const Node& node, bool wanted, std::vector<Guard>& out,
                 std::vector<ClassReference>& mentions) {
  int within = 1;
  const std::size_t first = out.size();
  for (const auto& [key, value] : page.entries(node, "a guard")) {
    if (!page.known(key, {"followed-by", "preceded-by", "tag", "within"}, "a guard")) continue;
    if (key.text() != "within") {
      out.push_back(read_guard(page, key, value, mentions));
    } else if (!read_small_number(value.text(), within) || within < 1 || within > 20) {
      page.complain(value, "`within` is a number of words from 1 to 20");
    }
  }
  for (std::size_t i = first; i < out.size(); ++i) out[i].wanted = wanted, out[i].within = within;
}

class RuleReader {
 public:
  RuleReader(const PageReader& page, const PageSettings& settings) : page_(page), settings_(settings) {}

  Rule read(const Node& key, const Node& node) {
    rule_.name = key.text();
    rule_.place = page_.place(key);
    rule_.where = to_string(rule_.place);
    rule_.layer = page_.page().layer;
    rule_.whole = settings_.whole;
    rule_.gives = settings_.gives;
    rule_.guards = settings_.guards;
    rule_.mentions = settings_.mentions;
    if (!node.is_map()) {
      page_.complain(node,
                     fmt::format("rule `{}` needs a pattern, a means and examples below its name, or `off`",
                                 rule_.name));
      return std::move(rule_);
    }
    const std::string what = fmt::format("rule `{}`", rule_.name);
    for (const auto& [name, value] : page_.entries(node, what)) {
      if (page_.known(name, kRuleKeys, what)) read_key(name, value);
    }
    // What refuses a match needs no more to be asked.
    std::stable_partition(rule_.guards.begin(), rule_.guards.end(), [](const Guard& g) { return !g.wanted; });
    if (rule_.sequences.empty() && !node["pattern"]) complain(key, "has no pattern");
    read_meaning(key, node["means"]);
    check(key, node);
    settle_dates();
    return std::move(rule_);
  }

 private:
  void complain(const Node& key, std::string_view what) const {
    page_.complain(key, fmt::format("rule `{}` {}", rule_.name, what));
  }

  // Behind the pattern, wherever it stands: its captures are those of the pattern.
  void read_meaning(const Node& key, const Node& means) {
    if (!means) return complain(key, "has no means");
    rule_.nothing = means.is_scalar() && means.text() == "nothing";
    if (!rule_.nothing && !rule_.sequences.empty()) rule_.means = read_means(page_, means, bound());
  }

  // What a rule must have beside its keys.
  void check(const Node& key, const Node& node) const {
    if (rule_.nothing && rule_.never.empty()) complain(key, "means nothing and has no `never` to show it");
    if (rule_.whole && !rule_.nothing && !node["examples"])
      complain(key, "has no example; write the sentence first, its expression in [brackets]");
    if (rule_.apart && rule_.means.op != Op::span)
      complain(key, "stands apart, but has no two ends; its means must be {span: [from, to]}");
    const auto ends_in_words = [](const Guard& guard) {
      return guard.wanted && guard.where == Guard::Where::behind;
    };
    const bool linked = !rule_.link.empty() && rule_.link != "age";
    if (linked && std::none_of(rule_.guards.begin(), rule_.guards.end(), ends_in_words))
      complain(key, "has a link and no `when: {followed-by: ...}` to tell the event's words by");
  }

  void read_key(const Node& key, const Node& value) {
    const std::string& name = key.text();
    if (name == "pattern") return read_patterns(value);
    if (name == "unless" || name == "when")
      return read_guards(page_, value, name == "when", rule_.guards, rule_.mentions);
    if (name == "examples") return read_examples(value);
    if (name == "never") return read_never(value);
    if (name == "apart") return void(rule_.apart = page_.yes_or_no(key, value));
    if (name == "means") return;
    if (name == "type")
      return void(rule_.type = page_.one_of(key, value, {"DATE", "TIME", "DURATION", "SET"}));
    if (name == "mod") return void(rule_.mod = page_.one_of(key, value, timex_mods()));
    if (name == "style")
      return void(rule_.style = page_.one_of(key, value, {"news", "narrative", "ancient"}));
    if (name == "link")
      return void(rule_.link =
                      page_.one_of(key, value, {"after", "before", "since", "until", "during", "age"}));
    if (name == "article") return void(article_ = read_article_day(page_, value));
    if (!value.is_scalar()) return page_.complain(value, fmt::format("`{}` must be one word", name));
    std::string* const field = name == "gives"   ? &rule_.gives
                               : name == "quant" ? &rule_.quant
                               : name == "freq"  ? &rule_.freq
                                                 : &rule_.note;
    *field = value.text();
  }

  void read_patterns(const Node& value) {
    const auto add = [&](const Node& node) {
      const auto sequences = page_.pattern(node, false, rule_.mentions);
      rule_.sequences.insert(rule_.sequences.end(), sequences.begin(), sequences.end());
    };
    if (value.is_scalar()) return add(value);
    if (!value.is_list()) return page_.complain(value, "a pattern must be a text or a list of texts");
    for (const Node node : value) {
      if (node.is_scalar()) {
        add(node);
      } else {
        page_.complain(node,
                       "a pattern in a list must be a text; put it in quotes where it begins with [ or {");
      }
    }
  }

  void read_examples(const Node& value) {
    if (!value.is_list() || value.size() == 0)
      return page_.complain(value, "`examples` must be a list of {text: ..., value: ...}");
    for (const Node node : value) rule_.examples.push_back(read_example(page_, node));
  }

  void read_never(const Node& value) {
    const auto add = [&](const Node& node) {
      Example example;
      example.place = page_.place(node);
      if (node.is_scalar()) read_brackets(page_, node, example);
      if (!node.is_scalar()) page_.complain(node, "`never` is a sentence or a list of sentences");
      rule_.never.push_back(std::move(example));
    };
    if (!value.is_list()) return add(value);
    for (const Node node : value) add(node);
  }

  void settle_dates() {
    const std::string& day = article_.empty() ? settings_.article : article_;
    for (Example& example : rule_.examples) {
      if (example.article.empty()) example.article = day;
    }
    for (Example& example : rule_.never) example.article = day;
  }

  // What the names of the pattern refer to, for `means`. A name need not stand in every alternative.
  std::map<std::string, std::string> bound() const {
    std::map<std::string, std::string> names;
    for (const Sequence& sequence : rule_.sequences) {
      for (const Element& element : sequence) {
        if (!element.reference.empty()) names[element.name] = element.reference;
      }
    }
    return names;
  }

  const PageReader& page_;
  const PageSettings& settings_;
  Rule rule_;
  std::string article_;
};

}  // namespace

Example read_example(const PageReader& page, const Node& node) {
  Example out;
  out.place = page.place(node);
  if (!node.is_map())
    return page.complain(node, "an example is written {text: \"She left [last summer].\", value: 2022-SU}"),
           out;
  const std::vector<std::string> keys = {"text", "value",  "days",    "type",  "mod",   "quant", "freq",
                                         "edtf", "anchor", "article", "style", "grain", "link"};
  for (const auto& [key, value] : page.entries(node, "an example")) {
    if (!page.known(key, keys, "an example")) continue;
    if (!value.is_scalar()) {
      page.complain(value, fmt::format("`{}` must be one text", key.text()));
    } else if (key.text() == "article") {
      out.article = read_article_day(page, value);
    } else if (key.text() == "style") {
      out.style = page.one_of(key, value, {"news", "narrative", "ancient"});
    } else if (key.text() != "text") {
      out.expects[key.text()] = value.text();
    } else {
      read_brackets(page, value, out);
    }
  }
  if (out.spans.empty()) page.complain(node, "an example needs a text with its expression in [brackets]");
  return out;
}

namespace {

std::vector<std::string> names_of(const std::vector<Rule>& rules) {
  std::vector<std::string> names;
  for (const Rule& rule : rules) names.push_back(rule.name);
  return names;
}

}  // namespace

void read_rules(const PageReader& page, const Node& root, std::vector<Rule>& rules) {
  PageSettings settings;
  settings.whole = !root["kind"] || root["kind"].text() != "parts";
  const auto entries = page.entries(root, "the page");
  const auto reserved = [](const std::string& key) {
    return key == "kind" || key == "note" || key == "article" || key == "gives" || key == "unless" ||
           key == "when";
  };
  for (const auto& [key, node] : entries) {
    if (key.text() == "article") settings.article = read_article_day(page, node);
    if (key.text() == "gives") settings.gives = node.text();
    if (key.text() == "unless" || key.text() == "when") {
      read_guards(page, node, key.text() == "when", settings.guards, settings.mentions);
    }
  }
  for (const auto& [key, node] : entries) {
    if (reserved(key.text())) continue;
    if (is_off(node)) {
      const auto same = [name = key.text()](const Rule& rule) { return rule.name == name; };
      if (std::erase_if(rules, same) == 0)
        page.complain(key, fmt::format("no rule `{}` stands in the pages below that could be off{}",
                                       key.text(), did_you_mean(key.text(), names_of(rules))));
      continue;
    }
    Rule rule = RuleReader(page, settings).read(key, node);
    const auto twin =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& other) { return other.name == rule.name; });
    if (twin == rules.end()) {
      rules.push_back(std::move(rule));
    } else if (twin->layer < rule.layer) {
      *twin = std::move(rule);
    } else {
      page.complain(key, fmt::format("rule `{}` stands already at {}", rule.name, to_string(twin->place)));
    }
  }
}

}  // namespace annals
