// The English words the program knows: WordNet's forms, compiled at build time into one file that is mapped,
// not read, plus the closed classes and abbreviations of rules/en/words.
//
//   lexicon.find("elections")   tags {NNS}, topics {act}, main noun topic act
//   lexicon.find("took")        tags {VBD}, verb topics {possession, motion, ...}
//   lexicon.lemma("took", Tag::VBD)   "take"
//
// A form is found whatever its case and whichever apostrophe it has. Inflected forms stand in the file beside
// their base forms and share its topics.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "text/tags.h"

namespace annals {

// WordNet's 45 lexicographer files, in its own numbering: what a word is about.
enum class Topic : std::uint8_t {
  adj_all,
  adj_pert,
  adv_all,
  noun_tops,
  act,
  animal,
  artifact,
  attribute,
  body,
  cognition,
  communication,
  event,
  feeling,
  food,
  group,
  location,
  motive,
  object,
  person,
  phenomenon,
  plant,
  possession,
  process,
  quantity,
  relation,
  shape,
  state,
  substance,
  time,
  verb_body,
  verb_change,
  verb_cognition,
  verb_communication,
  verb_competition,
  verb_consumption,
  verb_contact,
  verb_creation,
  verb_emotion,
  verb_motion,
  verb_perception,
  verb_possession,
  verb_social,
  verb_stative,
  verb_weather,
  adj_participle,
  none
};
std::string_view to_string(Topic topic);  // "noun.act", "verb.communication"

class TopicSet {
 public:
  constexpr TopicSet() = default;
  constexpr explicit TopicSet(std::uint64_t bits) : bits_(bits) {}
  constexpr bool has(Topic t) const { return bits_ >> static_cast<unsigned>(t) & 1; }
  constexpr void add(Topic t) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(t); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint64_t bits() const { return bits_; }
  bool operator==(const TopicSet&) const = default;

 private:
  std::uint64_t bits_ = 0;
};

// What rules/en/words says of a form beyond its tags.
enum class Mark : std::uint16_t {
  title = 1,          // Mr, Gen: a name follows its stop
  before_number = 2,  // No, pp, c: its stop is none where a digit follows
  abbreviation = 4,   // Inc, U.S, a.m: its stop ends a sentence only before a sentence starter
  month = 8,          // Jan, Feb: the same, and a digit may follow
  starter = 16,       // The, He, However: a capital here means a new sentence
  clitic = 32,        // 's, n't, 'll: a token of its own behind a word
  fused = 64,         // cannot, gonna: two tokens without a sign between them
  prefix = 128,       // co-, non-, pre-: its hyphen does not split
  unit = 256,         // pm, km, bn: split from a number written before it
  irregular = 512,    // took, men: the form comes from WordNet's exception list
  name = 1024,        // WordNet knows it only with a capital: Paris, Lincoln
  be = 2048,          // the auxiliaries' forms: was, 're
  have = 4096,        // has, 've
  do_ = 8192,         // did
  guessed = 16384,    // no entry of its own: the tags are those its ending allows
};

// How a form becomes its lemma: cut so many bytes, then add a string of the file's pool.
struct Recipe {
  std::uint16_t cut = 0, add = 0;
  bool operator==(const Recipe&) const = default;
};

// What is known of one form. An unknown word in lower case
// has an entry by its ending, any other the empty one.
struct Entry {
  TagSet tags;               // every tag the form may bear; empty: unknown
  TopicSet topics;           // of every sense
  Tag likely = Tag::NN;      // the most frequent of `tags` in WordNet's sense counts
  Topic noun = Topic::none;  // topic of the most frequent noun sense: "war" noun.act
  Topic verb = Topic::none;  // of the most frequent verb sense: "say" verb.communication
  std::uint8_t split = 0;    // a fused form: bytes of its first token
  std::uint16_t marks = 0;
  std::uint16_t ambiguity =
      0;  // number of this set of tags among those in the file: a feature of the taggers
  Recipe noun_lemma, verb_lemma, adjective_lemma;
  std::uint32_t unused = 0;  // no padding: entries are written and compared as bytes
  bool has(Mark m) const { return (marks & static_cast<std::uint16_t>(m)) != 0; }
  bool known() const { return !tags.empty() && !has(Mark::guessed); }
};

class Lexicon {
 public:
  explicit Lexicon(const std::filesystem::path& file);  // maps lexicon.bin; throws std::runtime_error
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  const Entry& find(std::string_view form) const;           // lives as long as the lexicon
  const Entry& find_key(std::uint64_t word_key) const;      // key.h
  const Entry& guess(std::string_view form) const;          // by the ending of a word that is not known
  std::string lemma(std::string_view form, Tag tag) const;  // lower case, but a name keeps its own case

 private:
  struct Image;
  std::unique_ptr<Image> image_;
};

}  // namespace annals
