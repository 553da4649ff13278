// What an expression says, before anyone asks what day it is: one struct for each kind of saying.
//
//   "last summer"            Deictic{season summer, step -1}
//   "November 2022"          Fields{year 2022, month 11}
//   "nearly two years ago"   Shifted{-1, Hedged{nearly, Length{2 year}}}
//   "the first week of May"  Nth{1, week, of Fields{month 5}}
//
// Values hold no day of their own unless the text states one; resolve/ brings the anchor.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/bounds.h"
#include "match/matcher.h"

namespace annals {

struct Value;
using Box = std::shared_ptr<const Value>;

// What a step or an ordinal counts: units, or the months, weekdays, ... of one name.
struct Target {
  enum class Kind : std::uint8_t {
    none,
    unit,
    month,
    weekday,
    season,
    quarter,
    half,
    part_of_day,
    day,
    fiscal_year,
    feast
  } kind = Kind::none;
  Granularity unit = Granularity::day;
  int index = 0;  // month 1..12, weekday 1..7, season 0..3, quarter 1..4, half 1..2, day of the month 1..31
  std::string sign;  // part of day: MO MI AF EV NI DT; feast: its code (calendar/feast.h)
  bool operator==(const Target&) const = default;
};

// What a relative value counts from: the article's day, the date told last, or the quarter under report.
enum class Hang : std::uint8_t { article, reference, quarter };

// How a date is told, where that is not today's way.
struct Telling {
  std::string era;        // a row of the table `eras`: AUC, AH, BP, ...; not BC and AD
  std::string calendar;   // its name (calendar/calendars.h)
  std::string reckoning;  // OS, NS
  std::string reading;    // ocr, quaker: a word that was mended or stands for another
  std::string point;      // KAL, NON or ID: `count` days before it, itself included
  int count = 0, dual_year = -1, indiction = 0;
  bool operator==(const Telling&) const = default;
};

struct Fields {              // op date: the fields that were said
  std::optional<Year> year;  // astronomical
  bool short_year = false;   // two digits: the century is the article's matter
  int month = 0, day = 0, weekday = 0, week = 0, quarter = 0, half = 0;
  int season = -1;
  bool weekend = false, fiscal = false;
  bool era_said = false;                            // BC or AD stands beside it
  bool unsure_order = false;                        // 05/04: the day and the month may be the other way round
  std::string feast;                                // its code (calendar/feast.h)
  std::optional<Year> decade;                       // its first year, or 90 for "the nineties"
  std::optional<std::int64_t> century, millennium;  // 19 for the 19th; 0 is the first before Christ
  Hang hang = Hang::article;
  std::shared_ptr<const Telling> telling;  // null: as dates are told today
  bool operator==(const Fields&) const = default;
};

struct TimeOfDay {  // op time
  int hour = -1, minute = -1, second = -1;
  std::string part;  // MO MI AF EV NI DT, or empty
  std::optional<int> offset_minutes;
  bool utc = false;
  bool half_said = false;  // a.m., p.m. or "in the evening" settles which half of the clock is meant
  bool in_words = false;   // "ten to eleven", "eleven o'clock": nobody counts to 24 so
  Box on;                  // the date it belongs to, where said
};

// "at three in the afternoon": a part of the day settles which half of the clock is meant.
void apply_part(std::string_view of_day, TimeOfDay& time);

struct Length {  // op duration; amounts in units
  struct Piece {
    double amount = 0;  // negative: unsaid ("several years", "days")
    Granularity unit = Granularity::day;
    bool operator==(const Piece&) const = default;
  };
  std::vector<Piece> pieces;  // "two years and three months"
  double up_to = 0;           // "four to six weeks": the larger amount, 0 where there is one
};

struct Deictic {  // at, previous, next
  Target target;
  int step = 0;  // 0 the one that holds the anchor, -1 the latest one over, 1 the first to come
  Hang hang = Hang::article;
  Box of;  // previous or next of a date said: "the day before 5 May"
};

struct Shifted {  // ago, hence
  Box by;         // a Length, perhaps hedged
  int sign = 1;
  Hang hang = Hang::article;
  Box from;  // counted from a date said, where one is
};

struct SoFar {
  Granularity unit = Granularity::month;
  bool rest = false;
  Hang hang = Hang::article;
};

struct Nth {
  int ordinal = 1;  // -1 the last
  Target target;
  double count = 1;  // "the first three weeks"
  Box of;            // where missing, the period that holds the anchor
  Hang hang = Hang::article;
};

struct PartOf {
  std::string part;  // a row of the table `parts`: early, mid, late, ...
  Box of;
};

struct Hedged {
  std::string hedge;  // a row of the table `hedges`
  Box of;
};

struct SpanOf {
  Box from, to;
};

struct Window {  // past, coming
  Box length;
  int sign = -1;
  Hang hang = Hang::article;
};

struct Recurrence {   // set
  Target target;      // every Friday, every month
  double amount = 1;  // every two weeks
  double times = 0;   // twice a ...
  Box date;           // every 5 May
  Box length;
};

struct Vague {
  std::string reference;  // PRESENT_REF, PAST_REF, FUTURE_REF
};

struct Open {  // since, until
  Box date;
  bool since = true;
  bool beyond = false;  // before and after: the date itself is not in it
};

struct OneOf {
  std::vector<Box> dates;
};

struct Named {  // op period
  std::string table, row;
  int year = 0;  // which of its years; 0: all of it
  int month = 0, day = 0;
  std::string feast;
};

struct Value {
  std::variant<Fields, TimeOfDay, Length, Deictic, Shifted, SoFar, Nth, PartOf, Hedged, SpanOf, Window,
               Recurrence, Vague, Open, OneOf, Named>
      said;
};

// The value of a match, by the `means` of its rule.
Value read_value(const Match& match);
// Where the two ends of a range stand whose rule says `apart`,
// and the rules they fitted; empty for other matches.
struct End {
  Span span;
  const Rule* rule = nullptr;
};
std::vector<End> read_ends(const Match& match);

}  // namespace annals
