// How a document tells its dates: like news, from its own day, or like a narrative, from the date told last.
//
//   "On Monday he said ... last week ... a year ago"       seen from the article's day        news
//   "In 1914 ... two days later ... that same month"       years long past, told in a row     narrative
//
// Counted over the first expressions of a document; its front matter or --style settles it without a count.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace annals {

enum class Style : std::uint8_t { news, narrative };
inline std::string_view to_string(Style style) { return style == Style::news ? "news" : "narrative"; }

// What one expression says of the style.
struct StyleSigns {
  std::vector<Year> years;  // full years
  int from_article = 0;     // yesterday, last week, Monday: seen from the day of writing
};
StyleSigns style_signs(const Value& value);

// Whether an expression stands alone on its line.
bool is_heading(std::string_view text, Span span);

class StyleEvidence {
 public:
  // `said`: "news" or "narrative" where it is settled beforehand, else empty.
  StyleEvidence(std::optional<Moment> date, std::string_view said) : date_(date), said_(said) {}

  bool settled() const { return !said_.empty() || !date_ || seen_ >= kEnough; }
  // A heading is an expression alone on its line: one year as a heading weighs as much as three in the text.
  void add(const StyleSigns& signs, bool heading = false);
  Style style() const;

 private:
  static constexpr int kEnough = 80;  // expressions

  std::optional<Moment> date_;  // the article's
  std::string_view said_;
  int seen_ = 0;
  int old_years_ = 0;  // full years more than two before the article's
  int from_article_ = 0;
};

}  // namespace annals
