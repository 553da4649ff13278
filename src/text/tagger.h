// Gives each word of a sentence its part of speech.
//
//   auto english = open_text_engine("build/share/annals");
//   std::vector<Word> words;
//   english.read(text, sentence_around(text, byte, english.lexicon), words);   // split and tag
//   english.lexicon.lemma("took", Tag::VBD)                                     // "take"
//
// Two implementations: rules over the lexicon alone, and an averaged
// perceptron with weights learnt from a treebank (tools/train-tagger). Both
// are deterministic, hold no state between calls and may be shared by threads.
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "text/lexicon.h"
#include "text/sentence.h"
#include "text/word.h"

namespace annals {

class Tagger {
 public:
  virtual ~Tagger() = default;
  // `words` are the words of one sentence of `text`, as split_words made them; sets the tag of each.
  virtual void tag(std::string_view text, std::vector<Word>& words) const = 0;
};

// Rules over the lexicon's tags: no weights, some 86 of 100 words right.
std::unique_ptr<Tagger> rule_tagger();
// Averaged perceptron; maps the weights, throws std::runtime_error
// where they are missing or of another version.
std::unique_ptr<Tagger> perceptron_tagger(const std::filesystem::path& weights);

// All of it for one language.
struct TextEngine {
  Lexicon lexicon;
  std::unique_ptr<Tagger> tagger;
  void read(std::string_view text, Span sentence, std::vector<Word>& words) const {
    split_words(text, sentence, lexicon, words);
    tagger->tag(text, words);
  }
};

// From SHARE/en/lexicon.bin, compiled by the build, and SHARE/rules/en/tagger/weights.bin; without weights,
// the rule tagger. SHARE is share/annals of the build folder or of the install prefix.
TextEngine open_text_engine(const std::filesystem::path& share, std::string_view language = "en");

}  // namespace annals
