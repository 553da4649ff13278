#include "text/lexicon.h"

#include "catch.h"
#include "text/engine.h"

namespace annals {

TEST_CASE("The lexicon knows what a form may be and what it is about") {
  const Lexicon& lexicon = english().lexicon;
  struct Row {
    std::string form, tags;
    Topic noun, verb;
  };
  const Row rows[] = {
      {"war", "NN VB VBP", Topic::act, Topic::verb_competition},
      {"flood", "NN VB VBP", Topic::phenomenon, Topic::verb_contact},
      {"elections", "NNS", Topic::act, Topic::none},
      {"collision", "NN", Topic::event, Topic::none},
      {"farmers", "NNS", Topic::person, Topic::none},
      {"century", "NN", Topic::time, Topic::none},
      {"announced", "JJ VBD VBN", Topic::none, Topic::verb_communication},
      {"took", "VBD", Topic::none, Topic::verb_social},
      {"undertaken", "VBN", Topic::none, Topic::verb_creation},
      {"the", "DT", Topic::none, Topic::none},
      {"in", "IN RB RP", Topic::none, Topic::none},
      {"Paris", "NNP", Topic::location, Topic::none},
      {"may", "MD NNP", Topic::time, Topic::none},
      {"zzyzx", "", Topic::none, Topic::none},
  };
  for (const auto& row : rows) {
    const Entry& e = lexicon.find(row.form);
    std::string tags;
    for (std::size_t t = 0; t < tag_count; ++t)
      if (e.tags.has(static_cast<Tag>(t)))
        tags += (tags.empty() ? "" : " ") + std::string(to_string(static_cast<Tag>(t)));
    INFO(row.form);
    CHECK(tags == row.tags);
    CHECK(to_string(e.noun) == to_string(row.noun));
    CHECK(to_string(e.verb) == to_string(row.verb));
  }
  CHECK(&lexicon.find("WAR") == &lexicon.find("war"));
  CHECK(lexicon.find("took").has(Mark::irregular));
  CHECK(lexicon.find("Lincoln").has(Mark::name));
  CHECK(lexicon.find("'re").has(Mark::be));
  CHECK(lexicon.find("say").topics.has(Topic::verb_communication));
  CHECK_FALSE(lexicon.guess("zorbing").known());
  CHECK(lexicon.guess("zorbing").tags.has(Tag::VBG));
}

TEST_CASE("A lemma follows the tag") {
  struct Row {
    std::string form;
    Tag tag;
    std::string lemma;
  };
  const Row rows[] = {
      {"elections", Tag::NNS, "election"},
      {"men", Tag::NNS, "man"},
      {"cities", Tag::NNS, "city"},
      {"Churches", Tag::NNS, "church"},
      {"took", Tag::VBD, "take"},
      {"stopped", Tag::VBN, "stop"},
      {"making", Tag::VBG, "make"},
      {"dies", Tag::VBZ, "die"},
      {"found", Tag::VBD, "find"},
      {"found", Tag::VB, "found"},
      {"founded", Tag::VBD, "found"},
      {"saw", Tag::NN, "saw"},
      {"saw", Tag::VBD, "see"},
      {"left", Tag::VBD, "leave"},
      {"left", Tag::JJ, "left"},
      {"was", Tag::VBD, "be"},
      {"'s", Tag::VBZ, "be"},
      {"'s", Tag::POS, "'s"},
      {"n't", Tag::RB, "not"},
      {"wo", Tag::MD, "will"},
      {"better", Tag::JJR, "good"},
      {"largest", Tag::JJS, "large"},
      {"Lincoln", Tag::NNP, "Lincoln"},
      {"blorked", Tag::VBD, "blork"},
      {"rebranded", Tag::VBD, "rebrand"},
      {"gizmos", Tag::NNS, "gizmo"},
      {"Quickly", Tag::RB, "quickly"},
      {"stopping", Tag::VBG, "stop"},
      {"undertook", Tag::VBD, "undertake"},
  };
  for (const auto& row : rows) {
    INFO(row.form << "/" << to_string(row.tag));
    CHECK(english().lexicon.lemma(row.form, row.tag) == row.lemma);
  }
}

TEST_CASE("Tags are written as the treebank writes them") {
  for (std::size_t t = 0; t < tag_count; ++t)
    CHECK(tag_from(to_string(static_cast<Tag>(t))) == static_cast<Tag>(t));
  CHECK(to_string(Tag::PRPS) == "PRP$");
  CHECK(to_string(Tag::OpenBracket) == "-LRB-");
  CHECK_FALSE(tag_from("VBX"));
}

}  // namespace annals
