#include "match/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace annals {
namespace {

// How common an element's words are: the scan looks for the rarest element of a pattern.
constexpr int kRare = 1, kLongNumber = 2, kShortNumber = 5, kLooseNumber = 9, kLetter = 10, kCommon = 20,
              kMark = 30;

constexpr std::size_t kLongestWord = 48;  // bytes; what is longer is no word of a page

bool is_number(const std::string& word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }
bool has_ascii_letter(const std::string& word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; });
}
bool is_mark(const std::string& word) { return word.size() == 1 && sign_at(word, 0).mark != 0; }

}  // namespace

class GrammarBuilder {
 public:
  GrammarBuilder(Grammar& grammar, Problems& problems) : g_(grammar), problems_(problems) {
    g_.states_.emplace_back();
    g_.vocables_.emplace_back();
    for (const WordClass& one : g_.book_.classes) class_symbol(one);
    collect_groups();
  }

  void build() {
    for (const WordClass& one : g_.book_.classes) add_names(one);
    for (std::uint32_t i = 0; i < g_.book_.rules.size(); ++i) {
      const Rule& rule = g_.book_.rules[i];
      for (const Sequence& sequence : rule.sequences) {
        if (const auto state = add_path(sequence))
          g_.states_[*state].accepts.push_back({i, &sequence, nullptr, Grammar::kNoGroup});
      }
      auto& guards = g_.guards_.emplace_back();
      for (const Guard& guard : rule.guards) guards.push_back(guard_paths(guard));
    }
    for (const Rule& rule : g_.book_.rules) {
      if (!rule.whole) continue;
      for (const Sequence& sequence : rule.sequences) {
        if (stop_at(sequence) < kCommon) continue;
        problems_.push_back({rule.place,
                             fmt::format("rule `{}`: in `{}` no word is rare enough for the scan to stop at; "
                                         "each is common, a mark, or has no letter from a to z",
                                         rule.name, to_string(sequence)),
                             ""});
        break;
      }
    }
    index_kinds();
    index_first_edges();
    index_values();
  }

 private:
  std::uint32_t vocable(const std::string& word) {
    const std::uint32_t number = g_.vocabulary_.add(word);
    if (number >= g_.vocables_.size()) g_.vocables_.resize(number + 1);
    return number;
  }

  std::uint16_t new_symbol() {
    if (next_symbol_ + 1U >= kMostSymbols)
      throw std::runtime_error("too many word classes and literals for the automaton");
    return next_symbol_++;
  }

  void mark_word(const PatternWord& word, std::uint16_t symbol) {
    Grammar::Vocable& vocable = g_.vocables_[this->vocable(word.text)];
    (word.capital ? vocable.with_capital : vocable.any).set(symbol);
  }

  // One symbol for the one-token names of a class, or for its digits.
  void class_symbol(const WordClass& one) {
    const std::uint16_t symbol = new_symbol();
    class_symbols_[one.name] = symbol;
    if (one.numeric) g_.numbers_.push_back({symbol, one.least_digits, one.most_digits, one.least, one.most});
    for (const WordEntry& entry : one.entries) {
      if (entry.words.size() > 1) {
        many_worded_.insert(one.name);
        continue;
      }
      const PatternWord& word = entry.words[0].words[0];
      mark_word(word, symbol);
      g_.values_.push_back({vocable(word.text), symbol, word.capital, &entry.value});
      if (one.common) common_.insert(word.text);
    }
  }

  void collect_groups() {
    const auto number = [&](const std::string& name) {
      return groups_.emplace(name, static_cast<std::uint16_t>(groups_.size())).first->second;
    };
    std::set<std::string> asked;
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
    for (const Grammar::Edge& edge : g_.states_[from].edges) {
      if (edge.symbol == symbol && edge.glued == glued) return edge.target;
    }
    const auto target = static_cast<std::uint32_t>(g_.states_.size());
    g_.states_[from].edges.push_back({symbol, glued, target});
    g_.states_.emplace_back();
    return target;
  }

  std::uint32_t follow_part(std::uint32_t from, std::uint16_t group, bool glued) {
    for (const Grammar::PartEdge& edge : g_.states_[from].parts) {
      if (edge.group == group && edge.glued == glued) return edge.target;
    }
    const auto target = static_cast<std::uint32_t>(g_.states_.size());
    g_.states_[from].parts.push_back({group, glued, target});
    g_.states_.emplace_back();
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
    for (Grammar::PartEdge& edge : g_.states_[from].parts) {
      if (edge.group == group && edge.glued == glued) edge.target = target;
    }
    if (unused != target && unused + 1 == g_.states_.size()) g_.states_.pop_back();
  }

  void add_names(const WordClass& one) {
    for (const WordEntry& entry : one.entries) {
      if (entry.words.size() < 2) continue;
      if (const auto state = add_path(entry.words)) {
        g_.states_[*state].accepts.push_back({Grammar::kNoRule, nullptr, &entry.value, groups_.at(one.name)});
      }
    }
  }

  Grammar::GuardPaths guard_paths(const Guard& guard) {
    Grammar::GuardPaths out{list_guard_paths(guard), {}};
    for (const Grammar::GuardPath& path : out.paths) {
      out.nearest.set((guard.where == Guard::Where::behind ? path.steps.front() : path.steps.back()).symbol);
    }
    return out;
  }

  std::vector<Grammar::GuardPath> list_guard_paths(const Guard& guard) {
    std::vector<Grammar::GuardPath> paths;
    Element any;  // single words are asked for all at once
    for (const Sequence& sequence : guard.sequences) {
      if (sequence.size() == 1 && sequence[0].reference.empty()) {
        any.words.insert(any.words.end(), sequence[0].words.begin(), sequence[0].words.end());
      }
    }
    if (!any.words.empty()) paths.push_back({{{literal_symbol(any), false, 0}}});
    for (const Sequence& sequence : guard.sequences) {
      if (sequence.size() == 1 && sequence[0].reference.empty()) continue;
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
    for (const WordEntry& entry : g_.book_.word_class(element.reference)->entries) {
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

  // --- where the scan stops: at the rarest element of each sequence ---

  int cost(const PatternWord& word) const {
    if (is_number(word.text)) return kShortNumber;
    if (is_mark(word.text) || !has_ascii_letter(word.text)) return kMark;
    if (word.text.size() == 1) return kLetter;  // a, I, the s of "it's": in every other sentence
    return common_.contains(word.text) ? kCommon : kRare;
  }

  int cost(const Sequence& sequence, std::size_t at) {
    const Element& element = sequence[at];
    int most = 0;
    for (const PatternWord& word : element.words) most = std::max(most, cost(word));
    if (element.reference.empty()) return most;
    if (const WordClass* one = g_.book_.word_class(element.reference)) {
      if (one->common) most = kCommon;
      for (const WordEntry& entry : one->entries) {  // one word is as rare as its class says
        const std::string& first = entry.words[0].words[0].text;
        const bool dead = !is_number(first) && (first.size() == 1 || !has_ascii_letter(first));
        if (entry.words.size() > 1 || dead) most = std::max(most, cost(entry.words));
      }
      if (!one->entries.empty()) most = std::max(most, kRare);
      if (one->numeric)
        most = std::max(most, one->least_digits > 2       ? kLongNumber
                              : sign_behind(sequence, at) ? kShortNumber
                                                          : kLooseNumber);
    }
    for (const Rule* rule : givers_[element.reference]) {
      for (const Sequence& inner : rule->sequences) most = std::max(most, cost(inner));
    }
    return most;
  }

  int cost(const Sequence& sequence) {
    const auto [known, fresh] = costs_.emplace(&sequence, kMark);
    if (fresh) {
      int least = kMark;
      for (std::size_t i = 0; i < sequence.size(); ++i) least = std::min(least, cost(sequence, i));
      costs_[&sequence] = least;
    }
    return costs_[&sequence];
  }

  // Whether the element behind a number stands right behind it, so that the number can be told by it.
  static bool sign_behind(const Sequence& sequence, std::size_t at) {
    return at + 1 < sequence.size() && sequence[at + 1].glued && !sequence[at + 1].words.empty();
  }

  int stop_at(const Sequence& sequence) {
    const int least = cost(sequence);
    if (!stopped_.insert(&sequence).second) return least;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      if (cost(sequence, i) == least) return stop_at(sequence, i), least;
    }
    return least;
  }

  void stop_at(const Sequence& sequence, std::size_t at) {
    const Element& element = sequence[at];
    for (const PatternWord& word : element.words) stop_at(word);
    if (const WordClass* one = g_.book_.word_class(element.reference)) {
      for (const WordEntry& entry : one->entries) stop_at(entry.words);
      if (one->numeric) stop_at_digits(*one, sequence, at);
    }
    for (const Rule* rule : givers_[element.reference]) {
      for (const Sequence& inner : rule->sequences) stop_at(inner);
    }
  }

  void stop_at(const PatternWord& word) {
    if (is_number(word.text)) {
      g_.scanner_.stop_at_number(static_cast<int>(word.text.size()));
    } else {
      g_.scanner_.stop_at_word(word.text);
    }
  }

  void stop_at_digits(const WordClass& one, const Sequence& sequence, std::size_t at) {
    if (one.least_digits <= 2 && sign_behind(sequence, at)) {
      for (const PatternWord& word : sequence[at + 1].words) {
        g_.scanner_.stop_at_number_before(word.text[0]);
        // A dash or a quote may be a wider one: soft hyphen, acute accent, or U+2010 and what follows it.
        if (std::string_view("-'\"").find(word.text[0]) != std::string_view::npos) {
          g_.scanner_.stop_at_number_before('\xE2'), g_.scanner_.stop_at_number_before('\xC2');
        }
        if (word.text[0] >= 'a' && word.text[0] <= 'z')
          g_.scanner_.stop_at_number_before(static_cast<char>(word.text[0] - 32));
      }
    } else {
      for (int digits = one.least_digits; digits <= one.most_digits; ++digits)
        g_.scanner_.stop_at_number(digits);
    }
  }

  // --- what tokens can stand for ---

  SymbolKind kind_of(const Symbols& symbols) {
    const auto [found, fresh] = kinds_.emplace(symbols, static_cast<SymbolKind>(g_.kinds_.size()));
    if (fresh) g_.kinds_.push_back(symbols);
    return found->second;
  }

  Symbols number_symbols(int digits, std::int64_t number) const {
    Symbols out;
    for (const Grammar::NumberSymbol& n : g_.numbers_) {
      if (digits >= n.least_digits && digits <= n.most_digits && number >= n.least && number <= n.most)
        out.set(n.symbol);
    }
    return out;
  }

  void index_kinds() {
    kind_of({});
    for (std::uint32_t v = 0; v < g_.vocables_.size(); ++v) {
      Symbols plain = g_.vocables_[v].any;
      const std::string& word = g_.vocabulary_.word(v);
      if (is_number(word) && word.size() < g_.number_kinds_.size())
        plain |= number_symbols(static_cast<int>(word.size()), std::stoll(word));
      g_.vocable_kinds_.push_back({kind_of(plain), kind_of(plain | g_.vocables_[v].with_capital)});
    }
    for (std::size_t digits = 1; digits < g_.number_kinds_.size(); ++digits) {
      std::set<std::int64_t> changes{0};
      for (const Grammar::NumberSymbol& n : g_.numbers_)
        changes.insert({std::max<std::int64_t>(n.least, 0), n.most + 1});
      for (const std::int64_t from : changes) {
        const SymbolKind kind = kind_of(number_symbols(static_cast<int>(digits), from));
        auto& kinds = g_.number_kinds_[digits];
        if (kinds.empty() || kinds.back().kind != kind) kinds.push_back({from, kind});
      }
    }
  }

  void index_values() {
    std::sort(g_.values_.begin(), g_.values_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.vocable, a.symbol) < std::tie(b.vocable, b.symbol);
    });
    g_.first_values_.resize(g_.vocables_.size() + 1);
    for (const Grammar::ValueKey& value : g_.values_) ++g_.first_values_[value.vocable + 1];
    for (std::size_t v = 1; v < g_.first_values_.size(); ++v) g_.first_values_[v] += g_.first_values_[v - 1];
  }

  void index_first_edges() {
    g_.first_edges_.resize(g_.kinds_.size());
    for (std::size_t kind = 1; kind < g_.kinds_.size(); ++kind) {
      for (const Grammar::Edge& edge : g_.states_[0].edges) {
        if (g_.kinds_[kind].test(edge.symbol)) g_.first_edges_[kind].push_back(edge);
      }
    }
    g_.first_parts_.resize(groups_.size());
    for (const Grammar::PartEdge& edge : g_.states_[0].parts) g_.first_parts_[edge.group].push_back(edge);
    for (Grammar::State& state : g_.states_) {
      for (const Grammar::Edge& edge : state.edges) state.symbols.set(edge.symbol);
    }
  }

  Grammar& g_;
  Problems& problems_;
  std::uint16_t next_symbol_ = 1;
  std::map<std::string, std::uint16_t> class_symbols_, groups_;
  std::map<std::vector<std::pair<std::string, bool>>, std::uint16_t> literal_symbols_;
  std::unordered_map<Symbols, SymbolKind> kinds_;
  std::set<std::string> many_worded_, common_;
  std::map<std::string, std::vector<const Rule*>> givers_;
  std::map<const Sequence*, int> costs_;
  std::set<const Sequence*> stopped_;
};

Grammar::Grammar(const RuleBook& book, Problems& problems) : book_(book) {
  GrammarBuilder(*this, problems).build();
}

std::uint32_t Grammar::vocable(const Token& token, std::string_view text) const {
  if (token.kind == TokenKind::mark) return vocabulary_.find(std::string_view(&token.mark, 1));
  return token.size() > kLongestWord ? 0 : vocabulary_.find(text.substr(token.begin, token.size()));
}

SymbolKind Grammar::number_kind(const Token& token) const {
  if (token.digits >= number_kinds_.size()) return 0;
  const std::vector<NumberKind>& kinds = number_kinds_[token.digits];
  auto found = kinds.begin();
  while (found + 1 != kinds.end() && (found + 1)->from <= token.number) ++found;
  return found->kind;
}

const Atom* Grammar::value(std::uint16_t symbol, std::uint32_t vocable, bool capital) const {
  for (std::uint32_t i = first_values_[vocable]; i < first_values_[vocable + 1]; ++i) {
    if (values_[i].symbol == symbol && (!values_[i].capital || capital)) return values_[i].atom;
  }
  return nullptr;
}

}  // namespace annals
