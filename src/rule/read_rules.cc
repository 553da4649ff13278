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

#include "rule/page_reader.h"

namespace annals {
namespace {

const std::vector<std::string> kRuleKeys = {"pattern", "means",  "gives",  "type", "mod",  "quant",    "freq", "policy",
                                            "note",    "unless", "when",   "apart", "examples", "never", "article", "style"};

struct PageSettings {
  std::string article, gives;
  std::vector<Guard> guards;
  bool whole = true;
};

class RuleReader {
 public:
  RuleReader(const PageReader& page, const PageSettings& settings) : page_(page), settings_(settings) {}

  Rule read(const YAML::Node& key, const YAML::Node& node) {
    rule_.name = key.Scalar();
    rule_.place = page_.place(key);
    rule_.where = to_string(rule_.place);
    rule_.layer = page_.page().layer;
    rule_.whole = settings_.whole;
    rule_.gives = settings_.gives;
    rule_.guards = settings_.guards;
    const auto entries = page_.entries(node, fmt::format("rule `{}`", rule_.name));
    YAML::Node means;
    for (const auto& [name, value] : entries) {
      if (name.Scalar() == "means") means.reset(value);
      if (page_.known(name, kRuleKeys, fmt::format("rule `{}`", rule_.name))) read_key(name, value);
    }
    if (rule_.sequences.empty() && !has(entries, "pattern")) page_.complain(key, fmt::format("rule `{}` has no pattern", rule_.name));
    if (!has(entries, "means")) {
      page_.complain(key, fmt::format("rule `{}` has no means", rule_.name));
    } else if (!rule_.sequences.empty()) {
      rule_.means = read_means(page_, means, bound());
    }
    if (rule_.whole && rule_.examples.empty()) {
      page_.complain(key, fmt::format("rule `{}` has no example; write the sentence first, its expression in [brackets]", rule_.name));
    }
    settle_dates();
    return std::move(rule_);
  }

 private:
  static bool has(const std::vector<std::pair<YAML::Node, YAML::Node>>& entries, std::string_view name) {
    return std::any_of(entries.begin(), entries.end(), [name](const auto& e) { return e.first.Scalar() == name; });
  }

  void read_key(const YAML::Node& key, const YAML::Node& value) {
    const std::string& name = key.Scalar();
    if (name == "pattern") return read_patterns(value);
    if (name == "unless" || name == "when") return read_guards(page_, value, name == "when", rule_.guards);
    if (name == "examples") return read_examples(value);
    if (name == "never") return read_never(value);
    if (name == "apart") return void(rule_.apart = value.as<bool>(false));
    if (name == "means") return;
    if (!value.IsScalar()) return page_.complain(value, fmt::format("`{}` must be one word", name));
    std::string* const field = name == "gives" ? &rule_.gives : name == "type" ? &rule_.type : name == "mod" ? &rule_.mod
                             : name == "quant" ? &rule_.quant : name == "freq" ? &rule_.freq : name == "policy" ? &rule_.policy
                             : name == "article" ? &article_ : name == "style" ? &rule_.style : &rule_.note;
    *field = value.Scalar();
  }

  void read_patterns(const YAML::Node& value) {
    const auto add = [&](const YAML::Node& node) {
      const auto sequences = parse_pattern(node.Scalar(), page_.problem_at(node), page_.problems());
      rule_.sequences.insert(rule_.sequences.end(), sequences.begin(), sequences.end());
    };
    if (value.IsScalar()) return add(value);
    if (!value.IsSequence()) return page_.complain(value, "a pattern must be a text or a list of texts");
    for (const YAML::Node& node : value) {
      if (node.IsScalar()) {
        add(node);
      } else {
        page_.complain(node, "a pattern in a list must be a text; put it in quotes where it begins with [ or {");
      }
    }
  }

  void read_examples(const YAML::Node& value) {
    if (!value.IsSequence()) return page_.complain(value, "`examples` must be a list of {text: ..., value: ...}");
    for (const YAML::Node& node : value) rule_.examples.push_back(read_example(page_, node));
  }

  void read_never(const YAML::Node& value) {
    for (const YAML::Node& node : value.IsScalar() ? YAML::Load("[]") : value) {
      Example example;
      example.place = page_.place(node);
      if (node.IsScalar()) example.text = node.Scalar();
      rule_.never.push_back(std::move(example));
    }
    if (value.IsScalar()) rule_.never.push_back({.text = value.Scalar(), .spans = {}, .expects = {}, .article = "", .style = "", .place = page_.place(value)});
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

 public:
  static void read_guards(const PageReader& page, const YAML::Node& node, bool wanted, std::vector<Guard>& out) {
    int within = 1;
    const std::size_t first = out.size();
    for (const auto& [key, value] : page.entries(node, "a guard")) {
      if (!page.known(key, {"followed-by", "preceded-by", "tag", "within"}, "a guard")) continue;
      if (key.Scalar() == "within") {
        within = value.as<int>(1);
        continue;
      }
      Guard guard;
      guard.wanted = wanted;
      guard.place = page.place(key);
      guard.where = key.Scalar() == "tag" ? Guard::Where::tag : key.Scalar() == "followed-by" ? Guard::Where::behind : Guard::Where::before;
      if (guard.where == Guard::Where::tag) {
        guard.tag = value.IsScalar() ? value.Scalar() : "";
        if (guard.tag != "verb" && guard.tag != "noun" && guard.tag != "name") page.complain(value, "`tag` is one of verb, noun, name");
      } else {
        for (const std::string& text : page.strings(value, "a guard")) {
          const auto sequences = parse_pattern(text, page.problem_at(value), page.problems());
          guard.sequences.insert(guard.sequences.end(), sequences.begin(), sequences.end());
        }
      }
      out.push_back(std::move(guard));
    }
    for (std::size_t i = first; i < out.size(); ++i) out[i].within = within;
  }

 private:
  const PageReader& page_;
  const PageSettings& settings_;
  Rule rule_;
  std::string article_;
};

}  // namespace

Example read_example(const PageReader& page, const YAML::Node& node) {
  Example out;
  out.place = page.place(node);
  const std::vector<std::string> keys = {"text", "value", "days",   "type",  "mod",    "quant", "freq",
                                         "edtf", "given", "anchor", "article", "style", "grain"};
  for (const auto& [key, value] : page.entries(node, "an example")) {
    if (!page.known(key, keys, "an example")) continue;
    if (!value.IsScalar()) {
      page.complain(value, fmt::format("`{}` must be one text", key.Scalar()));
    } else if (key.Scalar() == "article") {
      out.article = value.Scalar();
    } else if (key.Scalar() == "style") {
      out.style = value.Scalar();
    } else if (key.Scalar() != "text") {
      out.expects[key.Scalar()] = value.Scalar();
    } else {
      for (const char c : value.Scalar()) {
        if (c == '[') {
          out.spans.emplace_back(out.text.size(), out.text.size());
        } else if (c == ']' && !out.spans.empty()) {
          out.spans.back().second = out.text.size();
        } else {
          out.text += c;
        }
      }
    }
  }
  if (out.spans.empty()) page.complain(node, "an example needs a text with its expression in [brackets]");
  return out;
}

void read_rules(const PageReader& page, const YAML::Node& root, std::vector<Rule>& rules) {
  PageSettings settings;
  settings.whole = !root["kind"] || root["kind"].Scalar() != "parts";
  const auto entries = page.entries(root, "the page");
  const auto reserved = [](const std::string& key) {
    return key == "kind" || key == "note" || key == "article" || key == "gives" || key == "unless" || key == "when";
  };
  for (const auto& [key, node] : entries) {
    if (key.Scalar() == "article") settings.article = node.Scalar();
    if (key.Scalar() == "gives") settings.gives = node.Scalar();
    if (key.Scalar() == "unless" || key.Scalar() == "when") {
      RuleReader::read_guards(page, node, key.Scalar() == "when", settings.guards);
    }
  }
  for (const auto& [key, node] : entries) {
    if (reserved(key.Scalar())) continue;
    if (node.IsScalar() && (node.Scalar() == "off" || node.Scalar() == "false")) {
      std::erase_if(rules, [&, name = key.Scalar()](const Rule& rule) { return rule.name == name; });
      continue;
    }
    Rule rule = RuleReader(page, settings).read(key, node);
    const auto twin = std::find_if(rules.begin(), rules.end(), [&](const Rule& other) { return other.name == rule.name; });
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
