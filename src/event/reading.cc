#include "event/reading.h"

#include "event/chunker.h"
#include "event/mark_clauses.h"

namespace annals {
namespace {

// What the lexicon knows better: a quote that opens the sentence, "fought" as an adverb.
void mend_tag(Word& word) {
  const TagSet& may = word.entry->tags;
  if (word.tag == Tag::NFP && may.has(Tag::OpenQuote)) word.tag = Tag::OpenQuote;
  if (is_adverb(word.tag) && may.has(Tag::VBD) && !may.has(Tag::RB)) word.tag = Tag::VBD;
}

}  // namespace

void read_sentence(std::string_view text, Span sentence, const std::vector<Resolved>& expressions,
                   std::size_t first, const Lexicon& lexicon, const Tagger& tagger, const WordLists& lists,
                   Reading& out) {
  out.text = text;
  out.sentence = sentence;
  out.chunks.clear();
  out.letters.clear();
  split_words(text, sentence, lexicon, out.words);
  tagger.tag(text, out.words);
  for (Word& word : out.words) mend_tag(word);
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
