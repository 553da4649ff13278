#include "resolve/resolver.h"

#include <algorithm>
#include <cmath>

#include "resolve/dateline.h"
#include "resolve/placing.h"

namespace annals {
namespace {

// A paper of the day after its dispatches tells their "yesterday" from its own day.
constexpr std::int64_t kFreshDispatch = 3;
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
  const std::string_view before = text.substr(from, at - from);
  if (before.find('(') == std::string_view::npos) return false;  // the others are far dearer to look for
  return before[before.find_last_of("()\n")] == '(';
}

// What a placing asked for, as the words of a key.
struct KeyWriter {
  Remembered::Key& key;
  template <typename Number>
  void add(Number number) {
    key.push_back(static_cast<std::uint64_t>(number));
  }
  void add_text(std::string_view text) {
    add(text.size());
    key.insert(key.end(), text.begin(), text.end());
  }
  void add_clock(const std::optional<Moment>& moment) {
    add_text(moment && moment->clock ? to_string(*moment->clock) : "");
  }
  void add_told(const Told& told) {
    add(told.period.grain), add(told.period.index), add(told.calendar);
    add_clock(told.bounds.earliest_start);
  }
};

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

Tense Placing::tense() { return r_.tense(span_); }

Resolver::Resolver(const Article& article, const RuleBook& book, ResolveOptions options, TenseQuestion tense,
                   Remembered* remembered)
    : article_(article),
      book_(book),
      options_(options),
      tense_(std::move(tense)),
      reckoning_(book, article.settings),
      remembered_(article.settings.empty() ? remembered : nullptr) {
  const auto hemisphere = article.settings.find("hemisphere");
  if (hemisphere != article.settings.end() && hemisphere->second == "south")
    options_.seasons.spring_begins = 9;
}

Remembered::Place Resolver::finish(Draft draft, const Match& match) {
  const Rule& whole = match.rule();
  const auto said = [](const std::string& by_the_rule, const std::string& otherwise) -> const std::string& {
    return by_the_rule.empty() ? otherwise : by_the_rule;
  };
  Remembered::Place place;
  place.period = draft.period;
  place.told_back = draft.told_back;
  place.calendar = draft.calendar;
  Resolved& out = place.resolved;
  out.type = parse_type(whole.type).value_or(draft.type);
  out.rule = whole.name;
  out.page = whole.where;
  out.bounds = draft.bounds;
  out.placed = draft.placed;
  out.reason = std::move(draft.reason);
  out.grain = draft.grain;
  out.approximate = draft.approximate, out.uncertain = draft.uncertain;
  out.anchor = draft.anchor;
  out.link = link(draft, match);
  if (out.link) {
    out.placed = false;
    out.reason = fmt::format("pending: {} an event", to_string(out.link->way));
    out.anchor = {AnchorKind::event, {}, {}};
  }
  if (out.placed) {
    const bool granule = !out.approximate && !out.uncertain && draft.period &&
                         out.bounds == interval(*draft.period, options_.seasons);
    out.edtf = !draft.edtf.empty() ? std::move(draft.edtf)
               : granule           ? edtf(*draft.period, options_.seasons)
                         : edtf(out.bounds, {out.approximate, out.uncertain}, out.grain, options_.seasons);
  }
  out.value = out.link && out.type == TimexType::date ? "XXXX-XX-XX" : std::move(draft.value);
  out.mod = said(whole.mod, draft.mod);
  out.quant = said(whole.quant, draft.quant);
  out.freq = said(whole.freq, draft.freq);
  out.begin_value = std::move(draft.begin_value), out.end_value = std::move(draft.end_value);
  out.policy = std::move(draft.policy);
  out.note = std::move(draft.note);
  if (options_.steps) out.steps = std::move(steps_);
  steps_.clear();
  return place;
}

std::optional<Link> Resolver::link(const Draft& draft, const Match& match) const {
  const std::optional<Link::Way> way = parse_way(match.rule().link);
  if (!way || draft.type != TimexType::duration) return {};
  const std::optional<std::size_t> target = link_target(match);
  if (!target) return {};
  const auto whole = [](double amount) { return static_cast<std::int64_t>(std::llround(amount)); };
  return Link{*way,
              whole(draft.least_days),
              whole(draft.most_days),
              whole(draft.least_months),
              whole(draft.most_months),
              *target};
}

std::optional<std::size_t> Resolver::link_target(const Match& match) const {
  if (match.rule().link.empty()) return {};
  const Token target = token_at(article_.text, match.wanted_end);
  const bool told = target.kind != TokenKind::end && target.gap != Gap::wall;
  if (!told && parse_way(match.rule().link) != Link::Way::age) return {};  // a birth was told before
  return target.begin;
}

NumericOrder Resolver::numeric_order() {
  asked_.story = true;
  if (!numeric_order_) numeric_order_ = numeric_order_of(article_.text);
  return *numeric_order_;
}

// A line without the end of a sentence: its dates are those of what stands below.
bool Resolver::in_heading(Span span) const {
  const std::string_view text = article_.text;
  // Looks no farther than a heading is long: a book may be one line.
  const std::size_t from = span.begin - std::min(span.begin, kLongestHeading);
  const std::size_t line = from + text.substr(from, span.begin - from).rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view behind = text.substr(span.end, kLongestHeading);
  const std::size_t end = span.end + std::min(behind.find('\n'), behind.size());
  if (line == from && from > 0 && text[from - 1] != '\n') return false;
  if (end - line > kLongestHeading) return false;
  const std::size_t last = text.find_last_not_of(" \t\r", end - 1);
  return last != std::string_view::npos &&
         std::string_view(".!?:;,").find(text[last]) == std::string_view::npos;
}

// The date told last is what the next "two days later" hangs on; lengths, sets and vague ones are no dates.
void Resolver::remember(const Remembered::Place& place, std::size_t index) {
  const Resolved& resolved = place.resolved;
  const bool long_months = resolved.value == "P9M" || resolved.value == "P6M";  // of a report: "nine months"
  if (resolved.type == TimexType::duration && long_months) story_.tell_months();
  if (!resolved.placed || !place.period || resolved.type == TimexType::duration ||
      resolved.type == TimexType::set)
    return;
  const Period& period = *place.period;
  if (period.grain > Granularity::decade) return;
  if (period.grain == Granularity::decade && story_.last() &&
      year_of(period) < year_of(story_.last()->period))
    return;  // "as men had in the 1790s"
  if (resolved.anchor.kind == AnchorKind::article && is_narrative(options_.style)) return;
  const bool aside = place.told_back || in_parentheses(article_.text, resolved.span.begin);
  const Told told{period, resolved.bounds, index, resolved.span.end, aside, place.calendar};
  if (period.grain == Granularity::quarter && !place.told_back) {
    const bool over = article_.date && last_day(period, options_.seasons) < article_.date->day;
    story_.tell_quarter(told, over);
  }
  story_.tell(told, options_.style == Style::news || in_heading(resolved.span));
}

const Told* Resolver::hangs_on(std::size_t at) const {
  const Told* const near = story_.latest_near(article_.text, at);
  return near != nullptr ? near : story_.last();
}

std::optional<Anchor> Resolver::day_of_writing(std::size_t at) {
  asked_.date = true;
  if (under_dateline(at)) return dateline_->anchor;
  if (!article_.date) return {};
  return Anchor{AnchorKind::article, article_.date, {}};
}

// A day that heads a dispatch or letter dates what is told under it.
void Resolver::take_dateline(const Resolved& resolved, std::size_t index) {
  if (!resolved.placed || resolved.grain != Granularity::day || resolved.type != TimexType::date) return;
  const auto end = dateline_end(article_.text, article_.body, resolved.span);
  if (!end || !resolved.bounds.earliest_start) return;
  const Day day = resolved.bounds.earliest_start->day;
  if (article_.date && std::abs(article_.date->day - day) < kFreshDispatch) return;
  dateline_ = {{AnchorKind::dateline, Moment{day, {}}, index}, resolved.span.end, *end};
}

void Resolver::place_anew(const Match& match, const Value& value, Places& out) {
  out.clear();
  Placing placing(*this, match.span());
  if (read_ends(match).size() != 2) {
    out.push_back(finish(placing.draft(value), match));
    return;
  }
  auto [from, to] = placing.ends(std::get<SpanOf>(value.said));
  out.push_back(finish(std::move(from), match));
  out.push_back(finish(std::move(to), match));
}

// What was said, and what a placing of it asks for.
void Resolver::set_key(const Remembered::Said& said, std::size_t placed_in, Span span) {
  const Asked& asked = said.asked[placed_in];
  KeyWriter key{remembered_->next_key};
  remembered_->next_key.clear(), chosen_.reset();
  key.add(said.number);
  key.add(placed_in << 5 | asked.date | asked.tense << 1 | asked.reference << 2 | asked.year << 3 |
          (asked.month != 0) << 4);
  if (asked.date) {
    key.add(article_.date.has_value());
    key.add(article_.date ? article_.date->day.count : 0);
    key.add_clock(article_.date);
    const bool under = under_dateline(span.begin);
    key.add(under);
    key.add(under ? dateline_->anchor.at->day.count : 0);
  }
  if (asked.tense) {
    const Tense tense = judge(span);
    key.add(tense.direction), key.add(tense.away);
    key.add_text(tense.evidence);
  }
  if (asked.reference) {
    const Told* const near = story_.latest_near(article_.text, span.begin);
    const Told* const told = near != nullptr ? near : story_.last();
    key.add(told == nullptr ? 0 : near != nullptr ? 1 : 2);
    if (told != nullptr) key.add_told(*told);
  }
  if (asked.year) {
    key.add(story_.last() != nullptr);
    key.add(story_.last() ? year_of(story_.last()->period) : 0);
  }
  if (asked.month == 0) return;
  chosen_ = story_.choose(asked.month, asked.winter, article_.text, span);
  key.add(chosen_ ? chosen_->year : 0);
  if (chosen_) key.add_told(chosen_->told);
}

// The same date, told by another expression.
void Resolver::tell_elsewhere(Anchor& anchor, Span span) const {
  if (anchor.kind == AnchorKind::dateline) anchor.expression = dateline_->anchor.expression;
  if (anchor.kind == AnchorKind::expression)
    anchor.expression = chosen_ ? chosen_->told.expression : hangs_on(span.begin)->expression;
}

// A placing is a function of what the match says, of the style, of whether a link has words to measure to,
// and of what it asked for.
Resolver::Places& Resolver::known(const Match& match, Remembered::Said& said) {
  const std::size_t placed_in = (options_.style == Style::news ? 0U : 2U) | (link_target(match) ? 1U : 0U);
  Asked& asked = said.asked[placed_in];
  Places& always = said.always[placed_in];
  if (!always.empty()) return always;
  if (!asked.story && !asked.nothing()) {
    set_key(said, placed_in, match.span());
    Places& places = remembered_->places(remembered_->next_key);
    for (Remembered::Place& place : places) tell_elsewhere(place.resolved.anchor, match.span());
    if (!places.empty()) return places;
  }
  asked_ = {};
  place_anew(match, said.value, fresh_);
  asked |= asked_;
  if (asked.story) return fresh_;
  if (asked.nothing()) return always = std::move(fresh_);
  set_key(said, placed_in, match.span());
  return remembered_->places(remembered_->next_key) = std::move(fresh_);
}

void Resolver::place(const Match& match, const Take& take, Remembered::Said* said) {
  heads_entry_ = story_.last() != nullptr && heads_entry(article_.text, article_.body, match.span());
  const bool anew = !remembered_ || heads_entry_;
  if (anew) place_anew(match, read_value(match), fresh_);
  Places& places = anew ? fresh_ : known(match, said ? *said : remembered_->said(match));
  const std::vector<End> ends = places.size() == 2 ? read_ends(match) : std::vector<End>();
  for (std::size_t i = 0; i < places.size(); ++i, ++count_) {
    Resolved& resolved = places[i].resolved;
    resolved.span = ends.empty() ? match.span() : ends[i].span;
    if (resolved.link) resolved.link->target_begin = *link_target(match);
    if (!ends.empty()) (i == 0 ? resolved.span_to : resolved.span_from) = i == 0 ? count_ + 1 : count_ - 1;
    remember(places[i], count_);
    if (places.size() == 1) take_dateline(resolved, count_);
    take(resolved, places[i].written);
  }
}

void Resolver::place(const Match& match, std::vector<Resolved>& out) {
  place(match, [&](const Resolved& resolved, std::string&) { out.push_back(resolved); });
}

}  // namespace annals
