// The reference that moves with the text: the dates a narrative
// has told so far, and which of them a bare "in March" belongs to.
//
//   "On 3 December 1914 ... in January"
//     January 1915: after October a year turns
//   "in May 1918 ... (as in November 1917) ... 15 July"
//     15 July 1918: an aside does not carry the story back
//   "In March 1944 ... until February 1945 ... By July ... In mid-June 1944"
//     July 1944: told before the year to come
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "calendar/bounds.h"
#include "calendar/calendars.h"
#include "text/span.h"

namespace annals {

struct Told {
  Period period;
  Bounds bounds;
  std::size_t expression = 0;
  std::size_t end = 0;  // of its words in the text
  bool aside = false;   // in parentheses, or told back from another date: the story hardly goes on from it
  Calendar calendar = Calendar::gregorian;  // that it was told in, where that is not its time's own
};

class Story {
 public:
  // `settled`: a date of the news, or of a heading. Others that lie far from the story (memoirs, a treaty a
  // century older) are an aside until a second one joins them, or leads further on.
  void tell(const Told& told, bool settled);
  // A quarter that is not over is the one under report only where no other is told: a fiscal one.
  void tell_quarter(const Told& told, bool over);
  // "The nine months": what a year earlier is compared with then is no quarter.
  void tell_months() { months_told_ = true; }
  bool months_told() const { return months_told_; }
  // Of the story itself, where it has told any; null where nothing is told yet.
  const Told* last() const;
  // The latest, an aside too, where at most a few sentences of the same paragraph lie between it and `at`.
  const Told* latest_near(std::string_view text, std::size_t at) const;
  // The quarter under report: the latest of those told, so
  // that "the year-ago quarter" does not get in its way.
  const std::optional<Told>& quarter() const { return quarter_; }
  // The date told that a bare month (or a season's middle month) belongs to, and the year it then has.
  struct Choice {
    Told told;
    Year year = 0;
  };
  // Of the month that a text tells at `span`; a winter is named by the year in which it begins.
  std::optional<Choice> choose(int month, bool winter, std::string_view text, Span span) const;
  // `ahead` is the year written next: the story hardly goes beyond it and comes back.
  std::optional<Choice> year_of_month(int month, bool winter, std::optional<Year> ahead = {}) const;
  // The first year that the words behind a month tell, if it is none of another story.
  std::optional<Year> year_ahead(std::string_view behind) const;

 private:
  const Told* aside_close_by(std::string_view text, std::size_t at) const;
  bool goes_on(const Told& told) const;
  bool begins_with(const Told& told) const;

  static constexpr std::size_t kRecent = 3;
  const Told* latest() const { return aside_ ? &*aside_ : count_ == 0 ? nullptr : &recent(0); }
  const Told& recent(std::size_t age) const { return recent_[(newest_ + kRecent - age) % kRecent]; }

  std::optional<Told> aside_, quarter_;  // the aside is the latest
  bool quarter_over_ = false, months_told_ = false;
  std::array<Told, kRecent> recent_;  // of the story, a ring: a Told is long, and told again and again
  std::size_t newest_ = 0, count_ = 0;
};

}  // namespace annals
