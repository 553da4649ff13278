#include "event/reading.h"

#include "event/chunker.h"
#include "event/mark_clauses.h"

namespace annals {

void read_sentence(std::string_view text, Span sentence, const std::vector<Resolved>& expressions,
                   std::size_t first, const Lexicon& lexicon, const Tagger& tagger, const WordLists& lists,
                   Reading& out) {
  out.text = text;
  out.sentence = sentence;
  out.chunks.clear();
  out.letters.clear();
  split_words(text, sentence, lexicon, out.words);
  tagger.tag(text, out.words);
  Chunker(out, expressions, first, lexicon, lists).run();
  mark_clauses(out, lexicon, lists);
}

std::string to_string(const Reading& reading) {
  std::string out;
  for (std::uint32_t i = 0; i < reading.chunks.size(); ++i) {
    if (i > 0) out += ' ';
    out += text_of(reading.span(i), reading.text);
    out += '/';
    out += reading.letters[i];
  }
  return out;
}

}  // namespace annals
