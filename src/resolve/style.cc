#include "resolve/style.h"

namespace annals {

namespace {

constexpr Year kAncient = 1000;
constexpr Year kLifetime = 80;  // a day longer ago is told by history, a later one by a birth as well
constexpr int kRare = 2, kWithEra = 3;

void read_signs(const Value& value, StyleSigns& out) {
  if (const auto* fields = std::get_if<Fields>(&value.said)) {
    const bool two_digits = fields->hang == Hang::reference && fields->year && *fields->year < 100;
    if (fields->year && !fields->short_year && !two_digits) {
      const bool ancient = *fields->year < kAncient;
      const bool rare = ancient || fields->month || fields->season >= 0;
      const int weight = fields->era_said ? kWithEra : rare ? kRare : 1;
      out.years.push_back({*fields->year, weight, ancient, fields->day > 0});
    }
    out.from_article += fields->weekday && !fields->day && !fields->month;
  } else if (const auto* deictic = std::get_if<Deictic>(&value.said)) {
    out.from_article += deictic->hang == Hang::article && !deictic->of;
  } else if (const auto* shifted = std::get_if<Shifted>(&value.said)) {
    out.from_article += shifted->hang == Hang::article && !shifted->from;
  } else if (const auto* span = std::get_if<SpanOf>(&value.said)) {
    for (const Box& end : {span->from, span->to}) {
      if (end) read_signs(*end, out);
    }
  } else if (const auto* part = std::get_if<PartOf>(&value.said)) {
    if (part->of) read_signs(*part->of, out);
  } else if (const auto* so_far = std::get_if<SoFar>(&value.said)) {
    out.from_article += so_far->unit > Granularity::day;  // "today" is told in a story as well
  }
}

}  // namespace

StyleSigns style_signs(const Value& value) {
  StyleSigns out;
  read_signs(value, out);
  return out;
}

void StyleEvidence::add(const StyleSigns& signs, bool heading) {
  ++seen_;
  if (!under_old_heading_) from_article_ += signs.from_article;
  bool any_old = false, any_ancient = false;
  for (const StyleSigns::FullYear& told : signs.years) {
    if (year_ && *year_ - told.year <= 2) continue;
    any_old = true;
    ++old_years_;
    weight_ += told.to_the_day && year_ && *year_ - told.year > kLifetime ? kWithEra : told.weight;
    ancient_ += told.ancient;
    any_ancient |= told.ancient;
  }
  if (heading && any_old)
    old_years_ += 2, weight_ += 2, ancient_ += any_ancient ? 2 : 0, under_old_heading_ = true;
}

Style StyleEvidence::style() const {
  if (said_ == "news") return Style::news;
  const bool told = said_ == "narrative" || !year_ || (weight_ >= 3 && old_years_ > 4 * from_article_);
  if (said_ == "ancient" || (told && ancient_ > 0 && 2 * ancient_ >= old_years_)) return Style::ancient;
  return told ? Style::narrative : Style::news;
}

}  // namespace annals
