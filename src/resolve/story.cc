#include "resolve/story.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace annals {
namespace {

constexpr Year kFarYears = 5, kStrideYears = 60;

// What it costs to hang a month on a date told, in months of distance. Found on
// one half of the war histories and held against the other: right for 94 of 100
// months, against 87 for the year told last; neighbouring values do as well.
constexpr double kForward = 1, kBack = 4, kBareYear = 4, kOlder = 3, kTurn = 2, kAside = 5, kBeyond = 12;
// From this month on the first months of a year may be those of the next; a winter, after any spring.
constexpr int kAutumn = 10, kSpringOver = 5;
constexpr std::size_t kClose = 30;         // bytes between two that tell one date: "of AD 79, on 24 August"
constexpr std::size_t kLongestStep = 600;  // bytes from a date to what counts from it
constexpr std::size_t kAhead = 1500;       // bytes to look for the next year: some two paragraphs
constexpr std::int64_t kPartOfYear = 200;  // days: "early 1927" stands for a month, a bare year for none

// The middle of a date told, where that is no longer than half a year.
std::optional<Civil> month_of(const Told& told) {
  const Day first = told.bounds.earliest_start ? told.bounds.earliest_start->day : first_day(told.period);
  const Day last = told.bounds.latest_end ? told.bounds.latest_end->day : last_day(told.period);
  if (last - first > kPartOfYear) return {};
  return to_civil(first + (last - first) / 2);
}

// The years, counted on from a date told, in which its story may come to a month.
struct YearsOn {
  int first = 0, last = 0;
};
YearsOn years_on(const std::optional<Civil>& at, int month, bool winter) {
  const bool next = winter ? !at || at->month >= kSpringOver : at && at->month >= kAutumn && month <= 3;
  return {winter && next ? 1 : 0, next ? 1 : 0};
}

// How far it goes to get there, in months; back is further.
double way_to(const std::optional<Civil>& at, int month, int on) {
  if (!at) return kBareYear;
  const double months = 12 * on + month - at->month;
  return months >= 0 ? kForward * months : -kBack * months;
}

bool far(const Told& a, const Told& b) {
  const Period &x = a.period, &y = b.period;
  // Nearly all days told in a row are near each other, and their years need not be counted out.
  const bool days = x.grain == Granularity::day && y.grain == Granularity::day;
  if (days && std::abs(first_day(x) - first_day(y)) <= 365 * kFarYears) return false;
  return std::abs(year_of(x) - year_of(y)) > kFarYears;
}

}  // namespace

// "The mill (1836-1945) ... On 24 April 1818": a text that opens with years alone begins with its first day.
bool Story::begins_with(const Told& told) const {
  if (told.aside || told.period.grain > Granularity::day || count_ == kRecent) return false;
  for (std::size_t age = 0; age < count_; ++age) {
    if (recent(age).period.grain < Granularity::year) return false;
  }
  return true;
}

// "In 1801 ... In 1815": of bare years, or one that tells its month, a step on is the story and no aside; and so
// is a second one that goes on from an aside: "(1749-1803) Born in 1715 ... In 1725".
bool Story::goes_on(const Told& told) const {
  if (begins_with(told)) return true;
  const bool as_fine = told.period.grain <= std::max(Granularity::month, last()->period.grain);
  const Year stride = as_fine && !told.aside ? kStrideYears : 0;
  const Year on = year_of(told.period) - year_of(last()->period);
  if (on > 0 && on <= stride) return true;
  if (!aside_) return false;
  return !far(told, *aside_) || (year_of(aside_->period) < year_of(told.period) && !told.aside);
}

void Story::tell(const Told& told, bool settled) {
  const bool apart = last() != nullptr && far(told, *last());
  if (!settled && apart && !goes_on(told)) {
    aside_ = told;
    return;
  }
  aside_.reset();
  count_ = apart ? 1 : std::min(count_ + 1, kRecent);
  newest_ = (newest_ + 1) % kRecent;
  recent_[newest_] = told;
}

const Told* Story::last() const {
  for (std::size_t age = 0; age < count_; ++age) {
    if (!recent(age).aside) return &recent(age);
  }
  return count_ == 0 ? nullptr : &recent(0);
}

void Story::tell_quarter(const Told& told, bool over) {
  if (over || !quarter_over_) months_told_ = false;
  if (quarter_ && over == quarter_over_ && told.period < quarter_->period) return;
  if (quarter_ && quarter_over_ && !over) return;
  quarter_ = told;
  quarter_over_ = over;
}

// "In 1984 ... One year later" counts from it even in an aside.
const Told* Story::latest_near(std::string_view text, std::size_t at) const {
  const Told* const told = latest();
  if (told == nullptr || told->end > at) return nullptr;
  const std::string_view between = text.substr(told->end, at - told->end);
  return between.size() > kLongestStep || between.find('\n') != std::string_view::npos ? nullptr : told;
}

const Told* Story::aside_close_by(std::string_view text, std::size_t at) const {
  const Told* const told = aside_ ? latest_near(text, at) : nullptr;
  if (told == nullptr) return nullptr;
  const std::string_view between = text.substr(told->end, at - told->end);
  const bool ends =
      between.find(". ") != std::string_view::npos || between.find("; ") != std::string_view::npos;
  return ends || between.size() > kClose ? nullptr : told;
}

std::optional<Year> Story::year_ahead(std::string_view behind) const {
  if (last() == nullptr) return {};
  const auto digit = [&](std::size_t at) {
    return at < behind.size() && behind[at] >= '0' && behind[at] <= '9';
  };
  const std::size_t end = std::min(behind.size(), kAhead);
  for (std::size_t at = 3; at < end; at += 4) {  // four digits cannot pass between
    if (!digit(at)) continue;
    std::size_t from = at, to = at;
    while (from > 0 && digit(from - 1)) --from;
    while (digit(to)) ++to;
    Year number = 0;
    std::from_chars(behind.data() + from, behind.data() + to, number);
    if (to - from == 4 && std::abs(number - year_of(last()->period)) <= kFarYears) return number;
  }
  return {};
}

std::optional<Story::Choice> Story::choose(int month, bool winter, std::string_view text, Span span) const {
  if (const Told* const aside = aside_close_by(text, span.begin))
    return Choice{*aside, year_of(aside->period)};
  std::optional<Choice> choice = year_of_month(month, winter, year_ahead(text.substr(span.end)));
  if (choice && winter) --choice->year;  // told by the year of its January
  return choice;
}

std::optional<Story::Choice> Story::year_of_month(int month, bool winter, std::optional<Year> ahead) const {
  std::optional<Choice> best;
  double least = 0;
  for (std::size_t age = 0; age < count_; ++age) {
    const Told& told = recent(age);
    const std::optional<Civil> at = month_of(told);
    const auto [first, last] = years_on(at, month, winter);
    for (int on = first; on <= last; ++on) {
      const Year year = (at ? at->year : year_of(told.period)) + on;
      const double cost = way_to(at, month, on) + kOlder * static_cast<double>(age) + kTurn * on +
                          (told.aside ? kAside : 0) + (ahead && year > *ahead ? kBeyond : 0);
      if (best && cost >= least) continue;
      best = Choice{told, year};
      least = cost;
    }
  }
  return best;
}

}  // namespace annals
