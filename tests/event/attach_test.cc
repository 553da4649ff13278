// The attach page is held to its own examples: each sentence's time must reach the starred word by that very
// rule.
#include "event/attach.h"

#include <string>

#include "catch.h"
#include "event/marked.h"

using namespace annals;
using namespace annals::testing;

namespace {

struct Found {
  std::string rule, letters;
  Span head;
};

Found attach(const AttachExample& example) {
  Resolved time;
  time.span = example.time;
  time.placed = true;
  Reading reading;
  read_sentence(example.text, {0, example.text.size()}, {time}, 0, english().lexicon, *english().tagger,
                english_events().lists(), reading);
  const auto at = static_cast<std::uint32_t>(reading.letters.find('T'));
  const auto attached = english_events().attacher().attach(reading, at, at);
  if (!attached) return {"none", reading.letters, {}};
  return {attached->rule->name, reading.letters, reading.head(attached->chunk).span};
}

}  // namespace

TEST_CASE("attach rules keep their examples") {
  REQUIRE(english_rules().attach.size() > 10);
  for (const AttachRule& rule : english_rules().attach) {
    for (const AttachExample& example : rule.examples) {
      const Found found = attach(example);
      INFO(to_string(rule.place) << " " << rule.name << ": " << example.text << "\n" << found.letters);
      CHECK(found.rule == rule.name);
      CHECK(overlap(found.head, example.target));
    }
  }
}

TEST_CASE("attach rules keep away from their counter-examples") {
  for (const AttachRule& rule : english_rules().attach) {
    for (const AttachExample& example : rule.never) {
      const Found found = attach(example);
      INFO(to_string(rule.place) << " " << rule.name << ": " << example.text << "\n" << found.letters);
      CHECK(found.rule != rule.name);
    }
  }
}
