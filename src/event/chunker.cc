#include "event/chunker.h"

#include <algorithm>

namespace annals {
Chunk& Chunker::push(char letter, std::size_t first, std::size_t last, std::size_t head) {
  Chunk chunk;
  chunk.first = static_cast<std::uint32_t>(first);
  chunk.last = static_cast<std::uint32_t>(last);
  chunk.head = static_cast<std::uint32_t>(head);
  r_.letters += letter;
  at_ = last;
  return r_.chunks.emplace_back(chunk);
}

bool Chunker::take_expression() {
  while (next_ < expressions_.size() && expressions_[next_].span.end <= words_[at_].span.begin) ++next_;
  if (next_ == expressions_.size() || !overlap(expressions_[next_].span, words_[at_].span)) return false;
  std::size_t end = at_ + 1;
  while (end < words_.size() && overlap(expressions_[next_].span, words_[end].span)) ++end;
  Chunk& time = push('T', at_, end, end - 1);
  time.expression = static_cast<std::uint32_t>(next_);
  time.linked = expressions_[next_].link.has_value();
  return true;
}

bool Chunker::take_mark() {
  const Word& w = words_[at_];
  const bool dash = w.shape == Shape::mark && !w.glued && r_.word(static_cast<std::uint32_t>(at_)) == "-";
  switch (dash ? Tag::HYPH : w.tag) {
    case Tag::Stop: push(';', at_, at_ + 1, at_); return true;
    case Tag::OpenQuote:
    case Tag::CloseQuote: push('"', at_, at_ + 1, at_); return true;
    case Tag::OpenBracket: push('(', at_, at_ + 1, at_); return true;
    case Tag::CloseBracket: push(')', at_, at_ + 1, at_); return true;
    case Tag::HYPH:
      if (words_[at_].glued) return false;
      push(',', at_, at_ + 1, at_);
      return true;
    case Tag::Comma:
    case Tag::Colon: {
      const std::string_view sign = r_.word(static_cast<std::uint32_t>(at_));
      push(sign == ":" || sign == ";" ? ';' : ',', at_, at_ + 1, at_);
      return true;
    }
    case Tag::POS: push('\'', at_, at_ + 1, at_); return true;
    default: return false;
  }
}

std::size_t Chunker::behind_adverbs(std::size_t i) const {
  std::size_t end = i;
  while (end < i + 3 && is_adverb(tag(end)) && !in_expression(end)) ++end;
  return end;
}

// Where the verb group goes on: the word that `i`, an
// auxiliary, governs, looked for at `next`; or `i` itself.
std::size_t Chunker::link(Chunk& chunk, std::size_t i, std::size_t next) const {
  const Word& from = words_[i];
  const Tag t = tag(next);
  if (next >= words_.size() || in_expression(next)) return i;
  const bool participle = t == Tag::VBN || (t == Tag::VBD && !is_aux(words_[next]));
  if (from.tag == Tag::MD) return t == Tag::VB || t == Tag::VBP ? next : i;
  if (from.entry->has(Mark::be)) {
    const bool like_one = t == Tag::JJ && words_[next].entry->tags.has(Tag::VBN) &&
                          tag(next + 1) == Tag::IN;  // was [burned] by
    if (participle || like_one) chunk.passive = true;
    if (participle || like_one || t == Tag::VBG) return next;
    const std::size_t verb = behind_adverbs(next + 1);
    if (t != Tag::TO || tag(verb) != Tag::VB || i != chunk.first) return i;
    chunk.planned = true;
    return verb;
  }
  if (from.entry->has(Mark::have) && participle) {
    chunk.perfect = true;
    return next;
  }
  return from.entry->has(Mark::do_) && t == Tag::VB ? next : i;
}

void Chunker::follow_chain(Chunk& chunk, std::size_t i) {
  std::size_t end = i + 1;
  for (;;) {
    chunk.head = static_cast<std::uint32_t>(i);
    const std::size_t next = behind_adverbs(i + 1);
    for (std::size_t k = i + 1; k < next; ++k) chunk.negated |= lists_.has(words_[k].key, List::negator);
    const std::size_t governed = link(chunk, i, next);
    if (governed == i) {  // n't belongs to it even where nothing follows: "he did n't"
      while (end < next && words_[end].glued && is_adverb(tag(end))) ++end;
      break;
    }
    i = governed;
    end = i + 1;
  }
  while (tag(end) == Tag::RP && end < words_.size() && !in_expression(end)) ++end;
  chunk.last = static_cast<std::uint32_t>(end);
}

// A capital within the sentence, behind no mark: "banned Trump", or between names: "Data Processing Inc", or
// what may be a noun behind one: "the Peace Accords".
bool Chunker::is_name_like(std::size_t i) const {
  if (i == 0 || words_[i].shape != Shape::capital || is_mark(tag(i - 1))) return false;
  const bool between = i > 1 && words_[i - 1].shape == Shape::capital && i + 1 < words_.size() &&
                       words_[i + 1].shape == Shape::capital;
  const bool last =
      words_[i - 1].shape == Shape::capital && tag(i) == Tag::VBZ && words_[i].entry->tags.has(Tag::NNS);
  return words_[i - 1].shape == Shape::lower || between || last;
}

// "[compared] with", "[including] the mayor", "[beginning] in May"; but "was based on".
bool Chunker::is_prepositional(std::size_t i) const {
  const Tag t = tag(i);
  const bool before_time =
      t == Tag::VBG && tag(i + 1) == Tag::IN && i + 2 < words_.size() && in_expression(i + 2);
  if (before_time && is_one_of(i, List::beginning)) return true;
  if (!lists_.has(words_[i].key, List::prepositional)) return false;
  return t == Tag::VBG || t == Tag::VBN ||
         (t == Tag::VBD && (tag(i + 1) == Tag::IN || tag(i + 1) == Tag::TO));
}

// "restrictions on [funding]": a preposition before it and no object behind it.
bool Chunker::is_bare_gerund(std::size_t i) const {
  const Tag behind = tag(i + 1);
  return tag(i) == Tag::VBG && i > 0 && tag(i - 1) == Tag::IN &&
         !lists_.has(words_[i - 1].key, List::relating) && (behind == Tag::CC || is_mark(behind)) &&
         !in_expression(i + 1);
}

bool Chunker::is_owned(std::size_t i) const {
  return i > 0 && (tag(i - 1) == Tag::POS || tag(i - 1) == Tag::PRPS);
}

// "In May, [fighting] in the north went on": where a subject stands, with the verb before the next mark.
bool Chunker::is_gerund_subject(std::size_t i) const {
  if (tag(i + 1) != Tag::IN || !words_[i].entry->tags.has(Tag::NN) ||
      r_.letters.find_first_not_of("RITC,") != std::string::npos)
    return false;
  for (std::size_t k = i + 1; k < words_.size() && !is_mark(tag(k)); ++k) {
    if (is_finite(tag(k))) return true;
  }
  return false;
}

// "the board [meeting] on Friday", but "the board [meeting] the king".
bool Chunker::is_event_behind_noun(std::size_t i) const {
  const Tag behind = tag(i + 1);
  const bool object = is_noun(behind) || is_adjective(behind) || behind == Tag::DT || behind == Tag::PRP ||
                      behind == Tag::PRPS || behind == Tag::CD;
  return tag(i) == Tag::VBG && i > 0 && is_noun(tag(i - 1)) && lists_.has(words_[i].key, List::event_noun) &&
         (!object || in_expression(i + 1));
}

// "the [bombing] of the bridge", "its [founding]", "Friday's [purchases]": nouns, whatever their tag.
bool Chunker::is_gerund_noun(std::size_t i) const {
  const Tag t = tag(i);
  if ((t != Tag::VBG && t != Tag::VBZ) || is_aux(words_[i])) return false;
  if (is_event_behind_noun(i)) return true;
  if (t == Tag::VBZ) return is_owned(i) && words_[i].entry->tags.has(Tag::NNS);
  const bool opened =
      is_owned(i) ||
      (i > 0 && (tag(i - 1) == Tag::DT || (i > 1 && words_[i].glued && tag(i - 1) == Tag::HYPH)));
  const bool of = i > 0 && lists_.has(words_[i - 1].key, List::of) && tag(i + 1) == Tag::IN &&
                  i + 2 < words_.size() && in_expression(i + 2);  // his love of [drawing] in 1867
  return (opened || of || is_gerund_subject(i)) && !modifies_noun(i);
}

// "[Born] Ada Wren in Karst, she left": with its capital it looks like a part of the name.
bool Chunker::opens_with_birth() const {
  const std::string_view birth = lists_.life_birth;
  return at_ == 0 && is_name(tag(1)) && words_[0].key == word_key(birth.substr(birth.rfind(' ') + 1));
}

// What has the tag of a verb and is a name, a noun or a preposition.
bool Chunker::is_no_verb(std::size_t i) const {
  const Tag t = tag(i);
  const bool name = (is_verb(t) || t == Tag::MD) && is_name_like(i) && !is_aux(words_[i]);
  return name || is_gerund_noun(i) || is_prepositional(i) || is_bare_gerund(i);
}

// The letter of the verb group at `i`, 0 where none begins; its first verb stands behind "to" and its adverbs.
char Chunker::verb_letter(std::size_t i, std::size_t& verb) const {
  verb = i;
  const Tag t = tag(i);
  if (is_finite(t)) return 'V';
  if (t == Tag::VB) return 'B';
  if (t == Tag::TO) {
    verb = behind_adverbs(i + 1);
    return tag(verb) == Tag::VB || tag(verb) == Tag::VBP ? 'B' : '\0';
  }
  const bool participle = (t == Tag::VBG || t == Tag::VBN) && !modifies_noun(i);
  return participle && !lists_.has(words_[i].key, List::relating) ? 'U' : '\0';  // following the vote
}

bool Chunker::is_negated_before(std::size_t i) const {
  for (std::size_t k = i; k > 0 && is_adverb(tag(k - 1)) && k + 3 > i; --k) {
    if (lists_.has(words_[k - 1].key, List::negator)) return true;
  }
  return false;
}

bool Chunker::take_verb() {
  if (opens_with_birth()) return push('U', 0, 1, 0).passive = true;
  std::size_t verb = at_;
  const char letter = is_no_verb(at_) ? '\0' : verb_letter(at_, verb);
  if (letter == '\0') return false;
  const Tag t = tag(at_);
  Chunk chunk;
  chunk.first = static_cast<std::uint32_t>(at_);
  chunk.past = t == Tag::VBD || t == Tag::VBN;
  if (t == Tag::MD) chunk.modal = words_[at_].key;
  for (std::size_t k = at_; k < verb; ++k) chunk.negated |= lists_.has(words_[k].key, List::negator);
  follow_chain(chunk, verb);
  chunk.passive |= letter == 'U' && t == Tag::VBN;
  chunk.negated |= is_negated_before(at_);
  r_.letters += letter;
  r_.chunks.push_back(chunk);
  at_ = chunk.last;
  return true;
}

// A participle before a noun: "the [captured] city", "a [ranking] general".
bool Chunker::modifies_noun(std::size_t i) const {
  const Tag before = i == 0 ? Tag::Stop : tag(i - 1);
  const Tag behind = tag(i + 1);
  std::size_t first = i;
  while (first > 0 && is_adverb(tag(first - 1))) --first;
  const Tag lead = first == 0 ? Tag::Stop : tag(first - 1);
  const bool opened = lead == Tag::DT || lead == Tag::PRPS || lead == Tag::POS || is_adjective(before) ||
                      before == Tag::CD || before == Tag::HYPH;
  // "of [ranking] generals", "had [operating] profits", but "of
  // building ships": only what the lexicon has as an adjective
  const bool had = i > 0 && tag(i) == Tag::VBG && words_[i - 1].entry->has(Mark::have);
  const bool adjective =
      (before == Tag::IN || had) && (words_[i].entry->tags.has(Tag::JJ) || (tag(i) == Tag::VBN && !had));
  if (before == Tag::HYPH && tag(i) == Tag::VBN && !is_noun(behind) && !is_adjective(behind)) return false;
  return (opened || adjective || opens_clause(i)) &&
         (is_noun(behind) || is_adjective(behind) || behind == Tag::HYPH || (behind == Tag::CD && opened)) &&
         i + 1 < words_.size() && !in_expression(i + 1);
}

// "[Suspected] bombs exploded", "In May, newly [appointed] generals arrived": a passive participle takes no
// object, so that the noun behind it is the subject.
bool Chunker::opens_clause(std::size_t i) const {
  const bool adjective = tag(i) == Tag::VBG && words_[i].entry->tags.has(Tag::JJ);
  const std::size_t first = i > 0 && is_adverb(tag(i - 1)) ? i - 1 : i;
  const bool passive =
      tag(i) == Tag::VBN && (first < i || tag(i + 1) == Tag::NNS || !is_one_of(i, List::naming));
  if (!adjective && !passive) return false;
  if (first == 0 || tag(first - 1) == Tag::Stop) return true;
  const std::size_t comma = r_.letters.find_first_not_of("ADIOTR");  // behind "In May,"
  return comma != std::string::npos && comma > 0 && r_.letters[comma] == ',' &&
         r_.chunks[comma].last == first;
}

bool Chunker::is_one_of(std::size_t verb, List list) const {
  return lists_.has(word_key(lexicon_.lemma(text_of(words_[verb].span, r_.text), words_[verb].tag)), list);
}

void Chunker::take_small_word() {
  const Tag t = tag(at_);
  const Word& w = words_[at_];
  char letter = 'R';
  if (t == Tag::DT || t == Tag::PDT || t == Tag::PRPS) {
    const bool before_time = at_ + 1 < words_.size() && in_expression(at_ + 1);
    letter = before_time || t != Tag::DT ? 'D' : 'p';
    if (t == Tag::DT &&
        (is_adjective(tag(at_ + 1)) || tag(at_ + 1) == Tag::VBN || tag(at_ + 1) == Tag::OpenQuote))
      letter = 'D';
  } else if (t == Tag::PRP || t == Tag::EX) {
    letter = 'p';
  } else if (t == Tag::CC) {
    letter = 'C';
  } else if (t == Tag::WDT || t == Tag::WP || t == Tag::WPS || t == Tag::WRB) {
    letter = 'W';
  } else if (is_adjective(t) || t == Tag::AFX) {
    letter = 'J';
  } else if (t == Tag::IN || t == Tag::TO || t == Tag::VBG || is_prepositional(at_)) {
    letter = lists_.has(w.key, List::of) ? 'O' : lists_.has(w.key, List::relating) ? 'A' : 'I';
  }
  push(letter, at_, at_ + 1, at_);
}

}  // namespace annals
