// Whom "he" and "she" stand for: the last subject of a main clause that is a name, unless somebody without
// one acted since. "It" and "they" go on with the last subject, where that is one thing or are several and
// its verb has no object that they could be as well.
//
//   Norton left England. He reached the city in 1849.               "He": Norton
//   Norton left England. Weston saw him off. He died in 1849.       "He": Weston
//   Norton left England. The king sent for him. He died in 1849.    "He": nobody
//   A mill stood at Karst. It burned in 1849.                       "It": the mill
//   The firm bought a mill. It closed in 1849.                      "It": nobody knows
//
// Earlier sentences are read only when somebody asks, and at most a few of them.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "event/clause.h"

namespace annals {

std::string words_in_line(std::string_view words);  // with one blank for each run of them
// Without what stands before it in "the painter Ada Wren".
std::string_view person_name(const Reading& reading, std::uint32_t name);

class Discourse {
 public:
  Discourse(std::string_view text, std::size_t body, const std::vector<Resolved>& expressions,
            const Lexicon& lexicon, const Tagger& tagger, const WordLists& lists)
      : text_(text),
        body_(body),
        expressions_(expressions),
        lexicon_(lexicon),
        tagger_(tagger),
        lists_(lists) {}

  // The name for a pronoun that is the subject of `verb`; empty where none is safe.
  std::string name_for(const Reading& reading, std::uint32_t verb);
  // That of whom "his" and "her" before a noun stand for.
  std::string owner_of(const Reading& reading, std::uint32_t noun);
  // What "it" or "they", the subject of `verb`, goes on with; empty where that is not sure.
  std::string theme_for(const Reading& reading, std::uint32_t verb);
  void remember(const Reading& reading);  // so that it need not be read again

 private:
  static constexpr int farthest = 4;  // sentences back
  // What a sentence is about: the last subject that is no "it" and no "they".
  struct Theme {
    std::string_view words;  // empty where it is a person, or something else could be meant
    bool several = false;
    bool goes_on = false;  // there is but a pronoun: what the sentence before is about
  };
  // Who is named in a sentence, or in what stands before a pronoun of it.
  struct People {
    std::size_t sentence = 0;              // its first byte
    std::string_view subject;              // the last subject of a main clause that is a person, or empty
    std::string_view pronoun;              // the first subject behind it that is "he" or "she", or empty
    std::vector<std::string_view> others;  // named behind it: those that act; without it, objects too
    bool nameless = false;                 // behind it, or without it, somebody acts who has no name
    Theme theme;
    bool decide() const { return !subject.empty() || nameless; }  // nobody told of before them is meant
  };
  std::string name_before(const Reading& reading, std::uint32_t chunk, std::uint64_t pronoun);
  std::string_view find_name(const Reading& reading, std::uint32_t chunk, std::uint64_t pronoun);
  std::string_view name_among(const People& people, std::vector<std::string_view>& since,
                              std::uint64_t pronoun) const;
  void find_people(const Reading& reading, std::uint32_t before, People& out) const;
  Theme find_theme(const Reading& reading, std::uint32_t before) const;
  Theme theme_of(const Reading& reading, std::uint32_t verb, std::uint32_t end, Phrase subject) const;
  bool is_impersonal(const Reading& reading, std::uint32_t verb) const;
  std::string said_again(std::string_view words) const;
  std::optional<Span> sentence_before(std::size_t begin) const;
  People& room_for(Span sentence);
  const People& people_of(Span sentence);
  bool agrees(std::string_view name, std::uint64_t pronoun) const;

  std::string_view text_;
  std::size_t body_;
  const std::vector<Resolved>& expressions_;
  const Lexicon& lexicon_;
  const Tagger& tagger_;
  const WordLists& lists_;
  std::array<People, 2 * farthest> people_;  // of the sentences read last
  std::size_t read_ = 0;                     // how many have been
  std::string_view named_;                   // whom a pronoun stood for last
  std::size_t named_in_ = 0;                 // and the first byte of its sentence
};

}  // namespace annals
