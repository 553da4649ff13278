#include "text/fnv.h"

#include "catch.h"

using namespace annals;

TEST_CASE("FNV-1a gives what its authors list") {  // draft-eastlake-fnv, appendix C
  CHECK(fnv("") == 0xcbf29ce484222325);
  CHECK(fnv("a") == 0xaf63dc4c8601ec8c);
  CHECK(fnv("foobar") == 0x85944171f73967e8);
  CHECK(fnv("\xff") == fnv_add(fnv_basis, 0xff));
}
