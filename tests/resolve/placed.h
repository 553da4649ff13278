// Rows for the way from words to days: a text, the article's date (empty for none) and what each expression
// gives, "value | days | mod | anchor", one after the other.
#pragma once
#include <string>
#include <string_view>

#include "catch.h"
#include "engine.h"

namespace annals {

struct PlacedRow {
  const char* text;
  const char* article;
  const char* expected;
};

inline std::string days_of(const Resolved& r) {
  if (!r.placed) return "-";
  const auto edge = [](const std::optional<Moment>& at) { return at ? to_string(*at) : std::string(".."); };
  const std::string first = edge(r.bounds.earliest_start);
  const std::string last = edge(r.bounds.latest_end);
  return first == last ? first : first + "/" + last;
}

inline std::string placed(std::string_view text, std::string_view article, std::string_view style) {
  Article asked;
  asked.id = "row";
  asked.text = std::string(text);
  if (!article.empty()) asked.date = parse_moment(article);
  asked.style = std::string(style);
  std::string out;
  for (const Resolved& r : built_in_engine().tag(asked).expressions) {
    out += (out.empty() ? "" : "; ") + r.value + " | " + days_of(r) + " | " + (r.mod.empty() ? "-" : r.mod) +
           " | " + std::string(to_string(r.anchor.kind));
  }
  return out;
}

template <std::size_t N>
void hold(const PlacedRow (&rows)[N], std::string_view style = "news") {
  for (const PlacedRow& row : rows) {
    INFO(row.text << " (" << row.article << ")");
    CHECK(placed(row.text, row.article, style) == row.expected);
  }
}

}  // namespace annals
