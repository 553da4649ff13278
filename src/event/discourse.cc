#include "event/discourse.h"

#include <algorithm>

#include "event/headline.h"
#include "text/ascii.h"

namespace annals {
namespace {

// The first word of a name: that behind "the painter" in "the painter Ada Wren".
std::uint32_t name_begin(const Reading& r, const Chunk& chunk) {
  std::uint32_t first = chunk.head;
  while (first > chunk.first &&
         !(r.words[first - 1].tag == Tag::NN && r.words[first - 1].shape == Shape::lower))
    --first;
  const bool kin = r.words[chunk.first].tag == Tag::PRPS;  // his wife Ada
  const bool described = first > chunk.first && !kin && r.words[first - 1].entry->noun == Topic::person;
  return described ? first : chunk.first;
}

// A person: a bare name that is no place.
bool is_person(const Reading& r, std::uint32_t name) {
  if (r.letter(name) != 'P') return false;
  const Chunk& chunk = r.chunks[name];
  const Word& head = r.words[chunk.head];
  const Tag first = r.words[name_begin(r, chunk)].tag;
  if (head.tag != Tag::NNP || first == Tag::DT || first == Tag::PRPS) return false;
  const Topic topic = head.entry->noun;
  return topic != Topic::location && topic != Topic::group && topic != Topic::time;
}

// The same that does not go on with "and": "Alekseev of the White Army" is one.
bool is_person(const Reading& r, Phrase phrase) {
  if (phrase.empty() || !is_person(r, phrase.first)) return false;
  if (phrase.last == phrase.first + 1) return true;
  const char next = r.letter(phrase.first + 1);  // but the Secretary of State Ada Wren is not "the Secretary"
  return next == 'I' || (next == 'O' && r.head(phrase.first).entry->noun != Topic::person);
}

// Somebody told of by what he is: the king, a fisherman; but "his son" leaves him the one told of.
bool is_nameless_person(const Reading& r, Phrase phrase) {
  const Chunk& chunk = r.chunks[phrase.first];
  const Word& head = r.words[chunk.head];
  return r.letter(phrase.first) == 'N' && head.tag == Tag::NN && head.entry->noun == Topic::person &&
         r.words[chunk.first].tag != Tag::PRPS;
}

bool acts(const Reading& r, std::uint32_t name) {
  const char next = r.letter(name + 1);
  return name == 0 || is_finite_letter(next) || next == 'W' || (next == ',' && r.letter(name + 2) == 'W');
}

// "met [Hale] in Karst", but "wrote to [Hale]", "her first novel, [Hale]".
bool is_governed(const Reading& r, std::uint32_t name) {
  if (name == 0) return false;
  const char before = r.letter(name - 1);
  const bool title = before == ',' && r.letter(name + 1) == ',' && name > 1 &&
                     is_noun_letter(r.letter(name - 2)) && r.head(name - 2).entry->noun != Topic::person;
  return before == 'I' || before == 'O' || title;
}

// "Ada Wren" and "Mrs. Wren" share a word.
bool may_be_same(std::string_view a, std::string_view b) {
  const std::string_view last_a = a.substr(a.rfind(' ') + 1), last_b = b.substr(b.rfind(' ') + 1);
  return a.find(last_b) != a.npos || b.find(last_a) != b.npos;
}

}  // namespace

std::string_view person_name(const Reading& r, std::uint32_t name) {
  const Chunk& chunk = r.chunks[name];
  const std::size_t begin = r.words[name_begin(r, chunk)].span.begin;
  return text_of({begin, r.span(name).end}, r.text);
}

std::string words_in_line(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (!is_blank(c)) out += c;
    if (is_blank(c) && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

void Discourse::find_people(const Reading& reading, std::uint32_t before, People& people) const {
  const auto size = static_cast<std::uint32_t>(reading.letters.size());
  const Clauses clauses(reading, lists_);
  people.subject = people.pronoun = {};
  people.others.clear();
  people.nameless = false;
  bool goes_on = false;  // with whom an earlier sentence told of
  std::uint32_t from = 0;
  for (std::uint32_t i = std::min(before, size); i-- > 0 && people.subject.empty();) {
    const char c = reading.letter(i);
    if (c != 'V' && !(c == 'Z' && before < size)) continue;
    const Phrase subject = clauses.subject_of(i).phrase;
    if (subject.empty()) continue;
    if (lists_.has(reading.head(subject.first).key, List::person_pronoun)) {
      goes_on = true;
      people.pronoun = text_of(reading.span(subject.first), text_);
    }
    people.nameless |= is_nameless_person(reading, subject);
    if (!is_person(reading, subject)) continue;
    people.subject = person_name(reading, subject.first);
    from = subject.last;
  }
  const bool entry =  // [Ada Wren], a painter of harbours.
      before >= size && reading.letters.find('V') == std::string::npos && reading.letter(1) == ',';
  if (entry && is_person(reading, 0)) people.subject = person_name(reading, 0);
  for (std::uint32_t i = from; i < before && i < size; ++i) {
    if (reading.letter(i) != 'P') continue;
    const bool told = !people.subject.empty() || goes_on || is_governed(reading, i);
    if ((!told || acts(reading, i)) && is_person(reading, i))
      people.others.push_back(person_name(reading, i));
  }
}

// Mr. Halloran is not she, nor is he whom she was told of behind.
bool Discourse::agrees(std::string_view name, std::uint64_t pronoun) const {
  const std::string_view title = name.substr(0, name.find(' '));
  const List other = lists_.has(pronoun, List::masculine) ? List::feminine : List::masculine;
  return !lists_.has(title, other);
}

void Discourse::remember(const Reading& reading) {
  People& people = room_for(reading.sentence);
  find_people(reading, nowhere, people);
  people.theme = find_theme(reading, nowhere);
  if (people.decide() || people.pronoun.empty() || named_in_ != reading.sentence.begin) return;
  people.subject = named_;
}

std::string Discourse::name_for(const Reading& reading, std::uint32_t verb) {
  const Subject subject = Clauses(reading, lists_).subject_of(verb);
  if (subject.phrase.last != subject.phrase.first + 1 || reading.letter(subject.phrase.first) != 'p')
    return "";
  return name_before(reading, subject.phrase.first, reading.head(subject.phrase.first).key);
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

Discourse::People& Discourse::room_for(Span sentence) {
  People& oldest = people_[read_++ % people_.size()];
  oldest.sentence = sentence.begin;
  return oldest;
}

const Discourse::People& Discourse::people_of(Span sentence) {
  for (std::size_t i = 0; i < std::min(read_, people_.size()); ++i) {
    if (people_[i].sentence == sentence.begin) return people_[i];
  }
  const auto first = std::partition_point(expressions_.begin(), expressions_.end(),
                                          [&](const Resolved& e) { return e.span.end <= sentence.begin; });
  Reading reading;
  read_sentence(text_, sentence, expressions_, static_cast<std::size_t>(first - expressions_.begin()),
                lexicon_, tagger_, lists_, reading);
  People& people = room_for(sentence);
  find_people(reading, nowhere, people);
  people.theme = find_theme(reading, nowhere);
  return people;
}

std::optional<Span> Discourse::sentence_before(std::size_t begin) const {
  while (begin > body_ && is_blank(text_[begin - 1])) --begin;
  if (begin <= body_) return std::nullopt;
  const Span sentence = sentence_around(text_, begin - 1, lexicon_, body_);
  return sentence.begin < begin ? std::optional(sentence) : std::nullopt;
}

// The subject of `people`, if the pronoun fits it and nobody else whom it fits was told of since.
std::string_view Discourse::name_among(const People& people, std::vector<std::string_view>& since,
                                       std::uint64_t pronoun) const {
  since.insert(since.end(), people.others.begin(), people.others.end());
  const bool rival = people.nameless || !agrees(people.pronoun, pronoun) ||
                     std::any_of(since.begin(), since.end(), [&](std::string_view other) {
                       return agrees(other, pronoun) && !may_be_same(other, people.subject);
                     });
  return rival || !agrees(people.subject, pronoun) ? std::string_view{} : people.subject;
}

std::string Discourse::name_before(const Reading& reading, std::uint32_t chunk, std::uint64_t pronoun) {
  const std::string_view name = find_name(reading, chunk, pronoun);
  if (!name.empty()) {
    named_ = name;
    named_in_ = reading.sentence.begin;
  }
  return words_in_line(name);
}

std::string_view Discourse::find_name(const Reading& reading, std::uint32_t chunk, std::uint64_t pronoun) {
  if (!lists_.has(pronoun, List::person_pronoun)) return "";
  std::vector<std::string_view> since;
  People here;
  find_people(reading, chunk, here);
  if (here.decide()) return name_among(here, since, pronoun);
  if (!agrees(here.pronoun, pronoun)) return "";
  since = here.others;
  std::optional<Span> sentence = sentence_before(reading.sentence.begin);
  for (int back = 0; sentence && back < farthest; ++back) {
    const People& earlier = people_of(*sentence);
    if (earlier.decide()) return name_among(earlier, since, pronoun);
    if (!agrees(earlier.pronoun, pronoun)) return "";
    since.insert(since.end(), earlier.others.begin(), earlier.others.end());
    sentence = sentence_before(sentence->begin);
  }
  return "";
}

}  // namespace annals
