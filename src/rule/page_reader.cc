#include "rule/page_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace annals {

PageReader::PageReader(const PageText& page, RuleBook::Owners& owners, Problems& problems)
    : page_(page), owners_(owners), problems_(problems) {
  std::string_view rest = page.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines_.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Place PageReader::place(const Node& node) const { return {page_.name, node.line(), node.column()}; }

Problem PageReader::problem_at(const Node& node) const {
  Problem problem{place(node), "", ""};
  const auto line = static_cast<std::size_t>(problem.place.line);
  if (line == 0 || line > lines_.size()) return problem;
  const auto column = static_cast<std::size_t>(problem.place.column - 1);
  const char first = column < lines_[line - 1].size() ? lines_[line - 1][column] : ' ';
  if ((first == '"' || first == '\'') && node.is_quoted()) ++problem.place.column;
  return problem;
}

void PageReader::complain(const Node& node, std::string what, int offset) const {
  Problem problem = problem_at(node);
  problem.place.column += offset;
  problem.what = std::move(what);
  problems_.push_back(std::move(problem));
}

std::vector<std::pair<Node, Node>> PageReader::entries(const Node& map, std::string_view what) const {
  std::vector<std::pair<Node, Node>> out;
  if (!map.is_map()) return complain(map, fmt::format("{} must be a map of names", what)), out;
  for (std::size_t i = 0; i < map.size(); ++i) {
    const Node key = map.key(i);
    const auto same = [&](const auto& other) { return other.first.text() == key.text(); };
    if (!key.is_scalar()) {
      complain(key, fmt::format("a name in {} must be a plain word", what));
    } else if (const auto twin = std::find_if(out.begin(), out.end(), same); twin != out.end()) {
      complain(key, fmt::format("`{}` stands twice in {}; the first is on line {}", key.text(), what,
                                twin->first.line()));
    } else {
      out.emplace_back(key, map.value(i));
    }
  }
  return out;
}

bool PageReader::known(const Node& key, const std::vector<std::string>& names, std::string_view what) const {
  if (std::find(names.begin(), names.end(), key.text()) != names.end()) return true;
  complain(key, fmt::format("unknown key `{}` in {}{}", key.text(), what, did_you_mean(key.text(), names)));
  return false;
}

std::vector<std::string> PageReader::strings(const Node& node, std::string_view what) const {
  if (node.is_scalar()) return {node.text()};
  std::vector<std::string> out;
  if (!node.is_list()) return complain(node, fmt::format("{} must be a text or a list of texts", what)), out;
  for (const Node item : node) {
    if (item.is_scalar()) {
      out.push_back(item.text());
    } else {
      complain(item, fmt::format("{} must be a list of texts", what));
    }
  }
  return out;
}

std::string PageReader::one_of(const Node& key, const Node& value,
                               const std::vector<std::string>& words) const {
  const std::string said = value.is_scalar() ? value.text() : "";
  if (std::find(words.begin(), words.end(), said) != words.end()) return said;
  complain(value,
           fmt::format("`{}` is one of {}{}", key.text(), fmt::join(words, ", "), did_you_mean(said, words)));
  return words.front();
}

bool PageReader::yes_or_no(const Node& key, const Node& value) const {
  const std::string& said = value.text();
  if (said == "true" || said == "false") return said == "true";
  complain(value, fmt::format("`{}` is true or false", key.text()));
  return false;
}

bool PageReader::claim(const std::string& kind, const Node& key) const {
  const auto [twin, fresh] =
      owners_.emplace(std::pair(kind, key.text()), RuleBook::Owner{place(key), page_.layer});
  if (fresh) return true;
  if (twin->second.layer == page_.layer) {
    complain(key,
             fmt::format("{} `{}` stands already at {}", kind, key.text(), to_string(twin->second.place)));
    return false;
  }
  twin->second = {place(key), page_.layer};
  return true;
}

std::vector<Sequence> PageReader::pattern(const Node& node, bool in_guard,
                                          std::vector<ClassReference>& mentions) const {
  const Problem at = problem_at(node);
  std::vector<Sequence> sequences = parse_pattern(node.text(), at, problems_);
  for (const Sequence& sequence : sequences) {
    for (const Element& element : sequence) {
      if (element.reference.empty()) continue;
      Place place = at.place;
      place.column += element.column;
      mentions.push_back({element.reference, std::move(place), in_guard});
    }
  }
  return sequences;
}

bool is_off(const Node& node) { return node.is_scalar() && (node.text() == "off" || node.text() == "false"); }

// TimeML 1.2.1.
const std::vector<std::string>& timex_mods() {
  static const std::vector<std::string> mods = {"START",     "MID",       "END",           "APPROX",
                                                "BEFORE",    "AFTER",     "ON_OR_BEFORE",  "ON_OR_AFTER",
                                                "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};
  return mods;
}

}  // namespace annals
