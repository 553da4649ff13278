// Pages of kind attach and words.
//
//   initial-main:
//     left: "^[^VQZUB]*$"
//     right: "^[^V]*(V)"
//     to: right
//     prior: 0.81
//     examples: ["On [5 May] the man who sold it *left*."]
//     never: ["She left on [5 May]."]
//
//   reporting: say tell report          a text is cut at its blanks, a list item is one phrase
#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "rule/page_reader.h"

namespace annals {
namespace {

const std::vector<std::string> kAttachKeys = {"left",  "prefix", "right",    "to",   "as",
                                              "prior", "note",   "examples", "never"};

AttachExample read_attach_example(const PageReader& page, const Node& node, bool wants_target) {
  AttachExample out;
  out.place = page.place(node);
  std::size_t open_time = std::string::npos;
  std::size_t open_target = std::string::npos;
  for (const char c : node.text()) {
    const std::size_t at = out.text.size();
    if (c == '[') {
      open_time = at;
    } else if (c == ']' && open_time != std::string::npos) {
      out.time = {open_time, at};
    } else if (c == '*' && open_target == std::string::npos) {
      open_target = at;
    } else if (c == '*') {
      out.target = {open_target, at};
    } else {
      out.text += c;
    }
  }
  if (out.time.empty()) page.complain(node, "an example needs its time expression in [brackets]");
  if (wants_target && out.target.empty())
    page.complain(node, "an example needs the word that the time belongs to between *stars*");
  return out;
}

void read_examples(const PageReader& page, const Node& list, bool wants_target,
                   std::vector<AttachExample>& out) {
  if (!list.is_list()) return page.complain(list, "examples must be a list of sentences");
  for (const Node item : list) {
    if (!item.is_scalar()) {
      page.complain(item, "an example must be a sentence");
    } else {
      out.push_back(read_attach_example(page, item, wants_target));
    }
  }
}

void check_regex(const PageReader& page, const Node& node) {
  const RE2 regex(node.text(), RE2::Quiet);
  if (!regex.ok()) page.complain(node, fmt::format("not a regular expression: {}", regex.error()));
}

void read_prior(const PageReader& page, const Node& node, double& out) {
  const std::string& text = node.text();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || out <= 0 || out > 1) {
    page.complain(node, "`prior` must be a number above 0 and at most 1");
  }
}

void read_setting(const PageReader& page, const Node& key, const Node& node, AttachRule& rule) {
  const std::string& name = key.text();
  if (name == "examples") return read_examples(page, node, true, rule.examples);
  if (name == "never") return read_examples(page, node, false, rule.never);
  if (!node.is_scalar()) return page.complain(node, fmt::format("`{}` must be one text", name));
  if (name == "prior") return read_prior(page, node, rule.prior);
  if (name == "note") rule.note = node.text();
  if (name == "left" || name == "prefix" || name == "right") check_regex(page, node);
  if (name == "left") rule.left = node.text(), rule.left_needs = letters_needed(rule.left);
  if (name == "prefix") rule.prefix = node.text();
  if (name == "right") rule.right = node.text(), rule.right_needs = letters_needed(rule.right);
  if (name == "as") {
    rule.as = node.text();
    if (rule.as != "life" && rule.as != "gap" && rule.as != "office")
      page.complain(node, "`as` must be life, gap or office");
  }
  if (name == "to") {
    rule.to = node.text() == "right" ? AttachRule::Side::right : AttachRule::Side::left;
    if (node.text() != "right" && node.text() != "left") page.complain(node, "`to` must be left or right");
  }
}

void check_target(const PageReader& page, const Node& key, const AttachRule& rule) {
  const bool left = rule.to == AttachRule::Side::left;
  const RE2 regex(left ? rule.left : rule.right, RE2::Quiet),
      other(left ? rule.right : rule.left, RE2::Quiet);
  const int own = regex.NumberOfCapturingGroups(), all = own + other.NumberOfCapturingGroups();
  const int wanted = rule.as == "gap" || rule.as == "office" ? 2 : 1;
  if (regex.ok() && other.ok() && (own == 0 || all < wanted)) {
    page.complain(key, fmt::format("rule `{}` points {} but its `{}` has no group in parentheses", rule.name,
                                   left ? "left" : "right", left ? "left" : "right"));
  }
  if (rule.examples.empty()) page.complain(key, fmt::format("rule `{}` has no example", rule.name));
}

}  // namespace

// RE2 knows of which strings a text must have one or all: a letter is needed where all strings but those that
// have it do not do.
std::uint64_t letters_needed(const std::string& expression) {
  constexpr int kShortest = 1;
  re2::FilteredRE2 filter(kShortest);
  RE2::Options options(RE2::Quiet);
  options.set_encoding(RE2::Options::EncodingLatin1);
  int id = 0;
  if (filter.Add(expression, options, &id) != RE2::NoError) return 0;
  std::vector<std::string> strings;
  filter.Compile(&strings);
  std::uint64_t all = 0, needed = 0;
  for (const std::string& string : strings) all |= letter_set(string);
  for (std::uint64_t left = all; left != 0; left &= left - 1) {
    const std::uint64_t letter = left & -left;
    std::vector<int> found, fitting;
    for (std::size_t i = 0; i < strings.size(); ++i)
      if ((letter_set(strings[i]) & letter) == 0) found.push_back(static_cast<int>(i));
    filter.AllPotentials(found, &fitting);
    if (fitting.empty()) needed |= letter;
  }
  return needed;
}

void read_attach(const PageReader& page, const Node& root, std::vector<AttachRule>& rules) {
  for (const auto& [key, node] : page.entries(root, "the page")) {
    if (key.text() == "kind" || key.text() == "note") continue;
    const std::string& name = key.text();
    const auto earlier =
        std::find_if(rules.begin(), rules.end(), [&](const AttachRule& r) { return r.name == name; });
    if (is_off(node)) {
      if (earlier == rules.end())
        page.complain(key, fmt::format("no rule `{}` stands in the pages below that could be off", name));
      if (earlier != rules.end()) rules.erase(earlier);
      continue;
    }
    AttachRule rule;
    rule.name = name;
    rule.place = page.place(key);
    rule.layer = page.page().layer;
    for (const auto& [setting, value] : page.entries(node, fmt::format("rule `{}`", name))) {
      if (page.known(setting, kAttachKeys, fmt::format("rule `{}`", name)))
        read_setting(page, setting, value, rule);
    }
    check_target(page, key, rule);
    if (earlier == rules.end()) {
      rules.push_back(std::move(rule));
    } else if (earlier->layer < rule.layer) {
      *earlier = std::move(rule);  // in its old place: the order of the rules is their meaning
    } else {
      page.complain(key, fmt::format("rule `{}` stands already at {}", name, to_string(earlier->place)));
    }
  }
}

void read_word_lists(const PageReader& page, const Node& root, WordListPages& lists) {
  for (const auto& [key, node] : page.entries(root, "the page")) {
    if (key.text() == "kind" || key.text() == "note" || !page.claim("list", key)) continue;
    std::vector<std::string> words;
    if (node.is_scalar()) {
      std::istringstream blanks(node.text());
      for (std::string word; blanks >> word;) words.push_back(word);
    } else {
      words = page.strings(node, fmt::format("the words of `{}`", key.text()));
    }
    if (words.empty()) page.complain(key, fmt::format("list `{}` has no words", key.text()));
    lists[key.text()] = std::move(words);
  }
}

}  // namespace annals
