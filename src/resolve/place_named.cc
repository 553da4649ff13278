// Reigns and periods that a gazetteer names, their years, and sets of dates.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "calendar/digits.h"
#include "calendar/reign.h"
#include "resolve/placing.h"
#include "resolve/table_row.h"

namespace annals {
namespace {

struct Bound {
  CalendarDate date;
  bool day = false;  // a day, or a whole year
};

// A row's days stand in the calendar of their time and place, its years in today's where it names none.
std::optional<Bound> bound_of(const TableRow& row, const char* column) {
  const std::string text = text_of(row, column);
  if (const auto civil = parse_civil(text)) {
    const bool old = *civil < Civil{1582, 10, 15};
    const auto calendar =
        calendar_named(text_of(row, "calendar")).value_or(old ? Calendar::julian : Calendar::gregorian);
    return Bound{{calendar, civil->year, civil->month, civil->day}, true};
  }
  const bool last = std::string_view(column) == "to";
  Reader reader(text);
  const auto year = reader.year();
  if (!year || !reader.done()) return {};
  const auto calendar = calendar_named(text_of(row, "calendar")).value_or(Calendar::gregorian);
  const auto days = days_of_year(calendar, *year);
  if (!days) return {};
  return Bound{*in_calendar(calendar, last ? days->last : days->first), false};
}

// How the years of a reign are counted: from its first day, from a feast ("E+39": John's began on Ascension
// Day), or by years of the calendar.
std::optional<Reign> reign_of(const TableRow& row) {
  const auto from = bound_of(row, "from"), to = bound_of(row, "to");
  if (!from) return {};
  Reign out;
  out.first = from->date;
  if (to) out.last = to->date;
  const std::string count = text_of(row, "count");
  if (count == "calendar" || !from->day) {
    out.turn = ReignTurn::new_year;
  } else if (count.starts_with("E+")) {
    out.turn = ReignTurn::feast;
    std::from_chars(count.data() + 2, count.data() + count.size(), out.from_easter);
  }
  return out;
}

// Until when its years were the moon's and no table has them.
Year last_year_of_moon(const TableRow& row) {
  const auto found = row.find("moon");
  return found == row.end() ? -farthest_year : static_cast<Year>(found->second.number);
}

std::string label_of(const std::string& name, const TableRow& row) {
  const std::string region = text_of(row, "region");
  return fmt::format("{}{}{} ({})", name, region.empty() ? "" : ", ", region, text_of(row, "source"));
}

bool same_region(const std::string& said, const std::string& region) {
  return said.size() == region.size() && std::equal(said.begin(), said.end(), region.begin(),
                                                    [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

void keep(std::vector<GazetteerRow>& rows, auto wanted) {
  if (rows.size() > 1 && std::any_of(rows.begin(), rows.end(), wanted))
    std::erase_if(rows, [&](const auto& row) { return !wanted(row); });
}

std::optional<Period> whole(Granularity grain, const DaySpan& span) {
  const Period period = containing(grain, span.first);
  if (first_day(period) != span.first || last_day(period) != span.last) return {};
  return period;
}

// Readings of several places: all of them, marked.
void add_reading(Draft& all, const Draft& one) {
  all.uncertain = true;
  all.period.reset();
  all.bounds.earliest_start = std::min(all.bounds.earliest_start, one.bounds.earliest_start);
  all.bounds.latest_start = std::max(all.bounds.latest_start, one.bounds.latest_start);
  all.bounds.earliest_end = std::min(all.bounds.earliest_end, one.bounds.earliest_end);
  all.bounds.latest_end = std::max(all.bounds.latest_end, one.bounds.latest_end);
}

}  // namespace

// The rows of a name: its own, or those of several places, of which the document's region may choose.
std::vector<GazetteerRow> Placing::rows_of(const Named& x, const Table& table) const {
  std::vector<GazetteerRow> rows;
  for (const auto& [name, row] : table) {
    if ((name == x.row || text_of(row, "of") == x.row) && row.contains("from")) rows.emplace_back(name, &row);
  }
  if (const auto region = r_.settings().find("region"); region != r_.settings().end())
    keep(rows, [&](const auto& row) { return same_region(region->second, text_of(*row.second, "region")); });
  // "12 Henry IV" is an English year unless the document is French; a reign may be anyone's, theirs first.
  const auto usual = [](const auto& row) { return row.second->contains("usual"); };
  if (x.year > 0) keep(rows, usual);
  std::stable_partition(rows.begin(), rows.end(), usual);
  return rows;
}

// "4 May, 12 Henry VIII", "Michaelmas 12 Edward III": within that year, which lies in two of ours.
std::optional<Draft> Placing::within_reign_year(const Named& x, const DaySpan& span, Calendar calendar) {
  const Civil begins = reckoning().told(span.first);
  if (x.month > months_in(calendar)) return {};
  if (x.month && !x.day && calendar > Calendar::swedish) {
    const auto month = days_of_month(calendar, begins.year, x.month);
    if (!month) return {};
    return of_days(*month, Granularity::month);
  }
  if (x.month && !x.day)
    return of_period(month_period(begins.year + (x.month < begins.month ? 1 : 0), x.month));
  for (const Year year : {begins.year, begins.year + 1}) {
    const auto day = x.feast.empty() ? annals::to_day(CalendarDate{calendar, year, x.month, x.day})
                                     : reckoning().feast(x.feast, year);
    if (day && span.first <= *day && *day <= span.last) return of_period(day_period(*day));
  }
  return {};
}

Draft Placing::year_of_reign(const Named& x, const GazetteerRow& row) {
  const auto reign = reign_of(*row.second);
  const auto span = reign ? regnal_year(*reign, x.year) : std::nullopt;
  if (!span) return unplaced("XXXX", fmt::format("{} has no year {}", row.first, x.year));
  if (to_civil(span->first).year <= last_year_of_moon(*row.second)) {
    Draft d = of_period(containing(Granularity::year, span->first));
    d.approximate = true;
    d.note = x.month || x.day ? "its months were the moon's, which are not counted here: only the year"
                              : "a year of the moon, which began some weeks after ours";
    return d;
  }
  if (x.month || !x.feast.empty()) {
    if (const auto found = within_reign_year(x, *span, reign->first.calendar)) return *found;
    return unplaced("XXXX", fmt::format("no such day in year {} of {}", x.year, row.first));
  }
  return of_days(*span, Granularity::year);
}

Draft Placing::of_days(const DaySpan& span, Granularity grain) {
  const auto period = whole(grain, span);
  return period ? of_period(*period) : stretch(span.first, span.last, grain);
}

Draft Placing::whole_reign(const TableRow& row) {
  const auto from = bound_of(row, "from"), to = bound_of(row, "to");
  const auto first = from ? annals::to_day(from->date) : std::nullopt,
             last = to ? annals::to_day(to->date) : first;
  if (!first || !last) return unplaced("XXXX", "beyond the calendar");
  Draft d = stretch(*first, *last, Granularity::year);
  if (!to) d.bounds.earliest_end = d.bounds.latest_end = std::nullopt;
  if (to && !from->day && !to->day) {
    d.value = timex3(year_period(from->date.year));
    if (to->date.year != from->date.year) d.value += "/" + timex3(year_period(to->date.year));
  }
  d.approximate = text_of(row, "note") == "approximate";
  return d;
}

Draft Placing::place(const Named& x) {
  const auto table = r_.book().tables.find(x.table);
  if (table == r_.book().tables.end()) return unplaced("XXXX", "no such gazetteer");
  std::optional<Draft> out;
  std::string labels, reason = fmt::format("{} has no row {}", x.table, x.row);
  for (const GazetteerRow& row : rows_of(x, table->second)) {
    Draft d = x.year > 0 ? year_of_reign(x, row) : whole_reign(*row.second);
    if (!d.placed) {
      reason = d.reason;
      continue;
    }
    labels += (labels.empty() ? "" : " or ") + label_of(row.first, *row.second);
    if (!d.note.empty()) labels += "; " + d.note;
    if (out) {
      add_reading(*out, d);
    } else {
      out = std::move(d);
    }
  }
  if (!out) return unplaced("XXXX", reason);
  out->note = labels;
  step("{} {}: {}", x.table, labels, to_string(out->bounds));
  return *out;
}

// One of several dates: EDTF says so as a set, the bounds reach from the first to the last.
Draft Placing::place(const OneOf& x) {
  std::vector<Draft> drafts;
  std::vector<Value> values;
  for (const Box& date : x.dates) values.push_back(*date);
  const Fields* last = nullptr;
  for (const Value& value : values) {
    const auto* span = std::get_if<SpanOf>(&value.said);
    const Value& end = span && span->to ? *span->to : value;
    if (const auto* fields = std::get_if<Fields>(&end.said)) last = fields;
  }
  for (Value& value : values) {
    auto* fields = std::get_if<Fields>(&value.said);
    if (fields && last && last->year && *last->year <= 0 && fields->year && *fields->year > 0 &&
        !fields->era_said)
      fields->year = 1 - *fields->year;
    if (fields && last && !fields->year && last->year) fields->year = last->year;
    if (fields && last && fields->century && last->century && *last->century <= 0 && *fields->century > 0)
      fields->century = 1 - *fields->century;
    drafts.push_back(draft(value));
  }
  Draft d = drafts.front();
  std::string set;
  for (const Draft& one : drafts) {
    if (!one.placed) return one;
    std::string text = edtf(one.bounds, {}, one.grain, seasons());
    if (const std::size_t slash = text.find('/'); slash != std::string::npos) text.replace(slash, 1, "..");
    set += (set.empty() ? "" : ",") + text;
    add_reading(d, one);
  }
  d.edtf = "[" + set + "]";
  d.note = fmt::format("one of {}", drafts.size());
  step("{}", d.edtf);
  return d;
}

}  // namespace annals
