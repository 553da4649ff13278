// The guard `tag` asks how the first word of an expression is used in its sentence.
#include "catch.h"
#include "check.h"
#include "engine.h"

namespace annals {
namespace {

TEST_CASE("a guard asks the tagger how a word is used") {
  const struct {
    const char* guard;
    const char* found;
    const char* not_found;
  } rows[] = {
      {"when: {tag: verb}", "They will [walk] again.", "The walk was sudden."},
      {"unless: {tag: verb}", "The [walk] was sudden.", "They will walk again."},
      {"when: {tag: noun}", "The [walk] was sudden.", "They will walk again."},
      {"when: {tag: name}", "The mayor of [Walk] came.", "The walk was sudden."},
  };
  for (const auto& row : rows) {
    INFO(row.guard);
    auto pages = built_in_pages();
    pages.push_back({"own",
                     std::string("a-walk:\n  pattern: walk\n  means: {vague: =PAST_REF}\n  ") + row.guard +
                         "\n  examples: [{text: \"" + row.found + "\"}]\n  never: [\"" + row.not_found +
                         "\"]\n",
                     1});
    Problems failures = check(Engine(pages, BINARY_DIR "/share/annals")).failures;
    std::erase_if(failures, [](const Problem& problem) { return problem.place.page != "own"; });
    CHECK(all_of(failures) == "");
  }
}

}  // namespace
}  // namespace annals
