// What "it" and "they" go on with: the subject of the clause before, where nothing rivals it.
#include "event/discourse.h"
#include "event/headline.h"

namespace annals {
namespace {

constexpr std::size_t longest = 60;  // bytes of a subject that is said again

bool is_single(const Reading& r, Phrase phrase, char letter) {
  return phrase.last == phrase.first + 1 && r.letter(phrase.first) == letter;
}

// The noun that others possess: "the mill's [owner]".
std::uint32_t owned_noun(const Reading& r, Phrase phrase) {
  std::uint32_t noun = phrase.first;
  while (noun + 2 < phrase.last && r.letter(noun + 1) == '\'') noun += 2;
  return noun;
}

// Bodies, works, places and what happens; no people, and nothing that has no story of its own.
bool has_story(Topic topic) {
  switch (topic) {
    case Topic::act:
    case Topic::artifact:
    case Topic::communication:
    case Topic::event:
    case Topic::group:
    case Topic::location:
    case Topic::object:
    case Topic::possession: return true;
    default: return false;
  }
}

// One thing with a determiner, or a name that says what it is: "the mill", "Karst Railway", "ABC Inc."
bool is_one_thing(const Reading& r, std::uint32_t noun) {
  const Chunk& chunk = r.chunks[noun];
  const Word& head = r.words[chunk.head];
  const Tag opening = r.words[chunk.first].tag;
  const bool determined =
      opening == Tag::DT || opening == Tag::PRPS || (noun > 0 && r.letter(noun - 1) == '\'');
  const Topic topic = head.entry->noun;
  if (r.letter(noun) != 'P') return determined && head.tag == Tag::NN && has_story(topic);
  if (head.tag != Tag::NNP || topic == Topic::person) return false;
  return opening == Tag::DT || head.entry->has(Mark::abbreviation) || topic == Topic::group ||
         (chunk.first < chunk.head && topic == Topic::artifact);
}

bool are_several(const Reading& r, Phrase phrase) {
  const Tag tag = r.head(owned_noun(r, phrase)).tag;
  const Topic topic = r.head(owned_noun(r, phrase)).entry->noun;
  const bool joined = r.letters.find('C', phrase.first) < phrase.last;
  return joined ||
         ((tag == Tag::NNS || tag == Tag::NNPS) && topic != Topic::time && topic != Topic::quantity);
}

// "bought [a mill]", "closed, and [the mill] burned": what no preposition governs behind the verb may be meant too.
bool has_rival(const Reading& r, const Clauses& clauses, std::uint32_t verb, std::uint32_t end,
               bool several) {
  bool predicate = r.head(verb).entry->has(Mark::be) && !r.chunks[verb].passive;
  for (std::uint32_t i = verb + 1; i < end; ++i) {
    const char c = r.letter(i);
    if (c == ';') return false;
    if (!is_noun_letter(c)) continue;
    const char before = r.letter(i - 1);
    const std::uint32_t behind = clauses.noun_group(i, end).last;
    const bool free = before != 'I' && before != 'O' && before != 'A' && before != ',' && !predicate;
    if (free && (several ? are_several(r, {i, behind}) : is_one_thing(r, i))) return true;
    predicate = false;
    i = behind - 1;
  }
  return false;
}

}  // namespace

// "It was decided that", "it took a year to build", "it rained": stands for nothing told before.
bool Discourse::is_impersonal(const Reading& r, std::uint32_t verb) const {
  const Chunk& chunk = r.chunks[verb];
  const bool copula = lists_.has(chunk.lemma, List::become) && !chunk.passive;
  const std::size_t next = r.letters.find_first_not_of(copula ? "RJTIADNEPO'," : "RTI", verb + 1);
  const char c = next == std::string::npos ? '\0' : r.letters[next];
  const bool clause = (c == 'S' || c == 'W') &&
                      (copula || lists_.has(r.head(static_cast<std::uint32_t>(next)).key, List::content));
  if (copula) return clause || c == 'B' || (next == verb + 2 && r.letter(verb + 1) == 'J');
  if (chunk.passive) return clause || (c == 'B' && lists_.has(chunk.lemma, List::intention));
  const bool time =
      lists_.has(chunk.lemma, List::time_verb) && r.letters.find('B', verb) != std::string::npos;
  return time || r.head(verb).entry->verb == Topic::verb_weather;
}

Discourse::Theme Discourse::theme_of(const Reading& r, std::uint32_t verb, std::uint32_t end,
                                     Phrase subject) const {
  Theme theme;
  theme.several = are_several(r, subject);
  const std::uint32_t noun = owned_noun(r, subject);
  if (!(theme.several || is_one_thing(r, noun)) || has_rival(r, Clauses(r, lists_), verb, end, theme.several))
    return {};
  const Span all{r.span(subject.first).begin, r.span(subject.last - 1).end};
  const bool fits = all.end - all.begin <= longest;
  if (fits || !theme.several) theme.words = text_of(fits ? all : Span{all.begin, r.span(noun).end}, text_);
  return theme;
}

// The subject of the last clause before `before`; where that is a pronoun, the one before it.
Discourse::Theme Discourse::find_theme(const Reading& r, std::uint32_t before) const {
  const auto size = static_cast<std::uint32_t>(r.letters.size());
  const Clauses clauses(r, lists_);
  Theme theme;
  for (std::uint32_t i = std::min(before, size); i-- > 0;) {
    const char c = r.letter(i);
    if (c != 'V' && !(c == 'Z' && before < size)) continue;
    const Phrase subject = clauses.subject_of(i).phrase;
    if (subject.empty()) return {};
    const std::uint64_t word = r.head(subject.first).key;
    const bool it = is_single(r, subject, 'p') && lists_.has(word, List::thing_pronoun);
    const bool they = is_single(r, subject, 'p') && lists_.has(word, List::plural_pronoun);
    if (!it && !they) return theme_of(r, i, std::min(before, size), subject);
    if ((theme.goes_on && theme.several != they) || (it && is_impersonal(r, i))) return {};
    theme.goes_on = true;
    theme.several = they;
  }
  return theme;
}

// "A mill" is "the mill" when it is told of again.
std::string Discourse::said_again(std::string_view words) const {
  const std::size_t blank = words.find(' ');
  const bool new_to_reader =
      blank != std::string_view::npos && lists_.has(words.substr(0, blank), List::each);
  return new_to_reader ? lists_.article + " " + words_in_line(words.substr(blank)) : words_in_line(words);
}

std::string Discourse::theme_for(const Reading& reading, std::uint32_t verb) {
  const Phrase subject = Clauses(reading, lists_).subject_of(verb).phrase;
  if (!is_single(reading, subject, 'p')) return "";
  const std::uint64_t pronoun = reading.head(subject.first).key;
  const bool several = lists_.has(pronoun, List::plural_pronoun);
  if (!several && (!lists_.has(pronoun, List::thing_pronoun) || is_impersonal(reading, verb))) return "";
  const bool first = reading.letters.find_first_of("VZ") >= subject.first;
  Theme theme = first ? Theme{{}, several, true} : find_theme(reading, subject.first);
  std::size_t begin = reading.sentence.begin;
  for (int back = 0; theme.goes_on && theme.several == several && back < farthest; ++back) {
    const std::optional<Span> sentence = sentence_before(begin);
    if (!sentence) return "";
    theme = people_of(*sentence).theme;
    begin = sentence->begin;
  }
  return theme.several == several ? said_again(theme.words) : "";
}

}  // namespace annals
