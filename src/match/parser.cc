#include "match/parser.h"

#include <algorithm>
#include <tuple>

namespace annals {
namespace {

bool fits(Gap gap, bool glued) { return glued ? gap == Gap::none : gap == Gap::blank; }

}  // namespace

void Parser::start_row() {
  for (std::size_t i = 0; i < used_; ++i) {
    places_[i].parsed = false;
    places_[i].asked.reset();
    places_[i].found.clear();
  }
  used_ = 0;
  steps_.clear();
}

Parser::Place& Parser::place(std::size_t start) {
  if (start >= places_.size()) places_.resize(start + 8);
  used_ = std::max(used_, start + 1);
  return places_[start];
}

Parse Parser::read(std::size_t start) {
  parse(start);
  const std::vector<Found>& found = places_[start].found;
  const auto& rules = grammar_.book().rules;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const std::uint32_t rule = found[i].accept.rule;
    if (rule != Grammar::kNoRule && rules[rule].whole) order.push_back(i);
  }
  const auto rank = [&](std::uint32_t i) {
    const std::uint32_t rule = found[i].accept.rule;
    return std::tuple(-static_cast<int>(found[i].end), -rules[rule].layer, rule, i);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  Parse out;
  out.forms.reserve(order.size());
  for (const std::uint32_t i : order) {
    Form& form = out.forms.emplace_back();
    form.parts.reserve(4), form.captures.reserve(8);  // as most need at most
    copy(start, start, i, form);
  }
  return out;
}

std::vector<Symbols> Parser::asked(std::size_t start) const {
  std::vector<Symbols> out;
  for (std::size_t at = start; at <= places_[start].reach; ++at) out.push_back(places_[at].asked);
  return out;
}

void Parser::parse(std::size_t start) {
  if (place(start).parsed) return;
  places_[start].parsed = true;
  places_[start].reach = start;
  places_[start].asked |= grammar_.first_symbols();
  for (const Grammar::Edge& edge : grammar_.first_edges(row_[start].kind)) {
    path_[0] = {static_cast<std::uint16_t>(start), static_cast<std::uint16_t>(start + 1), edge.symbol, -1};
    walk(edge.target, start, start + 1, 1);
  }
  // What was found may itself begin something larger.
  for (std::size_t n = 0; n < places_[start].found.size(); ++n) {
    const Found found = places_[start].found[n];
    for (const std::uint16_t group : groups_of(found)) {
      if (group == Grammar::kNoGroup || grammar_.first_part_edges(group).empty() ||
          !best_of_its_end(places_[start], n, group))
        continue;
      for (const Grammar::PartEdge& edge : grammar_.first_part_edges(group)) {
        path_[0] = {static_cast<std::uint16_t>(start), found.end, 0, static_cast<std::int32_t>(n)};
        walk(edge.target, start, found.end, 1);
      }
    }
  }
}

// The parse of a part writes a path of its own.
void Parser::parse_within(std::size_t start, std::size_t depth) {
  if (place(start).parsed) return;
  const std::size_t saved = outer_.size();
  outer_.insert(outer_.end(), path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth));
  parse(start);
  std::copy(outer_.begin() + static_cast<std::ptrdiff_t>(saved), outer_.end(), path_.begin());
  outer_.resize(saved);
}

void Parser::walk(std::uint32_t state, std::size_t start, std::size_t at, std::size_t depth) {
  record(state, start, at, depth);
  const auto edges = grammar_.edges(state);
  const bool parts = !grammar_.parts(state).empty();
  if ((edges.empty() && !parts) || depth >= kMostDepth) return;
  Symbols& asked = place(at).asked;
  for (const Grammar::Edge& edge : edges) asked.set(edge.symbol);
  if (parts) asked |= grammar_.first_symbols();
  places_[start].reach = std::max(places_[start].reach, at);
  const Cell* const here = row_.cell(at);
  if (here == nullptr) return;
  const Gap gap = here->token.gap;  // by value: the walk cuts further cells, and moves them
  const SymbolKind kind = here->kind;
  for (const Grammar::Edge& edge : edges) {
    if (!grammar_.can_be(kind, edge.symbol) || !fits(gap, edge.glued)) continue;
    path_[depth] = {static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(at + 1), edge.symbol, -1};
    walk(edge.target, start, at + 1, depth + 1);
  }
  if (parts) walk_parts(state, start, at, depth);
}

void Parser::walk_parts(std::uint32_t state, std::size_t start, std::size_t at, std::size_t depth) {
  const Gap gap = row_[at].token.gap;
  for (const Grammar::PartEdge& edge : grammar_.parts(state)) {
    if (!fits(gap, edge.glued)) continue;
    parse_within(at, depth);
    places_[start].reach = std::max(places_[start].reach, places_[at].reach);
    for (std::size_t n = 0; n < places_[at].found.size(); ++n) {
      const Found& found = places_[at].found[n];
      if (!in_group(found, edge.group) || !best_of_its_end(places_[at], n, edge.group)) continue;
      const std::uint16_t end = found.end;
      path_[depth] = {static_cast<std::uint16_t>(at), end, 0, static_cast<std::int32_t>(n)};
      walk(edge.target, start, end, depth + 1);
    }
  }
}

void Parser::record(std::uint32_t state, std::size_t start, std::size_t at, std::size_t depth) {
  for (const Grammar::Accept& accept : grammar_.accepts(state)) {
    const auto first = static_cast<std::uint32_t>(steps_.size());
    steps_.insert(steps_.end(), path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth));
    places_[start].found.push_back(
        {accept, static_cast<std::uint16_t>(at), first, static_cast<std::uint16_t>(depth)});
  }
}

std::array<std::uint16_t, 2> Parser::groups_of(const Found& found) const {
  if (found.accept.rule == Grammar::kNoRule) return {found.accept.word_class, Grammar::kNoGroup};
  return grammar_.groups_of(found.accept.rule);
}

bool Parser::in_group(const Found& found, std::uint16_t group) const {
  const auto groups = groups_of(found);
  return groups[0] == group || groups[1] == group;
}

// Of several results of one group that end together, only the first rule's goes on: upper layer, then page
// order.
bool Parser::best_of_its_end(const Place& place, std::size_t index, std::uint16_t group) const {
  const std::vector<Found>& all = place.found;
  const auto rank = [&](const Found& f) {
    const std::uint32_t rule = f.accept.rule;
    if (rule == Grammar::kNoRule) return std::pair(0, std::uint32_t{0});
    return std::pair(-grammar_.book().rules[rule].layer, rule);
  };
  for (std::size_t other = 0; other < all.size(); ++other) {
    if (other == index || all[other].end != all[index].end || !in_group(all[other], group)) continue;
    const auto theirs = rank(all[other]);
    const auto ours = rank(all[index]);
    if (theirs < ours || (theirs == ours && other < index)) return false;
  }
  return true;
}

Capture Parser::captured(const Step& step, const Element& element, std::size_t origin) const {
  Capture out{&element, {step.from - origin, step.to - origin}, nullptr, -1, -1};
  if (step.part < 0) {
    out.number = step.symbol;
    return out;
  }
  const Found& inner = places_[step.from].found[static_cast<std::size_t>(step.part)];
  if (inner.accept.rule == Grammar::kNoRule) {
    out.atom = grammar_.atom(inner.accept);
  } else {
    out.part = step.part;  // made the index into the form's parts by `copy`
  }
  return out;
}

std::int32_t Parser::copy(std::size_t origin, std::size_t start, std::size_t index, Form& form) const {
  const Found& found = places_[start].found[index];
  const std::size_t part = form.parts.size();
  form.parts.push_back({&grammar_.book().rules[found.accept.rule],
                        {start - origin, found.end - origin},
                        static_cast<std::uint32_t>(form.captures.size()),
                        0});
  for (std::uint16_t i = 0; i < found.steps; ++i) {
    const Element& element = grammar_.sequence(found.accept)[i];
    if (!element.name.empty())
      form.captures.push_back(captured(steps_[found.first_step + i], element, origin));
  }
  const auto first = form.parts[part].first_capture;
  const auto last = static_cast<std::uint32_t>(form.captures.size());
  form.parts[part].captures = last - first;
  for (std::uint32_t i = first; i < last; ++i) {
    if (form.captures[i].part < 0) continue;
    const std::int32_t inner = copy(origin, form.captures[i].span.begin + origin,
                                    static_cast<std::size_t>(form.captures[i].part), form);
    form.captures[i].part = inner;
  }
  return static_cast<std::int32_t>(part);
}

}  // namespace annals
