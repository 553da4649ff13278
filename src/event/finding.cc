#include "event/finding.h"

#include <algorithm>

#include "event/identity.h"

namespace annals {
namespace {

constexpr double most_confident = 0.95;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Keys of the words that the text has with a capital behind a small letter and a blank.
std::unordered_set<std::uint64_t> names_within(std::string_view text) {
  std::unordered_set<std::uint64_t> keys;
  for (std::size_t i = 2; i < text.size(); ++i) {
    if (!is_capital(text[i]) || text[i - 1] != ' ' || !is_small(text[i - 2])) continue;
    std::size_t end = i + 1;
    while (end < text.size() && is_small(text[end])) ++end;
    keys.insert(word_key(text.substr(i, end - i)));
    i = end;
  }
  return keys;
}

}  // namespace

Finding::Finding(const EventFinder& finder, const Article& article, const std::vector<Resolved>& expressions,
                 std::vector<Undated>& undated)
    : finder_(finder),
      article_(article),
      text_(article.text),
      expressions_(expressions),
      undated_(undated),
      lists_(finder.lists_),
      discourse_(text_, article.body, expressions, finder.lexicon_, finder.tagger_, finder.lists_) {}

std::vector<Event> Finding::run() {
  for (std::size_t e = 0; e < expressions_.size();) e = wanted(expressions_[e]) ? read(e) : e + 1;
  return std::move(events_);
}

// Plain durations and sets date nothing and say nothing of when.
bool Finding::wanted(const Resolved& r) const {
  if (r.placed || r.link) return true;
  return r.type != TimexType::duration && r.type != TimexType::set;
}

std::size_t Finding::read(std::size_t expression) {
  const Span sentence =
      sentence_around(text_, expressions_[expression].span.begin, finder_.lexicon_, article_.body);
  std::size_t first = expression;
  while (first > 0 && expressions_[first - 1].span.end > sentence.begin) --first;
  std::size_t last = expression;
  while (last < expressions_.size() && expressions_[last].span.begin < sentence.end) ++last;
  read_sentence(text_, sentence, expressions_, first, finder_.lexicon_, finder_.tagger_, lists_, reading_);
  sentence_first_ = events_.size();
  if (is_date_alone()) {
    take_date_alone(expression);
  } else {
    find_in_sentence(first, last);
    discourse_.remember(reading_);
  }
  return std::max(last, expression + 1);
}

// The last chunk of a range that begins at `time`, or `time` itself.
std::uint32_t Finding::range_end(std::uint32_t time) const {
  const Resolved& r = expressions_[reading_.chunks[time].expression];
  const std::uint32_t end =
      r.span_to && *r.span_to < expressions_.size() ? chunk_of_expression(*r.span_to) : nowhere;
  return end == nowhere ? time : end;
}

void Finding::find_in_sentence(std::size_t first, std::size_t last) {
  triggers_.assign(reading_.letters.size(), std::nullopt);
  for (std::uint32_t i = 0; i < reading_.letters.size(); ++i) {
    const std::uint32_t e = reading_.chunks[i].expression;
    if (e == nowhere || !wanted(expressions_[e])) continue;
    if (!expressions_[e].span_from || *expressions_[e].span_from < first)
      triggers_[i] = trigger_of(i, range_end(i));
  }
  for (std::uint32_t i = 0; i < reading_.letters.size(); ++i) {
    const std::uint32_t e = reading_.chunks[i].expression;
    if (e == nowhere || e < first || e >= last || !wanted(expressions_[e])) continue;
    const Resolved& r = expressions_[e];
    if (r.span_from && *r.span_from >= first) continue;  // told with its first half
    take_expression(i);
  }
  take_plain_links();
}

bool Finding::is_date_alone() const {
  return reading_.letters.find_first_not_of("TIDO;,()") == std::string::npos &&
         reading_.letters.find('T') != std::string::npos;
}

// A date that stands as a sentence of its own opens an entry of a chronicle, and dates the sentence behind
// it; at the end of a paragraph it dates the one before. On a line of its own it is a heading.
void Finding::take_date_alone(std::size_t expression) {
  const Resolved& r = expressions_[expression];
  if (!r.placed) return;
  std::size_t begin = reading_.sentence.begin;
  while (begin > article_.body && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
  const bool opens = begin <= article_.body || text_[begin - 1] == '\n';
  std::size_t end = reading_.sentence.end;
  while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
  const bool closes = end >= text_.size() || text_[end] == '\n' || text_[end] == '\r';
  if (opens == closes) return;
  if (!opens) {
    std::size_t byte = begin - 1;
    while (byte > article_.body && is_blank(text_[byte])) --byte;
    date_sentence(byte, expression);
    return;
  }
  for (int skipped = 0; skipped < 3 && end < text_.size() && text_[end] != '\n'; ++skipped) {
    if (date_sentence(end, expression)) return;  // else a heading of its own: "Easter Day."
    end = reading_.sentence.end;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t' || text_[end] == '\r')) ++end;
  }
}

// Gives the day to the first event of the sentence at `byte`; false where it tells none. One with a time of
// its own keeps that.
bool Finding::date_sentence(std::size_t byte, std::size_t expression) {
  const Resolved& r = expressions_[expression];
  const Span sentence = sentence_around(text_, byte, finder_.lexicon_, article_.body);
  const auto first = std::partition_point(expressions_.begin(), expressions_.end(),
                                          [&](const Resolved& e) { return e.span.end <= sentence.begin; });
  read_sentence(text_, sentence, expressions_, static_cast<std::size_t>(first - expressions_.begin()),
                finder_.lexicon_, finder_.tagger_, lists_, reading_);
  if (is_date_alone()) return sentence.contains(r.span);
  const auto inside = [&](const Resolved& e) { return e.placed && sentence.contains(e.span); };
  if (std::any_of(first, expressions_.end(), inside)) return true;
  std::size_t at = reading_.letters.find('V');
  if (at == std::string::npos) at = reading_.letters.find_first_of("UE");
  if (at == std::string::npos) return false;
  std::optional<Trigger> trigger = trigger_at(static_cast<std::uint32_t>(at));
  if (!trigger) return false;
  trigger->prior = 0.7;
  trigger->why = "date-alone .7";
  const std::size_t event = add_event(*trigger, nowhere, {});
  if (event == none) return false;
  place(events_[event], nowhere, r, nullptr);
  events_[event].time = expression;
  return true;
}

std::uint32_t Finding::chunk_of_expression(std::size_t expression) const {
  for (std::uint32_t i = 0; i < reading_.chunks.size(); ++i) {
    if (reading_.chunks[i].expression == expression) return i;
  }
  return nowhere;
}

std::uint32_t Finding::chunk_at(std::size_t byte) const {
  for (std::uint32_t i = 0; i < reading_.chunks.size(); ++i) {
    if (reading_.span(i).end > byte) return i;
  }
  return nowhere;
}

std::size_t Finding::event_at(Span head) const {
  for (std::size_t i = sentence_first_; i < events_.size(); ++i) {
    if (events_[i].head == head) return i;
  }
  return none;
}

std::string Finding::lemma_of(std::uint32_t chunk) const {
  const Word& w = reading_.head(chunk);
  return finder_.lexicon_.lemma(text_of(w.span, text_), w.tag);
}

// What a chunk tells: "there was a [meeting]" and "the [election] was in May" tell the noun's event, other
// nouns none.
std::optional<Finding::Trigger> Finding::trigger_at(std::uint32_t chunk) const {
  Trigger trigger;
  trigger.chunk = trigger.verb = chunk;
  const char c = reading_.letter(chunk);
  if (c == 'E') return trigger;
  if (!is_verb_letter(c)) return std::nullopt;
  const Word& head = reading_.head(chunk);
  if (!head.entry->has(Mark::be) || reading_.chunks[chunk].passive) return trigger;
  const Subject subject = Clauses(reading_, lists_).subject_of(chunk);
  const bool exists = subject.phrase.last == subject.phrase.first + 1 &&
                      lists_.has(reading_.head(subject.phrase.first).key, List::existential);
  std::uint32_t next = chunk + 1;
  while (reading_.letter(next) == 'R' || reading_.letter(next) == 'J') ++next;
  if (exists && is_noun_letter(reading_.letter(next))) {
    trigger.chunk = next;
    return trigger;
  }
  const bool timed =
      reading_.letter(next) == 'T' || (reading_.letter(next) == 'I' && reading_.letter(next + 1) == 'T');
  if (timed && !subject.phrase.empty() && reading_.letter(subject.phrase.first) == 'E')
    trigger.chunk = subject.phrase.first;
  return trigger;
}

Finding::Trigger Finding::name_trigger(std::uint32_t chunk) {
  Trigger trigger;
  trigger.chunk = chunk;
  return trigger;
}

// "41 million, against 50 million [a year earlier]": the time of what it is compared with.
bool Finding::is_compared(std::uint32_t time) const {
  if (time < 2 || !is_noun_letter(reading_.letter(time - 1))) return false;
  std::uint32_t i = time - 1;
  while (i > 0 &&
         (is_noun_letter(reading_.letter(i)) || reading_.letter(i) == 'D' || reading_.letter(i) == 'J'))
    --i;
  if (reading_.letter(i) != 'I') return false;
  const bool number = reading_.words[reading_.chunks[i + 1].first].tag == Tag::CD ||
                      reading_.words[reading_.chunks[i + 1].first].tag == Tag::Currency;
  return lists_.has(reading_.head(i).key, List::comparing) && number;
}

std::optional<Finding::Trigger> Finding::trigger_of(std::uint32_t time, std::uint32_t last) const {
  if (is_compared(time)) return std::nullopt;
  const auto attached = finder_.attacher_.attach(reading_, time, last);
  if (!attached) return std::nullopt;
  const bool life = attached->rule->as == "life";
  std::optional<Trigger> trigger = life ? name_trigger(attached->chunk) : trigger_at(attached->chunk);
  if (!trigger) return std::nullopt;
  if (life) trigger->life = attached->rule;
  trigger->second = attached->second;
  trigger->prior = attached->rule->prior;
  trigger->why = "attach: " + attached->rule->name + " (" + to_string(attached->rule->place) + ")";
  return trigger;
}

void Finding::take_expression(std::uint32_t time) {
  const std::size_t e = reading_.chunks[time].expression;
  const Resolved& r = expressions_[e];
  const std::uint32_t last = range_end(time);
  const Resolved* until = last == time ? nullptr : &expressions_[*r.span_to];
  const std::optional<Trigger>& trigger = triggers_[time];
  if (trigger && trigger->life != nullptr) {
    if (r.placed && is_person(trigger->chunk)) take_life(time, trigger->chunk, *trigger->life);
    return;
  }
  std::vector<std::uint32_t> times;  // all that date the same: none of them belongs into the headline
  for (std::uint32_t i = 0; trigger && i < triggers_.size(); ++i) {
    if (i == last ||
        (triggers_[i] && triggers_[i]->chunk == trigger->chunk && triggers_[i]->second == trigger->second))
      times.push_back(i);
  }
  if (!r.placed && !r.link) {
    HeadlineRequest request;
    if (trigger) request = {trigger->chunk, nowhere, times, ""};
    return list_undated(e, trigger ? finder_.headlines_.write(reading_, request).text : "");
  }
  if (!trigger) return;
  const std::size_t event = add_event(*trigger, time, times);
  if (event == none) return;
  if (is_ahead_of_tense(events_[event], r)) {
    const std::optional<Resolved> before = one_before(time, r);
    if (!before) return list_undated(e, events_[event].headline, "told as past, but lies ahead");
    if (place(events_[event], time, *before, until)) events_[event].time = e;
    events_[event].why.push_back("window: the one before, as it is told as past");
    return;
  }
  if (r.placed && !r.link && place(events_[event], time, r, until)) events_[event].time = e;
  if (r.link) take_link(time, event);
}

// "The next spring the army emerged", counted from the article: a wrong anchor. A day ahead is the morrow's
// paper.
bool Finding::is_ahead_of_tense(const Event& event, const Resolved& r) const {
  return event.past && r.placed && r.anchor.kind == AnchorKind::article && article_.date &&
         r.bounds.earliest_start && article_.date->day + 1 < r.bounds.earliest_start->day;
}

// "He was shot on the night of October 23", read in May: a bare month, day or weekday that lies ahead of what
// is told as past is the one before. Nothing where the time is not the verb's: "a note [due] March 15".
std::optional<Resolved> Finding::one_before(std::uint32_t time, const Resolved& r) const {
  const std::uint32_t first = reading_.chunks[time].first;
  const bool owned = first > 0 && lists_.has(reading_.words[first - 1].key, List::forward);
  if (r.policy.empty() || owned || !r.bounds.latest_end) return std::nullopt;
  const std::string_view words = text_of(r.span, text_);
  const bool dated = words.find_first_of("0123456789") != std::string_view::npos;
  const bool week = !dated && r.grain <= Granularity::day;
  Resolved out = r;
  for (std::optional<Moment>* edge : {&out.bounds.earliest_start, &out.bounds.latest_start,
                                      &out.bounds.earliest_end, &out.bounds.latest_end}) {
    if (*edge) (*edge)->day = week ? (*edge)->day - 7 : add_months((*edge)->day, -12);
  }
  if (article_.date->day < out.bounds.latest_end->day) return std::nullopt;
  return out;
}

// The event of a trigger: a new one, or the one that another expression of the sentence has dated already.
std::size_t Finding::add_event(const Trigger& trigger, std::uint32_t time, std::vector<std::uint32_t> times) {
  const std::uint32_t head_chunk = trigger.second == nowhere ? trigger.chunk : trigger.second;
  const Span head = reading_.head(head_chunk).span;
  if (const std::size_t known = event_at(head); known != none) return known;
  Mood mood = mood_of(reading_, lists_, trigger.verb == nowhere ? trigger.chunk : trigger.verb, time);
  if (!mood.dropped.empty()) return none;
  Event event = blank_event(head, lemma_of(trigger.chunk));
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
  event.confidence = std::clamp(event.confidence - (r.approximate ? 0.1 : 0.0), 0.05, most_confident);
  const bool ahead =
      article_.date && event.when.earliest_start && article_.date->day < event.when.earliest_start->day;
  if (ahead && event.status == Status::actual) {
    event.status = Status::planned;
    event.why.push_back("status: after the article's date");
  }
  return true;
}

void Finding::describe(Event& event, const Trigger& trigger, std::vector<std::uint32_t> times) {
  HeadlineRequest request{trigger.chunk, trigger.second, std::move(times), ""};
  if (is_verb_letter(reading_.letter(trigger.chunk)))
    request.subject = discourse_.name_for(reading_, trigger.chunk);
  HeadlineText headline = finder_.headlines_.write(reading_, request);
  event.headline = std::move(headline.text);
  if (headline.fallback) {
    event.confidence -= 0.15;
    event.why.push_back("headline: the whole sentence");
  }
  find_people_and_places(event, trigger, request.subject);
  find_others(event, trigger);
}

// "[Musk] bought it": a noun only because it opens the sentence, where the article has it with a capital
// elsewhere too.
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

// A bare name of two words and more, none of them an act or an event: "Ada Wren", not "the Long March".
bool Finding::is_person(std::uint32_t name) const {
  const Chunk& chunk = reading_.chunks[name];
  const Tag first = reading_.words[chunk.first].tag;
  const Topic topic = reading_.head(name).entry->noun;
  return chunk.last > chunk.first + 1 && first != Tag::DT && first != Tag::PRPS && topic != Topic::act &&
         topic != Topic::event && topic != Topic::location && topic != Topic::group && topic != Topic::time;
}

// (1790-1851): birth and death of the name before the brackets.
void Finding::take_life(std::uint32_t time, std::uint32_t name, const AttachRule& rule) {
  const std::size_t e = reading_.chunks[time].expression;
  const Resolved& r = expressions_[e];
  const Resolved* until = r.span_to && *r.span_to < expressions_.size() ? &expressions_[*r.span_to] : nullptr;
  const std::string who = words_of(reading_, {name, name + 1});
  const auto add = [&](const Resolved& when, const Bounds& bounds, const std::string& words) {
    if (words.empty()) return;
    Event event =
        blank_event(when.span, finder_.lexicon_.lemma(words.substr(words.rfind(' ') + 1), Tag::VBN));
    event.headline = who + " " + words;
    event.confidence = rule.prior;
    event.why = {"attach: " + rule.name + " (" + to_string(rule.place) + ")"};
    event.who.push_back({0, reading_.span(name), who});
    events_.push_back(std::move(event));
    Resolved edge = when;
    edge.bounds = bounds;
    Event& added = events_.back();
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

void Finding::list_undated(std::size_t expression, std::string headline, std::string reason) {
  const Resolved& r = expressions_[expression];
  Undated out;
  out.span = r.span;
  out.text = std::string(text_of(r.span, text_));
  out.reason = reason.empty() ? r.reason : std::move(reason);
  out.headline = std::move(headline);
  out.time = expression;
  out.sentence = reading_.sentence;
  undated_.push_back(std::move(out));
}

}  // namespace annals
