#include <memory>

#include "catch.h"
#include "check.h"
#include "engine.h"

namespace annals {
namespace {

TEST_CASE("the built-in pages hold to their own examples") {
  const CheckReport report = check(built_in_engine());
  for (const Problem& failure : report.failures) UNSCOPED_INFO(to_string(failure));
  CHECK(report.failures.empty());
  CHECK(report.examples > 100);
  CHECK(report.nevers > 20);
}

}  // namespace
}  // namespace annals
