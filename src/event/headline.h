// An event said again on its own, in the words of its sentence.
//
//   takes  "In May, the troops began an attack, reaching Madrid in November.", "reaching", "in November"
//   gives  "The troops reached Madrid"
//
// Its own time words go, subjects of relative and participle clauses are put in, what is set between commas
// is left out; it never ends within a phrase. Where no clause can be made of it, the whole sentence stands, but for
// the time that opens it.
#pragma once
#include <string>
#include <vector>

#include "event/clause.h"

namespace annals {

struct HeadlineRequest {
  std::uint32_t chunk = nowhere;  // the verb or noun that tells the event
  std::uint32_t second =
      nowhere;  // "and his father in 1848": the noun that takes the place of the first one's
  std::vector<std::uint32_t> times;  // chunks of the expressions that date it
  std::vector<std::uint32_t> gaps;   // nouns that its verb says something else of, at another time
  std::string subject;               // a name in place of a pronoun subject or owner; empty for none
};

struct HeadlineText {
  std::string text;
  bool fallback = false;  // the whole sentence
};

class HeadlineWriter {
 public:
  HeadlineWriter(const Lexicon& lexicon, const WordLists& lists) : lexicon_(lexicon), lists_(lists) {}
  HeadlineText write(const Reading& reading, const HeadlineRequest& request) const;
  static constexpr std::size_t longest = 160;  // bytes

 private:
  const Lexicon& lexicon_;
  const WordLists& lists_;
};

// The words of some chunks, with their blanks as one each.
std::string words_of(const Reading& reading, Phrase phrase);

}  // namespace annals
