// How events of one sentence hang on each other: "two years after he was banned", "after his meeting".
#include "event/finding.h"

namespace annals {

// "nearly two years after he was banned": the event behind the signal word, at its distance.
void Finding::take_link(std::uint32_t time, std::size_t main) {
  const std::size_t e = reading_.chunks[time].expression;
  const Link& link = *expressions_[e].link;
  std::uint32_t i = chunk_at(link.target_begin);
  if (i == nowhere) return;
  const bool clause = i > 0 && reading_.letter(i - 1) == 'S';
  std::uint32_t target = nowhere;
  for (; i < reading_.letters.size() && target == nowhere; ++i) {
    const char c = reading_.letter(i);
    if (c == ';' || (c == ',' && !clause)) break;
    if (is_verb_letter(c) || (!clause && c == 'E')) target = i;
  }
  if (target == nowhere || events_[main].head == reading_.head(target).span) return;
  Trigger trigger;
  trigger.chunk = target;
  trigger.prior = 0.7;
  trigger.why = "link: " + std::string(to_string(link.way)) + " (" + std::string(expressions_[e].page) + ")";
  const std::size_t other = add_event(trigger, nowhere, {});
  if (other == none || other == main) return;
  Relation relation;
  relation.way = link.way;
  relation.other = other;
  relation.measured = link.most_days != 0 || link.most_months != 0;
  relation.distance = link;
  relation.confidence = 0.8;
  relation.span = expressions_[e].span;
  events_[main].relations.push_back(relation);
  for (Event* event : {&events_[main], &events_[other]}) {
    if (!event->time) event->time = e;
  }
}

// "after his meeting with X, he wrote", "after the death of X in 1846, he sailed": which came first, and no
// more.
void Finding::take_plain_links() {
  for (std::uint32_t i = 0; i < reading_.letters.size(); ++i) {
    const bool measured = i > 0 && reading_.letter(i - 1) == 'T';
    if (reading_.letter(i) == 'A' && !measured) take_plain_link(i);
  }
}

// The event noun that the signal word governs.
std::uint32_t Finding::linked_noun(std::uint32_t signal) const {
  constexpr std::string_view between = "DJNPp'";
  std::uint32_t noun = signal + 1;
  while (noun < reading_.letters.size() && between.find(reading_.letter(noun)) != std::string_view::npos)
    ++noun;
  return reading_.letter(noun) == 'E' ? noun : nowhere;
}

// The verb that the phrase belongs to: the main one behind it where it opens the clause, else the one before
// it.
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

void Finding::take_plain_link(std::uint32_t signal) {
  const std::uint64_t key = reading_.head(signal).key;
  const bool after = lists_.has(key, List::after_like);
  if (!after && !lists_.has(key, List::before_like)) return;
  const std::uint32_t noun = linked_noun(signal);
  if (noun == nowhere) return;
  Trigger trigger;
  trigger.chunk = linked_verb(signal, noun);
  if (trigger.chunk == nowhere) return;
  trigger.why = "link: " + std::string(text_of(reading_.span(signal), text_));
  const std::vector<std::size_t> others = linked_events(signal, noun);
  const std::size_t main = add_event(trigger, nowhere, {});
  if (main == none) return;
  for (const std::size_t other : others)
    relate(main, after ? Link::Way::after : Link::Way::before, other, 0.6, reading_.span(signal));
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
