#include <pugixml.hpp>

#include "calendar/bounds_text.h"
#include "catch.h"
#include "export/timex_text.h"
#include "sample.h"

using namespace annals;
using namespace annals::sample;

namespace {

// All character data of an element, as a reader of TimeML counts it.
std::string text_in(const pugi::xml_node& node) {
  std::string text;
  for (const auto& child : node.children()) {
    text += child.type() == pugi::node_pcdata ? child.value() : text_in(child);
  }
  return text;
}

pugi::xml_document parse(const std::string& xml) {
  pugi::xml_document document;
  const auto result =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  INFO(xml);
  REQUIRE(result);
  return document;
}

std::string tag(const Source& source, Losses* losses = nullptr) {
  std::string out;
  TimexText text(source.article, out);
  text.begin();
  for (const Resolved& timex : source.expressions) text.add(timex);
  text.end();
  if (losses) text.lose(*losses);
  out += "</TimeML>\n";
  return out;
}

bool holds(const std::string& xml, const std::string& piece) { return xml.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("tag: the expressions of an article") {
  const std::string xml = tag(ferry());
  const auto document = parse(xml);
  CHECK(document.child("TimeML").child_value("DOCID") == std::string("ferry"));
  CHECK(text_in(document.child("TimeML").child("TEXT")) == ferry().article.text);
  const std::string pieces[] = {
      "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"1921-05-02\" temporalFunction=\"false\" "
      "functionInDocument=\"CREATION_TIME\">1921-05-02</TIMEX3></DCT>",
      "off Ebba&#13;\n<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1921-04\" temporalFunction=\"true\" "
      "anchorTimeID=\"t0\">last month</TIMEX3>.",
      "<TIMEX3 tid=\"t2\" type=\"DATE\" value=\"BC0044-03-13\">13 March 44 BC</TIMEX3>",
      "The quay, &lt;No. 1 &amp; 2&gt;, was",
      "<TIMEX3 tid=\"t4\" type=\"DURATION\" value=\"P2Y\" mod=\"LESS_THAN\" temporalFunction=\"true\">",
  };
  for (const std::string& piece : pieces) {
    INFO(piece);
    CHECK(holds(xml, piece));
  }
}

TEST_CASE("tag: sets, anchors in the text, begin and end points") {
  Source source = ferry();
  Resolved& every = source.expressions[1];
  every.type = TimexType::set;
  every.quant = "EVERY";
  every.freq = "2X";
  every.anchor = {AnchorKind::expression, moment("1921-04-30"), 0};
  source.expressions[3].begin_value = "1919-05";
  source.expressions[3].end_value = "1921-05-02";
  const std::string xml = tag(source);
  CHECK(holds(xml,
              "<TIMEX3 tid=\"t2\" type=\"SET\" value=\"BC0044-03-13\" quant=\"EVERY\" freq=\"2X\" "
              "temporalFunction=\"true\" anchorTimeID=\"t1\">"));
  // No words tell May 1919: an empty element does. The end is the article's date, which has one.
  CHECK(holds(xml,
              "beginPoint=\"t5\" endPoint=\"t0\">Nearly two years</TIMEX3>"
              "<TIMEX3 tid=\"t5\" type=\"DATE\" value=\"1919-05\" temporalFunction=\"true\"/> after"));
  CHECK(text_in(parse(xml).child("TimeML").child("TEXT")) == source.article.text);
}

TEST_CASE("tag: no date, no DCT; a date with a clock is a TIME") {
  Source source = logbook();
  CHECK_FALSE(holds(tag(source), "DCT"));
  source.article.date = moment("1924-03-13T18:00");
  CHECK(holds(tag(source), "<DCT><TIMEX3 tid=\"t0\" type=\"TIME\" value=\"1924-03-13T18:00\""));
  source.article.date = moment("-0043-03-15");
  CHECK(holds(tag(source), "value=\"BC0044-03-15\""));
}

TEST_CASE("tag: well-formed whatever the text, and what is lost is told") {
  Source source = logbook();
  source.article.text = std::string("\0\x01 ]]> <!-- & \"\uFFFF\x7F\t\r\n", 22) + source.article.text;
  source.article.id = "a<&\x02";
  source.expressions[0].span = find(source.article, "half past nine");
  source.expressions.push_back(source.expressions[0]);
  source.expressions[1].span.begin += 5;
  Losses losses;
  const std::string xml = tag(source, &losses);
  const auto document = parse(xml);
  CHECK(text_in(document.child("TimeML").child("TEXT")) ==
        "\uFFFD\uFFFD ]]> <!-- & \"\uFFFD\x7F\t\r\nThe pilot landed at half past nine.");
  CHECK(holds(xml, "half past nine</TIMEX3><TIMEX3 tid=\"t2\" type=\"TIME\" value=\"1924-03-13T09:30\"/>."));
  CHECK(sample::to_string(losses) ==
        "a<&\x02: 4 characters that XML 1.0 cannot hold became U+FFFD\n"
        "a<&\x02: t2 overlaps the expression before it, and elements cannot: it is empty\n");
}

TEST_CASE("timeline: events on their head words, instances and links") {
  Losses losses;
  const std::string xml = written(write_timeml, one_article(), {}, &losses);
  CHECK(text_in(parse(xml).child("TimeML").child("TEXT")) == ferry().article.text);
  const std::string pieces[] = {
      "ferry <EVENT eid=\"e1\" class=\"OCCURRENCE\">sank</EVENT> off",
      "<EVENT eid=\"e2\" class=\"OCCURRENCE\">stabbed</EVENT> on <TIMEX3 tid=\"t2\"",
      "<MAKEINSTANCE eiid=\"ei1\" eventID=\"e1\" tense=\"NONE\" aspect=\"NONE\" polarity=\"POS\" "
      "pos=\"VERB\"/>",
      "<TLINK lid=\"l1\" eventInstanceID=\"ei1\" relatedToTime=\"t1\" relType=\"IS_INCLUDED\"/>",
      "<TLINK lid=\"l2\" eventInstanceID=\"ei2\" relatedToTime=\"t2\" relType=\"IS_INCLUDED\"/>",
      "<TLINK lid=\"l3\" eventInstanceID=\"ei3\" relatedToTime=\"t3\" relType=\"BEFORE\"/>",
      "<TLINK lid=\"l4\" eventInstanceID=\"ei4\" relatedToEventInstance=\"ei1\" relType=\"AFTER\"/>",
  };
  for (const std::string& piece : pieces) {
    INFO(piece);
    CHECK(holds(xml, piece));
  }
  CHECK(sample::to_string(losses) ==
        "ev-sold: 1922-10..1923-04 ~: TimeML dates an event by an expression only, and none tells this\n");
}

TEST_CASE("timeline: how an event lies to the expression that dates it") {
  struct Row {
    std::string when;
    Extent extent;
    std::string relation;
  };
  const Row rows[] = {
      // the expression is April 1921
      {"1921-04-01..1921-04-30/1921-04-01..1921-04-30", Extent::instant, "IS_INCLUDED"},
      {"1921-04-07/1921-04-07", Extent::instant, "IS_INCLUDED"},
      {"1921-04-01/1921-04-30", Extent::span, "DURING"},
      {"..1921-03-31/..1921-03-31", Extent::instant, "BEFORE"},
      {"1921-05-01../1921-05-01..", Extent::instant, "AFTER"},
      {"1921-04-01/..", Extent::span, "BEGUN_BY"},
      {"../1921-04-30", Extent::span, "ENDED_BY"},
      {"1921-04-01..1921-04-30/..", Extent::span, "BEGUN_BY"},
      {"1921-03-01/..", Extent::span, ""},
      {"1921-03-20..1921-04-07/1921-03-20..1921-04-07", Extent::instant, ""},
  };
  for (const Row& row : rows) {
    Timeline t = one_article();
    t.events = {t.events[2]};
    const auto bounds = parse_bounds(row.when);
    REQUIRE(bounds);
    t.events[0].when = *bounds;
    t.events[0].extent = row.extent;
    Losses losses;
    const std::string xml = written(write_timeml, t, {}, &losses);
    INFO(row.when);
    CHECK(holds(xml, "<TLINK") == !row.relation.empty());
    CHECK(holds(xml, "relType=\"" + row.relation + "\"/>") == !row.relation.empty());
    CHECK(losses.size() == (row.relation.empty() ? 1 : 0));
  }
}

TEST_CASE("timeline: heads that share a word, and heads within an expression") {
  Timeline t = one_article();
  t.events = {t.events[2], t.events[2], t.events[2]};
  t.events[1].id = "ev-twin";
  t.events[2].id = "ev-in";
  t.events[2].head = find(t.sources[0].article, "March");
  t.events[1].links = {
      {"certainly-before", "ev-sank", ""}, {"same-event?", "ev-sank", ""}, {"after", "ev-in", ""}};
  Losses losses;
  const std::string xml = written(write_timeml, t, {}, &losses);
  CHECK(text_in(parse(xml).child("TimeML").child("TEXT")) == ferry().article.text);
  CHECK(holds(xml, "eiid=\"ei2\" eventID=\"e1\""));
  CHECK_FALSE(holds(xml, "e2\""));
  CHECK(holds(xml, "eventInstanceID=\"ei2\" relatedToEventInstance=\"ei1\" relType=\"BEFORE\"/>"));
  CHECK(sample::to_string(losses) ==
        "ev-in: its head word is not known, or lies within an expression, where TimeML has no EVENT\n"
        "ev-twin: same-event? ev-sank: TimeML has no link for it\n"
        "ev-twin: after ev-in: TimeML has no link for it\n");
}

TEST_CASE("timeline: a head that runs into an expression has no element, and the text stays whole") {
  Timeline t = one_article();
  t.events = {t.events[1]};
  t.events[0].head = find(t.sources[0].article, "on 13");
  Losses losses;
  const std::string xml = written(write_timeml, t, {}, &losses);
  CHECK(text_in(parse(xml).child("TimeML").child("TEXT")) == ferry().article.text);
  CHECK(holds(xml, "on <TIMEX3 tid=\"t2\""));
  CHECK(losses.size() == 1);
}

TEST_CASE("timeline: several articles stand in one well-formed file") {
  Losses losses;
  const auto document = parse(written(write_timeml, timeline(), {}, &losses));
  int articles = 0;
  for (const auto& article : document.child("collection").children("TimeML")) articles += article ? 1 : 0;
  CHECK(articles == 2);
  CHECK(losses.size() == 2);
}
