// How events of one sentence hang on each other: "two years after he was banned", "after his meeting".
#include <utility>

#include "event/finding.h"

namespace annals {
namespace {

// Ada Wren and Wren, but not Ada Wren and John Wren.
bool is_same_name(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return a == b || (a.ends_with(b) && a[a.size() - b.size() - 1] == ' ' && b.find(' ') == b.npos);
}

}  // namespace

// "nearly two years after he was banned": the event behind the signal word, at its distance.
void Finding::take_link(std::uint32_t time, std::size_t main) {
  const std::size_t e = reading_.chunks[time].expression;
  Link link = *expressions_[e].link;
  std::size_t other = none;
  if (link.way == Link::Way::age) {
    other = birth_of(triggers_[time]->chunk);
    link.most_months += 12;  // and until the next birthday
  } else {
    other = linked_event(e, main);
    if (other == none || other == main) return;
  }
  if (other != none) {
    Relation relation;
    relation.way = link.way;
    relation.other = other;
    relation.measured = !expressions_[e].value.starts_with("PT");  // hours are no days
    relation.distance = link;
    relation.confidence = link.way == Link::Way::age ? 0.6 : 0.8;
    relation.span = expressions_[e].span;
    events_[main].relations.push_back(relation);
    if (!events_[other].time) events_[other].time = e;
  }
  if (!events_[main].time) events_[main].time = e;
}

// What stands behind "after", "since", "the fifth day of": a clause, or the first noun that tells an event.
std::size_t Finding::linked_event(std::size_t expression, std::size_t main) {
  const Link& link = *expressions_[expression].link;
  std::uint32_t i = chunk_at(link.target_begin);
  if (i == nowhere) return none;
  const bool clause = i > 0 && reading_.letter(i - 1) == 'S';
  const bool of = i > 0 && reading_.letter(i - 1) == 'O';
  std::uint32_t target = nowhere;
  for (; i < reading_.letters.size() && target == nowhere; ++i) {
    const char c = reading_.letter(i);
    if (c == ';' || (c == ',' && !clause) || (of && is_finite_letter(c))) break;
    if (is_verb_letter(c) || (!clause && c == 'E')) target = i;
  }
  if (target == nowhere || events_[main].head == reading_.head(target).span) return none;
  Trigger trigger;
  trigger.chunk = target;
  trigger.prior = 0.7;
  trigger.why =
      "link: " + std::string(to_string(link.way)) + " (" + std::string(expressions_[expression].page) + ")";
  return add_event(trigger, nowhere, {});
}

// The birth, told before, of the person that a verb's clause is about.
std::size_t Finding::birth_of(std::uint32_t verb) {
  if (!is_verb_letter(reading_.letter(verb))) return none;
  const Subject subject = Clauses(reading_, lists_).subject_of(verb);
  std::string name = discourse_.name_for(reading_, verb);
  const bool bare = subject.phrase.last == subject.phrase.first + 1;
  if (name.empty() && bare && reading_.letter(subject.phrase.first) == 'P')
    name = words_of(reading_, subject.phrase);
  for (std::size_t i = events_.size(); !name.empty() && i-- > 0;) {
    const Event& event = events_[i];
    if (lists_.act(event.lemma) == birth_ && !event.who.empty() && is_same_name(event.who[0].text, name))
      return i;
  }
  return none;
}

// "after his meeting with X, he wrote", "after the death
// of X in 1846, he sailed": which came first, and no more.
void Finding::take_plain_links() {
  for (std::uint32_t i = 0; i < reading_.letters.size(); ++i) {
    const bool measured = i > 0 && reading_.letter(i - 1) == 'T';
    if (reading_.letter(i) == 'A' && !measured) take_plain_link(i);
  }
}

// The event noun that the signal word governs: "since the war", "since the beginning of the war".
std::uint32_t Finding::linked_noun(std::uint32_t signal) const {
  constexpr std::string_view between = "DJNPp'";
  std::uint32_t noun = signal + 1;
  const auto leads_on = [&] {  // since the [May 1846] bombing
    const bool described = reading_.letter(noun) == 'T' && reading_.letter(noun - 1) == 'D';
    return described || between.find(reading_.letter(noun)) != std::string_view::npos;
  };
  while (noun < reading_.letters.size() && leads_on()) ++noun;
  const std::uint32_t of = reading_.letter(noun) == 'E' ? noun + 1 : noun;
  if (reading_.letter(of) == 'O' && lists_.has(reading_.head(of - 1).key, List::beginning))
    return linked_noun(of);
  return reading_.letter(noun) == 'E' ? noun : nowhere;
}

// The verb that the phrase belongs to: the main one behind
// it where it opens the clause, else the one before it.
std::uint32_t Finding::linked_verb(std::uint32_t signal, std::uint32_t noun) const {
  const Clauses clauses(reading_, lists_);
  const std::uint32_t before = clauses.previous_verb(signal);
  const std::uint32_t behind = clauses.next_main_verb(noun);
  const bool inserted = signal > 0 && reading_.letter(signal - 1) == ',' && behind != nowhere &&
                        reading_.chunks[behind].joined_to == nowhere;
  return before == nowhere || inserted ? behind : before;
}

// The events that the noun phrase tells: those with a time of their own, else a landmark to be looked up.
std::vector<std::size_t> Finding::linked_events(std::uint32_t signal, std::uint32_t noun) {
  std::vector<std::size_t> out;
  const std::size_t end = reading_.letters.find_first_of(",;VQZ", noun);
  const Span words{reading_.span(signal).begin, end < reading_.chunks.size()
                                                    ? reading_.span(static_cast<std::uint32_t>(end)).begin
                                                    : reading_.sentence.end};
  for (std::size_t k = sentence_first_; k < events_.size(); ++k) {
    if (events_[k].nominal && words.contains(events_[k].head)) out.push_back(k);
  }
  if (!out.empty()) return out;
  Trigger trigger;
  trigger.chunk = noun;
  trigger.why = "link: " + std::string(text_of(reading_.span(signal), text_));
  if (const std::size_t other = add_event(trigger, nowhere, {}); other != none) {
    events_[other].landmark = true;
    out.push_back(other);
  }
  return out;
}

void Finding::relate(std::size_t event, Link::Way way, std::size_t other, double confidence, Span span) {
  if (event == other) return;
  Relation relation;
  relation.way = way;
  relation.other = other;
  relation.confidence = confidence;
  relation.span = span;
  events_[event].relations.push_back(relation);
}

std::optional<Link::Way> Finding::way_of(std::uint64_t signal) const {
  if (lists_.has(signal, List::since_like)) return Link::Way::since;
  if (lists_.has(signal, List::until_like)) return Link::Way::until;
  if (lists_.has(signal, List::after_like)) return Link::Way::after;
  if (lists_.has(signal, List::before_like)) return Link::Way::before;
  return {};
}

void Finding::take_plain_link(std::uint32_t signal) {
  std::optional<Link::Way> way = way_of(reading_.head(signal).key);
  if (!way) return;
  const std::uint32_t noun = linked_noun(signal);
  if (noun == nowhere) return;
  Trigger trigger;
  trigger.chunk = linked_verb(signal, noun);
  if (trigger.chunk == nowhere) return;
  trigger.why = "link: " + std::string(text_of(reading_.span(signal), text_));
  if (*way == Link::Way::since && !reading_.chunks[trigger.chunk].perfect) way = Link::Way::after;
  const std::vector<std::size_t> others = linked_events(signal, noun);
  const std::size_t main = add_event(trigger, nowhere, {});
  if (main == none) return;
  for (const std::size_t other : others) relate(main, *way, other, 0.6, reading_.span(signal));
  // "he sailed west, arriving in May": what a participle behind it tells came no earlier.
  if (events_[main].dated) return;
  for (std::size_t k = sentence_first_; k < events_.size(); ++k) {
    const std::uint32_t chunk = chunk_at(events_[k].head.begin);
    const bool participle = chunk != nowhere && chunk > trigger.chunk && reading_.letter(chunk) == 'U' &&
                            !reading_.chunks[chunk].passive;
    if (participle && events_[k].dated) relate(main, Link::Way::before, k, 0.4, events_[k].head);
  }
}

}  // namespace annals
