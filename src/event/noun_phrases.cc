// Noun phrases: how far they go, and whether their head is a name, an event or neither.
#include <algorithm>

#include "event/chunker.h"

namespace annals {

char Chunker::noun_letter(std::size_t first, std::size_t head) const {
  const Word& w = words_[head];
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

// "By May [scurvy] had broken out": an adjective alone where a subject stands, if it may be a noun.
bool Chunker::is_subject_like(std::size_t i) const {
  const bool opens =
      r_.letters.empty() || std::string_view("T,;SC").find(r_.letters.back()) != std::string_view::npos;
  return opens && words_[i].entry->tags.has(Tag::NN) && is_finite(tag(i + 1));
}

bool Chunker::take_noun_phrase() {
  std::size_t i = is_comparison(at_) ? at_ + 2 : at_;
  std::size_t head = words_.size();
  bool opened = false;
  for (; i < words_.size() && !in_expression(i); ++i) {
    const Tag t = tag(i);
    if (t == Tag::DT || t == Tag::PDT || t == Tag::PRPS) {
      if (i > at_ && tag(i - 1) != Tag::PDT && !is_rate(i, head)) break;
      opened = true;
    } else if (t == Tag::CC) {
      if (!joins_names(i)) break;
      head = ++i;
      opened = true;
    } else if (is_noun(t) || (is_verb(t) && is_name_like(i) && !is_aux(words_[i])) || t == Tag::CD ||
               t == Tag::ADD || t == Tag::FW || t == Tag::Currency || t == Tag::GW) {
      const bool after_noun =
          head < i && is_noun(tag(head)) && !is_name(tag(head)) && words_[head].shape == Shape::lower;
      if (t == Tag::CD && after_noun) break;
      head = i;
      opened = true;
    } else if (is_adjective(t) || t == Tag::AFX) {
      const bool behind_hyphen = i > at_ && tag(i - 1) == Tag::HYPH;
      const bool named = head + 1 == i && words_[head].shape == Shape::capital &&
                         words_[i].shape == Shape::capital &&
                         is_noun(tag(i + 1));  // the Soviet [Armed] Forces
      if (head < i && is_noun(tag(head)) && !behind_hyphen && !named) break;
      const bool ends = !is_noun(tag(i + 1)) && !is_adjective(tag(i + 1)) && tag(i + 1) != Tag::HYPH;
      if (head < i && behind_hyphen && ends) head = i;  // the counter-[offensive]
      opened = true;
    } else if (t == Tag::HYPH) {
      if (i == at_ || !words_[i].glued) break;
    } else if (is_adverb(t)) {
      const Tag behind = tag(i + 1);
      const bool inside =
          behind == Tag::CD || ((opened || is_owned(i)) && head >= i &&
                                (is_adjective(behind) || behind == Tag::VBN || behind == Tag::VBG));
      if (i == at_ && behind == Tag::VBN && modifies_noun(i + 1)) continue;  // [newly] appointed generals
      const bool people = i > at_ && is_adjective(tag(i - 1)) && words_[i - 1].shape == Shape::capital;
      if (!inside || head < i || people) break;  // the French [also] granted it
    } else if (is_gerund_noun(i)) {
      head = i;
      opened = true;
    } else if (t == Tag::VBN || t == Tag::VBG) {
      if (head < i && tag(i - 1) != Tag::HYPH) break;
      if (!modifies_noun(i) || (i == at_ && lists_.has(words_[i].key, List::relating))) break;
    } else {
      break;
    }
  }
  // "The [French] had left": an adjective stands for those whom it describes.
  if (head == words_.size() && i > at_ + 1 && tag(at_) == Tag::DT && is_adjective(tag(i - 1)) &&
      !in_expression(i))
    head = i - 1;
  if (head == words_.size() && is_adjective(tag(at_)) &&
      lists_.has(words_[std::min(at_ + 1, words_.size() - 1)].key, List::of))
    head = at_;  // [most] of them
  if (head == words_.size() && is_adjective(tag(at_)) && is_subject_like(at_)) head = at_;
  if (head == words_.size()) return false;
  push(noun_letter(at_, head), at_, head + 1, head);
  return true;
}

}  // namespace annals
