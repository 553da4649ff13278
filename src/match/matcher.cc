#include "match/matcher.h"

#include <fmt/format.h>

#include <algorithm>

namespace annals {
namespace {

bool is_alphanumeric(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

}  // namespace

Matcher::Matcher(const Grammar& grammar, std::string_view text, std::size_t from, TagQuestion ask,
                 Parses* parses)
    : grammar_(grammar),
      text_(text),
      ask_(std::move(ask)),
      position_(from),
      row_(grammar, text),
      parser_(grammar, row_),
      parses_(parses ? *parses : own_parses_.emplace()) {}

bool Matcher::next(Match& match) {
  for (;;) {
    while (next_cell_ <= row_.trigger() && next_cell_ < row_.size()) {
      const std::size_t start = next_cell_++;
      if (!(profile_ ? take_best_timed(start, match) : take_best(start, match))) continue;
      position_ = match.span().end;
      if (position_ > row_[row_.trigger()].token.begin) row_.clear();
      while (next_cell_ < row_.size() && row_[next_cell_].token.begin < position_) ++next_cell_;
      if (match.rule().nothing) {
        if (rivals_) rivals_->push_back({&match.rule(), match.span(), "it tells no time", &match.rule()});
        continue;
      }
      return true;
    }
    if (!lay_out()) return false;
  }
}

// The row around the next place where the scan stops.
bool Matcher::lay_out() {
  if (!row_.empty()) position_ = std::max(position_, row_[row_.trigger()].token.end);
  for (;;) {
    std::optional<Stopwatch> watch;
    if (profile_) watch.emplace();
    const std::size_t stop = grammar_.scanner().next(text_, position_);
    if (profile_) profile_->scan += watch->lap(), ++profile_->stops;
    if (stop == Scanner::npos) return false;
    if (row_.lay_out(stop, position_)) break;
    position_ = token_at(text_, stop).end;
  }
  parser_.start_row();
  next_cell_ = 0;
  return true;
}

const Parse& Matcher::read(std::size_t start) {
  if (const Parse* known = parses_.find(row_, start)) return *known;
  Parse fresh = parser_.read(start);
  return parses_.keep(std::move(fresh), parser_.asked(start), row_, start);
}

bool Matcher::take_best(std::size_t start, Match& match) {
  if (row_[start].token.begin < position_) return false;
  bool taken = false;
  for (const Form& form : read(start).forms) {
    const Rule& rule = form.rule();
    if (profile_) ++profile_->rules[&rule].tried;
    if (!style_.empty() && !holds_in(style_, rule)) continue;
    const Span span = bytes(form.span(), start);
    if (taken) {
      rivals_->push_back(
          {&rule, span, span.end < match.span().end ? "shorter" : "later in the pages", &match.rule()});
      continue;
    }
    if (!stands_alone(start, start + form.span().end)) continue;
    const Verdict verdict = judge(rule, span);
    if (verdict.refused) {
      if (rivals_) rivals_->push_back({&rule, span, reason(*verdict.refused), nullptr});
      continue;
    }
    take(form, start, match);
    match.wanted_end = verdict.wanted_end;
    if (!rivals_) return true;
    taken = true;
  }
  return taken;
}

bool Matcher::take_best_timed(std::size_t start, Match& match) {
  Stopwatch watch;
  const bool taken = take_best(start, match);
  const double seconds = watch.lap();
  profile_->match += seconds;
  if (taken) {
    RuleCost& cost = profile_->rules[&match.rule()];
    ++cost.fired, cost.seconds += seconds;
  } else if (row_[start].token.begin >= position_) {
    const Parse& forms = read(start);
    if (!forms.forms.empty()) profile_->rules[&forms.forms.front().rule()].seconds += seconds;
  }
  return taken;
}

// No letter or digit may touch an expression: not the 1990 of "1990s", not the may of "mayor".
bool Matcher::stands_alone(std::size_t start, std::size_t end) {
  const Token& first = row_[start].token;
  if (first.begin > 0 && is_alphanumeric(first)) {
    const Sign before = sign_at(text_, previous_sign(text_, first.begin));
    if (before.letter || before.digit || before.mark == '_') return false;
  }
  const Token& last = row_[end - 1].token;
  if (last.end == text_.size() || !is_alphanumeric(last)) return true;
  const Sign behind = sign_at(text_, last.end);
  return !behind.letter && !behind.digit && behind.mark != '_';
}

// Of a form's span, which counts tokens.
Span Matcher::bytes(Span tokens, std::size_t start) const {
  return {row_[start + tokens.begin].token.begin, row_[start + tokens.end - 1].token.end};
}

void Matcher::take(const Form& form, std::size_t start, Match& match) const {
  match.parts = form.parts;
  for (Part& part : match.parts) part.span = bytes(part.span, start);
  match.captures = form.captures;
  for (Capture& capture : match.captures) {
    const Cell& cell = row_[start + capture.span.begin];
    capture.span = bytes(capture.span, start);
    if (capture.number < 0) continue;
    capture.atom =
        grammar_.value(static_cast<std::uint16_t>(capture.number), cell.vocable, cell.token.capital);
    capture.number = capture.atom ? -1 : cell.token.number;
  }
}

std::string captures_of(const Match& match, std::string_view text) {
  std::string captures;
  for (std::uint32_t i = 0; i < match.parts[0].captures; ++i) {
    const Capture& capture = match.captures[match.parts[0].first_capture + i];
    captures += fmt::format("{}{}: {}", i ? ", " : "", capture.element->name, text_of(capture.span, text));
  }
  return fmt::format("{} {{{}}}", match.rule().name, captures);
}

std::string to_string(const Match& match, std::string_view text) {
  return fmt::format("[{},{}) {}", match.span().begin, match.span().end, captures_of(match, text));
}

}  // namespace annals
