// One expression's way to the calendar: each kind of value (value/value.h) has its sum here.
#pragma once
#include "resolve/reckoning.h"
#include "resolve/resolver.h"

namespace annals {

using GazetteerRow = std::pair<std::string, const TableRow*>;

class Placing {
 public:
  Placing(Resolver& resolver, Span span) : r_(resolver), span_(span) {}

  Draft draft(const Value& value);
  // Both ends of a range, each with what it left unsaid taken from the other: "8-23 November", "1914-18".
  std::pair<Draft, Draft> ends(const SpanOf& span);

 private:
  struct Base {     // what a relative value counts from
    Day day, last;  // first and last day of the anchor
    std::optional<Clock> clock;
    Granularity grain = Granularity::day;
    Anchor anchor;
    Calendar calendar = Calendar::gregorian;  // it was told in
  };

  // one for each kind of value
  Draft place(const Fields& fields);
  Draft place(const TimeOfDay& time);
  Draft place(const Length& length);
  Draft place(const Deictic& deictic);
  Draft place(const Shifted& shifted);
  Draft place(const SoFar& so_far);
  Draft place(const Nth& nth);
  Draft place(const PartOf& part);
  Draft place(const Hedged& hedged);
  Draft place(const SpanOf& span);
  Draft place(const Window& window);
  Draft place(const Recurrence& recurrence);
  Draft place(const Vague& vague);
  Draft place(const Open& open);
  Draft place(const OneOf& one_of);
  Draft place(const Named& named);

  std::optional<Base> day_of_clock();  // of a TimeOfDay that names no day (place_clock.cc)
  // what place(Deictic) hands on (place_relative.cc)
  Draft without_anchor(const Deictic& deictic);
  Draft part_of_day(const Deictic& deictic, const Base& from);
  Draft turned(const Deictic& deictic, const Base& from);
  std::int64_t turns_to(const Deictic& deictic, const Base& from) const;
  // what place(Nth) hands on (place_within.cc)
  Draft nth_unplaced(const Nth& nth, const Draft& of);
  Draft nth_within(const Nth& nth, const Draft& of, const Base& from);
  Draft nth_share(const Nth& nth, const Draft& of, Day first, Day last);
  Draft several_units(const Nth& nth, Day first, Day last);
  // of dates that are not told as today's (place_history.cc)
  Draft told_day(const Civil& date, const Fields& fields);
  Draft mended(const Fields& fields);
  Draft told_otherwise(const Fields& fields);
  Draft as_today(Fields fields);
  Draft with_indiction(const Fields& fields, int said);
  Draft year_of_indiction(int said);
  const TableRow* era_of(const Fields& fields) const;
  Draft in_era(const Fields& fields, const TableRow& era);
  Draft in_calendar_year(Calendar calendar, const Fields& fields);
  Draft in_told_year(Calendar calendar, const Fields& fields);
  Draft in_told_month(const Fields& fields, const Base& told);
  Draft roman_day(const Fields& fields, Year year);
  Draft roman_day_of_some_year(const Fields& fields);
  Draft stretch(Day first, Day last, Granularity grain);
  Draft deep_past(double years, double finest, Granularity unit);
  // of gazetteers (place_named.cc)
  std::vector<GazetteerRow> rows_of(const Named& named, const Table& table) const;
  std::optional<Draft> within_reign_year(const Named& named, const DaySpan& span, Calendar calendar);
  Draft year_of_reign(const Named& named, const GazetteerRow& row);
  Draft of_days(const DaySpan& span, Granularity grain);
  Draft whole_reign(const TableRow& row);
  bool part_of_century(const std::string& part, Draft& draft);
  void widen_circa(Draft& draft, const Value& said);

  Draft of_period(Period period, const Base* base = nullptr);
  Draft unplaced(std::string value, std::string reason);
  Draft vague(const std::string& reference);
  // what it counts from (place_anchors.cc)
  std::optional<Base> base(Hang hang);  // nothing where there is no anchor of that kind
  std::optional<Base> base_of(const Draft& draft);
  Base base_of(Period period) const;
  Base base_of(const Told& told) const;
  std::pair<double, double> amounts(const Length::Piece& piece, double up_to) const;
  Tense tense();
  Seasons seasons() const { return r_.options().seasons; }
  const Reckoning& reckoning() const { return r_.reckoning(); }
  // The period of a grain around a day, as the calendar of its time parts it.
  Period around(Granularity grain, Day day) const {
    return containing(grain, grain > Granularity::week ? reckoning().label(day) : day, seasons());
  }
  Day months_on(Day day, std::int64_t months) const {
    return reckoning().unlabel(add_months(reckoning().label(day), months));
  }

  // Fields without a year: the occurrence that the policy picks (place_underspecified.cc)
  struct Pointing {
    std::string way;       // past, future, nearest, this-year; narrative, next entry
    std::string evidence;  // the word that says so
    std::int64_t far = 0;  // beyond so many days off, the words around it decide after all
  };
  Draft underspecified(const Fields& fields);
  bool lies_ahead(const Base& told);
  bool is_seen_from_entry(const Fields& fields, const Base& told);
  std::optional<Period> on_its_weekday(const Fields& fields, const Period& found);
  std::optional<Period> next_entry(const Fields& fields, const Base& from) const;
  Pointing pointing(const Fields& fields);
  static Pointing told_by(const Tense& tense);
  Pointing told_instead(const Pointing& way);
  Draft in_own_style(Fields fields, const Period& found, const Base& from);
  std::optional<Period> next_told(const Fields& fields, std::optional<Base>& from) const;
  std::optional<Period> of_month_told(const Fields& fields, int month, std::optional<Base>& from) const;
  std::int64_t days_off(const Period& period, const Base& from) const;  // 0 where they meet
  std::optional<Period> pointed_at(const Fields& fields, const Base& from, std::string_view way) const;
  std::optional<Period> pointed_at(const Fields& fields, const Base& from, std::string_view way,
                                   std::int64_t turns) const;
  std::optional<Period> occurrence(const Fields& fields, Day near, std::int64_t turn) const;
  std::optional<Period> numbered_weekday(const Fields& fields, Day near, std::int64_t turn) const;
  std::string open_value(const Fields& fields) const;

  // Fields with one (place_date.cc)
  std::optional<Draft> complete(const Fields& fields);
  Draft in_year(Year year, const Fields& fields);
  Draft fiscal_year(const Fields& fields, const std::string& era);
  Year full_year(Year two_digits) const;
  Year of_story_era(const Fields& fields) const;
  Draft feast(const std::string& code, Year year);
  Draft season_of_year(int season, Year year);
  Draft one_of_two(Year year, int month, int day);

  Period named(const Target& target, Day near, std::int64_t turn) const;
  bool has_name(const Target& target) const;
  Draft unsaid_within(const Base& base, Granularity unit, Day first, Day last);
  // what place(Shifted) hands on (place_shifted.cc)
  Draft moved_to(Granularity grain, const Base& base, const Shifted& shifted, const Draft& by);
  Draft moved_within(const Base& base, const Shifted& shifted, const Draft& by);
  Draft moved_clock(const Base& base, const Shifted& shifted, const Draft& by);
  void widen(Draft& draft, const Draft& by, int sign, const Base& base);

  template <typename... Arguments>
  void step(fmt::format_string<Arguments...> text, Arguments&&... arguments) {
    if (r_.options().steps) r_.step(fmt::format(text, std::forward<Arguments>(arguments)...));
  }

  Resolver& r_;
  Span span_;
  bool has_hours_ = false;  // of the day at hand, from when to when
};

std::string open_unit(Granularity unit);                        // "XXXX-XX"; empty: none is written so
std::string timex_amount(double amount);                        // "2", "2.5", "X"
std::string timex_length(const Length& length, double amount);  // "P2Y3M", "PT36H", "P1DE"
std::string timex_clock(const TimeOfDay& time);                 // "T09:30", "TMO"

}  // namespace annals
