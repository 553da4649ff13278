// Something that happened, as an article tells it, with the
// window in which it happened and the words that say so.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/bounds.h"
#include "resolve/resolved.h"
#include "text/span.h"

namespace annals {

enum class Basis : std::uint8_t { stated, derived, narrative, tense };  // how its window was found
enum class Extent : std::uint8_t { instant, span, unknown };
enum class Status : std::uint8_t { actual, reported, planned, possible };
std::string_view to_string(Basis);
std::string_view to_string(Extent);
std::string_view to_string(Status);

struct Mention {           // a place in a source, and its words
  std::size_t source = 0;  // index into Timeline::sources
  Span span;
  std::string text;
};

struct EventLink {
  std::string relation;  // "after", "before", "same-event?", "certainly-before"
  std::string to;        // the other event's id
  std::string why;       // "nearly two years after: 2020-11-01..2021-05-31"
};

struct Conflict {
  std::string what;  // "1850-08-28 against 1855-09-01..1857-09-30"
  std::vector<Mention> between;
};

// One event's distance from another of the same article, as the text tells it: this one is `way` the other.
struct Relation {
  Link::Way way = Link::Way::after;
  std::size_t other = 0;  // index into the article's events
  bool measured = false;  // "two years after"; else only which came first
  Link distance;          // where measured
  double confidence = 0.7;
  Span span;  // the words that say so
};

struct Event {
  std::string
      id;  // "ev-5c2f...": a hash of document, sentence words, head word and count; outlives rule changes
  std::size_t source = 0;  // index into Timeline::sources
  Span head;               // its head word: "reached"
  std::string lemma;       // "reach"
  bool nominal = false;    // the head is a noun: "acquisition"
  bool past = false;       // the head is a finite verb in the past tense
  std::string headline;    // "Trump reached out to Elon Musk"
  Bounds when;
  std::string edtf;
  Granularity precision = Granularity::day;
  bool approximate = false, uncertain = false;
  Basis basis = Basis::stated;
  Extent extent = Extent::instant;
  Status status = Status::actual;
  std::string attributed_to;  // "the Washington Post report"
  std::vector<Mention> who, where;
  std::optional<std::size_t> time;  // index into Source::expressions: the expression that dates it
  Span sentence;
  double confidence = 0.5;  // 0..0.95
  std::vector<EventLink> links;
  std::vector<Conflict> conflicts;
  std::vector<Mention> mentions;    // every place that tells it, the first one included
  std::string note;                 // "calendar: julian (weekday proof)", the convention used, ...
  std::vector<std::string> why;     // trigger, attach rule and prior, link, constraint path
  bool landmark = false;            // only named by another one ("after his meeting"): no row of its own
  bool dated = true;                // has a time of its own; else its relations must give one
  std::vector<Relation> relations;  // what settling works on
  std::vector<std::string>
      also;  // lemmas that tell the same: "relieve" of "won ... when they relieved the city"
};

struct Undated {  // an expression or event that found no place, and why
  std::size_t source = 0;
  Span span;
  std::string text;
  std::string reason;  // "vague: the past", "no article date"
  std::string headline;
  std::optional<std::size_t> time;
  Span sentence;
};

}  // namespace annals
