// One event as it is told: its window, its headline, who takes part and where.
#include <algorithm>

#include "event/finding.h"
#include "event/identity.h"
#include "text/ascii.h"

namespace annals {
namespace {

constexpr double most_confident = 0.95;
constexpr int shortest_life = 15;  // years, of somebody worth telling of

// Keys of the words that the text has with a capital behind a small letter and a blank.
std::unordered_set<std::uint64_t> names_within(std::string_view text) {
  std::unordered_set<std::uint64_t> keys;
  for (std::size_t i = 2; i < text.size(); ++i) {
    if (!is_upper(text[i]) || text[i - 1] != ' ' || !is_lower(text[i - 2])) continue;
    std::size_t end = i + 1;
    while (end < text.size() && is_lower(text[end])) ++end;
    keys.insert(word_key(text.substr(i, end - i)));
    i = end;
  }
  return keys;
}

}  // namespace

// The event of a trigger: a new one, or the one that another expression of the sentence has dated already.
std::size_t Finding::add_event(const Trigger& trigger, std::uint32_t time, std::vector<std::uint32_t> times) {
  const std::uint32_t head_chunk = trigger.second == nowhere ? trigger.chunk : trigger.second;
  const Span head = reading_.head(head_chunk).span;
  if (const std::size_t known = event_at(head); known != none) return known;
  Mood mood = mood_of(reading_, lists_, trigger.verb == nowhere ? trigger.chunk : trigger.verb, time);
  const std::uint64_t opening = reading_.words[reading_.chunks[trigger.chunk].first].key;
  if (!mood.dropped.empty() || lists_.has(opening, List::negative_determiner)) return none;  // no resistance
  const bool office = reading_.letter(trigger.chunk) == 'P';
  Event event = blank_event(head, lemma_of(office ? head_chunk : trigger.chunk));
  const Chunk& chunk = reading_.chunks[trigger.chunk];
  event.nominal = !is_verb_letter(reading_.letter(trigger.chunk));
  event.past =
      is_finite_letter(reading_.letter(trigger.chunk)) && chunk.past && chunk.modal == 0 && !chunk.planned;
  event.status = mood.status;
  event.attributed_to = std::move(mood.attributed_to);
  event.confidence = trigger.prior - mood.penalty;
  event.why = {"trigger: " + std::string(text_of(head, text_)), trigger.why};
  if (!mood.why.empty()) event.why.push_back("status: " + mood.why);
  describe(event, trigger, std::move(times));
  events_.push_back(std::move(event));
  return events_.size() - 1;
}

Event Finding::blank_event(Span head, std::string lemma) {
  Event event;
  event.head = head;
  event.lemma = std::move(lemma);
  event.sentence = reading_.sentence;
  event.dated = false;
  event.basis = Basis::derived;
  event.mentions.push_back({0, head, std::string(text_of(head, text_))});
  const std::string sentence(text_of(reading_.sentence, text_));
  const std::string word(text_of(head, text_));
  event.id = event_id(article_.id, sentence, word, kinds_[{sentence, word}]++);
  return event;
}

bool Finding::place(Event& event, std::uint32_t time, const Resolved& r, const Resolved* until) {
  const Window window = time == nowhere ? Window{instant_within(r.bounds), Extent::instant}
                                        : window_of(reading_, lists_, time, r, until);
  if (event.dated) {  // two times for one event: the finer one, where they agree
    const bool finer = r.grain < event.precision && overlap(window.bounds, event.when);
    if (!finer) return false;
  }
  event.dated = true;
  event.when = window.bounds;
  event.extent = window.extent;
  event.precision = r.grain;
  event.approximate = r.approximate;
  event.uncertain = r.uncertain;
  event.basis = Basis::stated;
  event.edtf = edtf(event.when, {r.approximate, r.uncertain}, r.grain);
  event.note = r.note;
  // Sets of dates, years about which, and the deep past say more than bounds do.
  const bool own = r.edtf.find('/') == std::string::npos && r.edtf.find_first_of("[~E") != std::string::npos;
  if (until == nullptr && own && event.when == instant_within(r.bounds)) event.edtf = r.edtf;
  event.confidence = std::clamp(event.confidence - (r.approximate ? 0.1 : 0.0), 0.05, most_confident);
  const bool ahead =
      article_.date && event.when.earliest_start && article_.date->day < event.when.earliest_start->day;
  if (ahead && event.status == Status::actual) {
    event.status = Status::planned;
    event.why.push_back("status: after the article's date");
  }
  return true;
}

// What its verb says at other times, of other nouns.
std::vector<std::uint32_t> Finding::gaps_of(const Trigger& trigger) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t time = 0; trigger.second == nowhere && time < triggers_.size(); ++time) {
    const std::optional<Trigger>& other = triggers_[time];
    if (other && other->chunk == trigger.chunk && other->second != nowhere &&
        expressions_[reading_.chunks[time].expression].placed)
      out.push_back(other->second);
  }
  return out;
}

void Finding::describe(Event& event, const Trigger& trigger, std::vector<std::uint32_t> times) {
  HeadlineRequest request{trigger.chunk, trigger.second, std::move(times), gaps_of(trigger), ""};
  request.subject = is_verb_letter(reading_.letter(trigger.chunk))
                        ? discourse_.name_for(reading_, trigger.chunk)
                        : discourse_.owner_of(reading_, trigger.chunk);
  const std::string name = request.subject;
  if (name.empty() && is_verb_letter(reading_.letter(trigger.chunk)))
    request.subject = discourse_.theme_for(reading_, trigger.chunk);
  HeadlineText headline = finder_.headlines_.write(reading_, request);
  event.headline = std::move(headline.text);
  if (headline.fallback) {
    event.confidence -= 0.15;
    event.why.push_back("headline: the whole sentence");
  }
  find_people_and_places(event, trigger, name);
  find_others(event, trigger);
}

// "[Musk] bought it": a noun only because it opens the sentence,
// where the article has it with a capital elsewhere too.
bool Finding::opens_with_name(std::uint32_t noun) {
  const Chunk& chunk = reading_.chunks[noun];
  if (reading_.letter(noun) != 'N' || chunk.first != 0 || chunk.last != 1 ||
      reading_.words[0].shape != Shape::capital)
    return false;
  if (!names_) names_ = names_within(text_.substr(article_.body));
  return names_->contains(reading_.words[0].key);
}

void Finding::find_people_and_places(Event& event, const Trigger& trigger, const std::string& name) {
  const Clauses clauses(reading_, lists_);
  const auto end = static_cast<std::uint32_t>(reading_.letters.size());
  const auto mention = [&](std::uint32_t i) {
    return Mention{0, reading_.span(i), std::string(text_of(reading_.span(i), text_))};
  };
  const bool verb = is_verb_letter(reading_.letter(trigger.chunk));
  std::uint32_t from = trigger.chunk;
  if (verb) {
    const Subject subject = clauses.subject_of(trigger.chunk);
    for (std::uint32_t i = subject.phrase.first; i < subject.phrase.last; ++i) {
      if (reading_.letter(i) == 'P' || opens_with_name(i)) event.who.push_back(mention(i));
    }
    if (!name.empty() && !subject.phrase.empty())
      event.who.push_back({0, reading_.span(subject.phrase.first), name});
    from = trigger.chunk + 1;
  } else {
    from = clauses.noun_group(trigger.chunk, end).first;
  }
  for (std::uint32_t i = from; i < end; ++i) {
    const char c = reading_.letter(i);
    if (c == ';' || c == 'S' || c == 'W' || (i > trigger.chunk && is_finite_letter(c))) break;
    if (!is_noun_letter(c) || c == 'E') continue;
    const char before = i == 0 ? '\0' : reading_.letter(i - 1);
    const Word& head = reading_.head(i);
    const bool located = (before == 'I') && lists_.has(reading_.head(i - 1).key, List::place_preposition);
    const bool place = head.entry->noun == Topic::location || (c == 'P' && located);
    if (place && (located || c == 'P')) {
      if (located) event.where.push_back(mention(i));
    } else if (c == 'P') {
      event.who.push_back(mention(i));
    }
  }
}

// Verbs that tell the same moment: joined by "and" or "when", or participles without a time of their own.
void Finding::find_others(Event& event, const Trigger& trigger) {
  const std::uint32_t verb = trigger.chunk;
  if (!is_verb_letter(reading_.letter(verb))) return;
  if (lists_.has(reading_.chunks[verb].lemma, List::light) && reading_.letter(verb + 1) == 'E')
    event.also.push_back(lemma_of(verb + 1));
  if (lists_.has(reading_.chunks[verb].lemma, List::beginning)) {
    const Phrase opened = Clauses(reading_, lists_).subject_of(verb).phrase;
    if (reading_.letter(opened.first) == 'E' && !opened.empty()) event.also.push_back(lemma_of(opened.first));
  }
  for (std::uint32_t i = verb + 1; i < reading_.letters.size(); ++i) {
    const char c = reading_.letter(i);
    if (c == ';') break;
    if (!is_verb_letter(c)) continue;
    const Chunk& chunk = reading_.chunks[i];
    const bool joined = chunk.joined_to == verb;
    const bool when = c == 'Z' && chunk.governor != nowhere &&
                      lists_.has(reading_.head(chunk.governor).key, List::simultaneous);
    const bool participle = c == 'U' && !chunk.passive && reading_.letter(i - 1) == ',';
    const bool timed = reading_.letters.find('T', i) < reading_.letters.find_first_of(",;VQZUB", i + 1);
    if ((joined || when || participle) && !timed) event.also.push_back(lemma_of(i));
  }
}

// "[Wren, Ada] (1790-1851)", as registers put it.
bool Finding::is_inverted(std::uint32_t name) const {
  return name == 2 && reading_.letters.starts_with("P,P") && reading_.chunks[0].last == 1 &&
         (reading_.letter(3) == '(' || reading_.letter(3) == ',');
}

std::string Finding::full_name(std::uint32_t name) const {
  const std::string words = words_in_line(person_name(reading_, name));
  return is_inverted(name) ? words + " " + words_of(reading_, {0, 1}) : words;
}

// A name of two words and more, none of them an act or an event: "Ada Wren", not "the Long March"; with a first
// name in front, "Robert London" too.
bool Finding::is_person(std::uint32_t name) const {
  const std::string words = full_name(name);
  const std::string_view given(words.data(), std::min(words.find(' '), words.size()));
  const Tag opening = reading_.words[reading_.chunks[name].first].tag;
  const bool bare =
      (opening != Tag::DT && opening != Tag::PRPS) || words != words_of(reading_, {name, name + 1});
  if (given.size() == words.size() || !bare) return false;
  const Topic topic = reading_.head(name).entry->noun;
  return lists_.has(given, List::masculine) || lists_.has(given, List::feminine) ||
         (topic != Topic::act && topic != Topic::event && topic != Topic::location && topic != Topic::group &&
          topic != Topic::time);
}

// "[Ada Wren], 1st Baroness Wren (1840-1922)": whom the title belongs to.
std::uint32_t Finding::name_before_title(std::uint32_t name) const {
  const bool title = reading_.words[reading_.chunks[name].first].shape == Shape::ordinal;
  const bool apart = name > 1 && reading_.letter(name - 1) == ',' && reading_.letter(name - 2) == 'P';
  return title && apart ? name - 2 : name;
}

// What a name did or underwent, in words that are not the sentence's: "Ada Wren was born".
Event& Finding::add_life_event(std::uint32_t name, const std::string& words, Span head, double prior) {
  Event event = blank_event(head, finder_.lexicon_.lemma(std::string(last_word(words)), Tag::VBN));
  const std::string who = full_name(name);
  event.headline = who + " " + words;
  event.confidence = prior;
  event.who.push_back({0, reading_.span(name), who});
  return events_.emplace_back(std::move(event));
}

// Whose entry it is: the name before the brackets, or the first since the last stop.
std::uint32_t Finding::name_of_entry(std::uint32_t chunk) const {
  const std::size_t open = reading_.letters.rfind('(', chunk), close = reading_.letters.rfind(')', chunk);
  const bool inside = open != std::string::npos && (close == std::string::npos || close < open);
  const std::size_t stop = reading_.letters.rfind(';', chunk);
  const std::size_t begin = stop == std::string::npos ? 0 : stop + 1;
  const std::size_t name = inside ? open - 1 : reading_.letters.find('P', begin);
  if (name >= chunk || reading_.letter(static_cast<std::uint32_t>(name)) != 'P') return nowhere;
  const Topic topic = reading_.head(static_cast<std::uint32_t>(name)).entry->noun;
  const bool person = topic != Topic::location && topic != Topic::group && topic != Topic::time;
  return person ? static_cast<std::uint32_t>(name) : nowhere;
}

// "Ada Wren, b. Karst 5 May 1846, d. [1901]": as registers and pedigrees write it.
bool Finding::take_register(std::uint32_t time) {
  const std::size_t e = reading_.chunks[time].expression;
  constexpr std::string_view between = "PNUID,";
  for (std::uint32_t i = time; i-- > 0 && between.find(reading_.letter(i)) != std::string_view::npos;) {
    const Word& word = reading_.words[reading_.chunks[i].first];
    const std::string& words = lists_.register_words(word.key);
    if (words.empty()) continue;
    const std::uint32_t name = name_of_entry(i);
    if (name == nowhere) return false;
    Event& added = add_life_event(name, words, word.span, 0.8);
    added.why = {"register: " + std::string(text_of(word.span, text_))};
    place(added, time, expressions_[e], nullptr);
    added.time = e;
    return true;
  }
  return false;
}

// A range on a line of its own, below a line that has nothing but a name: whose life it was.
bool Finding::take_life_below_name(std::size_t expression, std::size_t line) {
  const Resolved& r = expressions_[expression];
  if (!r.span_to && r.end_value.empty()) return false;
  const std::size_t byte = text_.substr(0, line).find_last_not_of(" \t\r\n");
  if (byte == std::string_view::npos || byte < article_.body) return false;
  const Span above = sentence_around(text_, byte, finder_.lexicon_, article_.body);
  Reading reading;
  read_sentence(text_, above, expressions_, expression, finder_.lexicon_, finder_.tagger_, lists_, reading);
  std::swap(reading, reading_);
  const bool to_the_day =
      r.grain == Granularity::day;  // [Ada London], whom no place would be told of like that
  const bool name = reading_.letters == "P" && (is_person(0) || (to_the_day && reading_.words.size() > 1));
  if (name) take_life(expression, 0, 0.8, "life: below the name");
  if (!name) std::swap(reading, reading_);
  return name;
}

// (1790-1851): birth and death of the name before the brackets. A few years are a term of office or a war.
void Finding::take_life(std::size_t e, std::uint32_t name, double prior, const std::string& why) {
  const Resolved& r = expressions_[e];
  const Resolved* until = r.span_to && *r.span_to < expressions_.size() ? &expressions_[*r.span_to] : nullptr;
  const std::optional<Moment>& born = r.bounds.earliest_start;
  const std::optional<Moment>& died = until != nullptr ? until->bounds.latest_end : r.bounds.latest_end;
  if (born && died && died->day < add_months(born->day, 12 * shortest_life)) return;
  const auto add = [&](const Resolved& when, const Bounds& bounds, const std::string& words) {
    if (words.empty()) return;
    Event& added = add_life_event(name, words, when.span, prior);
    added.why = {why};
    Resolved edge = when;
    edge.bounds = bounds;
    place(added, nowhere, edge, nullptr);
    added.time = &when == &r ? e : *r.span_to;
  };
  if (until != nullptr) {
    add(r, r.bounds, lists_.life_birth);
    add(*until, until->bounds, lists_.life_death);
  } else if (r.placed && !r.begin_value.empty() && !r.end_value.empty()) {
    // One expression, "1790-1851": its edges, each as fine as it was said.
    const auto edge = [&](const Moment& at) { return interval(containing(r.grain, at.day)); };
    add(r, edge(*r.bounds.earliest_start), lists_.life_birth);
    add(r, edge(*r.bounds.latest_end), lists_.life_death);
  }
}

}  // namespace annals
