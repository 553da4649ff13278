// What is remembered of earlier expressions, and of earlier articles, changes
// nothing: against placing each one afresh, on the samples and on sentences whose
// answers hang on the day, on the words around and on what was told before.
#include "resolve/remembered.h"

#include <filesystem>

#include "catch.h"
#include "engine.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

std::string print(const Resolved& r) {
  std::string out = std::to_string(r.span.begin) + "-" + std::to_string(r.span.end);
  const auto add = [&](std::string_view what) { (out += '|') += what; };
  for (const std::string_view field :
       {std::string_view(to_string(r.type)), std::string_view(r.value), std::string_view(r.mod),
        std::string_view(r.quant), std::string_view(r.freq), std::string_view(r.begin_value),
        std::string_view(r.end_value), std::string_view(r.edtf), std::string_view(r.reason), r.rule, r.page,
        std::string_view(r.policy), to_string(r.anchor.kind), to_string(r.grain)})
    add(field);
  add(to_string(r.bounds));
  add(r.anchor.at ? to_string(*r.anchor.at) : "-");
  add(r.anchor.expression ? std::to_string(*r.anchor.expression) : "-");
  add(r.link ? to_string(*r.link) + "@" + std::to_string(r.link->target_begin) : "-");
  add(r.span_to ? std::to_string(*r.span_to) : "-");
  add(r.span_from ? std::to_string(*r.span_from) : "-");
  add(r.placed ? "placed" : "open");
  add(r.approximate ? "~" : "");
  add(r.uncertain ? "?" : "");
  return out + "\n";
}

std::string remembered(const Article& article) {
  std::string out;
  built_in_engine().tag(article, [&](const Resolved& r, std::string&) { out += print(r); });
  return out;
}

std::string afresh(const Engine& engine, const Article& article) {
  std::string out;
  const std::vector<Rival> none = engine.explain(
      article, [&](const Match&, const std::vector<Rival>&, const Resolved& r) { out += print(r); });
  return out;
}

void hold(const Article& article) {
  const std::string expected = afresh(built_in_engine(), article);
  for (int time = 0; time < 2; ++time) {
    INFO(article.id << ", time " << time << "\n" << article.text.substr(0, 300));
    CHECK(remembered(article) == expected);
  }
}

TEST_CASE("the samples are placed alike, remembered or not, whatever was read before them") {
  for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_DIR) / "samples")) {
    if (!fs::exists(entry.path() / "article.txt")) continue;
    Article article = read_article(read_file(entry.path() / "article.txt"), entry.path().filename().string());
    hold(article);
    for (const char* date : {"1999-12-31", "2024-02-29T08:15", "1871-03-04T23:59-05:00"}) {
      article.date = parse_moment(date);
      for (const char* style : {"", "news", "narrative"}) {
        article.style = style;
        hold(article);
      }
    }
  }
}

// The same words, again and again, where they mean another day each time.
TEST_CASE("what hangs on the day, on the words around or on what was told is not mixed up") {
  const std::vector<std::string> sentences = {"They will meet on Tuesday.",
                                              "They met on Tuesday.",
                                              "It opened in May.",
                                              "It is to open in May.",
                                              "It closed on 3 December 1914.",
                                              "Two days later it burned.",
                                              "The following year he left.",
                                              "He left yesterday at 9:30 a.m.",
                                              "On 05/04/1912 she wrote.",
                                              "On 25/04/1912 she wrote.",
                                              "From June to September 1936 it ran.",
                                              "He left nearly two years after the flood.",
                                              "It lasted from 1914 to 1918.",
                                              "She came last summer.",
                                              "In the same quarter sales fell.",
                                              "In the third quarter of 1998 sales rose.",
                                              "In January it thawed.",
                                              "In the winter they starved.",
                                              "On 24 August it fell (as in November 1917).",
                                              "From March to May they waited.",
                                              "In 336 BC he came.",
                                              "In 334 he left, and in the 20s he wrote.",
                                              "\n\nLISBON, July 4, 1871.\n\nHe left yesterday.",
                                              "\n\nVALMOUTH, 3 May 1863. - They met on Tuesday."};
  std::uint64_t state = 88172645463325252ULL;
  for (int round = 0; round < 200; ++round) {
    Article article;
    article.id = "round " + std::to_string(round);
    for (int n = 0; n < 12; ++n) {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;  // xorshift (Marsaglia 2003)
      article.text += sentences[state % sentences.size()] + (state >> 32 & 3 ? " " : "\n\n");
    }
    const char* const dates[] = {"2023-04-18", "2023-12-01T10:00", "2024-04-16", ""};
    const char* const styles[] = {"", "news", "narrative"};
    if (*dates[round % 4]) article.date = parse_moment(dates[round % 4]);
    article.style = styles[round % 3];
    hold(article);
  }
}

}  // namespace
}  // namespace annals
