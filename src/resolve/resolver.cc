#include "resolve/resolver.h"

#include <algorithm>
#include <cmath>

#include "resolve/placing.h"

namespace annals {
namespace {

std::optional<TimexType> parse_type(std::string_view name) {
  for (const TimexType type : {TimexType::date, TimexType::time, TimexType::duration, TimexType::set}) {
    if (to_string(type) == name) return type;
  }
  return {};
}

}  // namespace

std::string timex_clock(const TimeOfDay& time) {
  if (!time.part.empty()) return "T" + time.part;
  std::string out = fmt::format("T{:02}:{:02}", time.hour, std::max(time.minute, 0));
  if (time.second >= 0) out += fmt::format(":{:02}", time.second);
  if (time.utc) return out + "Z";
  if (time.offset_minutes) {
    const int minutes = std::abs(*time.offset_minutes);
    out += fmt::format("{}{:02}:{:02}", *time.offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }
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

// The date told last is what the next "two days later" hangs on; lengths, sets and vague ones are no dates.
void Resolver::remember(const Resolved& resolved, const Draft& draft, std::size_t index) {
  if (!draft.placed || !draft.period || resolved.type == TimexType::duration ||
      resolved.type == TimexType::set)
    return;
  if (draft.period->grain > Granularity::year) return;
  if (draft.anchor.kind == AnchorKind::article && options_.style == Style::narrative) return;
  reference_ = Reference{*draft.period, draft.bounds, index};
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

Style style_of(const Article& article, const std::vector<Day>& full_dates) {
  if (article.style == "narrative" || (!article.date && article.style.empty())) return Style::narrative;
  if (article.style == "news" || full_dates.empty()) return Style::news;
  // Half of the dates told more than two years before the article's own: it tells of the past.
  const auto old = std::count_if(full_dates.begin(), full_dates.end(),
                                 [&](Day day) { return article.date->day - day > 730; });
  return 2 * static_cast<std::size_t>(old) >= full_dates.size() && full_dates.size() >= 2 ? Style::narrative
                                                                                          : Style::news;
}

}  // namespace annals
