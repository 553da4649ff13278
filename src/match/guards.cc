// What stands around a match, asked token by token in either direction. A rule has several guards and a place
// several candidates, so each token near a place is cut once and kept.
#include <fmt/format.h>

#include <algorithm>

#include "match/matcher.h"

namespace annals {
namespace {

// The cell of a row that begins behind a place, or that ends before it; row.size() where the row does not
// hold it.
std::size_t cell_beside(const TokenRow& row, std::size_t at, bool forward) {
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (forward ? row[i - 1].token.end == at : row[i].token.begin == at) return forward ? i : i - 1;
  }
  return row.size();
}

}  // namespace

const Matcher::Near& Matcher::near(std::size_t at, bool forward) {
  for (const Near& known : near_) {
    if (known.at == at && known.forward == forward && known.known) return known;
  }
  Near& out = near_[next_near_++ % near_.size()];
  out.at = at, out.forward = forward, out.known = true;
  if (const std::size_t cell = cell_beside(row_, at, forward); cell < row_.size()) {
    out.token = row_[cell].token, out.kind = row_[cell].kind;
    out.walled = row_[forward ? cell : cell + 1].token.gap == Gap::wall;
    return out;
  }
  out.token = forward ? token_at(text_, at) : token_before(text_, at);
  out.kind = grammar_.kind(out.token, grammar_.vocable(out.token, text_));
  // No guard reaches across an empty line, nor beyond the text.
  out.walled =
      out.token.kind == TokenKind::end || (forward ? out.token.gap : gap_before(text_, at)) == Gap::wall;
  return out;
}

// Walks a guard's path over the tokens from `at` on, or from `at` back; gives where it ends.
std::optional<std::size_t> Matcher::path_end(const Grammar::GuardPath& path, std::size_t at, bool forward) {
  const std::size_t count = path.steps.size();
  Gap gap_behind = Gap::blank;
  for (std::size_t i = 0; i < count; ++i) {
    const Near& here = near(at, forward);
    if (here.walled) return {};
    const Grammar::Edge& step = path.steps[forward ? i : count - 1 - i];
    if (!grammar_.can_be(here.kind, step.symbol)) return {};
    const Gap gap = forward ? here.token.gap : gap_behind;
    if (i > 0 && gap != ((forward ? step : path.steps[count - i]).glued ? Gap::none : Gap::blank)) return {};
    gap_behind = here.token.gap;
    at = forward ? here.token.end : here.token.begin;
  }
  return at;
}

std::optional<std::size_t> Matcher::guard_met(const Guard& guard, const GuardPaths& paths, Span span) {
  if (guard.where == Guard::Where::tag) {
    return ask_ && ask_(text_, span, guard.tag) ? std::optional(span.end) : std::nullopt;
  }
  const bool forward = guard.where == Guard::Where::behind;
  std::size_t at = forward ? span.end : span.begin;
  for (int away = 0; away < guard.within; ++away) {
    const Near& here = near(at, forward);
    if (here.walled) return {};
    const std::size_t next = forward ? here.token.end : here.token.begin;
    const auto fits = [&](std::uint16_t symbol) { return grammar_.can_be(here.kind, symbol); };
    if (here.kind != 0 && std::any_of(paths.nearest.begin(), paths.nearest.end(), fits)) {
      for (const Grammar::GuardPath& path : paths.paths) {
        if (const auto end = path_end(path, at, forward)) return end;
      }
    }
    at = next;
  }
  return {};
}

Matcher::Verdict Matcher::judge(const Rule& rule, Span span) {
  Verdict verdict;
  bool wanted = false;  // of several `when`, one is enough
  bool met = false;
  const std::vector<GuardPaths>& paths = grammar_.guard_paths(rule);
  for (const Guard& guard : rule.guards) {
    const std::optional<std::size_t> end =
        guard_met(guard, paths[static_cast<std::size_t>(&guard - rule.guards.data())], span);
    if (!guard.wanted && end) return verdict.refused = &guard, verdict;
    if (guard.wanted && verdict.refused == nullptr) verdict.refused = &guard;
    wanted |= guard.wanted;
    met |= guard.wanted && end.has_value();
    if (guard.wanted && end && guard.where == Guard::Where::behind) verdict.wanted_end = *end;
  }
  if (!wanted || met) verdict.refused = nullptr;
  return verdict;
}

std::string Matcher::reason(const Guard& guard) {
  return fmt::format("{} ({})", guard.wanted ? "when" : "unless", to_string(guard.place));
}

}  // namespace annals
