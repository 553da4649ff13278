#include "event/reading.h"

#include <algorithm>

#include "event/chunker.h"
#include "event/mark_clauses.h"

namespace annals {
namespace {

// What the lexicon knows better: a quote that opens the sentence, "fought" as an adverb, a noun that it has
// not and that stands with a capital.
void mend_tag(Word& word) {
  const TagSet& may = word.entry->tags;
  if (word.tag == Tag::NFP && may.has(Tag::OpenQuote)) word.tag = Tag::OpenQuote;
  if (is_adverb(word.tag) && may.has(Tag::VBD) && !may.has(Tag::RB)) word.tag = Tag::VBD;
  if (word.tag == Tag::EX && !may.has(Tag::EX)) word.tag = word.entry->likely;
  if (word.shape != Shape::capital) return;
  const bool common = word.tag == Tag::NN || word.tag == Tag::NNS;
  if (word.tag == Tag::Currency || (common && !word.entry->known())) word.tag = Tag::NNP;
}

// In "Moody's lowered its rating" the name ends in 's, as there is an object behind the verb.
bool ends_name(const std::vector<Word>& words, std::size_t i) {
  if (words[i].tag != Tag::VBZ || !is_name(words[i - 1].tag) || i + 2 >= words.size()) return false;
  const Word& verb = words[i + 1];
  const Tag object = words[i + 2].tag;
  return verb.tag == Tag::VBN && verb.entry->tags.has(Tag::VBD) &&
         (object == Tag::DT || object == Tag::PRPS || is_noun(object));
}

// "Further sanctions on trade were announced": no verb, as nothing before it can be its subject and there is
// a verb behind.
// "Stokes pleaded guilty": the first is a name, whatever else it may be.
void mend_opening(std::string_view text, std::vector<Word>& words) {
  std::size_t i = 0;
  const bool heading = words.size() > 1 && !words[1].glued && text_of(words[0].span, text) == "#";
  if (heading) words[0].tag = Tag::NFP;  // the mark of "# Ada Wren"
  if (words.size() > 1 && words[0].tag == Tag::VBZ && words[1].tag == Tag::VBN &&
      words[1].entry->tags.has(Tag::VBD) && !words[0].entry->has(Mark::have) &&
      !words[0].entry->has(Mark::be)) {
    words[0].tag = Tag::NNP;
    words[1].tag = Tag::VBD;
  }
  const bool reigns = words.size() > 2 && !words[0].entry->known() && words[0].shape == Shape::capital &&
                      words[1].tag == Tag::PRP && words[1].shape == Shape::upper && is_finite(words[2].tag);
  if (reigns) words[0].tag = Tag::NNP;  // Wrenhotep I ruled
  while (i < words.size() && (is_adjective(words[i].tag) || is_adverb(words[i].tag))) ++i;
  if (i + 1 >= words.size() || words[i].tag != Tag::VBZ || words[i + 1].tag != Tag::IN) return;
  const bool verb = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end(),
                                [](const Word& w) { return is_finite(w.tag); });
  if (!verb || !words[i].entry->tags.has(Tag::NNS)) return;
  words[i].tag = Tag::NNS;
  if (i > 0 && words[i - 1].entry->tags.has(Tag::JJ)) words[i - 1].tag = Tag::JJ;
}

// "price-fixing", "Saint-Just", but no dash as in "the war-they said so".
bool is_hyphen(std::string_view text, const std::vector<Word>& words, std::size_t i) {
  const Tag next = words[i + 1].tag;
  const bool names = words[i - 1].shape == Shape::capital && words[i + 1].shape == Shape::capital;
  const bool fits =
      is_noun(next) || is_adjective(next) || is_verb(next) || next == Tag::IN || next == Tag::CD;
  return is_mark(words[i].tag) && words[i + 1].glued && (names || fits) &&
         text_of(words[i].span, text) == "-";
}

// "Charles I of Austria", "Charles I reigned": no pronoun; but "in Austria I met", "last May I met".
bool is_numeral(const std::vector<Word>& words, std::size_t i) {
  if (words[i].tag != Tag::PRP || words[i].shape != Shape::upper || !is_name(words[i - 1].tag)) return false;
  if (words[i + 1].tag != Tag::MD && !is_verb(words[i + 1].tag)) return true;
  const bool opens = i == 1 || is_mark(words[i - 2].tag) || words[i - 2].tag == Tag::WRB;
  const Topic topic = words[i - 1].entry->noun;
  return words[i + 1].tag == Tag::VBZ ||
         (opens && is_finite(words[i + 1].tag) && topic != Topic::location && topic != Topic::time);
}

// "Wren, who left, hopes to return": a noun does not stand there.
bool hangs_to(const std::vector<Word>& words, std::size_t i) {
  return words[i].tag == Tag::NNS && words[i - 1].tag == Tag::Comma && words[i + 1].tag == Tag::TO &&
         i + 2 < words.size() && words[i + 2].tag == Tag::VB && words[i].entry->tags.has(Tag::VBZ);
}

// "ruling that tax deals were": behind a verb and before a plural no determiner.
bool opens_content(const std::vector<Word>& words, std::size_t i, const WordLists& lists) {
  if (words[i].tag != Tag::DT || !is_verb(words[i - 1].tag) || !lists.has(words[i].key, List::content))
    return false;
  std::size_t k = i + 1;
  while (k < words.size() && (words[k].tag == Tag::JJ || words[k].tag == Tag::NN)) ++k;
  return k < words.size() && words[k].tag == Tag::NNS;
}

// What the words around show: the "-" of "price-fixing" is no dash, "like" behind that of "sun-like" no
// preposition.
void mend_tags(std::string_view text, std::vector<Word>& words, const WordLists& lists) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    Word& word = words[i];
    if (!word.glued) {
      if (is_numeral(words, i)) word.tag = Tag::NNP;
      if (hangs_to(words, i)) word.tag = Tag::VBZ;
      if (opens_content(words, i, lists)) word.tag = Tag::IN;
    } else if (ends_name(words, i)) {
      word.tag = Tag::POS;
      words[i + 1].tag = Tag::VBD;
    } else if (is_hyphen(text, words, i)) {
      Word& next = words[i + 1];
      word.tag = Tag::HYPH;
      if (next.tag == Tag::IN) next.tag = Tag::JJ;
      if (is_adverb(next.tag)) next.tag = words[i - 1].tag;
    }
  }
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
  mend_opening(text, out.words);
  mend_tags(text, out.words, lists);
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
