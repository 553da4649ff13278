#include "catch.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

TEST_CASE("Markdown: a list with its quotes, and the undated") {
  CHECK(written(write_md, one_article()) ==
        "# The ferry\n\n"
        "- **44-03-13 BC** The tribune was stabbed\n"
        "  > The tribune was stabbed on 13 March 44 BC. (news/ferry.txt)\n"
        "- **..1611** The quay, \\<No. 1 \\& 2\\>, was built\n"
        "  > The quay, \\<No. 1 \\& 2\\>, was built before 1612. (news/ferry.txt)\n"
        "- **1921-04** Žofie's ferry sank off Ebba\n"
        "  > Žofie's ferry sank off Ebba last month. (news/ferry.txt)\n"
        "- **1922-10..1923-04 \\~** =sold, \"as seen\"\n"
        "  > Nearly two years after the loss it was sold. (news/ferry.txt)\n"
        "\nUndated:\n\n"
        "- Once (vague: the past)\n"
        "  > Once there was an inn. (news/ferry.txt)\n");
}

TEST_CASE("Markdown: no text is markup") {
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"a|b *c* _d_ `e` [f](g) ~~h~~", "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g) \\~\\~h\\~\\~"},
      {"$1 and $2, <b> & \\n", "\\$1 and \\$2, \\<b\\> \\& \\\\n"},
      {"1. May", "1\\. May"},
      {"12) June", "12\\) June"},
      {"1.5 km", "1\\.5 km"},
      {"1914", "1914"},
      {"- no", "\\- no"},
      {"+ no", "\\+ no"},
      {"=== no", "\\=== no"},
      {"# no", "\\# no"},
      {"two\n\nlines", "two lines"},
  };
  for (const Row& row : rows) {
    Timeline t = one_article();
    t.events.clear();
    t.sources[0].article.title.clear();
    t.undated[0].text = row.text;
    t.undated[0].sentence = {};
    INFO(row.text);
    CHECK(written(write_md, t) == "Undated:\n\n- " + row.expected + " (vague: the past)\n");
  }
}
