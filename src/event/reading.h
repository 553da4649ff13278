// One sentence as the event rules read it: its words cut into chunks, one letter a chunk, so that regular
// expressions over the letters can say where things stand.
//
//   After the death of his mother in 1846, he sailed west, arriving in March.
//   A     E         O  N          I  T   , p  V     R   , U        I  T  ;      AEONIT,pVR,UIT;
//
//   V finite verb group    Q the same in a relative clause    Z the same in a clause behind S
//   U participle           B to-infinitive
//   N noun phrase          E one whose head is an event       P a name            p pronoun
//   T time expression      D determiner left alone            J adjective         R adverb
//   I preposition          A one that relates times (after, before, despite)      O of
//   S subordinator         W relative pronoun                 C and, or, but
//   , ; " ( ) '            comma or dash, stop or colon, quote, brackets, possessive
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/word_lists.h"
#include "resolve/resolved.h"
#include "text/lexicon.h"
#include "text/span.h"
#include "text/tagger.h"
#include "text/word.h"

namespace annals {

inline constexpr std::uint32_t nowhere = 0xFFFFFFFF;

struct Chunk {
  std::uint32_t first = 0, last = 0;   // words, last exclusive
  std::uint32_t head = 0;              // its head word
  std::uint32_t expression = nowhere;  // of T: index into the article's expressions
  std::uint32_t governor = nowhere;    // of Q and Z: chunk of the W or S that opens the clause
  std::uint32_t joined_to = nowhere;   // of a verb behind "and": the verb whose subject it shares
  std::uint32_t content_of = nowhere;  // of Z: the verb that says or thinks it
  std::uint64_t lemma = 0;             // of verbs: key of the head's lemma
  std::uint64_t modal = 0;             // of verbs: key of the modal, or 0
  bool passive = false, perfect = false, past = false, negated = false;
  bool planned = false;  // is to V, is going to V
  bool linked = false;   // of T: a distance to another event
};

struct Phrase {  // chunks, last exclusive
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first == last; }
};

struct Reading {
  std::string_view text;
  Span sentence;
  std::vector<Word> words;
  std::vector<Chunk> chunks;
  std::string letters;

  char letter(std::uint32_t chunk) const { return chunk < letters.size() ? letters[chunk] : '\0'; }
  std::string_view word(std::uint32_t index) const { return text_of(words[index].span, text); }
  const Word& head(std::uint32_t chunk) const { return words[chunks[chunk].head]; }
  Span span(std::uint32_t chunk) const {
    return {words[chunks[chunk].first].span.begin, words[chunks[chunk].last - 1].span.end};
  }
};

// `expressions` are the article's, in text order; `first` is the first that may lie in the sentence.
void read_sentence(std::string_view text, Span sentence, const std::vector<Resolved>& expressions,
                   std::size_t first, const Lexicon& lexicon, const Tagger& tagger, const WordLists& lists,
                   Reading& out);

constexpr bool is_finite_letter(char c) { return c == 'V' || c == 'Q' || c == 'Z'; }
constexpr bool is_verb_letter(char c) { return is_finite_letter(c) || c == 'U' || c == 'B'; }
constexpr bool is_noun_letter(char c) { return c == 'N' || c == 'E' || c == 'P'; }

// A noun phrase or pronoun right behind the verb, or behind
// a time that stands there: "reported [in May] a loss".
inline bool has_object(const Reading& reading, std::uint32_t verb) {
  std::uint32_t i = verb + 1;
  while (reading.letter(i) == 'D' || reading.letter(i) == 'J' || reading.letter(i) == 'T') ++i;
  return is_noun_letter(reading.letter(i)) || reading.letter(i) == 'p';
}

std::string to_string(const Reading& reading);  // "After/A the death/E of/O ..."

}  // namespace annals
