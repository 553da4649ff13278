// What stands around a match, asked token by token in either direction.
#include <fmt/format.h>

#include "match/matcher.h"

namespace annals {
namespace {

// Whether an empty line stands between a token and the place it was asked from: no guard reaches across.
bool walled(const Token& token, std::string_view text, bool forward) {
  return (forward ? token.gap : token_at(text, token.end).gap) == Gap::wall;
}

// Walks a guard's path over the tokens from `at` on, or from `at` back; gives where it ends.
std::optional<std::size_t> path_end(const Grammar& grammar, const Grammar::GuardPath& path,
                                    std::string_view text, std::size_t at, bool forward) {
  const std::size_t count = path.steps.size();
  Gap gap_behind = Gap::blank;
  for (std::size_t i = 0; i < count; ++i) {
    const Token token = forward ? token_at(text, at) : token_before(text, at);
    if (token.kind == TokenKind::end) return {};
    const Gap gap = forward ? token.gap : gap_behind;
    const Grammar::Edge& step = path.steps[forward ? i : count - 1 - i];
    if (i > 0 && gap != ((forward ? step : path.steps[count - i]).glued ? Gap::none : Gap::blank)) return {};
    if (i == 0 && walled(token, text, forward)) return {};
    if (!grammar.symbols(token, grammar.vocable(token, text)).test(step.symbol)) return {};
    gap_behind = token.gap;
    at = forward ? token.end : token.begin;
  }
  return at;
}

}  // namespace

std::optional<std::size_t> Matcher::guard_met(const Guard& guard, Span span) {
  if (guard.where == Guard::Where::tag)
    return ask_ && ask_(text_, span, guard.tag) ? std::optional(span.end) : std::nullopt;
  const bool forward = guard.where == Guard::Where::behind;
  std::size_t at = forward ? span.end : span.begin;
  for (int away = 0; away < guard.within; ++away) {
    for (const Grammar::GuardPath& path : grammar_.guard_paths(guard)) {
      if (const auto end = path_end(grammar_, path, text_, at, forward)) return end;
    }
    const Token token = forward ? token_at(text_, at) : token_before(text_, at);
    if (token.kind == TokenKind::end || walled(token, text_, forward)) return {};
    at = forward ? token.end : token.begin;
  }
  return {};
}

std::string Matcher::refused_by(const Rule& rule, Span span, std::size_t& wanted_end) {
  bool wanted = false;  // of several `when`, one is enough
  bool met = false;
  for (const Guard& guard : rule.guards) {
    const std::optional<std::size_t> end = guard_met(guard, span);
    if (!guard.wanted && end) return fmt::format("unless ({})", to_string(guard.place));
    wanted |= guard.wanted;
    met |= guard.wanted && end.has_value();
    if (guard.wanted && end && guard.where == Guard::Where::behind) wanted_end = *end;
  }
  return wanted && !met ? fmt::format("when ({})", to_string(rule.place)) : std::string();
}

}  // namespace annals
