// Two invented articles and the timeline a reader would make of them, for the writers to write.
#pragma once
#include <sstream>
#include <string>

#include "export/export.h"

namespace annals::sample {

inline Span find(const Article& article, const std::string& words) {
  const std::size_t at = article.text.find(words);
  return {at, at + words.size()};
}

inline Moment moment(const std::string& text) { return *parse_moment(text); }
inline Bounds within(const std::string& first, const std::string& last) {
  return instant_within(interval(moment(first), moment(last)));
}

inline Resolved timex(const Article& article, const std::string& words, const std::string& value,
                      const Bounds& bounds = {}, std::string_view rule = "") {
  Resolved timex;
  timex.span = find(article, words);
  timex.value = value;
  timex.bounds = bounds;
  timex.placed = bounds != Bounds();
  timex.rule = rule;
  return timex;
}

inline Event event(const Article& article, const std::string& id, const std::string& head,
                   const std::string& sentence, const Bounds& when, Granularity precision) {
  Event event;
  event.id = id;
  event.head = find(article, head);
  event.sentence = find(article, sentence);
  event.headline = sentence;
  event.when = when;
  event.precision = precision;
  return event;
}

inline Source ferry() {
  Source source;
  Article& a = source.article;
  a.id = "ferry";
  a.path = "news/ferry.txt";
  a.title = "The ferry";
  a.date = moment("1921-05-02");
  a.text =
      "date 1921-05-02\nŽofie's ferry sank off Ebba\r\nlast month. The tribune was stabbed on 13 March 44 "
      "BC. The quay, "
      "<No. 1 & 2>, was built before 1612. Nearly two years after the loss it was sold. Once there was an "
      "inn.";
  source.expressions = {
      timex(a, "last month", "1921-04", interval(month_period(1921, 4)), "last-unit"),
      timex(a, "13 March 44 BC", "BC0044-03-13", interval(moment("-0043-03-13"), moment("-0043-03-13")),
            "day"),
      timex(a, "1612", "1612", interval(year_period(1612)), "year"),
      timex(a, "Nearly two years", "P2Y", {}, "duration"),
      timex(a, "Once", "PAST_REF", {}, "vague"),
  };
  source.expressions[0].edtf = "1921-04";
  source.expressions[0].anchor = {AnchorKind::article, a.date, {}};
  source.expressions[1].edtf = "-0043-03-13";
  source.expressions[2].edtf = "1612";
  source.expressions[3].type = TimexType::duration;
  source.expressions[3].mod = "LESS_THAN";
  source.expressions[3].anchor.kind = AnchorKind::event;
  return source;
}

inline Source logbook() {
  Source source;
  Article& a = source.article;
  a.id = "log";
  a.text = "The pilot landed at half past nine.";
  const Moment at = moment("1924-03-13T09:30-05:00");
  source.expressions = {timex(a, "half past nine", "1924-03-13T09:30", interval(at, at), "clock")};
  source.expressions[0].type = TimexType::time;
  return source;
}

inline Timeline timeline() {
  Timeline t;
  t.sources = {ferry(), logbook()};
  const Article& a = t.sources[0].article;
  Event stabbed = event(a, "ev-stab", "stabbed", "The tribune was stabbed on 13 March 44 BC.",
                        within("-0043-03-13", "-0043-03-13"), Granularity::day);
  stabbed.headline = "The tribune was stabbed";
  stabbed.edtf = "-0043-03-13";
  stabbed.time = 1;
  stabbed.note = "calendar: julian";

  Bounds before_1612;
  before_1612.latest_start = before_1612.latest_end = moment("1611-12-31");
  Event built = event(a, "ev-quay", "built", "The quay, <No. 1 & 2>, was built before 1612.", before_1612,
                      Granularity::year);
  built.headline = "The quay, <No. 1 & 2>, was built";
  built.edtf = "../1611";
  built.time = 2;

  Event sank = event(a, "ev-sank", "sank", "Žofie's ferry sank off Ebba\r\nlast month.",
                     instant_within(interval(month_period(1921, 4))), Granularity::month);
  sank.headline = "Žofie's ferry sank off Ebba";
  sank.edtf = "1921-04";
  sank.time = 0;
  sank.confidence = 0.79;
  sank.who = {{0, find(a, "Žofie"), "Žofie"}};
  sank.where = {{0, find(a, "Ebba"), "Ebba"}};
  sank.mentions = {{0, sank.head, "sank"}, {1, {10, 16}, "landed"}};

  Event sold = event(a, "ev-sold", "sold", "Nearly two years after the loss it was sold.",
                     within("1922-10-01", "1923-04-30"), Granularity::month);
  sold.headline = "=sold, \"as seen\"";
  sold.edtf = "[1922-10..1923-04]";
  sold.approximate = true;
  sold.basis = Basis::derived;
  sold.status = Status::possible;
  sold.time = 3;
  sold.links = {{"after", "ev-sank", "nearly two years after"}};
  sold.conflicts = {{"1923 against 1924", {{0, sold.head, "sold"}}}};

  const Article& log = t.sources[1].article;
  const Moment at = *t.sources[1].expressions[0].bounds.earliest_start;
  Event landed = event(log, "ev-land", "landed", "The pilot landed at half past nine.", interval(at, at),
                       Granularity::minute);
  landed.source = 1;
  landed.headline = "The pilot landed";
  landed.edtf = "1924-03-13T09:30-05:00";
  landed.time = 0;

  t.events = {stabbed, built, sank, sold, landed};
  Undated once;
  once.span = find(a, "Once");
  once.text = "Once";
  once.reason = "vague: the past";
  once.time = 4;
  once.sentence = find(a, "Once there was an inn.");
  t.undated = {once};
  return t;
}

// What the ferry's timeline has none of: the deep past, a century BC, one of two years, spans whose ends are
// windows, a season, a decade, an open end.
inline Timeline ages() {
  Timeline t;
  Source source;
  Article& a = source.article;
  a.id = "ages";
  a.path = "books/ages.epub";
  a.title = "The coast";
  a.date = moment("1998-02-27");
  a.date_from = "dc:date";
  a.text = "It fell. It rose. It was let. It was held. It froze. It grew. It stands.";
  const Day deep = to_day({-65998000, 1, 1}), deep_end = to_day({-65998000, 12, 31});
  struct Row {
    const char *id, *head, *sentence, *edtf;
    Bounds when;
    Granularity precision;
    Extent extent;
  };
  const auto span = [](const char* from, const char* at_last, const char* at_first, const char* to) {
    return Bounds{moment(from), moment(at_last), moment(at_first), moment(to)};
  };
  Bounds open = span("1960-01-01", "1960-12-31", "1960-01-01", "1960-12-31");
  open.latest_end.reset();
  const Row rows[] = {
      {"ev-fell", "fell", "It fell.", "Y-65998000", instant_within(interval({deep, {}}, {deep_end, {}})),
       Granularity::year, Extent::instant},
      {"ev-rose", "rose", "It rose.", "-0199/-0100",
       span("-0199-01-01", "-0199-01-01", "-0100-12-31", "-0100-12-31"), Granularity::century, Extent::span},
      {"ev-let", "let", "It was let.", "[1667,1668]", within("1667-01-01", "1668-12-31"), Granularity::year,
       Extent::instant},
      {"ev-held", "held", "It was held.", "1914-09/1919",
       span("1914-09-01", "1914-11-30", "1918-01-01", "1919-12-31"), Granularity::season, Extent::span},
      {"ev-froze", "froze", "It froze.", "1946-24", within("1946-12-01", "1947-02-28"), Granularity::season,
       Extent::instant},
      {"ev-grew", "grew", "It grew.", "195X", within("1950-01-01", "1959-12-31"), Granularity::decade,
       Extent::instant},
      {"ev-stands", "stands", "It stands.", "1960/..", open, Granularity::year, Extent::span},
  };
  for (const Row& row : rows) {
    Event made = event(a, row.id, row.head, row.sentence, row.when, row.precision);
    made.edtf = row.edtf;
    made.extent = row.extent;
    t.events.push_back(made);
  }
  t.sources = {source};
  return t;
}

// The same with the first article alone.
inline Timeline one_article() {
  Timeline t = timeline();
  t.sources.pop_back();
  t.events.pop_back();
  t.events[2].mentions.pop_back();
  return t;
}

template <typename Write>
std::string written(Write write, const Timeline& timeline, const ExportOptions& options = {},
                    Losses* losses = nullptr) {
  std::ostringstream out;
  const Losses lost = write(timeline, options, out);
  if (losses != nullptr) *losses = lost;
  return out.str();
}

inline std::string to_string(const Losses& losses) {
  std::string text;
  for (const Loss& loss : losses) text += (loss.row.empty() ? "" : loss.row + ": ") + loss.what + "\n";
  return text;
}

}  // namespace annals::sample
