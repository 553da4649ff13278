// Reading EDTF: each date becomes the stretch of days it
// covers, from which intervals and sets take their ends.
//
//   edtf     := date-time | date | bound "/" bound | "[" member {"," member} "]"
//   bound    := date | ".." | ""                    unknown (empty) and open are both open here
//   member   := date | [date] ".." [date]
//   date     := year ["-" ("XX" | month | code) ["-" ("XX" | day)]]     marks before and after each part
//   year     := ["-"] digits "X"s, four in all | "Y" ["-"] five digits or more
//             | "Y" ["-"] digits "E" zeros
//               and behind a full one "S" how many of its digits count: 1950S2 is 1900 to 1999
#include <algorithm>
#include <utility>

#include "calendar/bounds.h"
#include "calendar/digits.h"

namespace annals {
namespace {

struct Stretch {
  Day first, last;
  bool somewhere_inside = false;  // "1985-04-XX": one day of it
};
using Found = std::optional<Stretch>;

Stretch stretch(Period period, const Seasons& seasons = {}) {
  return {first_day(period, seasons), last_day(period, seasons)};
}

bool take_unknown(Reader& reader) { return reader.take('X') || reader.take('x') || reader.take('u'); }
bool take_unknown_pair(Reader& reader) {
  auto ahead = reader;
  if (!take_unknown(ahead) || !take_unknown(ahead)) return false;
  reader = ahead;
  return true;
}

using Years = std::optional<std::pair<Year, Year>>;

// "Y-66E6" is -66000000.
std::optional<Year> read_exponential(Reader& reader) {
  auto ahead = reader;
  ahead.take('Y');
  const bool before = ahead.take('-');
  auto year = ahead.digits(1, 14);
  if (!year || !ahead.take('E')) return {};
  auto zeros = ahead.digits(1, 2);
  for (; zeros && *zeros > 0 && *year <= farthest_year; --*zeros) *year *= 10;
  if (!zeros || *year > farthest_year) return {};
  reader = ahead;
  return before ? -*year : *year;
}

Years read_significant(Reader& reader, Year year) {
  if (!reader.take('S')) return std::pair(year, year);
  const auto count = reader.digits(1, 2);
  const Year size = year < 0 ? -year : year;
  Year width = 1;
  for (Year rest = size; rest >= 10; rest /= 10) width *= 10;  // where all of them counted but the first
  for (std::int64_t i = 1; count && i < *count && width > 1; ++i) width /= 10;
  if (!count || *count == 0) return {};
  const Year first = size / width * width;
  return year < 0 ? std::pair(1 - first - width, -first) : std::pair(first, first + width - 1);
}

// The first and last year; nothing for "-0000", which is no year.
Years read_years(Reader& reader) {
  if (reader.next() == 'Y') {
    auto year = read_exponential(reader);
    if (!year) year = reader.year();
    return year ? read_significant(reader, *year) : std::nullopt;
  }
  const bool before = reader.take('-');
  Year base = 0, width = 1;
  for (int i = 0; i < 4; ++i) {
    const auto digit = width == 1 ? reader.digits(1, 1) : std::nullopt;
    if (!digit && !take_unknown(reader)) return {};
    base = base * 10 + digit.value_or(0);
    if (!digit) width *= 10;
  }
  if (before && base == 0 && width == 1) return {};
  if (width == 1) return read_significant(reader, before ? -base : base);
  return before ? std::pair(1 - base - width, -base) : std::pair(base, base + width - 1);
}

// The draft wrote "?~" for both; LoC EDTF has one mark.
void read_marks(Reader& reader) {
  if (reader.take('%') || reader.take('~')) return;
  if (reader.take('?')) reader.take('~');
}

// 21-24 are the seasons asked for, 25-28 northern, 29-32 southern ones; 33-36 quarters, 40-41 halves.
Found read_code(Year year, int code, const Seasons& seasons) {
  if (code >= 21 && code <= 32) {
    const auto used = code <= 24 ? seasons : code <= 28 ? Seasons{3} : Seasons{9};
    return stretch(season_period(year, static_cast<Season>((code - 21) % 4), used), used);
  }
  if (code >= 33 && code <= 36) return stretch(quarter_period(year, code - 32));
  if (code == 40 || code == 41) return stretch(half_period(year, code - 39));
  return {};
}

// A month or a day, or neither known, with the marks before and after it.
struct Part {
  std::int64_t number = 0;
  bool unknown = false;
};
std::optional<Part> read_part(Reader& reader) {
  read_marks(reader);
  Part part;
  part.unknown = take_unknown_pair(reader);
  if (!part.unknown) {
    const auto number = reader.digits(2, 2);
    if (!number) return {};
    part.number = *number;
  }
  read_marks(reader);
  return part;
}

// What follows a year that is fully known: month or code, then day.
Found read_parts(Reader& reader, Year year, const Seasons& seasons) {
  const auto inside = [](Stretch whole) { return Stretch{whole.first, whole.last, true}; };
  const auto month = read_part(reader);
  if (!month) return {};
  if (month->number > 12) return read_code(year, static_cast<int>(month->number), seasons);
  if (!month->unknown && month->number == 0) return {};
  const auto whole = month->unknown ? stretch(year_period(year))
                                    : stretch(month_period(year, static_cast<int>(month->number)));
  if (!reader.take('-')) return month->unknown ? inside(whole) : whole;
  const auto day = read_part(reader);
  if (!day || (month->unknown && !day->unknown)) return {};
  if (day->unknown) return inside(whole);
  if (day->number < 1 || day->number > whole.last - whole.first + 1) return {};
  return Stretch{whole.first + (day->number - 1), whole.first + (day->number - 1)};
}

Found read_date(std::string_view text, const Seasons& seasons) {
  std::string draft;  // which wrote a lower-case y
  if (text.starts_with('y')) text = draft.append("Y").append(text.substr(1));
  Reader reader(text);
  read_marks(reader);
  const bool deep = reader.next() == 'Y';
  const auto years = read_years(reader);
  if (!years) return {};
  read_marks(reader);
  Found found = Stretch{to_day({years->first, 1, 1}), to_day({years->second, 12, 31})};
  if (!deep && reader.take('-')) {
    if (years->first != years->second) return {};
    found = read_parts(reader, years->first, seasons);
  }
  return reader.done() ? found : std::nullopt;
}

bool is_open(std::string_view text) {
  return text.empty() || text == ".." || text == "open" || text == "unknown";
}

std::optional<Bounds> read_interval(std::string_view start, std::string_view end, const Seasons& seasons) {
  if (start.empty() && end.empty()) return {};
  const auto from = read_date(start, seasons), to = read_date(end, seasons);
  if ((!from && !is_open(start)) || (!to && !is_open(end))) return {};
  if (from && to && to->last < from->first) return {};
  Bounds bounds;
  if (from) bounds.earliest_start = bounds.latest_start = Moment{from->first, {}};
  if (to) bounds.earliest_end = bounds.latest_end = Moment{to->last, {}};
  return bounds;
}

// One member of a set: the days it covers, open where it is open.
struct Member {
  std::optional<Moment> first, last;
};
std::optional<Member> read_member(std::string_view text, const Seasons& seasons) {
  const auto dots = text.find("..");
  const bool range = dots != std::string_view::npos;
  const auto start = text.substr(0, dots), end = range ? text.substr(dots + 2) : start;
  const auto from = read_date(start, seasons), to = read_date(end, seasons);
  if ((!from && !start.empty()) || (!to && !end.empty()) || (!from && !to)) return {};
  if (from && to && to->last < from->first) return {};
  Member member;
  if (from) member.first = Moment{from->first, {}};
  if (to) member.last = Moment{to->last, {}};
  return member;
}

// An empty optional is the open past among the firsts and the open future among the lasts.
std::optional<Bounds> read_set(std::string_view text, const Seasons& seasons) {
  std::optional<Member> hull;
  for (;;) {
    const auto comma = text.find(',');
    const auto member = read_member(text.substr(0, comma), seasons);
    if (!member) return {};
    if (!hull) hull = member;
    if (!member->first || (hull->first && *member->first < *hull->first)) hull->first = member->first;
    if (!member->last || (hull->last && *hull->last < *member->last)) hull->last = member->last;
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  return Bounds{hull->first, hull->last, hull->first, hull->last};
}

std::optional<Bounds> read_date_time(std::string_view text) {
  const auto moment = parse_moment(text);
  if (!moment || moment->clock->minute < 0 || text.front() == 'Y') return {};
  return interval(*moment, *moment);
}

}  // namespace

std::optional<Bounds> parse_edtf(std::string_view text, const Seasons& seasons) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']')
    return read_set(text.substr(1, text.size() - 2), seasons);
  if (const auto slash = text.find('/'); slash != std::string_view::npos)
    return read_interval(text.substr(0, slash), text.substr(slash + 1), seasons);
  if (text.find('T') != std::string_view::npos) return read_date_time(text);
  const auto found = read_date(text, seasons);
  if (!found) return {};
  const auto bounds = interval(found->first, found->last);
  return found->somewhere_inside ? instant_within(bounds) : bounds;
}

}  // namespace annals
