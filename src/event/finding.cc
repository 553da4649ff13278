#include "event/finding.h"

#include <algorithm>

#include "event/identity.h"
#include "resolve/dateline.h"
#include "text/ascii.h"

namespace annals {

Finding::Finding(const EventFinder& finder, const Article& article, const std::vector<Resolved>& expressions,
                 std::vector<Undated>& undated)
    : finder_(finder),
      article_(article),
      text_(article.text),
      expressions_(expressions),
      undated_(undated),
      lists_(finder.lists_),
      birth_(lists_.act(finder.lexicon_.lemma(last_word(lists_.life_birth), Tag::VBN))),
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
  const Span sentence = sentence_around(text_, expressions_[expression].span.begin, finder_.lexicon_,
                                        std::max(article_.body, read_to_));
  read_to_ = sentence.end;
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
    if (!gives_way(i)) take_expression(i);
  }
  take_plain_links();
}

// "LUMLEY, Sept. 18 - The council voted on Tuesday": the day of
// the report dates what it tells only where nothing else does.
bool Finding::gives_way(std::uint32_t time) const {
  const auto& own = triggers_[time];
  const Resolved& r = expressions_[reading_.chunks[time].expression];
  if (!own || !dateline_end(text_, article_.body, r.span)) return false;
  return std::any_of(triggers_.begin(), triggers_.end(), [&](const auto& other) {
    return other && &other != &own && other->chunk == own->chunk;
  });
}

bool Finding::is_date_alone() const {
  return reading_.letters.find_first_not_of("TIDO;,()") == std::string::npos &&
         reading_.letters.find('T') != std::string::npos;
}

// Several dates that stand on lines of their own: each heads an entry. A single one is the article's, or that
// of a letter within.
bool Finding::is_chronicle() {
  constexpr std::ptrdiff_t several = 3;
  if (!chronicle_)
    chronicle_ = std::count_if(expressions_.begin(), expressions_.end(), [this](const Resolved& r) {
                   return r.placed && is_heading(text_, r.span);
                 }) >= several;
  return *chronicle_;
}

// A date that stands as a sentence of its own opens an entry of a chronicle, and dates the sentence behind
// it; at the end of a paragraph it dates the one before. On a line of its own it is a heading, which dates
// what it heads where there are several.
void Finding::take_date_alone(std::size_t expression) {
  const Resolved& r = expressions_[expression];
  if (!r.placed) return;
  std::size_t begin = reading_.sentence.begin;
  while (begin > article_.body && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
  const bool opens = begin <= article_.body || text_[begin - 1] == '\n';
  std::size_t end = reading_.sentence.end;
  while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
  const bool closes = end >= text_.size() || text_[end] == '\n' || text_[end] == '\r';
  const bool heading = opens && closes;
  if (heading && take_life_below_name(expression, begin)) return;
  if (opens == closes && !(heading && is_chronicle())) return;
  if (!opens) {
    std::size_t byte = begin - 1;
    while (byte > article_.body && is_blank(text_[byte])) --byte;
    date_sentence(byte, expression);
    return;
  }
  for (int skipped = 0; skipped < 3; ++skipped) {
    while (end < text_.size() && is_blank(text_[end]) && (heading || text_[end] != '\n')) ++end;
    if (end >= text_.size() || text_[end] == '\n') return;
    if (date_sentence(end, expression)) return;  // else a heading of its own: "Easter Day."
    if (heading && is_date_alone()) return;
    end = reading_.sentence.end;
  }
}

// Gives the day to the first event of the sentence at `byte`; false
// where it tells none. One with a time of its own keeps that.
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

// "It was in 1852 that the railway [opened]", "it was not until 1852 when": the verb of what the time is set before, or nowhere.
std::uint32_t Finding::cleft_verb(std::uint32_t be, Phrase subject) const {
  if (subject.empty() || !lists_.has(reading_.head(subject.first).key, List::thing_pronoun)) return nowhere;
  const std::size_t opener = reading_.letters.find_first_not_of("RIAT,", be + 1);
  if (opener == std::string::npos) return nowhere;
  const auto that = static_cast<std::uint32_t>(opener);
  const std::uint64_t word = reading_.head(that).key;
  if (!lists_.has(word, List::content) && !lists_.has(word, List::simultaneous)) return nowhere;
  for (std::uint32_t i = that + 1; i < reading_.letters.size() && reading_.letter(i) != ';'; ++i) {
    if (reading_.chunks[i].governor == that) return i;
  }
  return nowhere;
}

// What a chunk tells: "there was a [meeting]" and "the [election]
// was in May" tell the noun's event, other nouns none.
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
      reading_.letter(next) == 'T' ||
      ((reading_.letter(next) == 'I' || reading_.letter(next) == 'A') && reading_.letter(next + 1) == 'T');
  if (timed && !subject.phrase.empty() && reading_.letter(subject.phrase.first) == 'E')
    trigger.chunk = subject.phrase.first;
  if (const std::uint32_t verb = timed ? cleft_verb(chunk, subject.phrase) : nowhere; verb != nowhere)
    trigger.chunk = trigger.verb = verb;
  return trigger;
}

Finding::Trigger Finding::name_trigger(std::uint32_t chunk) {
  Trigger trigger;
  trigger.chunk = chunk;
  return trigger;
}

std::optional<Finding::Trigger> Finding::trigger_of(std::uint32_t time, std::uint32_t last) const {
  if (is_compared(time) || is_of_subject(time, last) || is_of_row(time)) return std::nullopt;
  const auto attached = finder_.attacher_.attach(reading_, time, last);
  if (!attached) return std::nullopt;
  const bool life = attached->rule->as == "life";
  std::optional<Trigger> trigger = life || attached->rule->as == "office"
                                       ? name_trigger(attached->chunk)
                                       : trigger_at(owner_of(attached->chunk, time));
  if (!trigger) return std::nullopt;
  trigger->life = life;
  if (attached->second != nowhere && may_take_part(attached->second)) trigger->second = attached->second;
  trigger->prior = attached->rule->prior;
  trigger->why = "attach: " + attached->rule->name + " (" + to_string(attached->rule->place) + ")";
  return trigger;
}

bool Finding::is_age(std::uint32_t time) const {
  const std::uint32_t e = reading_.chunks[time].expression;
  return e != nowhere && expressions_[e].link && expressions_[e].link->way == Link::Way::age;
}

void Finding::take_expression(std::uint32_t time) {
  const std::size_t e = reading_.chunks[time].expression;
  const Resolved& r = expressions_[e];
  const std::uint32_t last = range_end(time);
  const Resolved* until = last == time ? nullptr : &expressions_[*r.span_to];
  const std::optional<Trigger>& trigger = triggers_[time];
  if (r.placed && !r.link && take_register(time)) return;
  if (trigger && trigger->life) {
    const std::uint32_t name = name_before_title(trigger->chunk);
    if (r.placed && is_person(name)) take_life(e, name, trigger->prior, trigger->why);
    return;
  }
  std::vector<std::uint32_t> times;  // all that date the same: none of them belongs into the headline
  for (std::uint32_t i = 0; trigger && i < triggers_.size(); ++i) {
    if (is_age(i)) continue;  // "at the age of 32" says more than when
    if (i == last ||
        (triggers_[i] && triggers_[i]->chunk == trigger->chunk && triggers_[i]->second == trigger->second))
      times.push_back(i);
  }
  if (!r.placed && !r.link) {
    HeadlineRequest request;
    if (trigger) request = {trigger->chunk, nowhere, times, {}, ""};
    return list_undated(e, trigger ? finder_.headlines_.write(reading_, request).text : "");
  }
  if (!trigger) return;
  if (is_how_things_are(time, trigger->chunk)) return list_undated(e, "", "vague: the present");
  std::size_t event = add_event(*trigger, time, times);
  if (event == none) return;
  if (tells_again(time, events_[event])) event = add_again(event);
  if (is_ahead_of_tense(events_[event], r)) {
    const std::optional<Resolved> before = one_away(time, r, -1);
    if (!before) return list_undated(e, events_[event].headline, "told as past, but lies ahead");
    if (place(events_[event], time, *before, until)) events_[event].time = e;
    events_[event].why.push_back("window: the one before, as it is told as past");
    return;
  }
  if (is_behind_plan(trigger->chunk, r)) {
    if (const std::optional<Resolved> next = one_away(time, r, 1)) {
      if (place(events_[event], time, *next, until)) events_[event].time = e;
      return;
    }
  }
  if (r.placed && !r.link && place(events_[event], time, r, until)) events_[event].time = e;
  if (r.link) take_link(time, event);
}

// "in 1895 and again in [1898]": what was dated by the one happened at the other too, unless it can but once
// and the two contradict each other.
bool Finding::tells_again(std::uint32_t time, const Event& event) const {
  const Resolved& r = expressions_[reading_.chunks[time].expression];
  if (!event.dated || !r.placed || r.link || lists_.has(event.lemma, List::once)) return false;
  std::uint32_t i = prefix_begin(reading_, time);
  while (i > 0 && reading_.letter(i - 1) == 'R') --i;
  const bool bare = i == time && i > 1 && reading_.letter(i - 1) == ',';  // in 1895, [1896] and 1898
  const bool listed =
      i > 1 && reading_.letter(i - 2) == 'T' && (bare || lists_.has(reading_.head(i - 1).key, List::joining));
  const char next = reading_.letter(range_end(time) + 1);  // but "and now [rings] every hour"
  const bool closes = next == '\0' || std::string_view(",;)C\"").find(next) != std::string_view::npos;
  return listed && closes && !overlap(instant_within(r.bounds), event.when);
}

std::size_t Finding::add_again(std::size_t event) {
  Event again = events_[event];
  again.id = blank_event(again.head, again.lemma).id;
  again.dated = false;
  again.time.reset();
  again.relations.clear();
  events_.push_back(std::move(again));
  return events_.size() - 1;
}

void Finding::list_undated(std::size_t expression, std::string headline, const std::string& reason) {
  const Resolved& r = expressions_[expression];
  Undated out;
  out.span = r.span;
  out.text = std::string(text_of(r.span, text_));
  out.reason = reason.empty() ? r.reason : reason;
  out.headline = std::move(headline);
  out.time = expression;
  out.sentence = reading_.sentence;
  undated_.push_back(std::move(out));
}

}  // namespace annals
