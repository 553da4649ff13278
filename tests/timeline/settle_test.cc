// Relative links, contradictions, order and merging, on events made by hand.
#include "timeline/settle.h"

#include "catch.h"
#include "event/marked.h"
#include "timeline/merge.h"
#include "timeline/order.h"

using namespace annals;
using namespace annals::testing;

namespace {

Event event_of(const std::string& lemma, const std::string& when, double confidence = 0.8) {
  Event event;
  event.id = "ev-" + lemma + when;
  event.lemma = lemma;
  event.dated = !when.empty();
  if (event.dated) event.when = instant_within(parse_edtf(when).value());
  event.edtf = when;
  event.confidence = confidence;
  event.mentions.push_back({0, {0, 1}, lemma});
  return event;
}

Relation relation_of(Link::Way way, std::size_t other, Link distance = {}) {
  Relation relation;
  relation.way = way;
  relation.other = other;
  relation.distance = distance;
  relation.measured = distance.most_days != 0 || distance.most_months != 0;
  relation.confidence = 0.8;
  return relation;
}

Link months(std::int64_t least, std::int64_t most) { return {Link::Way::after, 0, 0, least, most, 0}; }
Link days(std::int64_t least, std::int64_t most) { return {Link::Way::after, least, most, 0, 0, 0}; }

}  // namespace

TEST_CASE("a distance shifts a window by the calendar") {
  const struct {
    const char* from;
    Link distance;
    int sign;
    const char* to;
  } rows[] = {
      {"2022-11", months(18, 24), -1, "2020-11-01..2021-05-31/2020-11-01..2021-05-31"},
      {"2019-05-10", months(18, 24), 1, "2020-11-10..2021-05-10/2020-11-10..2021-05-10"},
      {"1936-09-27", days(2, 2), 1, "1936-09-29/1936-09-29"},
      {"2024-02", months(12, 12), 1, "2025-02-01..2025-02-28/2025-02-01..2025-02-28"},
      {"1790-05-03", {Link::Way::age, 0, 0, 384, 396, 0}, 1, "1822-05-03..1823-05-02/1822-05-03..1823-05-02"},
      {"2023-01-31", months(1, 1), 1, "2023-02-28/2023-02-28"},
  };
  for (const auto& row : rows) {
    INFO(row.from);
    CHECK(to_string(shifted(instant_within(parse_edtf(row.from).value()), row.distance, row.sign)) == row.to);
  }
}

TEST_CASE("one end with a date gives the other its window") {
  std::vector<Event> events{event_of("restore", "2022-11"), event_of("ban", "")};
  events[0].relations.push_back(relation_of(Link::Way::after, 1, months(18, 24)));
  settle(events, parse_moment("2024-03-13"));
  CHECK(to_string(events[1].when) == "2020-11-01..2021-05-31/2020-11-01..2021-05-31");
  CHECK(events[1].basis == Basis::derived);
  CHECK(events[1].approximate);
  CHECK(to_string(events[0].when) == "2022-11-01..2022-11-30/2022-11-01..2022-11-30");
}

TEST_CASE("what comes after a dated event is bounded by it, and by the article") {
  std::vector<Event> events{event_of("meet", "2024-03-01"), event_of("write", "")};
  events[1].relations.push_back(relation_of(Link::Way::after, 0));
  settle(events, parse_moment("2024-03-13"));
  CHECK(to_string(events[1].when) == "2024-03-01..2024-03-13/2024-03-01..2024-03-13");
}

TEST_CASE("since and until give what lasts one of its edges") {
  std::vector<Event> events{event_of("burn", "1848"), event_of("stand", ""), event_of("live", "")};
  events[1].relations.push_back(relation_of(Link::Way::since, 0));
  events[2].relations.push_back(relation_of(Link::Way::until, 0));
  settle(events, parse_moment("1851-03-13"));
  CHECK(to_string(events[1].when) == "1848-01-01..1848-12-31/1848-01-01..");
  CHECK(to_string(events[2].when) == "..1848-12-31/1848-01-01..1848-12-31");
  CHECK(events[1].extent == Extent::span);
}

TEST_CASE("a contradiction is shown on all it touches, and the weakest gives way") {
  std::vector<Event> events{event_of("die", "1846-03-23", 0.9), event_of("follow", "1850-08-28", 0.5)};
  events[1].relations.push_back(relation_of(Link::Way::after, 0, months(114, 126)));
  settle(events, {});
  REQUIRE(events[0].conflicts.size() == 1);
  REQUIRE(events[1].conflicts.size() == 1);
  CHECK(events[0].conflicts[0].between.size() == 3);
  CHECK(to_string(events[0].when) == "1846-03-23/1846-03-23");
  CHECK(events[1].when.earliest_start->day > parse_day("1855-08-31").value());
  CHECK(events[1].when.latest_start->day < parse_day("1856-10-31").value());
  CHECK(events[1].conflicts[0].what.find("1850-08-28") == 0);
}

TEST_CASE("order goes by the middle of the window, corrected by what is certain") {
  const std::vector<Event> events{event_of("c", "1931"), event_of("a", "1930-05-01"), event_of("b", "193X"),
                                  event_of("d", "1931-02-01")};
  CHECK(order(events, {}) == std::vector<std::size_t>{1, 3, 0, 2});
  CHECK(order(events, {{2, 1}}) == std::vector<std::size_t>{3, 0, 2, 1});
  CHECK(order(events, {{1, 3}, {3, 1}}).size() == 4);  // a circle stops nothing
}

TEST_CASE("one event told twice is one row") {
  const WordLists& lists = english_events().lists();
  const auto named = [](Event event, const char* who) {
    event.who.push_back({0, {0, 1}, who});
    return event;
  };
  std::vector<Event> events{
      named(event_of("proclaim", "1859"), "Ada Wren"), named(event_of("proclaim", "1859-09-17"), "Wren"),
      named(event_of("proclaim", "1859-10"), "Rehn"), named(event_of("proclaim", "1861"), "Wren")};
  merge_mentions(events, lists);
  REQUIRE(events.size() == 3);
  CHECK(to_string(events[0].when) == "1859-09-17/1859-09-17");
  CHECK(events[0].mentions.size() == 2);
}
