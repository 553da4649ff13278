// What can be asked only of all pages together: every name exists, none leads back to itself, and each class
// stands for what its role in `means` can take.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "rule/page_reader.h"

namespace annals {
namespace {

class Checker {
 public:
  Checker(const RuleBook& book, Problems& problems) : book_(book), problems_(problems) {
    for (const Rule& rule : book.rules) {
      givers_.emplace(rule.name, &rule);
      if (!rule.gives.empty() && rule.gives != rule.name) givers_.emplace(rule.gives, &rule);
    }
    for (const WordClass& one : book.classes) known_.push_back(one.name);
    for (const auto& [name, rule] : givers_) known_.push_back(name);
  }

  void run() {
    for (const Rule& rule : book_.rules) {
      for (const ClassReference& mention : rule.mentions) check(mention);
      check_term(rule, rule.means);
    }
    for (const Rule& rule : book_.rules) {
      if (state_[&rule] == State::unseen) visit(rule);
    }
  }

 private:
  // Guards of a page are those of each of its rules, and one class may stand in many sequences: said once.
  void complain(const Place& place, std::string what) {
    if (said_.emplace(place.page, place.line, place.column, what).second)
      problems_.push_back({place, std::move(what), ""});
  }

  void check(const ClassReference& mention) {
    const std::string& name = mention.reference;
    if (book_.word_class(name) != nullptr) return;
    if (!givers_.contains(name)) {
      complain(mention.place, fmt::format("unknown class <{}>{}", name, did_you_mean(name, known_)));
    } else if (mention.in_guard) {
      complain(mention.place,
               fmt::format("a guard looks at words and classes of the lexicon; <{}> is a rule", name));
    }
  }

  void check_term(const Rule& rule, const Term& term) {
    for (const Term::Argument& argument : term.arguments) {
      if (argument.term.kind == Term::Kind::capture)
        check_capture(rule, argument.role, argument.term.capture);
      check_term(rule, argument.term);
    }
  }

  // {at: {unit: month}} where <month> stands for 1 to 12 would count days in silence. Only the kind of a value
  // is held against the role: a fifth quarter is the text's slip, not the page's.
  void check_capture(const Rule& rule, Role role, const std::string& name) {
    for (const Sequence& sequence : rule.sequences) {
      for (const Element& element : sequence) {
        if (element.name != name) continue;
        const WordClass* one = book_.word_class(element.reference);
        if (one == nullptr) {
          check_given(rule, role, element.reference);
          continue;
        }
        const auto odd = std::find_if(one->entries.begin(), one->entries.end(),
                                      [&](const WordEntry& e) { return !fits(role, e.value, false); });
        if (odd != one->entries.end()) {
          complain(rule.place,
                   fmt::format("`{}` in the means of `{}` takes {}, but a word of <{}> stands for {}",
                               to_string(role), rule.name, wanted(role), one->name, to_string(odd->value)));
        } else if (one->numeric && !fits(role, read_atom("1"), false)) {
          complain(rule.place, fmt::format("`{}` in the means of `{}` takes {}, but <{}> stands for a number",
                                           to_string(role), rule.name, wanted(role), one->name));
        }
      }
    }
  }

  // Where <year> is a rule, it reads a date; a year of it cannot be taken for the number 1901.
  void check_given(const Rule& rule, Role role, const std::string& group) {
    const auto makes_number = [](const Term& means) {
      return means.kind != Term::Kind::call || means.op == Op::same || means.op == Op::sum ||
             means.op == Op::product;
    };
    const auto [begin, end] = givers_.equal_range(group);
    const auto found =
        std::find_if(begin, end, [&](const auto& g) { return !makes_number(g.second->means); });
    if (found == end || !takes_word(role)) return;
    complain(
        rule.place,
        fmt::format("`{}` in the means of `{}` takes {}, but <{}> is a whole expression, by rule `{}` ({}); "
                    "name a class of the lexicon, or write {{same: {}}}",
                    to_string(role), rule.name, wanted(role), group, found->second->name,
                    found->second->where, group));
  }

  // A rule whose pattern leads back to itself would let one expression nest without end.
  void visit(const Rule& rule) {
    state_[&rule] = State::open;
    for (const ClassReference& mention : rule.mentions) {
      if (mention.in_guard) continue;
      const auto [begin, end] = givers_.equal_range(mention.reference);
      for (auto it = begin; it != end; ++it) {
        const State seen = state_[it->second];
        if (seen == State::unseen) visit(*it->second);
        if (seen != State::open || !circles_.emplace(&rule, mention.reference).second) continue;
        const bool own = it->second == &rule && mention.reference == rule.name;
        complain(
            mention.place,
            own ? fmt::format("rule `{0}` asks for <{0}>, its own name; give the rule another one", rule.name)
                : fmt::format("rule `{}` goes in circles: <{}> leads back to it; with `gives: NAME` it joins "
                              "another group",
                              rule.name, mention.reference));
      }
    }
    state_[&rule] = State::done;
  }

  enum class State : std::uint8_t { unseen, open, done };
  const RuleBook& book_;
  Problems& problems_;
  std::vector<std::string> known_;
  std::multimap<std::string, const Rule*> givers_;
  std::map<const Rule*, State> state_;
  std::set<std::pair<const Rule*, std::string>> circles_;
  std::set<std::tuple<std::string, int, int, std::string>> said_;
};

}  // namespace

void check_book(const RuleBook& book, Problems& problems) { Checker(book, problems).run(); }

}  // namespace annals
