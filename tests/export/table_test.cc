#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

TEST_CASE("the table: date, headline, expression, what it hangs on; then the undated") {
  CHECK(written(write_table, one_article()) ==
        "44-03-13 BC         The tribune was stabbed           13 March 44 BC\n"
        "..1611              The quay, <No. 1 & 2>, was built  1612\n"
        "1921-04             Žofie's ferry sank off Ebba       last month        ← 1921-05-02\n"
        "1922-10..1923-04 ~  =sold, \"as seen\"                  Nearly two years  after \"sank\"\n"
        "    ≠ 1923 against 1924\n"
        "\n"
        "undated (1)\n"
        "?  Once  vague: the past\n");
}

TEST_CASE("the table names each article where there are several") {
  const std::string table = written(write_table, timeline());
  CHECK(
      table.find("1921-04                 Žofie's ferry sank off Ebba       last month        ← 1921-05-02  "
                 "ferry\n") != std::string::npos);
  CHECK(
      table.find("1924-03-13 09:30-05:00  The pilot landed                  half past nine                  "
                 "log\n") != std::string::npos);
}

TEST_CASE("the table gives way to the terminal, dates never") {
  ExportOptions options;
  options.width = 64;
  CHECK(written(write_table, one_article(), options) ==
        "44-03-13 BC         The tribune was…  13 March 44…\n"
        "..1611              The quay, <No.…   1612\n"
        "1921-04             Žofie's ferry s…  last month    ← 1921-05-02\n"
        "1922-10..1923-04 ~  =sold, \"as seen\"  Nearly two…   after \"sank\"\n"
        "    ≠ 1923 against 1924\n"
        "\n"
        "undated (1)\n"
        "?  Once  vague: the past\n");
}

TEST_CASE("headlines give way first") {
  ExportOptions options;
  options.width = 100;
  Timeline t = one_article();
  t.events[1].headline = "The quay, which the town had long asked for, was built at last";
  const std::string table = written(write_table, t, options);
  CHECK(table.find("..1611              The quay, which the town had long asked for, wa…  1612\n") !=
        std::string::npos);
  CHECK(table.find("Nearly two years  after \"sank\"\n") != std::string::npos);
}

TEST_CASE("colours only where asked for, and none that the text brings along") {
  Timeline t = one_article();
  t.events.resize(1);
  t.undated.clear();
  t.events[0].headline = "\x1B[2Jgone";
  CHECK(written(write_table, t) == "44-03-13 BC  \uFFFD[2Jgone  13 March 44 BC\n");
  ExportOptions options;
  options.color = true;
  CHECK(written(write_table, t, options) ==
        "\x1B[36m44-03-13 BC\x1B[0m  \x1B[1m\uFFFD[2Jgone\x1B[0m  13 March 44 BC\n");
}

TEST_CASE("an event told from an expression shows that expression") {
  Timeline t = one_article();
  t.sources[0].expressions[2].anchor = {AnchorKind::expression, moment("1921-04-30"), 0};
  t.events = {t.events[1]};
  t.undated.clear();
  CHECK(written(write_table, t) == "..1611  The quay, <No. 1 & 2>, was built  1612  ← \"last month\"\n");
}

TEST_CASE("nothing found, nothing written") { CHECK(written(write_table, Timeline()).empty()); }
