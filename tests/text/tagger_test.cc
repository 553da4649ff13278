#include "text/tagger.h"

#include <fstream>

#include "catch.h"
#include "text/engine.h"

namespace annals {
namespace {

std::string tagged(const Tagger& tagger, const std::string& text) {
  std::vector<Word> words;
  split_words(text, {0, text.size()}, english().lexicon, words);
  tagger.tag(text, words);
  return to_string(text, words);
}

struct Row {
  std::string text, tagged;
};

}  // namespace

TEST_CASE("The perceptron tags verbs by what stands around them") {
  const Row rows[] = {
      {"", ""},
      {"The ferry sank two days later.", "The/DT ferry/NN sank/VBD two/CD days/NNS later/RBR ./."},
      {"It had been built in 1903.", "It/PRP had/VBD been/VBN built/VBN in/IN 1903/CD ./."},
      {"They may march again in May.", "They/PRP may/MD march/VB again/RB in/IN May/NNP ./."},
      {"The 2015 election was lost by three votes.",
       "The/DT 2015/CD election/NN was/VBD lost/VBN by/IN three/CD votes/NNS ./."},
      {"Smith, who led the army, closed the border.",
       "Smith/NNP ,/, who/WP led/VBD the/DT army/NN ,/, closed/VBD the/DT border/NN ./."},
      {"He didn't want to leave.", "He/PRP did/VBD n't/RB want/VB to/TO leave/VB ./."},
      {"The king's men fled.", "The/DT king/NN 's/POS men/NNS fled/VBD ./."},
      {"The bridge, begun in 1871, collapsed in a storm.",
       "The/DT bridge/NN ,/, begun/VBN in/IN 1871/CD ,/, collapsed/VBD in/IN a/DT storm/NN ./."},
      {"The minister said it opened in 1902.",
       "The/DT minister/NN said/VBD it/PRP opened/VBD in/IN 1902/CD ./."},
      {"The rebels responded with a plan drawn up in Oslo.",
       "The/DT rebels/NNS responded/VBD with/IN a/DT plan/NN drawn/VBN up/RP in/IN Oslo/NNP ./."},
      {"\"It's over,\" she said.", "\"/`` It/PRP 's/VBZ over/RB ,/, \"/'' she/PRP said/VBD ./."},
      {"FLOODS KILL DOZENS IN COASTAL TOWNS", "FLOODS/NNS KILL/VBP DOZENS/NNS IN/IN COASTAL/JJ TOWNS/NNS"},
  };
  for (const auto& row : rows) CHECK(tagged(*english().tagger, row.text) == row.tagged);
}

TEST_CASE("The rules tag plain sentences without any weights") {
  const auto rules = rule_tagger();
  const Row rows[] = {
      {"", ""},
      {"The ferry sank two days later.", "The/DT ferry/NN sank/VBD two/CD days/NNS later/JJR ./."},
      {"It had been built in 1903.", "It/PRP had/VBD been/VBN built/VBN in/IN 1903/CD ./."},
      {"They may march again in May.", "They/PRP may/MD march/VB again/RB in/IN May/NNP ./."},
      {"He didn't want to leave.", "He/PRP did/VBD n't/RB want/VB to/TO leave/VB ./."},
      {"The king's men fled.", "The/DT king/NN 's/POS men/NNS fled/VBD ./."},
      {"Lincoln restored the account on 5 March.",
       "Lincoln/NNP restored/VBD the/DT account/NN on/IN 5/CD March/NNP ./."},
  };
  for (const auto& row : rows) CHECK(tagged(*rules, row.text) == row.tagged);
}

TEST_CASE("Tagging twice gives the same, whatever was tagged between") {
  const std::string text =
      "\"The council met, \" he said, \"and the bridge was opened in the spring of 1903.";
  const auto once = tagged(*english().tagger, text);
  tagged(*english().tagger, "Something else entirely.");
  CHECK(tagged(*english().tagger, text) == once);
}

TEST_CASE("Weights of another version are refused, and without any the rules serve") {
  namespace fs = std::filesystem;
  const auto share = fs::path(BINARY_DIR) / "text_engine_test";
  fs::create_directories(share / "en");
  fs::copy_file(fs::path(BINARY_DIR) / "share/annals/en/lexicon.bin", share / "en/lexicon.bin",
                fs::copy_options::overwrite_existing);
  const auto engine = open_text_engine(share);
  CHECK(tagged(*engine.tagger, "It rained.") == "It/PRP rained/VBD ./.");
  std::ofstream(share / "bad.bin") << "no weights at all, but some bytes";
  CHECK_THROWS_WITH(perceptron_tagger(share / "bad.bin"), Catch::Contains("tools/train-tagger"));
  CHECK_THROWS_WITH(perceptron_tagger(share / "none.bin"), Catch::Contains("none.bin"));
  CHECK_THROWS_WITH(Lexicon(share / "bad.bin"), Catch::Contains("build it again"));
  fs::remove_all(share);
}

TEST_CASE("The weights are small enough to ship") {
  CHECK(std::filesystem::file_size(std::filesystem::path(SOURCE_DIR) / "rules/en/tagger/weights.bin") <=
        1500000);
}

}  // namespace annals
