#include "match/matcher.h"

#include <fmt/format.h>

#include <algorithm>

namespace annals {
namespace {

constexpr std::size_t kMostLeft = 24;  // tokens looked at to the left of where the scan stopped
constexpr std::size_t kMostDepth = 64;

bool fits(Gap gap, bool glued) { return glued ? gap == Gap::none : gap == Gap::blank; }

bool is_alphanumeric(const Token& token) { return token.kind == TokenKind::word || token.kind == TokenKind::number; }

}  // namespace

Matcher::Matcher(const Grammar& grammar, std::string_view text, std::size_t from, TagQuestion ask)
    : grammar_(grammar), text_(text), ask_(std::move(ask)), position_(from), path_(kMostDepth) {}

bool Matcher::next(Match& match) {
  for (;;) {
    while (next_cell_ <= trigger_cell_ && next_cell_ < cells_.size()) {
      const std::size_t start = next_cell_++;
      if (!take_best(start, match)) continue;
      position_ = match.span().end;
      if (match.span().end > cells_[trigger_cell_].token.begin) cells_.clear();
      while (next_cell_ < cells_.size() && cells_[next_cell_].token.begin < position_) ++next_cell_;
      if (match.rule().nothing) continue;
      return true;
    }
    if (!cells_.empty()) position_ = std::max(position_, cells_[trigger_cell_].token.end);
    const std::size_t stop = grammar_.scanner().next(text_, position_);
    if (stop == Scanner::npos) return false;
    if (!lay_out(stop)) position_ = token_at(text_, stop).end;
  }
}

// The tokens that the pages know, from the trigger to the left, in text order.
bool Matcher::lay_out(std::size_t trigger) {
  cells_.clear();
  steps_.clear();
  for (std::size_t i = 0; i < found_used_; ++i) found_[i].clear();
  found_used_ = 0;
  next_cell_ = trigger_cell_ = 0;
  Token token = token_at(text_, trigger);
  while (token.kind == TokenKind::word && token.begin > position_) {  // a word that begins with a letter beyond ASCII
    const std::size_t before = previous_sign(text_, token.begin);
    if (before < position_ || !sign_at(text_, before).letter) break;
    token.begin = before;
  }
  if (token.begin != trigger) token = token_at(text_, token.begin);
  Token left = token_before(text_, token.end);
  left.capital = token.capital;
  for (;;) {
    const std::uint32_t vocable = grammar_.vocable(left, text_);
    if (vocable == 0 && left.kind != TokenKind::number) break;
    cells_.push_back({left, vocable, grammar_.symbols(left, vocable), false});
    if (left.gap == Gap::wall || cells_.size() > kMostLeft) break;
    left = token_before(text_, left.begin);
    if (left.kind == TokenKind::end || left.begin < position_) break;
  }
  if (cells_.empty()) return false;
  std::reverse(cells_.begin(), cells_.end());
  trigger_cell_ = cells_.size() - 1;
  if (found_.size() < cells_.size()) found_.resize(cells_.size());
  found_used_ = cells_.size();
  return true;
}

const Matcher::Cell* Matcher::cell(std::size_t index) {
  while (index >= cells_.size()) {
    if (cells_.size() > trigger_cell_ + kLongestExpression) return nullptr;
    const Token token = token_at(text_, cells_.back().token.end);
    if (token.kind == TokenKind::end || token.gap == Gap::wall) return nullptr;
    const std::uint32_t vocable = grammar_.vocable(token, text_);
    cells_.push_back({token, vocable, grammar_.symbols(token, vocable), false});
    if (found_.size() < cells_.size()) found_.resize(cells_.size() + 8);
    found_used_ = std::max(found_used_, cells_.size());
  }
  return &cells_[index];
}

void Matcher::parse(std::size_t start) {
  if (cells_[start].parsed) return;
  cells_[start].parsed = true;
  for (const Grammar::Edge& edge : grammar_.first_edges(cells_[start].vocable)) {
    if (!cells_[start].symbols.test(edge.symbol)) continue;
    path_[0] = {static_cast<std::uint16_t>(start), static_cast<std::uint16_t>(start + 1), edge.symbol, -1};
    walk(edge.target, start, start + 1, 1);
  }
  for (std::size_t n = 0; n < found_[start].size(); ++n) {  // what was found may itself begin something larger
    const Found found = found_[start][n];
    for (const std::uint16_t group : groups_of(found)) {
      if (group == Grammar::kNoGroup || grammar_.first_part_edges(group).empty() || !best_of_its_end(start, n, group)) continue;
      for (const Grammar::PartEdge& edge : grammar_.first_part_edges(group)) {
        path_[0] = {static_cast<std::uint16_t>(start), found.end, 0, static_cast<std::int32_t>(n)};
        walk(edge.target, start, found.end, 1);
      }
    }
  }
}

void Matcher::walk(std::uint32_t index, std::size_t start, std::size_t at, std::size_t depth) {
  const Grammar::State& state = grammar_.state(index);
  record(state, start, at, depth);
  if ((state.edges.empty() && state.parts.empty()) || depth >= kMostDepth) return;
  const Cell* const here = cell(at);
  if (here == nullptr) return;
  const Gap gap = here->token.gap;
  const Symbols shared = here->symbols & state.symbols;
  if (state.parts.empty() && shared.none()) return;
  for (const Grammar::Edge& edge : state.edges) {
    if (!shared.test(edge.symbol) || !fits(gap, edge.glued)) continue;
    path_[depth] = {static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(at + 1), edge.symbol, -1};
    walk(edge.target, start, at + 1, depth + 1);
  }
  for (const Grammar::PartEdge& edge : state.parts) {
    if (!fits(gap, edge.glued)) continue;
    if (!cells_[at].parsed) {
      const std::size_t saved = outer_.size();  // the parse within writes its own path
      outer_.insert(outer_.end(), path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth));
      parse(at);
      std::copy(outer_.begin() + static_cast<std::ptrdiff_t>(saved), outer_.end(), path_.begin());
      outer_.resize(saved);
    }
    for (std::size_t n = 0; n < found_[at].size(); ++n) {
      const Found& found = found_[at][n];
      if (!in_group(found, edge.group) || !best_of_its_end(at, n, edge.group)) continue;
      const std::uint16_t end = found.end;
      path_[depth] = {static_cast<std::uint16_t>(at), end, 0, static_cast<std::int32_t>(n)};
      walk(edge.target, start, end, depth + 1);
    }
  }
}

void Matcher::record(const Grammar::State& state, std::size_t start, std::size_t at, std::size_t depth) {
  for (const Grammar::Accept& accept : state.accepts) {
    const auto first = static_cast<std::uint32_t>(steps_.size());
    steps_.insert(steps_.end(), path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth));
    found_[start].push_back({accept.rule, accept.sequence, accept.atom, accept.word_class,
                             static_cast<std::uint16_t>(at), first, static_cast<std::uint16_t>(depth)});
  }
}

std::array<std::uint16_t, 2> Matcher::groups_of(const Found& found) const {
  if (found.rule == Grammar::kNoRule) return {found.word_class, Grammar::kNoGroup};
  return grammar_.groups_of(found.rule);
}

bool Matcher::in_group(const Found& found, std::uint16_t group) const {
  const auto groups = groups_of(found);
  return groups[0] == group || groups[1] == group;
}

// Of several results of one group that end together, only the first rule's goes on: upper layer, then page order.
bool Matcher::best_of_its_end(std::size_t start, std::size_t index, std::uint16_t group) const {
  const std::vector<Found>& all = found_[start];
  const auto rank = [&](const Found& f) {
    if (f.rule == Grammar::kNoRule) return std::pair(0, std::uint32_t{0});
    return std::pair(-grammar_.book().rules[f.rule].layer, f.rule);
  };
  for (std::size_t other = 0; other < all.size(); ++other) {
    if (other == index || all[other].end != all[index].end || !in_group(all[other], group)) continue;
    const auto theirs = rank(all[other]);
    const auto ours = rank(all[index]);
    if (theirs < ours || (theirs == ours && other < index)) return false;
  }
  return true;
}

bool Matcher::take_best(std::size_t start, Match& match) {
  if (cells_[start].token.begin < position_) return false;
  parse(start);
  const std::vector<Found>& found = found_[start];
  const auto& rules = grammar_.book().rules;
  order_.clear();
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (found[i].rule == Grammar::kNoRule) continue;
    const Rule& rule = rules[found[i].rule];
    if (rule.whole && (rule.style.empty() || style_.empty() || rule.style == style_)) order_.push_back(i);
  }
  if (order_.empty()) return false;
  const auto rank = [&](std::uint32_t i) {
    return std::tuple(-static_cast<int>(found[i].end), -rules[found[i].rule].layer, found[i].rule, i);
  };
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  bool taken = false;
  for (const std::uint32_t i : order_) {
    const Rule& rule = rules[found[i].rule];
    const Span span{cells_[start].token.begin, cells_[found[i].end - 1U].token.end};
    if (taken) {
      rivals_->push_back({&rule, span, span.end < match.span().end ? "shorter" : "later in the pages"});
      continue;
    }
    if (!stands_alone(start, found[i].end)) continue;
    const Verdict verdict = judge(rule, span);
    if (verdict.refused) {
      if (rivals_) rivals_->push_back({&rule, span, reason(*verdict.refused)});
      continue;
    }
    match.parts.clear();
    match.captures.clear();
    match.wanted_end = verdict.wanted_end;
    copy(start, i, match);
    if (!rivals_) return true;
    taken = true;
  }
  return taken;
}

// No letter or digit may touch an expression: not the 1990 of "1990s", not the may of "mayor".
bool Matcher::stands_alone(std::size_t start, std::size_t end) {
  const Token& first = cells_[start].token;
  if (first.begin > 0 && is_alphanumeric(first)) {
    const Sign before = sign_at(text_, previous_sign(text_, first.begin));
    if (before.letter || before.digit || before.mark == '_') return false;
  }
  const Token& last = cells_[end - 1].token;
  if (last.end == text_.size() || !is_alphanumeric(last)) return true;
  const Sign behind = sign_at(text_, last.end);
  return !behind.letter && !behind.digit && behind.mark != '_';
}

std::int32_t Matcher::copy(std::size_t start, std::size_t index, Match& match) {
  const Found found = found_[start][index];
  const auto part = static_cast<std::int32_t>(match.parts.size());
  match.parts.push_back({found.rule == Grammar::kNoRule ? nullptr : &grammar_.book().rules[found.rule],
                         {cells_[start].token.begin, cells_[found.end - 1U].token.end}, 0, 0});
  const auto first = static_cast<std::uint32_t>(match.captures.size());
  for (std::uint16_t i = 0; i < found.steps && found.sequence != nullptr; ++i) {
    const Element& element = (*found.sequence)[i];
    if (element.reference.empty()) continue;
    const Step& step = steps_[found.first_step + i];
    Capture capture{&element, {cells_[step.from].token.begin, cells_[step.to - 1U].token.end}, nullptr, -1, -1};
    if (step.part < 0) {
      const Cell& cell = cells_[step.from];
      capture.atom = grammar_.value(step.symbol, cell.vocable, cell.token.capital);
      if (capture.atom == nullptr) capture.number = cell.token.number;
    } else if (const Found& inner = found_[step.from][static_cast<std::size_t>(step.part)]; inner.rule == Grammar::kNoRule) {
      capture.atom = inner.atom;
    } else {
      capture.part = step.part;  // resolved below, when this part's own captures stand together
      capture.number = step.from;
    }
    match.captures.push_back(capture);
  }
  const auto last = static_cast<std::uint32_t>(match.captures.size());
  match.parts[static_cast<std::size_t>(part)].first_capture = first;
  match.parts[static_cast<std::size_t>(part)].captures = last - first;
  for (std::uint32_t i = first; i < last; ++i) {
    if (match.captures[i].part < 0) continue;
    const auto from = static_cast<std::size_t>(match.captures[i].number);
    const std::int32_t inner = copy(from, static_cast<std::size_t>(match.captures[i].part), match);
    match.captures[i].part = inner;
    match.captures[i].number = -1;
  }
  return part;
}

std::string to_string(const Match& match, std::string_view text) {
  std::string captures;
  for (std::uint32_t i = 0; i < match.parts[0].captures; ++i) {
    const Capture& capture = match.captures[match.parts[0].first_capture + i];
    captures += fmt::format("{}{}: {}", i ? ", " : "", capture.element->name, text_of(capture.span, text));
  }
  return fmt::format("[{},{}) {} {{{}}}", match.span().begin, match.span().end, match.rule().name, captures);
}

}  // namespace annals
