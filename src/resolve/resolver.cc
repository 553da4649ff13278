#include "resolve/resolver.h"

#include <algorithm>
#include <cmath>

#include "resolve/placing.h"

namespace annals {
namespace {

constexpr std::size_t kLongestHeading = 100;  // bytes
constexpr std::size_t kLongestBracket = 200;  // bytes

std::optional<TimexType> parse_type(std::string_view name) {
  for (const TimexType type : {TimexType::date, TimexType::time, TimexType::duration, TimexType::set}) {
    if (to_string(type) == name) return type;
  }
  return {};
}

// "(an echo of May 1848)": between parentheses that open on its line.
bool in_parentheses(std::string_view text, std::size_t at) {
  const std::size_t from = at > kLongestBracket ? at - kLongestBracket : 0;
  const std::size_t last = text.substr(from, at - from).find_last_of("()\n");
  return last != std::string_view::npos && text[from + last] == '(';
}

}  // namespace

// TempEval writes no offset into a value; the bounds keep it.
std::string timex_clock(const TimeOfDay& time) {
  if (!time.part.empty()) return "T" + time.part;
  std::string out = fmt::format("T{:02}:{:02}", time.hour, std::max(time.minute, 0));
  if (time.second >= 0) out += fmt::format(":{:02}", time.second);
  if (time.utc) return out + "Z";
  return out;
}

Draft Placing::draft(const Value& value) {
  return std::visit([this](const auto& said) { return place(said); }, value.said);
}

Tense Placing::tense() { return r_.tense_ ? r_.tense_(r_.article_.text, span_) : Tense{}; }

Resolver::Resolver(const Article& article, const RuleBook& book, ResolveOptions options, TenseQuestion tense)
    : article_(article), book_(book), options_(options), tense_(std::move(tense)) {}

Resolved Resolver::finish(Draft draft, const Match& match, Span span, const Rule& rule, std::size_t index) {
  const Rule& whole = match.rule();
  Resolved out;
  out.span = span;
  out.type = parse_type(whole.type).value_or(draft.type);
  out.mod = whole.mod.empty() ? draft.mod : whole.mod;
  out.quant = whole.quant.empty() ? draft.quant : whole.quant;
  out.freq = whole.freq.empty() ? draft.freq : whole.freq;
  out.rule = rule.name;
  out.page = rule.where;
  remember(out, draft, index);
  out.value = std::move(draft.value);
  out.begin_value = std::move(draft.begin_value), out.end_value = std::move(draft.end_value);
  out.bounds = draft.bounds;
  out.placed = draft.placed;
  out.reason = std::move(draft.reason);
  out.grain = draft.grain;
  out.approximate = draft.approximate, out.uncertain = draft.uncertain;
  out.anchor = draft.anchor;
  out.policy = std::move(draft.policy);
  out.link = link(draft, match);
  if (out.link) {
    out.placed = false;
    out.reason = fmt::format("pending: {} an event", to_string(out.link->way));
    out.anchor = {AnchorKind::event, {}, {}};
  }
  if (out.placed) {
    const bool granule =
        !out.approximate && draft.period && out.bounds == interval(*draft.period, options_.seasons);
    out.edtf = granule ? edtf(*draft.period, options_.seasons)
                       : edtf(out.bounds, {out.approximate, out.uncertain}, out.grain, options_.seasons);
    if (!draft.edtf.empty()) out.edtf = draft.edtf;
  }
  if (options_.steps) out.steps = std::move(steps_);
  steps_.clear();
  return out;
}

std::optional<Link> Resolver::link(const Draft& draft, const Match& match) const {
  const std::optional<Link::Way> way = parse_way(match.rule().link);
  if (!way || draft.type != TimexType::duration) return {};
  const Token target = token_at(article_.text, match.wanted_end);
  if (target.kind == TokenKind::end || target.gap == Gap::wall) return {};
  const auto whole = [](double amount) { return static_cast<std::int64_t>(std::llround(amount)); };
  return Link{*way,
              whole(draft.least_days),
              whole(draft.most_days),
              whole(draft.least_months),
              whole(draft.most_months),
              target.begin};
}

NumericOrder Resolver::numeric_order() {
  if (!numeric_order_) numeric_order_ = numeric_order_of(article_.text);
  return *numeric_order_;
}

// A line without the end of a sentence: its dates are those of what stands below.
bool Resolver::in_heading(Span span) const {
  const std::string_view text = article_.text;
  const std::size_t line = text.rfind('\n', span.begin) + 1;  // npos + 1 is 0
  const std::size_t end = std::min(text.find('\n', span.end), text.size());
  if (end - line > kLongestHeading || span.begin < line) return false;
  const std::size_t last = text.find_last_not_of(" \t\r", end - 1);
  return last != std::string_view::npos &&
         std::string_view(".!?:;,").find(text[last]) == std::string_view::npos;
}

// The date told last is what the next "two days later" hangs on; lengths, sets and vague ones are no dates.
void Resolver::remember(const Resolved& resolved, const Draft& draft, std::size_t index) {
  if (resolved.type == TimexType::duration && (draft.value == "P9M" || draft.value == "P6M"))
    story_.tell_months();
  if (!draft.placed || !draft.period || resolved.type == TimexType::duration ||
      resolved.type == TimexType::set)
    return;
  if (draft.period->grain > Granularity::year) return;
  if (draft.anchor.kind == AnchorKind::article && options_.style == Style::narrative) return;
  const bool over = article_.date && last_day(*draft.period, options_.seasons) < article_.date->day;
  const bool aside = draft.told_back || in_parentheses(article_.text, resolved.span.begin);
  const Told told{*draft.period, draft.bounds, index, resolved.span.end, aside};
  if (told.period.grain == Granularity::quarter && !draft.told_back) story_.tell_quarter(told, over);
  story_.tell(told, options_.style == Style::news || in_heading(resolved.span));
}

void Resolver::place(const Match& match, std::vector<Resolved>& out) {
  const std::vector<End> ends = read_ends(match);
  if (ends.size() != 2) {
    const Value value = read_value(match);
    Placing placing(*this, match.span());
    out.push_back(finish(placing.draft(value), match, match.span(), match.rule(), out.size()));
    return;
  }
  Placing placing(*this, match.span());
  const Value whole = read_value(match);
  auto [from, to] = placing.ends(std::get<SpanOf>(whole.said));
  const std::size_t first = out.size();
  out.push_back(finish(std::move(from), match, ends[0].span, match.rule(), first));
  out.push_back(finish(std::move(to), match, ends[1].span, match.rule(), first + 1));
  out[first].span_to = first + 1;
  out[first + 1].span_from = first;
}

}  // namespace annals
