// In which calendar a date of the text is told: by the place
// and the time, by what stands beside it, and by its weekday.
//
//   15 March 44 BC                       Julian    -0043-03-13
//   30 January 1648/9                    Julian     1649-02-09      a year that began on 25 March
//   Tuesday 30 January 1649              Julian     1649-02-09      in the Gregorian it was a Saturday
//   region: russia, 25 October 1917      Julian     1917-11-07
//   region: england, 5 September 1752    none: 2 September was followed by the 14th
//
// Without a region, days before 15 October 1582 are Julian and those from it on Gregorian. The tables
// `regions`, `new-years` and `new-years-of` of the pages say who changed when, and by whose word; `feasts-of`
// says which feasts are other days there.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/cut_over.h"
#include "calendar/year_style.h"
#include "resolve/settings.h"
#include "rule/rule_book.h"
#include "value/value.h"

namespace annals {

struct DayRead {           // of a date in words
  std::optional<Day> day;  // nothing: there was no such day
  Civil told;              // as it is written today, in the calendar it was told in: 1649-01-30
  std::string note;        // what is not plain to see
  std::string reason;      // why there is no day
  bool uncertain = false;
};

class Reckoning {
 public:
  Reckoning(const RuleBook& book, const Settings& settings);

  DayRead read(const Civil& said, int weekday = 0, const Telling* telling = nullptr) const;
  // Whether days are told as today from here on; nearly all are, and nothing more is asked of them.
  bool is_modern(Day day) const { return day >= cut_over_.first_gregorian; }
  Calendar calendar_on(Day day) const { return is_modern(day) ? Calendar::gregorian : cut_over_.before; }
  Civil told(Day day) const;  // as people told it then
  std::optional<Day> told_on(const Civil& date) const;
  // The Gregorian day of the same name, for sums in months and years, and back from it.
  Day label(Day day) const;
  Day unlabel(Day label) const;
  std::string timex(Day day) const;  // "BC0044-03-15"
  std::optional<Day> feast(std::string_view code, Year year) const;

 private:
  struct Custom {  // where a region's year began, from a year to a year
    Year from = 0, to = 0;
    YearStyle begins;
    std::string style;
  };
  void set_region(const RuleBook& book, std::string_view name);
  void set_new_year(const RuleBook& book, const Settings& settings);
  const Custom* custom_in(Year year) const;
  std::vector<Day> days_by(const YearStyle& style, const Civil& said) const;
  void read_by(const YearStyle& style, DayRead& reading) const;
  void read_dual(int later, DayRead& reading) const;
  std::optional<Calendar> named_by(const Telling& telling) const;
  std::string why_calendar(const Telling& telling, Year said, Year told) const;
  void note_custom(const Custom& custom, const Civil& said, DayRead& reading) const;
  std::optional<Day> in(Calendar calendar, const Civil& date) const;
  void weigh(DayRead& reading, int weekday, Calendar calendar, bool settled) const;
  std::string unreal(const Civil& date) const;

  CutOver cut_over_;
  bool one_calendar_ = false;  // the document says so
  std::string region_;         // empty: none was named
  std::optional<YearStyle> new_year_;
  std::map<std::string, std::string, std::less<>> feasts_;  // what a feast of that name is in the region
  std::vector<Custom> customs_;  // of the region; read by them only where `by_custom_`
  bool by_custom_ = false;
};

void add_note(std::string& notes, std::string_view note);  // "; " stands between two
std::string timex_of(const Civil& date);                   // TIMEX3: "1649-01-30", "BC0044-03-15"

}  // namespace annals
