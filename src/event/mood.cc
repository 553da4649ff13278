#include "event/mood.h"

#include "event/headline.h"
#include "event/window.h"

namespace annals {
namespace {

class Judge {
 public:
  Judge(const Reading& reading, const WordLists& lists, std::uint32_t verb, std::uint32_t time)
      : r_(reading), lists_(lists), clauses_(reading, lists), verb_(verb), time_(time) {}

  Mood judge() {
    if (is_negated()) return dropped("negated");
    if (is_opened_by(List::conditional)) return dropped("hypothetical");
    if (is_opened_by(List::comparative)) return dropped("comparison");
    if (is_habitual()) return dropped("habitual");
    judge_source();
    judge_modal();
    judge_governor();
    judge_hedge();
    return mood_;
  }

 private:
  char letter(std::uint32_t i) const { return r_.letter(i); }
  bool word_in(std::uint32_t chunk, List list) const { return lists_.has(r_.head(chunk).key, list); }
  bool lemma_in(std::uint32_t verb, List list) const { return lists_.has(r_.chunks[verb].lemma, list); }
  static Mood dropped(const char* why) {
    Mood mood;
    mood.dropped = why;
    return mood;
  }
  void set(Status status, double penalty, const char* why) {
    mood_.status = status;
    mood_.penalty += penalty;
    mood_.why = why;
  }
  std::uint32_t finite_root() const;
  bool is_negated() const;
  bool is_opened_by(List list) const;
  bool is_habitual() const;
  void judge_source();
  void judge_modal();
  void judge_governor();
  void judge_hedge();

  const Reading& r_;
  const WordLists& lists_;
  Clauses clauses_;
  std::uint32_t verb_, time_;
  Mood mood_;
};

// The finite verb that a participle or infinitive hangs on.
std::uint32_t Judge::finite_root() const {
  std::uint32_t verb = verb_;
  while (verb != nowhere && (letter(verb) == 'B' || letter(verb) == 'U')) verb = clauses_.governor(verb);
  return verb == nowhere ? verb_ : verb;
}

bool Judge::is_negated() const {
  if (!is_verb_letter(letter(verb_))) return false;
  if (r_.chunks[verb_].negated) return time_ == nowhere || awaited_verb(r_, lists_, time_) != verb_;
  if (verb_ > 0 && letter(verb_) == 'U' && word_in(verb_ - 1, List::negator)) return true;  // without V-ing
  const Subject subject = clauses_.subject_of(verb_);
  if (!subject.phrase.empty()) {
    const Word& first = r_.words[r_.chunks[subject.phrase.first].first];
    if (subject.before_verb && lists_.has(first.key, List::negative_determiner)) return true;
  }
  if (letter(verb_) != 'B') return false;
  const std::uint32_t governor = clauses_.governor(verb_);
  return governor != nowhere && (lemma_in(governor, List::negative_verb) || r_.chunks[governor].negated);
}

bool Judge::is_opened_by(List list) const {
  const std::uint32_t opener = r_.chunks[finite_root()].governor;
  return opener != nowhere && word_in(opener, list);
}

bool Judge::is_habitual() const {
  if (!is_verb_letter(letter(verb_))) return false;
  const Chunk& chunk = r_.chunks[verb_];
  for (std::uint32_t w = chunk.first; w < chunk.last; ++w) {
    if (lists_.has(r_.words[w].key, List::habitual)) return true;
  }
  for (const std::uint32_t near : {verb_ - 1, verb_ + 1}) {
    if (near < r_.letters.size() && letter(near) == 'R' && word_in(near, List::habitual)) return true;
  }
  return false;
}

// Who says so: the verb it is the content of, one that follows in ", said the mayor", or "according to".
void Judge::judge_source() {
  const std::uint32_t root = finite_root();
  std::uint32_t speaker = root < r_.chunks.size() ? r_.chunks[root].content_of : nowhere;
  if (speaker != nowhere && !lemma_in(speaker, List::reporting)) speaker = nowhere;
  for (std::uint32_t i = root + 1; speaker == nowhere && i < r_.letters.size(); ++i) {
    const bool remark = letter(i) == 'Z' && r_.chunks[i].governor == nowhere;
    if ((letter(i) != 'V' && !remark) || !lemma_in(i, List::reporting) || i < 2) continue;
    const char before = letter(i - 1);
    const bool inserted = before == ',' || before == '"' || letter(i - 2) == ',' || letter(i - 2) == '"';
    const char behind = letter(i + 1);
    const bool object =
        is_noun_letter(before) && is_noun_letter(behind);  // ", he announced a plan" says nothing of the rest
    const bool pronoun_object = before == 'p' && is_noun_letter(behind);
    const bool told_of = r_.chunks[i].passive &&
                         !(before == 'p' && word_in(i - 1, List::thing_pronoun));  // they were admitted
    if (inserted && !object && !pronoun_object && !told_of && behind != 'S' &&
        r_.chunks[i].joined_to == nowhere)
      speaker = i;
  }
  if (speaker != nowhere) {
    const Subject subject = clauses_.subject_of(speaker);
    if (subject.before_verb) mood_.attributed_to = words_of(r_, subject.phrase);
    if (!subject.before_verb && is_noun_letter(letter(speaker + 1))) {
      mood_.attributed_to =
          words_of(r_, clauses_.noun_group(speaker + 1, static_cast<std::uint32_t>(r_.letters.size())));
    }
    return set(Status::reported, 0.05, "reported");
  }
  for (std::size_t w = 0; w < r_.words.size(); ++w) {
    const std::size_t size = lists_.according(r_.words, w);
    if (size == 0) continue;
    for (std::uint32_t i = 0; i < r_.chunks.size(); ++i) {
      if (r_.chunks[i].first < w + size || !is_noun_letter(letter(i))) continue;
      mood_.attributed_to =
          words_of(r_, clauses_.noun_group(i, static_cast<std::uint32_t>(r_.letters.size())));
      break;
    }
    return set(Status::reported, 0.05, "reported");
  }
}

void Judge::judge_modal() {
  const std::uint32_t root = finite_root();
  if (!is_finite_letter(letter(root))) return;
  const Chunk& chunk = r_.chunks[root];
  if (chunk.planned || lists_.has(chunk.modal, List::planned_modal)) return set(Status::planned, 0, "future");
  if (lists_.has(chunk.modal, List::possible_modal) || lists_.has(chunk.modal, List::duty_modal)) {
    return set(Status::possible, 0.1, "modal");
  }
  if (!lists_.has(chunk.modal, List::past_future)) return;
  bool later = false;  // "would later add" did
  for (std::uint32_t w = chunk.first; w < chunk.last; ++w) later |= lists_.has(r_.words[w].key, List::later);
  if (chunk.content_of != nowhere || !later) set(Status::planned, 0.1, "future seen from then");
}

// What hangs on "want to", "agreed to", "was ordered to".
void Judge::judge_governor() {
  if (letter(verb_) != 'B') return;
  const std::uint32_t governor = clauses_.governor(verb_);
  if (governor == nowhere) return;
  if (r_.chunks[verb_].perfect) return set(Status::reported, 0.05, "said of the past");  // said to have left
  if (lemma_in(governor, List::intention) ||
      (lemma_in(governor, List::directive) && !r_.chunks[governor].negated)) {
    return set(Status::planned, 0.05, "intended");
  }
  if (!lemma_in(governor, List::implicative)) set(Status::planned, 0.15, "purpose");
}

void Judge::judge_hedge() {
  if (!is_verb_letter(letter(verb_))) return;
  const std::uint32_t end = time_ != nowhere && time_ > verb_ ? time_ : verb_ + 2;
  const std::uint32_t begin = verb_ > 0 ? verb_ - 1 : 0;
  for (std::uint32_t w = r_.chunks[begin].first; w < r_.words.size(); ++w) {
    if (end < r_.chunks.size() && w >= r_.chunks[end].first) break;
    if (lists_.has(r_.words[w].key, List::hedge)) return set(Status::possible, 0.1, "hedged");
  }
}

}  // namespace

Mood mood_of(const Reading& reading, const WordLists& lists, std::uint32_t verb, std::uint32_t time) {
  return Judge(reading, lists, verb, time).judge();
}

}  // namespace annals
