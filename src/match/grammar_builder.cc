// Makes the automaton of a rule book.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "match/grammar.h"
#include "match/stops.h"
#include "text/ascii.h"

namespace annals {
namespace {

using Edge = Grammar::Edge;
using PartEdge = Grammar::PartEdge;

bool is_number(const std::string& word) { return !word.empty() && is_digit(word[0]); }

// One word, or any of several: no class.
bool is_literal(const Sequence& sequence) { return sequence.size() == 1 && sequence[0].reference.empty(); }

}  // namespace

class GrammarBuilder {
 public:
  explicit GrammarBuilder(Grammar& grammar) : g_(grammar), states_(1), vocables_(1) {
    std::uint32_t atom = 0;
    for (const WordClass& one : g_.book_.classes) {
      classes_.emplace(one.name, &one);
      class_symbol(one, atom);
      atom += static_cast<std::uint32_t>(one.entries.size());
    }
    collect_groups();
  }

  void build(Problems& problems) {
    add_names();
    std::uint32_t number = 0;  // of the sequence
    for (std::uint32_t i = 0; i < g_.book_.rules.size(); ++i) {
      const Rule& rule = g_.book_.rules[i];
      for (const Sequence& sequence : rule.sequences) {
        if (const auto state = add_path(sequence))
          states_[*state].accepts.push_back({i, number, Grammar::kNoGroup});
        ++number;
      }
      auto& guards = g_.guards_.emplace_back();
      for (const Guard& guard : rule.guards) guards.push_back(guard_paths(guard));
    }
    Stops(g_.book_, givers_, g_.scanner_).tell(problems);
    index_kinds();
    index_first_edges();
    write_rows();
    g_.find_first_symbols();
  }

 private:
  struct State {
    std::vector<Edge> edges;
    std::vector<PartEdge> parts;
    std::vector<Grammar::Accept> accepts;
  };
  using SymbolSet = std::set<std::uint16_t>;
  struct Vocable {
    SymbolSet any, with_capital;  // symbols for any spelling, and those that ask for a capital
    std::vector<Grammar::WordValue> values;
  };
  struct NumberSymbol {
    std::uint16_t symbol = 0;
    int least_digits = 1, most_digits = 18;
    std::int64_t least = 0, most = 0;
  };

  Vocable& vocable(const std::string& word) {
    const std::uint32_t number = g_.vocabulary_.add(word);
    if (number >= vocables_.size()) vocables_.resize(number + 1);
    return vocables_[number];
  }

  std::uint16_t new_symbol() {
    if (next_symbol_ + 1U >= kMostSymbols)
      throw std::runtime_error("too many word classes and literals for the automaton");
    return next_symbol_++;
  }

  void mark_word(const PatternWord& word, std::uint16_t symbol) {
    Vocable& vocable = this->vocable(word.text);
    (word.capital ? vocable.with_capital : vocable.any).insert(symbol);
  }

  // One symbol for the one-token names of a class, or for its digits.
  void class_symbol(const WordClass& one, std::uint32_t atom) {
    const std::uint16_t symbol = new_symbol();
    class_symbols_[one.name] = symbol;
    if (one.numeric) numbers_.push_back({symbol, one.least_digits, one.most_digits, one.least, one.most});
    for (const WordEntry& entry : one.entries) {
      if (entry.words.size() > 1) {
        many_worded_.insert(one.name);
      } else {
        const PatternWord& word = entry.words[0].words[0];
        mark_word(word, symbol);
        vocable(word.text).values.push_back({symbol, word.capital, atom});
      }
      ++atom;
    }
  }

  void collect_groups() {
    const auto number = [&](const std::string& name) {
      return groups_.emplace(name, static_cast<std::uint16_t>(groups_.size())).first->second;
    };
    std::set<std::string_view> asked;
    for (const Rule& rule : g_.book_.rules) {
      for (const Sequence& sequence : rule.sequences) {
        for (const Element& element : sequence) asked.insert(element.reference);
      }
    }
    for (const std::string& name : many_worded_) number(name);
    g_.rule_groups_.resize(g_.book_.rules.size(), {Grammar::kNoGroup, Grammar::kNoGroup});
    for (std::size_t i = 0; i < g_.book_.rules.size(); ++i) {
      const Rule& rule = g_.book_.rules[i];
      if (asked.contains(rule.name))
        g_.rule_groups_[i][0] = number(rule.name), givers_[rule.name].push_back(&rule);
      if (!rule.gives.empty() && asked.contains(rule.gives))
        g_.rule_groups_[i][1] = number(rule.gives), givers_[rule.gives].push_back(&rule);
    }
  }

  std::uint16_t literal_symbol(const Element& element) {
    std::vector<std::pair<std::string, bool>> key;
    for (const PatternWord& word : element.words) key.emplace_back(word.text, word.capital);
    std::sort(key.begin(), key.end());
    const auto [found, fresh] = literal_symbols_.emplace(std::move(key), 0);
    if (fresh) {
      found->second = new_symbol();
      for (const PatternWord& word : element.words) mark_word(word, found->second);
    }
    return found->second;
  }

  std::uint32_t follow(std::uint32_t from, std::uint16_t symbol, bool glued) {
    for (const Edge& edge : states_[from].edges) {
      if (edge.symbol == symbol && edge.glued == glued) return edge.target;
    }
    const auto target = static_cast<std::uint32_t>(states_.size());
    states_[from].edges.push_back({symbol, glued, target});
    states_.emplace_back();
    return target;
  }

  std::uint32_t follow_part(std::uint32_t from, std::uint16_t group, bool glued) {
    for (const PartEdge& edge : states_[from].parts) {
      if (edge.group == group && edge.glued == glued) return edge.target;
    }
    const auto target = static_cast<std::uint32_t>(states_.size());
    states_[from].parts.push_back({group, glued, target});
    states_.emplace_back();
    return target;
  }

  // A class may have one-token names (a symbol) and longer ones (a group), and rules may give to it as well:
  // the path forks, and both ends lead to the same rule.
  std::optional<std::uint32_t> add_path(const Sequence& sequence) {
    std::uint32_t state = 0;
    for (const Element& element : sequence) {
      const bool glued = element.glued && &element != &sequence.front();
      if (element.reference.empty()) {
        state = follow(state, literal_symbol(element), glued);
        continue;
      }
      const auto symbol = class_symbols_.find(element.reference);
      const auto group = groups_.find(element.reference);
      if (symbol == class_symbols_.end() && group == groups_.end()) return {};
      std::optional<std::uint32_t> target;
      if (symbol != class_symbols_.end()) target = follow(state, symbol->second, glued);
      if (group != groups_.end()) {
        const std::uint32_t other = follow_part(state, group->second, glued);
        if (target) share(state, group->second, glued, *target, other);
        target = target ? *target : other;
      }
      state = *target;
    }
    return state;
  }

  // Lets the part edge lead where the symbol's edge leads.
  void share(std::uint32_t from, std::uint16_t group, bool glued, std::uint32_t target,
             std::uint32_t unused) {
    for (PartEdge& edge : states_[from].parts) {
      if (edge.group == group && edge.glued == glued) edge.target = target;
    }
    if (unused != target && unused + 1 == states_.size()) states_.pop_back();
  }

  void add_names() {
    std::uint32_t atom = 0;
    for (const WordClass& one : g_.book_.classes) {
      for (const WordEntry& entry : one.entries) {
        const auto state = entry.words.size() < 2 ? std::nullopt : add_path(entry.words);
        if (state) states_[*state].accepts.push_back({Grammar::kNoRule, atom, groups_.at(one.name)});
        ++atom;
      }
    }
  }

  Grammar::GuardPaths guard_paths(const Guard& guard) {
    Grammar::GuardPaths out{list_guard_paths(guard), {}};
    std::set<std::uint16_t> nearest;
    for (const Grammar::GuardPath& path : out.paths) {
      nearest.insert((guard.where == Guard::Where::behind ? path.steps.front() : path.steps.back()).symbol);
    }
    out.nearest.assign(nearest.begin(), nearest.end());
    return out;
  }

  std::vector<Grammar::GuardPath> list_guard_paths(const Guard& guard) {
    std::vector<Grammar::GuardPath> paths;
    Element any;  // single words are asked for all at once
    for (const Sequence& sequence : guard.sequences) {
      if (is_literal(sequence))
        any.words.insert(any.words.end(), sequence[0].words.begin(), sequence[0].words.end());
    }
    if (!any.words.empty()) paths.push_back({{{literal_symbol(any), false, 0}}});
    for (const Sequence& sequence : guard.sequences) {
      if (is_literal(sequence)) continue;
      std::vector<Grammar::GuardPath> these(1);
      for (const Element& element : sequence) these = extended(these, element);
      paths.insert(paths.end(), these.begin(), these.end());
    }
    return paths;
  }

  // A class forks a guard's path: one way for its single words, one for each of its longer names.
  std::vector<Grammar::GuardPath> extended(const std::vector<Grammar::GuardPath>& paths,
                                           const Element& element) {
    std::vector<Grammar::GuardPath> out = paths;
    const bool literal = element.reference.empty();
    for (Grammar::GuardPath& path : out) {
      path.steps.push_back(
          {literal ? literal_symbol(element) : class_symbols_.at(element.reference), element.glued, 0});
    }
    if (literal) return out;
    for (const WordEntry& entry : classes_.at(element.reference)->entries) {
      if (entry.words.size() < 2) continue;
      for (Grammar::GuardPath path : paths) {
        for (const Element& word : entry.words) {
          path.steps.push_back(
              {literal_symbol(word), &word == &entry.words.front() ? element.glued : word.glued, 0});
        }
        out.push_back(std::move(path));
      }
    }
    return out;
  }

  SymbolKind kind_of(const SymbolSet& symbols) {
    const auto [found, fresh] = kinds_.emplace(symbols, static_cast<SymbolKind>(g_.kinds_.size()));
    if (fresh) g_.kinds_.add({symbols.begin(), symbols.end()});
    return found->second;
  }

  SymbolSet number_symbols(int digits, std::int64_t number) const {
    SymbolSet out;
    for (const NumberSymbol& n : numbers_) {
      if (digits >= n.least_digits && digits <= n.most_digits && number >= n.least && number <= n.most)
        out.insert(n.symbol);
    }
    return out;
  }

  void index_kinds() {
    kind_of({});
    for (std::uint32_t v = 0; v < vocables_.size(); ++v) {
      SymbolSet symbols = vocables_[v].any;
      const std::string& word = g_.vocabulary_.word(v);
      if (is_number(word) && word.size() < g_.number_kinds_.size())
        symbols.merge(number_symbols(static_cast<int>(word.size()), std::stoll(word)));
      const SymbolKind plain = kind_of(symbols);
      symbols.insert(vocables_[v].with_capital.begin(), vocables_[v].with_capital.end());
      g_.vocable_kinds_.push_back({plain, kind_of(symbols)});
    }
    for (std::size_t digits = 1; digits < g_.number_kinds_.size(); ++digits) {
      std::set<std::int64_t> changes{0};
      for (const NumberSymbol& n : numbers_) changes.insert({std::max<std::int64_t>(n.least, 0), n.most + 1});
      for (const std::int64_t from : changes) {
        const SymbolKind kind = kind_of(number_symbols(static_cast<int>(digits), from));
        auto& kinds = g_.number_kinds_[digits];
        if (kinds.empty() || kinds.back().kind != kind) kinds.push_back({from, kind});
      }
    }
  }

  void index_first_edges() {
    for (std::size_t kind = 0; kind < g_.kinds_.size(); ++kind) {
      std::vector<Edge> out;
      for (const Edge& edge : states_[0].edges) {
        if (g_.can_be(static_cast<SymbolKind>(kind), edge.symbol)) out.push_back(edge);
      }
      g_.first_edges_.add(out);
    }
    std::vector<std::vector<PartEdge>> parts(groups_.size());
    for (const PartEdge& edge : states_[0].parts) parts[edge.group].push_back(edge);
    for (const std::vector<PartEdge>& edges : parts) g_.first_parts_.add(edges);
  }

  void write_rows() {
    for (const State& state : states_)
      g_.edges_.add(state.edges), g_.parts_.add(state.parts), g_.accepts_.add(state.accepts);
    for (Vocable& vocable : vocables_) {
      std::stable_sort(vocable.values.begin(), vocable.values.end(),
                       [](const auto& a, const auto& b) { return a.symbol < b.symbol; });
      g_.values_.add(vocable.values);
    }
  }

  Grammar& g_;
  std::vector<State> states_;
  std::vector<Vocable> vocables_;
  std::vector<NumberSymbol> numbers_;
  std::uint16_t next_symbol_ = 1;
  std::map<std::string_view, const WordClass*> classes_;
  std::map<std::string, std::uint16_t> class_symbols_, groups_;
  std::map<std::vector<std::pair<std::string, bool>>, std::uint16_t> literal_symbols_;
  std::map<SymbolSet, SymbolKind> kinds_;
  std::set<std::string> many_worded_;
  Stops::Givers givers_;
};

Grammar::Grammar(const RuleBook& book, Problems& problems) : Grammar(book) {
  GrammarBuilder(*this).build(problems);
}

}  // namespace annals
