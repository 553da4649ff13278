// What the perceptron looks at in a word: a list of hashes, each standing for one observation ("it ends in
// -ing", "the tag before is TO and this word may be NN or VB").
//
// Shared by the tagger and by its training, so that both see the same. A change of any observation makes old
// weights worthless: count `features_version` up.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/key.h"
#include "text/word.h"

namespace annals {

inline constexpr std::uint32_t features_version = 201 + key_version;

// What one word shows, wherever it stands in the window.
struct Sight {
  std::uint64_t word = 0;  // its key; numbers by their length, years together
  std::uint32_t suffix1 = 0, suffix2 = 0, suffix3 = 0;
  std::uint32_t usual = 0;    // the tags a frequent word had in the treebank, else those of the lexicon
  std::uint32_t allowed = 0;  // the tags the lexicon allows
  std::uint32_t topic = 0;    // main noun and verb topic there, and the likeliest tag
  std::uint32_t shape = 0;
  bool lower = false;  // written in lower case: march, not March
};

// The sight of a word; `usual` is 0 for words that are not frequent.
Sight see(std::string_view text, const Word& word, std::uint32_t usual);
// Before the first and behind the last word.
inline constexpr Sight nowhere{
    .word = 1, .suffix1 = 1, .suffix2 = 1, .suffix3 = 1, .usual = 1, .allowed = 1, .shape = 99};

// Of the observations on a word the first ten decide two words of three by themselves: which these are was
// found greedily, each the one that left most words sure (Perceptron::choose). Eight more (the second word
// behind, the last verb, more pairs) gained nothing on ewt-dev; Past::clause gains nothing there either, but
// two verb forms in a hundred on prose.tsv.
inline constexpr std::size_t feature_count = 25, first_count = 10;
using Features = std::array<std::uint64_t, feature_count>;

// What has been decided before the word, and how far its clause has come by it: in "Becket, made archbishop,
// quarrelled with" only that tells the participle from the past tense.
struct Past {
  Tag tag = Tag::XX, tag_before = Tag::XX;  // of the word before it and the one before that
  bool quote_open = false;
  bool finite = false, participle = false;     // the clause has its verb; a participle came before one
  enum { none, begun, full } relative = none;  // within "who led the army," before its verb and behind it
  std::uint8_t commas = 0;                     // 3 for more
  std::uint32_t clause() const;                // the last four in one number
  void add(Tag t);
};

// What is seen from a word: `window[2]`, two words before it and one behind, and the past.
struct View {
  std::array<const Sight*, 4> window;
  Past past;
};
void observe_first(const View& view, Features& out);  // fills the first ten
void observe_rest(const View& view, Features& out);   // and the others

// The tags open to a word: no mark's for what has letters
// or digits, no name's for a common word in lower case.
TagSet open_tags(const Word& word);

// What the treebank showed of a frequent word.
struct Usual {
  std::uint32_t check = 0;     // high half of the word's key; 0: not a frequent word
  std::uint16_t tags = 0;      // number of the set of tags it had
  std::uint8_t certain = 255;  // its only tag, 255 where it has several; a name's only with a capital
  std::uint8_t unused = 0;
};

// Tags a sentence from left to right: `usual(key)` gives what is known of a word, `choose(view, i)` the tag
// of word i, and is asked only where the word is not certain.
template <typename UsualOf, typename Choose>
void tag_along(std::string_view text, std::vector<Word>& words, const UsualOf& usual, const Choose& choose) {
  std::array<Sight, 4> sights;  // of the words from at - 2 to at + 1
  std::array<std::uint8_t, 4> certain{};
  const auto look = [&](std::size_t i) {
    const Usual u = usual(words[i].key);
    sights[i % 4] = see(text, words[i], u.check ? u.tags : 0);
    certain[i % 4] =
        u.check && !(sights[i % 4].lower && is_name(static_cast<Tag>(u.certain))) ? u.certain : 255;
  };
  // What lies before the first word has wrapped to beyond the last one.
  const auto sight = [&](std::size_t i) { return i < words.size() ? &sights[i % 4] : &nowhere; };
  if (!words.empty()) look(0);
  View view;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size()) look(i + 1);
    Tag& tag = words[i].tag;
    if (certain[i % 4] != 255) {
      tag = static_cast<Tag>(certain[i % 4]);
    } else {
      view.window = {sight(i - 2), sight(i - 1), sight(i), sight(i + 1)};
      tag = choose(view, i);
    }
    view.past.add(tag);
  }
}

}  // namespace annals
