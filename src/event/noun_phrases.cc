// Noun phrases: how far they go, and whether their head is a name, an event or neither.
#include <algorithm>

#include "event/chunker.h"

namespace annals {

char Chunker::noun_letter(std::size_t first, std::size_t head) const {
  const Word& w = words_[head];
  if (first == head && is_surname(head) && is_finite(tag(head + 1))) return 'P';
  if (w.tag == Tag::CD || is_adjective(w.tag)) return 'N';
  if (w.tag == Tag::VBG) return 'E';
  const Topic topic = w.entry->noun;
  const bool name = is_name(w.tag);
  const std::string_view form = text_of(w.span, r_.text);
  const std::uint64_t key =
      w.tag == Tag::NNS || w.tag == Tag::NNPS ? word_key(lexicon_.lemma(form, Tag::NNS)) : w.key;
  // A capital within the sentence: a name that the tagger took for a noun.
  if (is_verb(w.tag)) return 'P';
  if (w.tag == Tag::NN && w.shape == Shape::capital && head > 0 && first == head && !is_mark(tag(head - 1)))
    return 'P';
  if (lists_.has(key, List::event_noun)) {  // a person may be called Storm or Siege
    return !name || tag(first) == Tag::DT || head + 1 - first > 1 ? 'E' : 'P';
  }
  if (name) return (topic == Topic::act || topic == Topic::event) && tag(first) == Tag::DT ? 'E' : 'P';
  if (lists_.has(key, List::no_event_noun)) return 'N';
  return topic == Topic::act || topic == Topic::event ? 'E' : 'N';
}

// "$2,500 [a] man": so much for each.
bool Chunker::is_rate(std::size_t i, std::size_t head) const {
  return head + 1 == i && lists_.has(words_[i].key, List::each) && is_noun(tag(i + 1)) &&
         !in_expression(i + 1) &&
         std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(at_),
                     words_.begin() + static_cast<std::ptrdiff_t>(i),
                     [](const Word& w) { return w.tag == Tag::Currency || w.tag == Tag::CD; });
}

// "[more than] 200 men": so many of them, one phrase.
bool Chunker::is_comparison(std::size_t i) const {
  const Tag t = tag(i);
  return (t == Tag::JJR || t == Tag::RBR) && tag(i + 2) == Tag::CD &&
         lists_.has(words_[i + 1].key, List::comparative) && !in_expression(i + 2);
}

// "Standard [&] Poor": whatever their tags.
bool Chunker::joins_names(std::size_t i) const {
  return words_[i].shape == Shape::mark && i > at_ && i + 1 < words_.size() &&
         words_[i - 1].shape == Shape::capital && words_[i + 1].shape == Shape::capital;
}

// "In May [Young] had left": an adjective with a capital that is not the sentence's.
bool Chunker::is_surname(std::size_t i) const {
  return i > 0 && is_adjective(tag(i)) && words_[i].shape == Shape::capital;
}

// "By May [scurvy] had broken out": an adjective alone where a subject stands, if it may be a noun.
bool Chunker::is_subject_like(std::size_t i) const {
  const bool opens =
      r_.letters.empty() || std::string_view("T,;SC").find(r_.letters.back()) != std::string_view::npos;
  return opens && (words_[i].entry->tags.has(Tag::NN) || is_surname(i)) && is_finite(tag(i + 1));
}

bool Chunker::takes_adjective(NounPhrase& phrase) const {
  const std::size_t i = phrase.at;
  const bool behind_hyphen = i > at_ && tag(i - 1) == Tag::HYPH;
  const bool named = phrase.head + 1 == i && words_[phrase.head].shape == Shape::capital &&
                     words_[i].shape == Shape::capital && is_noun(tag(i + 1));  // the Soviet [Armed] Forces
  if (phrase.head < i && is_noun(tag(phrase.head)) && !behind_hyphen && !named) return false;
  const bool ends = !is_noun(tag(i + 1)) && !is_adjective(tag(i + 1)) && tag(i + 1) != Tag::HYPH;
  if (phrase.head < i && behind_hyphen && ends) phrase.head = i;  // the counter-[offensive]
  return phrase.opened = true;
}

bool Chunker::takes_adverb(const NounPhrase& phrase) const {
  const std::size_t i = phrase.at;
  const Tag behind = tag(i + 1);
  if (i == at_ && behind == Tag::VBN && modifies_noun(i + 1)) return true;  // [newly] appointed generals
  const bool people = i > at_ && is_adjective(tag(i - 1)) && words_[i - 1].shape == Shape::capital;
  if (phrase.head < i || people) return false;  // the French [also] granted it
  const bool describes = is_adjective(behind) || behind == Tag::VBN || behind == Tag::VBG;
  return behind == Tag::CD || ((phrase.opened || is_owned(i)) && describes);
}

bool Chunker::takes_participle(const NounPhrase& phrase) const {
  const std::size_t i = phrase.at;
  if (phrase.head < i && tag(i - 1) != Tag::HYPH) return false;
  return modifies_noun(i) && !(i == at_ && lists_.has(words_[i].key, List::relating));
}

// "a large [and] handsome mansion": between adjectives, with the noun still to come.
bool Chunker::joins_adjectives(const NounPhrase& phrase) const {
  const std::size_t i = phrase.at;
  const bool adjectives = phrase.opened && phrase.head > i && i > at_ && is_adjective(tag(i - 1)) &&
                          is_adjective(tag(i + 1)) && lists_.has(words_[i].key, List::joining);
  return adjectives && is_noun(tag(i + 2)) && !in_expression(i + 2);
}

// "Ada [the] Great", but "gave Ada the Medal".
bool Chunker::opens_epithet(std::size_t i) const {
  return i > at_ && i + 1 < words_.size() && is_name(tag(i - 1)) && !in_expression(i + 1) &&
         words_[i + 1].shape == Shape::capital && lists_.has(words_[i + 1].key, List::epithet);
}

bool Chunker::may_be_head(std::size_t i) const {
  const Tag t = tag(i);
  const bool name = is_verb(t) && is_name_like(i) && !is_aux(words_[i]);
  return is_noun(t) || name || t == Tag::CD || t == Tag::ADD || t == Tag::FW || t == Tag::Currency ||
         t == Tag::GW;
}

// Whether the word there belongs to the phrase: each kind of word goes in before some kinds only.
bool Chunker::goes_on(NounPhrase& phrase) const {
  const std::size_t i = phrase.at;
  const Tag t = tag(i);
  if (t == Tag::DT && opens_epithet(i)) return phrase.take_head(++phrase.at);
  if (t == Tag::DT || t == Tag::PDT || t == Tag::PRPS)
    return phrase.opened = i == at_ || tag(i - 1) == Tag::PDT || is_rate(i, phrase.head);
  if (t == Tag::CC && joins_adjectives(phrase)) return true;
  if (t == Tag::CC) return joins_names(i) && phrase.take_head(++phrase.at);
  if (may_be_head(i)) {
    const bool noun = phrase.head < i && is_noun(tag(phrase.head)) && !is_name(tag(phrase.head));
    const bool number_behind = t == Tag::CD && noun && words_[phrase.head].shape == Shape::lower;
    return !number_behind && phrase.take_head(i);
  }
  if (is_adjective(t) || t == Tag::AFX) return takes_adjective(phrase);
  if (t == Tag::HYPH) return i > at_ && words_[i].glued;
  if (is_adverb(t)) return takes_adverb(phrase);
  if (is_gerund_noun(i)) return phrase.take_head(i);
  return (t == Tag::VBN || t == Tag::VBG) && takes_participle(phrase);
}

// An adjective that stands for those whom it describes; words_.size() where none does.
std::size_t Chunker::adjective_head(std::size_t end) const {
  if (end > at_ + 1 && tag(at_) == Tag::DT && is_adjective(tag(end - 1)) && !in_expression(end))
    return end - 1;  // "The [French] had left"
  if (!is_adjective(tag(at_))) return words_.size();
  const std::size_t behind = std::min(at_ + 1, words_.size() - 1);
  const bool of_them = lists_.has(words_[behind].key, List::of);  // [most] of them
  return of_them || is_subject_like(at_) ? at_ : words_.size();
}

bool Chunker::take_noun_phrase() {
  NounPhrase phrase{is_comparison(at_) ? at_ + 2 : at_, words_.size()};
  while (phrase.at < words_.size() && !in_expression(phrase.at) && goes_on(phrase)) ++phrase.at;
  const std::size_t head = phrase.head < words_.size() ? phrase.head : adjective_head(phrase.at);
  if (head == words_.size()) return false;
  push(noun_letter(at_, head), at_, head + 1, head);
  return true;
}

}  // namespace annals
