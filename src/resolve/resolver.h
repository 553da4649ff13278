// Places values on the calendar.
//
//   takes  Deictic{season summer, -1} and the article's day 2024-03-13     gives  2023-SU
//   2023-06-01..2023-08-31 takes  Shifted{+1, Length{2 day}} after "3 March 1945"                 gives
//   1945-03-05  anchor: that expression
//
// Policies. In news, times hang on the article's day, and a bare month or weekday points the way its clause
// does (a declared table of evidence, rules/*/evidence.yaml; without evidence, back). In a narrative they
// hang on the last date told. The style is the document's, or found from its own dates: dates years before
// the article's tell of a narrative. Without an anchor a relative time stays unplaced and says so; the
// machine's clock is never read.
#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "match/matcher.h"
#include "resolve/draft.h"
#include "resolve/numeric_order.h"
#include "resolve/story.h"
#include "rule/rule_book.h"
#include "text/article.h"

namespace annals {

enum class Style : std::uint8_t { news, narrative };
inline std::string_view to_string(Style style) { return style == Style::news ? "news" : "narrative"; }

struct ResolveOptions {
  Style style = Style::news;
  bool steps = false;  // keep the steps of each placing
  Seasons seasons;
};

using TenseQuestion = std::function<Tense(std::string_view text, Span expression)>;

class Resolver {
 public:
  Resolver(const Article& article, const RuleBook& book, ResolveOptions options, TenseQuestion tense);

  // Places one match, behind all earlier ones; a range whose ends stand apart gives two.
  void place(const Match& match, std::vector<Resolved>& out);

  const ResolveOptions& options() const { return options_; }

 private:
  friend class Placing;
  Resolved finish(Draft draft, const Match& match, Span span, const Rule& rule, std::size_t index);
  // The distance that a rule with `link` measures to the event behind its signal word.
  std::optional<Link> link(const Draft& draft, const Match& match) const;
  bool in_heading(Span span) const;
  NumericOrder numeric_order();
  void remember(const Resolved& resolved, const Draft& draft, std::size_t index);

  const Article& article_;
  const RuleBook& book_;
  ResolveOptions options_;
  TenseQuestion tense_;
  Story story_;
  std::optional<NumericOrder> numeric_order_;  // asked of the document when first needed
  std::vector<std::string> steps_;
};

}  // namespace annals
