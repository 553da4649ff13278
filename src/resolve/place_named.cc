// Reigns and periods that a gazetteer names, their years, and sets of dates.
#include <algorithm>
#include <cmath>

#include "calendar/digits.h"
#include "resolve/placing.h"

namespace annals {
namespace {

struct Bound {
  Civil date;
  bool day = false;  // a day, or a whole year
};

std::string text_of(const TableRow& row, const char* column) {
  const auto found = row.find(column);
  return found == row.end() ? "" : found->second.sign;
}

std::optional<Bound> bound_of(const TableRow& row, const char* column) {
  const std::string text = text_of(row, column);
  if (const auto civil = parse_civil(text)) return Bound{*civil, true};
  Reader reader(text);
  if (const auto year = reader.year(); year && reader.done()) return Bound{{*year, 1, 1}, false};
  return {};
}

// A row's days stand in the calendar of their time and place.
std::optional<Day> day_of(const TableRow& row, const Civil& date) {
  const auto said = calendar_named(text_of(row, "calendar"));
  const bool old = date < Civil{1582, 10, 15};
  return annals::to_day(CalendarDate{said.value_or(old ? Calendar::julian : Calendar::gregorian), date.year,
                                     date.month, date.day});
}

std::optional<Day> first_of(const TableRow& row) {
  const auto bound = bound_of(row, "from");
  if (!bound) return {};
  return bound->day ? day_of(row, bound->date) : std::optional(to_day({bound->date.year, 1, 1}));
}
std::optional<Day> last_of(const TableRow& row) {
  const auto bound = bound_of(row, "to");
  if (!bound) return {};
  return bound->day ? day_of(row, bound->date) : std::optional(to_day({bound->date.year, 12, 31}));
}

std::string label_of(const std::string& name, const TableRow& row) {
  const std::string region = text_of(row, "region");
  return fmt::format("{}{}{}", name, region.empty() ? "" : ", " + region,
                     " (" + text_of(row, "source") + ")");
}

bool same_region(const std::string& said, const std::string& region) {
  return said.size() == region.size() && std::equal(said.begin(), said.end(), region.begin(),
                                                    [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

}  // namespace

// The n-th year of a reign: from its day of accession, from a feast (John's years began on Ascension Day), or
// by years of the calendar.
std::optional<DaySpan> Placing::reign_year(const TableRow& row, int year) const {
  const auto from = bound_of(row, "from");
  if (!from) return {};
  const std::string count = text_of(row, "count");
  const auto begin = [&](Year n) -> std::optional<Day> {
    const Year of = from->date.year + n - 1;
    if (count == "calendar" || !from->day) return to_day({of, 1, 1});
    if (!count.empty() && count != "accession") return reckoning().feast(count, of);
    Civil date{of, from->date.month, from->date.day};
    if (date.month == 2 && date.day == 29) date.day = 28;
    return day_of(row, date);
  };
  const auto first = begin(year), next = begin(year + 1);
  if (!first || !next) return {};
  const auto last = last_of(row);
  DaySpan out{*first, *next - 1};
  if (last && *last < out.first) return {};
  if (last) out.last = std::min(out.last, *last);
  if (year == 1 && count != "calendar")
    if (const auto start = first_of(row)) out.first = std::max(out.first, *start);
  return out;
}

Draft Placing::place(const Named& x) {
  const auto table = r_.book().tables.find(x.table);
  if (table == r_.book().tables.end()) return unplaced("XXXX", "no such gazetteer");
  const auto region = r_.settings().find("region");
  std::vector<std::pair<std::string, const TableRow*>> rows;
  for (const auto& [name, row] : table->second) {
    if ((name == x.row || text_of(row, "of") == x.row) && row.contains("from")) rows.emplace_back(name, &row);
  }
  if (rows.size() > 1 && region != r_.settings().end()) {
    const auto here = [&](const auto& row) {
      return same_region(region->second, text_of(*row.second, "region"));
    };
    if (std::any_of(rows.begin(), rows.end(), here))
      std::erase_if(rows, [&](const auto& row) { return !here(row); });
  }
  // "12 Henry IV" is an English year unless the document is French.
  const auto usual = [](const auto& row) { return row.second->contains("usual"); };
  if (rows.size() > 1 && x.year > 0 && std::any_of(rows.begin(), rows.end(), usual))
    std::erase_if(rows, [&](const auto& row) { return !usual(row); });
  std::optional<Draft> out;
  std::string labels, reason;
  for (const auto& [name, row] : rows) {
    Draft d;
    if (x.year > 0) {
      const auto span = reign_year(*row, x.year);
      if (!span) {
        reason = fmt::format("{} has no year {}", name, x.year);
        continue;
      }
      d = stretch(span->first, span->last, Granularity::year);
      const Day middle = span->first;
      if (x.month) {
        std::optional<Day> hit;
        for (const Year year : {reckoning().told(middle).year, reckoning().told(middle).year + 1}) {
          if (!x.day) break;
          const auto day = day_of(*row, {year, x.month, x.day});
          if (day && span->first <= *day && *day <= span->last) hit = day;
        }
        if (x.day && !hit) {
          reason = fmt::format("no such day in year {} of {}", x.year, name);
          continue;
        }
        if (hit) {
          d = of_period(day_period(*hit));
        } else {
          const Civil begins = reckoning().told(span->first);
          d = of_period(month_period(begins.year + (x.month < begins.month ? 1 : 0), x.month));
        }
      } else if (!x.feast.empty()) {
        const Year year = reckoning().told(middle).year;
        for (const Year y : {year, year + 1}) {
          const auto day = reckoning().feast(x.feast, y);
          if (day && span->first <= *day && *day <= span->last) d = of_period(day_period(*day));
        }
      } else if (to_civil(span->first) == Civil{to_civil(span->first).year, 1, 1} &&
                 text_of(*row, "count") == "calendar") {
        d = of_period(year_period(to_civil(span->first).year));
      }
    } else {
      const auto first = first_of(*row), last = last_of(*row);
      if (!first) continue;
      d = stretch(*first, last.value_or(*first), Granularity::year);
      const auto from = bound_of(*row, "from"), to = bound_of(*row, "to");
      if (!last) d.bounds.earliest_end = d.bounds.latest_end = std::nullopt;
      if (from && to && !from->day && !to->day) {
        d.value = timex3(year_period(from->date.year));
        if (to->date.year != from->date.year) d.value += "/" + timex3(year_period(to->date.year));
      }
      if (const std::string note = text_of(*row, "note"); note == "approximate") d.approximate = true;
    }
    if (!labels.empty()) labels += " or ";
    labels += label_of(name, *row);
    if (!out) {
      out = std::move(d);
      continue;
    }
    // Readings of several places: all of them, marked.
    out->uncertain = true;
    out->period.reset();
    out->bounds.earliest_start = std::min(out->bounds.earliest_start, d.bounds.earliest_start);
    out->bounds.latest_start = std::max(out->bounds.latest_start, d.bounds.latest_start);
    out->bounds.earliest_end = std::min(out->bounds.earliest_end, d.bounds.earliest_end);
    out->bounds.latest_end = std::max(out->bounds.latest_end, d.bounds.latest_end);
  }
  if (!out)
    return unplaced("XXXX", reason.empty() ? fmt::format("{} has no row {}", x.table, x.row) : reason);
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
    d.bounds.earliest_start = std::min(d.bounds.earliest_start, one.bounds.earliest_start);
    d.bounds.latest_start = std::max(d.bounds.latest_start, one.bounds.latest_start);
    d.bounds.earliest_end = std::min(d.bounds.earliest_end, one.bounds.earliest_end);
    d.bounds.latest_end = std::max(d.bounds.latest_end, one.bounds.latest_end);
  }
  d.edtf = "[" + set + "]";
  d.uncertain = true;
  d.period.reset();
  d.note = fmt::format("one of {}", drafts.size());
  step("{}", d.edtf);
  return d;
}

}  // namespace annals
