#include "rule/page_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace annals {

PageReader::PageReader(const PageText& page, Problems& problems) : page_(page), problems_(problems) {
  std::string_view rest = page.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines_.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Place PageReader::place(const YAML::Node& node) const {
  const YAML::Mark mark = node.Mark();  // 0-based
  return mark.is_null() ? Place{page_.name, 0, 0} : Place{page_.name, mark.line + 1, mark.column + 1};
}

Problem PageReader::problem_at(const YAML::Node& node) const {
  Problem problem{place(node), "", ""};
  const auto line = static_cast<std::size_t>(problem.place.line);
  if (line == 0 || line > lines_.size()) return problem;
  problem.line = std::string(lines_[line - 1]);
  const auto column = static_cast<std::size_t>(problem.place.column - 1);
  const char first = column < problem.line.size() ? problem.line[column] : ' ';
  if (node.IsScalar() && (first == '"' || first == '\'') && node.Tag() == "!") ++problem.place.column;
  return problem;
}

void PageReader::complain(const YAML::Node& node, std::string what, int offset) const {
  Problem problem = problem_at(node);
  problem.place.column += offset;
  problem.what = std::move(what);
  problems_.push_back(std::move(problem));
}

std::vector<std::pair<YAML::Node, YAML::Node>> PageReader::entries(const YAML::Node& map, std::string_view what) const {
  std::vector<std::pair<YAML::Node, YAML::Node>> out;
  if (!map.IsMap()) return complain(map, fmt::format("{} must be a map of names", what)), out;
  for (const auto& entry : map) {
    const auto same = [&](const auto& other) { return other.first.Scalar() == entry.first.Scalar(); };
    if (!entry.first.IsScalar()) {
      complain(entry.first, fmt::format("a name in {} must be a plain word", what));
    } else if (const auto twin = std::find_if(out.begin(), out.end(), same); twin != out.end()) {
      complain(entry.first, fmt::format("`{}` stands twice in {}; the first is on line {}", entry.first.Scalar(), what,
                                        place(twin->first).line));
    } else {
      out.emplace_back(entry.first, entry.second);
    }
  }
  return out;
}

bool PageReader::known(const YAML::Node& key, const std::vector<std::string>& names, std::string_view what) const {
  if (std::find(names.begin(), names.end(), key.Scalar()) != names.end()) return true;
  complain(key, fmt::format("unknown key `{}` in {}{}", key.Scalar(), what, did_you_mean(key.Scalar(), names)));
  return false;
}

std::vector<std::string> PageReader::strings(const YAML::Node& node, std::string_view what) const {
  if (node.IsScalar()) return {node.Scalar()};
  std::vector<std::string> out;
  if (!node.IsSequence()) return complain(node, fmt::format("{} must be a text or a list of texts", what)), out;
  for (const YAML::Node& item : node) {
    if (item.IsScalar()) {
      out.push_back(item.Scalar());
    } else {
      complain(item, fmt::format("{} must be a list of texts", what));
    }
  }
  return out;
}

}  // namespace annals
