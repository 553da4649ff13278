#include "match/grammar.h"

namespace annals {
namespace {

constexpr std::size_t kLongestWord = 48;  // bytes; what is longer is no word of a page

}  // namespace

Grammar::Grammar(const RuleBook& book) : book_(book) {
  for (const Rule& rule : book.rules) {
    for (const Sequence& sequence : rule.sequences) sequences_.push_back(&sequence);
  }
  for (const WordClass& one : book.classes) {
    for (const WordEntry& entry : one.entries) atoms_.push_back(&entry.value);
  }
}

void Grammar::find_first_symbols() {
  for (const Edge& edge : edges(0)) first_symbols_.set(edge.symbol);
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
  for (const WordValue& value : values_[vocable]) {
    if (value.symbol == symbol && (!value.capital || capital)) return atoms_[value.atom];
  }
  return nullptr;
}

}  // namespace annals
