// Pages of kind lexicon.
//
//   month:                            a class: value first, then its words
//     11: [november, Nov, Nov.]
//   year: {digits: 4, range: 1000..2100}
//   count: {common: true, words: {1: [one], 2: [two]}}
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "rule/page_reader.h"

namespace annals {
namespace {

bool read_range(std::string_view text, std::int64_t& least, std::int64_t& most) {
  const std::size_t dots = text.find("..");
  const std::string_view low = text.substr(0, dots);
  const std::string_view high = dots == std::string_view::npos ? low : text.substr(dots + 2);
  const auto whole = [](std::string_view digits, std::int64_t& out) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  return whole(low, least) && whole(high, most) && least <= most;
}

void read_digits(const PageReader& page, const Node& key, const Node& node, WordClass& out) {
  std::int64_t low = 0;
  std::int64_t high = 0;
  out.numeric = true;
  if (!node.is_scalar() || !read_range(node.text(), low, high)) {
    return page.complain(node, fmt::format("`{}` must be a number or a range such as 1..31", key.text()));
  }
  if (key.text() == "digits" && (low < 1 || high > 18))
    return page.complain(node, "`digits` lie between 1 and 18");
  if (key.text() == "range") {
    out.least = low, out.most = high;
  } else {
    out.least_digits = static_cast<int>(low), out.most_digits = static_cast<int>(high);
  }
}

void read_words(const PageReader& page, const Node& map, WordClass& out) {
  if (!map.is_map())
    return page.complain(
        map, fmt::format("class `{0}` lists each value with its words: {0}: {{1: [one, first]}}", out.name));
  for (const auto& [value, words] : page.entries(map, fmt::format("class `{}`", out.name))) {
    const Atom atom = read_atom(value.text());
    for (const std::string& word : page.strings(words, "the words of a value")) {
      Sequence sequence = parse_literal(word);
      if (sequence.empty()) {
        page.complain(words,
                      fmt::format("value `{}` of class `{}` has an empty word", value.text(), out.name));
      } else {
        out.entries.push_back({std::move(sequence), atom});
      }
    }
  }
}

bool has_settings(const Node& node) {
  return node.is_map() && (node["digits"] || node["range"] || node["words"] || node["common"]);
}

void read_class(const PageReader& page, const Node& key, const Node& node, WordClass& out) {
  if (!has_settings(node)) {
    read_words(page, node, out);
  } else {
    const std::string what = fmt::format("class `{}`", out.name);
    for (const auto& [setting, value] : page.entries(node, what)) {
      if (!page.known(setting, {"digits", "range", "words", "common", "note"}, what)) continue;
      if (setting.text() == "digits" || setting.text() == "range") read_digits(page, setting, value, out);
      if (setting.text() == "words") read_words(page, value, out);
      if (setting.text() == "common") out.common = page.yes_or_no(setting, value);
    }
  }
  if (node.is_map() && out.entries.empty() && !out.numeric)
    page.complain(key, fmt::format("class `{}` has no words", out.name));
}

}  // namespace

void read_lexicon(const PageReader& page, const Node& root, std::vector<WordClass>& classes) {
  for (const auto& [key, node] : page.entries(root, "the page")) {
    if (key.text() == "kind" || key.text() == "note" || !page.claim("class", key)) continue;
    WordClass out;
    out.name = key.text();
    out.place = page.place(key);
    out.layer = page.page().layer;
    if (!is_off(node)) {
      read_class(page, key, node, out);
    } else if (std::none_of(classes.begin(), classes.end(),
                            [&](const WordClass& other) { return other.name == out.name; })) {
      page.complain(key, fmt::format("no class `{}` stands in the pages below that could be off", out.name));
    }
    classes.push_back(std::move(out));
  }
}

}  // namespace annals
