#include "resolve/style.h"

namespace annals {

void StyleEvidence::add_year(Year year) {
  if (to_civil(date_->day).year - year > 2) ++old_years_;
}

bool is_heading(std::string_view text, Span span) {
  const auto line = [&](std::size_t at) { return at == std::string_view::npos || text[at] == '\n'; };
  const std::size_t before =
      span.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r", span.begin - 1);
  return line(before) && line(text.find_first_not_of(" \t\r.:", span.end));
}

void StyleEvidence::add(const Value& value, bool heading) {
  ++seen_;
  const int old_before = old_years_;
  if (const auto* fields = std::get_if<Fields>(&value.said)) {
    if (fields->year && !fields->short_year) add_year(*fields->year);
    from_article_ += fields->weekday && !fields->day && !fields->month;
  } else if (const auto* deictic = std::get_if<Deictic>(&value.said)) {
    from_article_ += deictic->hang == Hang::article && !deictic->of;
  } else if (const auto* shifted = std::get_if<Shifted>(&value.said)) {
    from_article_ += shifted->hang == Hang::article && !shifted->from;
  } else if (const auto* span = std::get_if<SpanOf>(&value.said)) {
    for (const Box& end : {span->from, span->to}) {
      if (end) add(*end), --seen_;
    }
  } else if (const auto* part = std::get_if<PartOf>(&value.said)) {
    if (part->of) add(*part->of), --seen_;
  } else if (std::holds_alternative<SoFar>(value.said)) {
    ++from_article_;
  }
  if (heading && old_years_ > old_before) old_years_ += 2;
}

Style StyleEvidence::style() const {
  if (said_ == "narrative") return Style::narrative;
  if (said_ == "news") return Style::news;
  if (!date_) return Style::narrative;
  return old_years_ >= 3 && old_years_ > 4 * from_article_ ? Style::narrative : Style::news;
}

}  // namespace annals
