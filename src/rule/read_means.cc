// means := name | =literal | {OP: arguments, role: argument, ...}
// arguments := argument | [name, ...] | {role: argument, ...}
// argument := name | =literal | {OP: ...}
#include <fmt/format.h>

#include <algorithm>

#include "rule/page_reader.h"

namespace annals {
namespace {

std::vector<std::string> to_strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

class MeansReader {
 public:
  MeansReader(const PageReader& page, const std::map<std::string, std::string>& bound)
      : page_(page), bound_(bound) {}

  Term read(const Node& node) {
    if (node.is_scalar()) return leaf(node);
    Term term;
    term.kind = Term::Kind::call;
    if (!node.is_map())
      return page_.complain(
                 node, "`means` is a name of the pattern or {operator: names}, as in {date: [year, month]}"),
             term;
    const auto entries = page_.entries(node, "`means`");
    const auto found = std::find_if(entries.begin(), entries.end(), [](const auto& e) { return is_call(e); });
    if (found == entries.end()) {
      if (!entries.empty()) unknown_op(entries.front().first);
      return term;
    }
    term.op = *parse_op(found->first.text());
    read_arguments(found->second, term);
    for (const auto& [key, value] : entries) {
      if (key.text() != found->first.text()) add(key, value, term);
    }
    check(found->first, term);
    return term;
  }

 private:
  // The first key is the operator; `duration` and `date` are also roles, so a later one is an argument.
  static bool is_call(const std::pair<Node, Node>& entry) { return parse_op(entry.first.text()).has_value(); }

  void unknown_op(const Node& key) const {
    page_.complain(key, fmt::format("unknown operator `{}`{}", key.text(),
                                    did_you_mean(key.text(), to_strings(op_names()))));
  }

  Term leaf(const Node& node) const {
    Term term;
    const std::string& text = node.text();
    if (text.starts_with('=')) {
      term.literal = read_atom(std::string_view(text).substr(1));
      if (text.size() == 1) page_.complain(node, "behind `=` stands a value, as in =11 or =year");
      return term;
    }
    term.kind = Term::Kind::capture;
    term.capture = text;
    if (!bound_.contains(text)) {
      std::vector<std::string> names;
      for (const auto& [name, reference] : bound_) names.push_back(name);
      std::string hint = did_you_mean(text, names);
      if (is_value(text)) hint += fmt::format("; the value itself is written ={}", text);
      if (hint.empty() && !names.empty()) hint = fmt::format("; it binds <{}>", fmt::join(names, ">, <"));
      if (hint.empty()) hint = "; a value is written with =, as in =11";
      page_.complain(node, fmt::format("the pattern binds no <{}>{}", text, hint));
    }
    return term;
  }

  static bool is_value(const std::string& text) { return read_atom(text).kind != Atom::Kind::sign; }

  // The role of a bare name: the name itself, else what it refers to, else the operator's first need.
  std::optional<Role> role_of(const std::string& name, const Term& term) const {
    const Op op = term.op;
    if (const auto role = parse_role(name); role && takes(op, *role)) return role;
    const auto found = bound_.find(name);
    if (found != bound_.end()) {
      if (const auto role = parse_role(found->second); role && takes(op, *role)) return role;
    }
    const Signature& known = signature(op);
    if (known.needs.size() == 1 && term.arguments.empty()) return known.needs.front();
    return {};
  }

  static bool takes(Op op, Role role) {
    const Signature& known = signature(op);
    const auto in = [role](const std::vector<Role>& roles) {
      return std::find(roles.begin(), roles.end(), role) != roles.end();
    };
    return in(known.needs) || in(known.takes);
  }

  void read_arguments(const Node& node, Term& term) {
    if (node.is_list()) {
      for (const Node item : node) add_bare(item, term);
    } else if (node.is_map() && !nested(node)) {
      for (const auto& [key, value] : page_.entries(node, "`means`")) add(key, value, term);
    } else {
      add_bare(node, term);
    }
  }

  // {ago: {duration: [number, unit]}} holds an operator, {ago: {duration: d}} a role.
  static bool nested(const Node& node) {
    if (node.size() == 0 || !parse_op(node.key(0).text())) return false;
    return !parse_role(node.key(0).text()) || !node.value(0).is_scalar();
  }

  void add_bare(const Node& node, Term& term) {
    const std::optional<Role> role = role_of(node.is_scalar() ? node.text() : "", term);
    if (!role) {
      misread_ = true;
      const std::string name = node.is_scalar() ? fmt::format("`{}`", node.text()) : "this";
      page_.complain(
          node,
          fmt::format("the role of {} in `{}` does not go without saying; write {{ROLE: {}}}, ROLE one of {}",
                      name, to_string(term.op), node.is_scalar() ? node.text() : "...",
                      fmt::join(roles(term.op), ", ")));
      return;
    }
    push(node, *role, node, term);
  }

  static std::vector<std::string_view> roles(Op op) {
    std::vector<std::string_view> names;
    for (const Role role : signature(op).needs) names.push_back(to_string(role));
    for (const Role role : signature(op).takes) names.push_back(to_string(role));
    return names;
  }

  void push(const Node& at, Role role, const Node& value, Term& term) {
    const auto same = [role](const Term::Argument& argument) { return argument.role == role; };
    if (std::any_of(term.arguments.begin(), term.arguments.end(), same))
      page_.complain(at, fmt::format("`{}` has two for the role `{}`", to_string(term.op), to_string(role)));
    term.arguments.push_back({role, read(value)});
    const Term& read = term.arguments.back().term;
    if (read.kind == Term::Kind::literal && value.is_scalar() && value.text().size() > 1 &&
        !fits(role, read.literal)) {
      page_.complain(value,
                     fmt::format("`{}` takes {}, not {}", to_string(role), wanted(role), value.text()));
    }
  }

  void add(const Node& key, const Node& value, Term& term) {
    const auto role = parse_role(key.text());
    misread_ |= !role || !takes(term.op, *role);
    if (!role) {
      page_.complain(key, fmt::format("unknown role `{}`{}", key.text(),
                                      did_you_mean(key.text(), to_strings(role_names()))));
      return;
    }
    if (!takes(term.op, *role)) {
      page_.complain(key, fmt::format("`{}` takes no `{}`; an example: {}", to_string(term.op), key.text(),
                                      signature(term.op).example));
      return;
    }
    push(key, *role, value, term);
  }

  void check(const Node& key, const Term& term) const {
    const auto has = [&](Role role) {
      return std::any_of(term.arguments.begin(), term.arguments.end(),
                         [role](const auto& a) { return a.role == role; });
    };
    for (const Role role : signature(term.op).needs) {
      if (!has(role)) {
        page_.complain(key, fmt::format("`{}` needs `{}`; an example: {}", to_string(term.op),
                                        to_string(role), signature(term.op).example));
      }
    }
    if (term.arguments.empty() && !misread_)
      page_.complain(key, fmt::format("`{}` needs an argument; an example: {}", to_string(term.op),
                                      signature(term.op).example));
  }

  const PageReader& page_;
  const std::map<std::string, std::string>& bound_;
  bool misread_ = false;  // then what is missing was said already
};

struct Wanted {
  Role role;
  std::vector<std::string> signs;  // the only signs it takes; empty: a number
  int least = 0, most = 0;         // of a number; both 0: any
};

// What the sums behind the operators can read (value/read_value.cc,
// value/read_date.cc). Roles that take whole values are not here.
const std::vector<Wanted>& all_wanted() {
  using R = Role;
  static const std::vector<Wanted> all = {
      {R::month, {}, 1, 13},
      {R::day, {}, 1, 31},
      {R::weekday, {}, 1, 7},
      {R::quarter, {}, 1, 4},
      {R::half, {}, 1, 2},
      {R::week, {}, 1, 53},
      {R::hour, {}, 0, 24},
      {R::minute, {}, 0, 59},
      {R::second, {}, 0, 60},
      {R::year, {}},
      {R::short_year, {}},
      {R::decade, {}},
      {R::century, {}},
      {R::millennium, {}},
      {R::zone, {}},
      {R::ordinal, {}},
      {R::by, {}},
      {R::times, {}},
      {R::season, {"SP", "SU", "FA", "WI"}},
      {R::part_of_day, {"MO", "MI", "AF", "EV", "NI", "DT"}},
      {R::reckoning, {"OS", "NS"}},
      {R::point, {"KAL", "NON", "ID"}},
      {R::reading, {"ocr", "quaker"}},
      {R::dual_year, {}},
      {R::indiction, {}, 1, 15},
      {R::meridiem, {"AM", "PM"}},
      {R::anchor, {"article", "reference", "quarter"}},
      {R::way, {"to", "past"}},
      {R::order, {"unsure"}},
  };
  return all;
}

const Wanted* find_wanted(Role role) {
  const auto found = std::find_if(all_wanted().begin(), all_wanted().end(),
                                  [role](const Wanted& w) { return w.role == role; });
  return found == all_wanted().end() ? nullptr : &*found;
}

bool takes_whole_value(Role role) {
  return role == Role::duration || role == Role::of || role == Role::on || role == Role::date;
}

}  // namespace

bool fits(Role role, const Atom& atom, bool in_its_range) {
  if (takes_whole_value(role)) return false;  // no word stands for one: "weeks" is a unit, not yet a length
  if (role == Role::unit) return atom.kind == Atom::Kind::unit || atom.sign == "fiscal-year";
  if (role == Role::number) return atom.kind == Atom::Kind::number || atom.sign == "X";
  const Wanted* const want = find_wanted(role);
  if (want == nullptr) return true;
  if (!want->signs.empty())
    return std::find(want->signs.begin(), want->signs.end(), atom.sign) != want->signs.end();
  const bool in_range =
      !in_its_range || want->most == 0 || (atom.number >= want->least && atom.number <= want->most);
  return atom.kind == Atom::Kind::number && in_range;
}

bool takes_word(Role role) {
  return role == Role::unit || role == Role::number || find_wanted(role) != nullptr;
}

std::string wanted(Role role) {
  if (takes_whole_value(role)) return "what a rule gives, or an operator: {duration: {unit: unit}}";
  if (role == Role::unit) return "a unit from second to millennium";
  if (role == Role::number) return "a number, or X where it is not said";
  const Wanted* const want = find_wanted(role);
  if (want == nullptr) return "a value";
  if (!want->signs.empty()) return fmt::format("one of {}", fmt::join(want->signs, ", "));
  return want->most == 0 ? "a number" : fmt::format("a number from {} to {}", want->least, want->most);
}

Term read_means(const PageReader& page, const Node& node, const std::map<std::string, std::string>& bound) {
  return MeansReader(page, bound).read(node);
}

}  // namespace annals
