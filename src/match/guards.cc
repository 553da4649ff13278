// What stands around a match, asked token by token in either direction.
#include <fmt/format.h>

#include "match/matcher.h"

namespace annals {
namespace {

// Walks a guard's path over the tokens from `at` on, or from `at` back.
bool path_fits(const Grammar& grammar, const Grammar::GuardPath& path, std::string_view text, std::size_t at, bool forward) {
  const std::size_t count = path.steps.size();
  Gap gap_behind = Gap::blank;
  for (std::size_t i = 0; i < count; ++i) {
    const Token token = forward ? token_at(text, at) : token_before(text, at);
    if (token.kind == TokenKind::end) return false;
    const Gap gap = forward ? token.gap : gap_behind;
    const Grammar::Edge& step = path.steps[forward ? i : count - 1 - i];
    if (i > 0 && gap != ((forward ? step : path.steps[count - i]).glued ? Gap::none : Gap::blank)) return false;
    if (i == 0 && forward && gap == Gap::wall) return false;
    if (!grammar.symbols(token, grammar.vocable(token, text)).test(step.symbol)) return false;
    gap_behind = token.gap;
    at = forward ? token.end : token.begin;
  }
  return true;
}

}  // namespace

bool Matcher::guard_holds(const Guard& guard, Span span) {
  if (guard.where == Guard::Where::tag) return ask_ && ask_(text_, span, guard.tag);
  const bool forward = guard.where == Guard::Where::behind;
  std::size_t at = forward ? span.end : span.begin;
  for (int away = 0; away < guard.within; ++away) {
    for (const Grammar::GuardPath& path : grammar_.guard_paths(guard)) {
      if (path_fits(grammar_, path, text_, at, forward)) return true;
    }
    const Token token = forward ? token_at(text_, at) : token_before(text_, at);
    if (token.kind == TokenKind::end) return false;
    at = forward ? token.end : token.begin;
  }
  return false;
}

std::string Matcher::refused_by(const Rule& rule, Span span) {
  bool wanted = false;  // of several `when`, one is enough
  bool met = false;
  for (const Guard& guard : rule.guards) {
    const bool holds = guard_holds(guard, span);
    if (!guard.wanted && holds) return fmt::format("unless ({})", to_string(guard.place));
    wanted |= guard.wanted;
    met |= guard.wanted && holds;
  }
  return wanted && !met ? fmt::format("when ({})", to_string(rule.place)) : std::string();
}

}  // namespace annals
