// means := name | =literal | {OP: arguments, role: argument, ...}
// arguments := argument | [name, ...] | {role: argument, ...}
// argument := name | =literal | {OP: ...}
#include <fmt/format.h>

#include <algorithm>

#include "rule/page_reader.h"

namespace annals {
namespace {

std::vector<std::string> to_strings(const std::vector<std::string_view>& views) { return {views.begin(), views.end()}; }

class MeansReader {
 public:
  MeansReader(const PageReader& page, const std::map<std::string, std::string>& bound) : page_(page), bound_(bound) {}

  Term read(const YAML::Node& node) {
    if (node.IsScalar()) return leaf(node);
    Term term;
    term.kind = Term::Kind::call;
    const auto entries = page_.entries(node, "`means`");
    const auto found = std::find_if(entries.begin(), entries.end(), [](const auto& e) { return is_call(e); });
    if (found == entries.end()) {
      if (!entries.empty()) unknown_op(entries.front().first);
      return term;
    }
    term.op = *parse_op(found->first.Scalar());
    read_arguments(found->second, term);
    for (const auto& [key, value] : entries) {
      if (key.Scalar() != found->first.Scalar()) add(key, value, term);
    }
    check(found->first, term);
    return term;
  }

 private:
  // The first key is the operator; `duration` and `date` are also roles, so a later one is an argument.
  static bool is_call(const std::pair<YAML::Node, YAML::Node>& entry) { return parse_op(entry.first.Scalar()).has_value(); }

  void unknown_op(const YAML::Node& key) const {
    page_.complain(key, fmt::format("unknown operator `{}`{}", key.Scalar(), did_you_mean(key.Scalar(), to_strings(op_names()))));
  }

  Term leaf(const YAML::Node& node) const {
    Term term;
    const std::string& text = node.Scalar();
    if (text.starts_with('=')) {
      term.literal = read_atom(std::string_view(text).substr(1));
      return term;
    }
    term.kind = Term::Kind::capture;
    term.capture = text;
    if (!bound_.contains(text)) {
      std::vector<std::string> names;
      for (const auto& [name, reference] : bound_) names.push_back(name);
      page_.complain(node, fmt::format("the pattern binds no <{}>{}", text, did_you_mean(text, names)));
    }
    return term;
  }

  // The role of a bare name: the name itself, else what it refers to, else the operator's first need.
  std::optional<Role> role_of(const std::string& name, Op op) const {
    if (const auto role = parse_role(name); role && takes(op, *role)) return role;
    const auto found = bound_.find(name);
    if (found != bound_.end()) {
      if (const auto role = parse_role(found->second); role && takes(op, *role)) return role;
    }
    const Signature& known = signature(op);
    if (known.needs.size() == 1) return known.needs.front();
    return {};
  }

  static bool takes(Op op, Role role) {
    const Signature& known = signature(op);
    const auto in = [role](const std::vector<Role>& roles) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };
    return in(known.needs) || in(known.takes);
  }

  void read_arguments(const YAML::Node& node, Term& term) {
    if (node.IsSequence()) {
      for (const YAML::Node& item : node) add_bare(item, term);
    } else if (node.IsMap() && !nested(node)) {
      for (const auto& [key, value] : page_.entries(node, "`means`")) add(key, value, term);
    } else {
      add_bare(node, term);
    }
  }

  // {ago: {duration: [number, unit]}} holds an operator, {ago: {duration: d}} a role.
  static bool nested(const YAML::Node& node) {
    const auto first = node.begin();
    if (first == node.end() || !parse_op(first->first.Scalar())) return false;
    return !parse_role(first->first.Scalar()) || !first->second.IsScalar();
  }

  void add_bare(const YAML::Node& node, Term& term) {
    const std::optional<Role> role = node.IsScalar() ? role_of(node.Scalar(), term.op) : role_of("", term.op);
    if (!role) {
      page_.complain(node, fmt::format("`{}` plays no part in `{}`; write {{role: name}}, as in {}", node.IsScalar() ? node.Scalar() : "this",
                                       to_string(term.op), signature(term.op).example));
      return;
    }
    term.arguments.push_back({*role, read(node)});
  }

  void add(const YAML::Node& key, const YAML::Node& value, Term& term) {
    const auto role = parse_role(key.Scalar());
    if (!role) {
      page_.complain(key, fmt::format("unknown role `{}`{}", key.Scalar(), did_you_mean(key.Scalar(), to_strings(role_names()))));
      return;
    }
    if (!takes(term.op, *role)) {
      page_.complain(key, fmt::format("`{}` takes no `{}`; an example: {}", to_string(term.op), key.Scalar(), signature(term.op).example));
    }
    term.arguments.push_back({*role, read(value)});
  }

  void check(const YAML::Node& key, const Term& term) const {
    const auto has = [&](Role role) {
      return std::any_of(term.arguments.begin(), term.arguments.end(), [role](const auto& a) { return a.role == role; });
    };
    for (const Role role : signature(term.op).needs) {
      if (!has(role)) {
        page_.complain(key, fmt::format("`{}` needs `{}`; an example: {}", to_string(term.op), to_string(role), signature(term.op).example));
      }
    }
    if (term.arguments.empty()) page_.complain(key, fmt::format("`{}` needs an argument; an example: {}", to_string(term.op), signature(term.op).example));
  }

  const PageReader& page_;
  const std::map<std::string, std::string>& bound_;
};

}  // namespace

Term read_means(const PageReader& page, const YAML::Node& node, const std::map<std::string, std::string>& bound) {
  return MeansReader(page, bound).read(node);
}

}  // namespace annals
