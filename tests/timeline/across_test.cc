// What several articles tell: texts in, rows out with the articles that tell them.
#include "timeline/across.h"

#include "catch.h"
#include "engine.h"

using namespace annals;

namespace {

// "edtf | headline | sources", and below it what it is linked with and what speaks against it.
std::string told(const std::vector<std::string>& texts, Merging merging = Merging::across) {
  std::vector<Article> articles;
  for (const std::string& text : texts) {
    articles.push_back(read_article(text, std::string(1, static_cast<char>('a' + articles.size()))));
  }
  const Timeline timeline = built_in_engine().reconstruct(std::move(articles), merging);
  std::string out;
  for (const Event& event : timeline.events) {
    out += event.edtf + " | " + event.headline + " |";
    for (const Mention& mention : event.mentions) out += " " + timeline.sources[mention.source].article.id;
    out += "\n";
    for (const EventLink& link : event.links) {
      if (link.relation == "same-event?") out += "  same-event?\n";
    }
    for (const Conflict& conflict : event.conflicts) {
      out += "  ! " + conflict.what + "\n";
      for (const Mention& claim : conflict.between)
        out += "    " + timeline.sources[claim.source].article.id + ": " + claim.text + "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the same day, act and name in two articles are one event") {
  CHECK(told({"Josiah Wren sold the mill on 5 May 1846 to Jonas Feld.",
              "Josiah Wren sold his mill on 5 May 1846."}) ==
        "1846-05-05 | Josiah Wren sold the mill to Jonas Feld | a b\n");
}

TEST_CASE("what is only alike stays two rows, linked") {
  CHECK(told({"The council met on 3 June 1850 at Hollin.", "The council of Hollin met in June 1850."}) ==
        "1850-06-03 | The council met at Hollin | a\n  same-event?\n"
        "1850-06 | The council of Hollin met | b\n  same-event?\n");
  CHECK(told({"The council met on 3 June 1850 at Hollin.", "The regiment met in June 1850."}) ==
        "1850-06-03 | The council met at Hollin | a\n1850-06 | The regiment met | b\n");
}

TEST_CASE("two dates for one death stand side by side") {
  CHECK(told({"Ada Wren died in 1851 at Carrow.", "Ada Wren died on 3 January 1852."}) ==
        "[1851,1852-01-03] | Ada Wren died at Carrow | a b\n"
        "  ! 1851 against 1852-01-03\n"
        "    a: Ada Wren died in 1851 at Carrow.\n"
        "    b: Ada Wren died on 3 January 1852.\n");
  CHECK(told({"Ada Wren died in 1852.", "Ada Wren died in 1851.", "Ada Wren died between 1858 and 1860.",
              "Ada Wren died on 3 May 1852."}) ==
        "[1851,1852,1858..1860] | Ada Wren died | a b c d\n"
        "  ! 1851 against 1852\n    b: Ada Wren died in 1851.\n    a: Ada Wren died in 1852.\n"
        "  ! 1851, 1852 against 1858/1860\n    a: Ada Wren died in 1852.\n"
        "    c: Ada Wren died between 1858 and 1860.\n");
  CHECK(told({"Ada Wren died in 1851.", "Josiah Wren died in 1852."}) ==
        "1851 | Ada Wren died | a\n1852 | Josiah Wren died | b\n");
}

TEST_CASE("the title says whose life it is") {
  CHECK(told({"# Ottokar\n\nHe was born in 742 at Carrow.",
              "# Ottokar (747-814)\n\nOttokar was born in 747."}) ==
        "[0742,0747] | He was born at Carrow | a b\n"
        "  ! 0742 against 0747\n"
        "    a: He was born in 742 at Carrow.\n"
        "    b: Ottokar was born in 747.\n");
  CHECK(told({"# Ottokar\n\nHe was born in 742.", "# Hale\n\nHe was born in 747."}) ==
        "0742 | He was born | a\n0747 | He was born | b\n");
  CHECK(told({"# Ottokar\n\nA daughter was born in 776.", "# Ottokar\n\nHe was born in 747."}) ==
        "0747 | He was born | b\n0776 | A daughter was born | a\n");
}

TEST_CASE("a stream stays document by document") {
  CHECK(told({"Ada Wren died in 1851.", "Ada Wren died in 1852."}, Merging::within) ==
        "1851 | Ada Wren died | a\n1852 | Ada Wren died | b\n");
}

TEST_CASE("near-copies are folded before anything else") {
  const std::string text =
      "The ferry sank off Ebba on 5 May 1921 with forty sheep, a piano and the whole of the brass band "
      "aboard, and the "
      "pilots who came out from Carrow in their two boats found nothing on the water but hats and a drum.";
  const std::string copy = text + " It was raining.";
  CHECK(near_copies({{read_article(text, "a"), {}},
                     {read_article("Nothing of this kind was ever heard of.", "b"), {}},
                     {read_article(copy, "c"), {}}}) ==
        std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}});
  CHECK(told({text, copy}) == "1921-05-05 | The ferry sank off Ebba with forty sheep | a b\n");
  CHECK(near_copies({{read_article("", "a"), {}}, {read_article("", "b"), {}}}).empty());
}
