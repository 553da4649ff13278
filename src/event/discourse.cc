#include "event/discourse.h"

#include <algorithm>

#include "event/headline.h"

namespace annals {
namespace {

// A person: a bare name that is no place and does not go on with "and".
bool is_person(const Reading& r, Phrase phrase) {
  if (phrase.last != phrase.first + 1 || r.letter(phrase.first) != 'P') return false;
  const Chunk& chunk = r.chunks[phrase.first];
  const Word& head = r.words[chunk.head];
  const Tag first = r.words[chunk.first].tag;
  if (head.tag != Tag::NNP || first == Tag::DT || first == Tag::PRPS) return false;
  const Topic topic = head.entry->noun;
  return topic != Topic::location && topic != Topic::group && topic != Topic::time;
}

// A firm or a body, by its last word or its kind; or a thing that is no name, one of it.
bool is_thing(const Reading& r, Phrase phrase) {
  const Word& head = r.head(phrase.first);
  if (phrase.last != phrase.first + 1 || is_adjective(head.tag)) return false;
  const Topic topic = head.entry->noun;
  if (r.letter(phrase.first) == 'P') return head.entry->has(Mark::abbreviation) || topic == Topic::group;
  return is_noun_letter(r.letter(phrase.first)) && head.tag == Tag::NN && topic != Topic::person;
}

}  // namespace

std::string Discourse::last_name(const Reading& reading, std::uint32_t before) const {
  const Clauses clauses(reading, lists_);
  for (std::uint32_t i = std::min<std::uint32_t>(before, static_cast<std::uint32_t>(reading.letters.size()));
       i-- > 0;) {
    const char c = reading.letter(i);
    if (c != 'V' && !(c == 'Z' && before < reading.letters.size())) continue;
    const Subject subject = clauses.subject_of(i);
    if (is_person(reading, subject.phrase)) return words_of(reading, subject.phrase);
  }
  return "";
}

// Mr. Halloran is not she.
bool Discourse::agrees(std::string_view name, std::uint64_t pronoun) const {
  const std::string_view title = name.substr(0, name.find(' '));
  const List other = lists_.has(pronoun, List::masculine) ? List::feminine : List::masculine;
  return !lists_.has(title, other);
}

void Discourse::remember(const Reading& reading) {
  names_.emplace(reading.sentence.begin, last_name(reading, nowhere));
}

std::string Discourse::name_for(const Reading& reading, std::uint32_t verb) {
  const Subject subject = Clauses(reading, lists_).subject_of(verb);
  if (subject.phrase.last != subject.phrase.first + 1 || reading.letter(subject.phrase.first) != 'p')
    return "";
  return name_before(reading, subject.phrase.first, reading.head(subject.phrase.first).key);
}

std::string Discourse::speaker_for(const Reading& reading, std::uint32_t verb) const {
  const std::uint32_t says = reading.chunks[verb].content_of;
  if (says == nowhere || !lists_.has(reading.chunks[says].lemma, List::reporting)) return "";
  const Clauses clauses(reading, lists_);
  const Phrase pronoun = clauses.subject_of(verb).phrase;
  const Subject speaker = clauses.subject_of(says);
  const bool it = pronoun.last == pronoun.first + 1 && reading.letter(pronoun.first) == 'p' &&
                  lists_.has(reading.head(pronoun.first).key, List::thing_pronoun);
  return it && speaker.before_verb && is_thing(reading, speaker.phrase) ? words_of(reading, speaker.phrase)
                                                                        : "";
}

std::string Discourse::owner_of(const Reading& reading, std::uint32_t noun) {
  const Word& first = reading.words[reading.chunks[noun].first];
  if (first.tag != Tag::PRPS) return "";
  const std::string name = name_before(reading, noun, first.key);
  for (std::uint32_t i = 0; i < noun;
       ++i) {  // "at the funeral of Marat, after his murder": not the subject's
    const bool other = reading.letter(i) == 'P' && words_of(reading, {i, i + 1}) != name;
    if (other && reading.head(i).entry->noun != Topic::location) return "";
  }
  return name;
}

std::string Discourse::name_before(const Reading& reading, std::uint32_t chunk, std::uint64_t pronoun) {
  if (!lists_.has(pronoun, List::person_pronoun)) return "";
  const std::string near = last_name(reading, chunk);
  if (!near.empty()) return agrees(near, pronoun) ? near : "";
  std::size_t begin = reading.sentence.begin;
  Reading earlier;
  for (int back = 0; back < farthest; ++back) {
    while (begin > body_ && (text_[begin - 1] == ' ' || text_[begin - 1] == '\n' ||
                             text_[begin - 1] == '\r' || text_[begin - 1] == '\t'))
      --begin;
    if (begin <= body_) break;
    const Span sentence = sentence_around(text_, begin - 1, lexicon_, body_);
    if (sentence.begin >= begin) break;
    auto known = names_.find(sentence.begin);
    if (known == names_.end()) {
      const auto first =
          std::partition_point(expressions_.begin(), expressions_.end(),
                               [&](const Resolved& e) { return e.span.end <= sentence.begin; });
      read_sentence(text_, sentence, expressions_, static_cast<std::size_t>(first - expressions_.begin()),
                    lexicon_, tagger_, lists_, earlier);
      known = names_.emplace(sentence.begin, last_name(earlier, nowhere)).first;
    }
    if (!known->second.empty()) return agrees(known->second, pronoun) ? known->second : "";
    begin = sentence.begin;
  }
  return "";
}

}  // namespace annals
