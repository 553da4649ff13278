// A time expression placed on the calendar: what the text says, where it lies, and why.
//
//   "last summer", article of 2024-03-13
//   DATE 2023-SU   2023-06-01/2023-08-31   season   EDTF 2023-22   rule last-season   anchor 2024-03-13
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/bounds.h"
#include "text/span.h"

namespace annals {

enum class TimexType : std::uint8_t { date, time, duration, set };
std::string_view to_string(TimexType type);  // "DATE", "TIME", "DURATION", "SET"

// What a relative expression hangs on. Explicit in every result.
enum class AnchorKind : std::uint8_t {
  none,        // nothing needed: "November 2022"
  article,     // the article's date: "last summer"
  expression,  // an earlier expression of the narrative: "two days later"
  dateline,    // the date line of a dispatch within the article
  event,       // an event, found later: "two years after the flood"
};
std::string_view to_string(AnchorKind kind);
struct Anchor {
  AnchorKind kind = AnchorKind::none;
  std::optional<Moment> at;               // the day counted from
  std::optional<std::size_t> expression;  // index into the article's expressions, for AnchorKind::expression
  bool operator==(const Anchor&) const = default;
};

// Where an expression measures the distance to an event the text names: "nearly two years after [the flood]".
struct Link {
  enum class Way : std::uint8_t { after, before, since, until, during, age };  // age: since the birth
  Way way = Way::after;
  std::int64_t least_days = 0, most_days = 0;  // the distance, hedges applied ("nearly two years" = 547..731)
  std::int64_t least_months = 0, most_months = 0;  // in whole months where the unit is a month or longer
  std::size_t target_begin = 0;  // byte behind the signal word, where the clause or noun phrase begins
  bool operator==(const Link&) const = default;
};
std::string_view to_string(Link::Way way);
std::optional<Link::Way> parse_way(std::string_view name);
std::string to_string(const Link& link);  // "after/547..731"

// Why a relative expression of an article that has no date lies nowhere.
inline constexpr char kNoArticleDate[] = "no article date";

struct Resolved {
  Span span;  // the TIMEX3 extent
  TimexType type = TimexType::date;
  std::string value;                   // TIMEX3: "2023-SU", "P2Y", "PAST_REF", "XXXX-10"
  std::string mod;                     // START MID END APPROX BEFORE AFTER LESS_THAN MORE_THAN ..., or empty
  std::string quant, freq;             // of sets
  std::string begin_value, end_value;  // of anchored durations: beginPoint and endPoint as TIMEX3 values
  std::string edtf;                    // empty where not placed
  Bounds bounds;        // the interval itself (an instant within it is the event layer's matter)
  bool placed = false;  // false: durations, sets, vague and unanchored ones; then `reason`
  std::string reason;   // kNoArticleDate, "vague: the past", "a length of time", ... empty where placed
  Granularity grain = Granularity::day;
  bool approximate = false, uncertain = false;
  Anchor anchor;
  std::optional<Link> link;              // pending on an event
  std::optional<std::size_t> span_to;    // this is the first half of a range; the index of its other half
  std::optional<std::size_t> span_from;  // this is the second half
  std::string_view rule;                 // the rule's name
  std::string_view page;                 // "rules/en/relative.yaml:12", where the rule stands
  std::string policy;                    // "past (tense: left)", where one decided
  std::string note;                      // "julian calendar (weekday proof)", the convention or source used
  std::vector<std::string> steps;        // only where asked for (explain, timeline)
};

}  // namespace annals
