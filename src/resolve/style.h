// How a document tells its dates: like news, from its own day, or like a narrative, from the date told last.
//
//   "On Monday he said ... last week ... a year ago"       seen from the article's day        news
//   "In 1914 ... two days later ... that same month"       years long past, told in a row     narrative
//   "In 58 BC ... in 55 ... the next year"                 the same, long before us           ancient
//
// Counted over the first expressions of a document; its front matter or --style settles it without a count.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace annals {

// In an ancient story two digits are a year; in all else it is a narrative.
enum class Style : std::uint8_t { news, narrative, ancient };
constexpr bool is_narrative(Style style) { return style != Style::news; }
inline std::string_view to_string(Style style) {
  return style == Style::news ? "news" : style == Style::narrative ? "narrative" : "ancient";
}

// What one expression says of the style.
struct StyleSigns {
  struct FullYear {
    Year year = 0;
    int weight = 1;  // more where it is early or has its month, which is rare in news; most with its era
    bool ancient = false;  // before AD 1000
    bool to_the_day = false;
  };
  std::vector<FullYear> years;
  int from_article = 0;  // yesterday, last week, Monday: seen from the day of writing
};
StyleSigns style_signs(const Value& value);

class StyleEvidence {
 public:
  // `said`: a style where it is settled beforehand, else empty. A "narrative" may turn out to be ancient.
  StyleEvidence(std::optional<Moment> date, std::string_view said)
      : year_(date ? std::optional(to_civil(date->day).year) : std::nullopt), said_(said) {}

  bool settled() const { return (!said_.empty() && said_ != "narrative") || seen_ >= kEnough; }
  // A heading stands alone on its line, or heads an entry: one year as a heading weighs as much as three in the
  // text, and "yesterday" under one of long ago is no longer seen from the article's day.
  void add(const StyleSigns& signs, bool heading = false);
  Style style() const;

 private:
  static constexpr int kEnough = 80;  // expressions

  std::optional<Year> year_;  // the article's
  std::string_view said_;
  int seen_ = 0;
  int old_years_ = 0;  // full years more than two before the article's
  int weight_ = 0;     // of these
  int ancient_ = 0;    // of these, before AD 1000
  int from_article_ = 0;
  bool under_old_heading_ = false;
};

}  // namespace annals
