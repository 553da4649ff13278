// Places values on the calendar.
//
//   takes  Deictic{season summer, -1} and the article's day 2024-03-13
//   gives  2023-SU  2023-06-01..2023-08-31
//   takes  Shifted{+1, Length{2 day}} behind "3 March 1945"      gives  1945-03-05  anchor: that expression
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
#include "resolve/reckoning.h"
#include "resolve/remembered.h"
#include "resolve/story.h"
#include "resolve/style.h"
#include "rule/rule_book.h"
#include "text/article.h"

namespace annals {

struct ResolveOptions {
  Style style = Style::news;
  bool steps = false;  // keep the steps of each placing
  Seasons seasons;
};

using TenseQuestion = std::function<Tense(std::string_view text, Span expression)>;

class Resolver {
 public:
  // What is remembered, of the same book and options but for the style, saves it most of its work.
  Resolver(const Article& article, const RuleBook& book, ResolveOptions options, TenseQuestion tense,
           Remembered* remembered = nullptr);

  // Places one match, behind all earlier ones, and faster where it is known what it says; a range whose ends
  // stand apart gives two. What `take` is given is its own only while it runs; in `written` it may keep what
  // it makes of an expression, to find it there at the next one that differs in nothing but where it stands.
  using Take = std::function<void(const Resolved& resolved, std::string& written)>;
  void place(const Match& match, const Take& take, Remembered::Said* said = nullptr);
  void place(const Match& match, std::vector<Resolved>& out);

  // All that a placing may ask for besides the value; it is noted, for what is remembered depends on it.
  const RuleBook& book() const { return book_; }
  const ResolveOptions& options() const { return options_; }
  // The first entry of a diary or a log goes on from the date told last, whatever the style, and the others
  // from the entry before.
  Style style() const { return heads_entry_ ? Style::narrative : options_.style; }
  std::optional<Anchor> entry_before() const {
    return heads_entry_ && dateline_ ? std::optional(dateline_->anchor) : std::nullopt;
  }
  const std::optional<Moment>& date() { return asked_.date = true, article_.date; }
  // What "yesterday" counts from at a place of the text: the article's day, or that of a dispatch or letter.
  std::optional<Anchor> day_of_writing(std::size_t at);
  const Reckoning& reckoning() const { return reckoning_; }
  // Where there are any, nothing is remembered.
  const Settings& settings() const { return article_.settings; }
  // The date told that "two days later" counts from, or null; `near_reference` only if it stands close by.
  const Told* reference(std::size_t at) { return asked_.reference = true, hangs_on(at); }
  const Told* near_reference(std::size_t at) {
    return asked_.reference = true, story_.latest_near(article_.text, at);
  }
  std::optional<Year> story_year() {
    asked_.year = true;
    return story_.last() ? std::optional(year_of(story_.last()->period)) : std::nullopt;
  }
  // The date told that a month goes on from, and the year it then has (the middle one of a winter).
  std::optional<Story::Choice> month_told(int month, bool winter, Span span) {
    asked_.ask_month(month, winter);
    return story_.choose(month, winter, article_.text, span);
  }
  const Story& story() { return asked_.story = true, story_; }
  Tense tense(Span span) { return asked_.tense = true, judge(span); }
  NumericOrder numeric_order();
  void step(std::string what) { steps_.push_back(std::move(what)); }

 private:
  using Places = Remembered::Places;
  Places& known(const Match& match, Remembered::Said& said);
  void place_anew(const Match& match, const Value& value, Places& out);
  Remembered::Place finish(Draft draft, const Match& match);
  const Told* hangs_on(std::size_t at) const;
  void set_key(const Remembered::Said& said, std::size_t placed_in, Span span);
  void tell_elsewhere(Anchor& anchor, Span span) const;
  Tense judge(Span span) const { return tense_ ? tense_(article_.text, span) : Tense{}; }
  // The distance that a rule with `link` measures to the event behind its signal word, and where that begins.
  std::optional<Link> link(const Draft& draft, const Match& match) const;
  std::optional<std::size_t> link_target(const Match& match) const;
  bool in_heading(Span span) const;
  void remember(const Remembered::Place& place, std::size_t index);
  void take_dateline(const Resolved& resolved, std::size_t index);
  bool under_dateline(std::size_t at) const {
    return dateline_ && dateline_->begin <= at && at < dateline_->end;
  }

  const Article& article_;
  const RuleBook& book_;
  ResolveOptions options_;
  TenseQuestion tense_;
  Story story_;
  Reckoning reckoning_;
  struct Dateline {
    Anchor anchor;
    std::size_t begin = 0, end = 0;  // of its passage, in bytes
  };
  std::optional<Dateline> dateline_;
  std::optional<NumericOrder> numeric_order_;  // asked of the document when first needed
  std::vector<std::string> steps_;
  std::size_t count_ = 0;     // expressions placed
  Asked asked_;               // by the placing at work
  bool heads_entry_ = false;  // what it places
  Remembered* remembered_ = nullptr;
  std::optional<Story::Choice> chosen_;  // by the month at hand
  Places fresh_;                         // what cannot be remembered
};

}  // namespace annals
