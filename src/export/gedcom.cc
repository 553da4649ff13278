// GEDCOM 7: the events of each article under one person record that stands for the article, since GEDCOM
// hangs events on persons and families; a genealogy program moves them to whom they belong.
//
//   1 EVEN The tribune was stabbed
//   2 TYPE Event
//   2 DATE 13 MAR 44 BCE
//   3 PHRASE 13 March 44 BC
//
// Dates are BET ... AND ... for some time within, FROM ... TO for spans, BEF and AFT for open ends, ABT where
// the text hedged. There is no year zero.
#include <array>

#include "export/escape.h"
#include "export/row.h"
#include "export/said_date.h"
#include "export/when.h"

namespace annals {
namespace {

std::string print(const SaidDate& said) {
  constexpr std::array months = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                 "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  std::string text;
  if (said.day > 0) text += std::to_string(said.day) + " ";
  if (said.month > 0) text += std::string(months[static_cast<std::size_t>(said.month) - 1]) + " ";
  return text + (said.year > 0 ? std::to_string(said.year) : std::to_string(1 - said.year) + " BCE");
}

// The date next to the window, for GEDCOM's BEF and AFT leave out the date they name: "..1611" is BEF 1612.
std::string beside(const SaidDate& said, Day day) {
  const Civil date = to_civil(day);
  return print({date.year, said.month > 0 ? date.month : 0, said.day > 0 ? date.day : 0});
}

std::string date_of(const Event& event) {
  const SaidDates said = said_dates(event);
  const bool closed = event.when.latest_end.has_value(), span = event.extent == Extent::span;
  if (!said.first && !said.last) return "";
  if (!said.first)
    return span ? "TO " + print(*said.last) : "BEF " + beside(*said.last, event.when.latest_end->day + 1);
  if (!closed)
    return span ? "FROM " + print(*said.first)
                : "AFT " + beside(*said.first, event.when.earliest_start->day - 1);
  if (!said.last) return (event.approximate ? "ABT " : "") + print(*said.first);
  if (span) return "FROM " + print(*said.first) + " TO " + print(*said.last);
  return "BET " + print(*said.first) + " AND " + print(*said.last);
}

// A line's payload may not begin with @ but doubled, and stands on one line.
std::string payload(std::string_view text) {
  const std::string line = one_line(text);
  return line.empty() || line.front() != '@' ? line : "@" + line;
}

void append_event(const Timeline& timeline, const Event& event, std::ostream& out) {
  out << "1 EVEN " << payload(event.headline) << "\n2 TYPE Event\n";
  const std::string date = date_of(event), words = words_of_expression(timeline, event);
  if (!date.empty()) out << "2 DATE " << date << '\n';
  if (!date.empty() && !words.empty()) out << "3 PHRASE " << payload(words) << '\n';
  if (!event.where.empty()) out << "2 PLAC " << payload(event.where.front().text) << '\n';
  out << "2 SOUR @S" << event.source + 1 << "@\n3 DATA\n4 TEXT "
      << payload(words_of(timeline, event.source, event.sentence)) << '\n';
}

}  // namespace

Losses write_gedcom(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  out << "0 HEAD\n1 GEDC\n2 VERS 7.0\n1 SOUR annals\n";
  for (std::size_t n = 0; n < timeline.sources.size(); ++n) {
    out << "0 @I" << n + 1 << "@ INDI\n1 NAME " << payload(valid_utf8(timeline.sources[n].article.id))
        << '\n';
    for (const Event& event : timeline.events) {
      if (event.source == n) append_event(timeline, event, out);
    }
  }
  for (std::size_t n = 0; n < timeline.sources.size(); ++n) {
    out << "0 @S" << n + 1 << "@ SOUR\n1 TITL " << payload(name_of(timeline.sources[n].article)) << '\n';
  }
  out << "0 TRLR\n";
  for (const Event& event : timeline.events) {
    if (date_of(event).empty()) losses.push_back({"GEDCOM needs a year", event.id});
    if (event.approximate && date_of(event).rfind("ABT", 0) != 0)
      losses.push_back({when(event) + ": GEDCOM has no ABT within BET or FROM", event.id});
    if (event.extent == Extent::span && !said_dates(event).sharp)
      losses.push_back(
          {when(event) + ": GEDCOM keeps the outer dates of a span with blurred ends", event.id});
  }
  lose_clocks(timeline, "GEDCOM", losses);
  lose_links(timeline, "GEDCOM", losses);
  lose_undated(timeline, "GEDCOM", losses);
  return losses;
}

}  // namespace annals
