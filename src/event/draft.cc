#include "event/draft.h"

#include <algorithm>

#include "event/window.h"

namespace annals {

void Draft::close_clause(std::uint32_t i) {
  if (letter(i) == 'W' || letter(i) == 'S') {
    opener_ = i;
    opened_at_ = pieces_.size();
    const bool hangs = i > 1 && letter(i - 1) == 'U' && letter(i - 2) == 'I';  // in ruling [that ...]
    const std::size_t lead = hangs ? r_.chunks[i - 1].last - r_.chunks[i - 2].first : 0;
    opened_at_ -= std::min(lead, opened_at_);
  } else if (opener_ != nowhere && is_finite_letter(letter(i)) && r_.chunks[i].governor == opener_) {
    opener_ = nowhere;
  }
}

void Draft::add_chunk(std::uint32_t i) {
  close_clause(i);
  for (std::uint32_t w = r_.chunks[i].first; w < r_.chunks[i].last; ++w) pieces_.push_back({w, ""});
}

// Nothing but adverbs came behind a verb that means little alone: "it had been", "the office said".
bool Draft::says_nothing(std::uint32_t verb, std::size_t begin) const {
  const Chunk& chunk = r_.chunks[verb];
  if (chunk.passive || !(r_.head(verb).entry->has(Mark::be) || lists_.has(chunk.lemma, List::reporting) ||
                         lists_.has(chunk.lemma, List::become)))
    return false;
  return std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(begin), pieces_.end(),
                     [&](const Piece& p) { return is_adverb(tag_of(r_, p)) || is_mark(tag_of(r_, p)); });
}

// "[The 1920s] were the good years", "Died Abel Tonkin": clauses that have no subject but can be said again.
bool Draft::opens_with_time(std::uint32_t verb) const {
  const std::size_t stop = r_.letters.rfind(';', verb);
  const std::size_t first = r_.letters.find_first_not_of("TIRD,\"", stop == std::string::npos ? 0 : stop + 1);
  return first == verb;
}

// "The [French]": an adjective that stands for people.
bool Draft::is_people(std::uint32_t noun) const {
  const Word& head = r_.head(noun);
  return is_adjective(head.tag) && head.shape == Shape::capital &&
         r_.words[r_.chunks[noun].first].key == word_key(lists_.article);
}

bool Draft::is_plural(Phrase subject) const {
  for (std::uint32_t i = subject.first; i < subject.last; ++i) {
    if (letter(i) == 'C') return true;
  }
  std::uint32_t noun = subject.first;
  while (noun + 2 < subject.last && letter(noun + 1) == '\'') noun += 2;
  const Tag tag = r_.head(noun).tag;
  const bool named =
      letter(noun) == 'P' && r_.chunks[noun].first == r_.chunks[noun].head;  // Jobs, not the Greens
  return !named && (tag == Tag::NNS || tag == Tag::NNPS || is_people(noun));
}

// What stands before a noun whose time is left out: "the [2015] election", "[Thursday's] decision". A name
// keeps its time: "the Chinese [Winter] Offensive".
void Draft::add_article(std::uint32_t noun) {
  if (noun < 2) return;
  std::uint32_t first = noun - 1;
  while (first > 0 && letter(first - 1) == 'J') --first;
  if (letter(noun - 1) == 'T' && first > 0 && letter(first - 1) == 'D') {
    const bool one = lists_.has(r_.head(first - 1).key, List::each);  // an [1846] riot, no "an riot"
    return add({first - 1, letter(noun) == 'P' || one ? noun : noun - 1});
  }
  if (letter(noun) == 'P') return;
  const bool owned = letter(noun - 1) == '\'' && letter(noun - 2) == 'T' && is_own_time(noun - 2);
  if (owned) put(lists_.article);
}

void Draft::add_subject(Phrase subject) {
  if (!request_.subject.empty() && subject.last == subject.first + 1 && letter(subject.first) == 'p')
    return put(request_.subject);
  if (subject.first > 0 && r_.head(subject.first - 1).tag == Tag::WPS) {  // whose
    const Phrase owner = clauses_.antecedent(subject.first - 1);
    const bool plural = !owner.empty() && r_.head(owner.last - 1).tag == Tag::NNS;  // the miners'
    const std::string ending = plural ? lists_.possessive.substr(0, 1) : lists_.possessive;
    if (!owner.empty()) put(words_of(r_, owner) + ending);
  }
  add_article(subject.first);
  const bool quoted =
      subject.first > 1 && letter(subject.first - 1) == '"' && letter(subject.first - 2) == 'D';
  if (quoted) subject.first -= 2;  // The "column of tears"
  if (quoted && letter(subject.last) == '"') ++subject.last;
  add(subject);
}

// A past tense taken for a participle: with an object or a clause behind it, or of a verb that has no
// passive.
bool Draft::is_active(std::uint32_t verb) const {
  const Chunk& chunk = r_.chunks[verb];
  if (!r_.head(verb).entry->tags.has(Tag::VBD)) return false;
  if (lists_.has(chunk.lemma, List::intransitive)) return true;
  std::uint32_t next = verb + 1;
  while (letter(next) == 'T') ++next;  // ruled [Friday] that
  const bool clause = letter(next) == 'S' && lists_.has(r_.head(next).key, List::content);
  return clause || (has_object(r_, verb) && !lists_.has(chunk.lemma, List::naming));
}

// "The number of doctors [were]": the subject found is not the one the verb was written for.
bool Draft::disagrees(std::uint32_t verb, Phrase subject) const {
  if (!is_finite_letter(letter(verb)) || subject.last > verb || letter(subject.first) == 'p') return false;
  const std::uint32_t first = r_.chunks[verb].first;
  const Tag form = r_.words[first].tag;
  const bool singular = form == Tag::VBZ || r_.word(first) == lists_.passive_singular;
  const bool plural = form == Tag::VBP || r_.word(first) == lists_.passive_plural;
  if (singular == plural) return false;
  bool plural_part = false;
  for (std::uint32_t i = subject.first; i < subject.last; ++i) {
    const Tag next = i + 1 < subject.last ? r_.words[r_.chunks[i + 1].first].tag : Tag::Stop;
    const Tag joined = i + 1 < subject.last ? r_.head(i + 1).tag : Tag::Stop;
    const bool either = (joined == Tag::NN || joined == Tag::NNP) && next != Tag::DT && next != Tag::PRPS &&
                        next != Tag::CD;  // the founder and director: one man, or two
    if (letter(i) == 'C' || letter(i) == 'P') return singular && letter(i) == 'C' && !either;
    const Tag tag = r_.head(i).tag;
    plural_part |= tag == Tag::NNS || tag == Tag::NNPS || tag == Tag::CD || is_people(i);
  }
  const bool measured = r_.words[r_.chunks[subject.first].first].tag == Tag::CD;
  if (plural) return !plural_part;
  return is_plural(subject) && !measured;
}

// "Duty [guarding] fords", a note without a verb of its own.
bool Draft::is_fragment(std::uint32_t verb) const {
  if (letter(verb) != 'U' || r_.chunks[verb].passive) return false;
  const std::size_t stop = r_.letters.rfind(';', verb);
  const std::size_t begin = stop == std::string::npos ? 0 : stop + 1;
  const std::size_t finite = r_.letters.find_first_of("VZ", begin);
  return finite > r_.letters.find(';', verb) || finite == std::string::npos;
}

// "was not built until 1912": that it was built.
bool Draft::is_awaited(std::uint32_t verb) const {
  return std::any_of(request_.times.begin(), request_.times.end(),
                     [&](std::uint32_t time) { return awaited_verb(r_, lists_, time) == verb; });
}

void Draft::add_affirmed(std::uint32_t verb) {
  const Chunk& chunk = r_.chunks[verb];
  close_clause(verb);
  const bool did = r_.words[chunk.first].entry->has(Mark::do_) && chunk.first != chunk.head;
  if (did) put(lists_.past_of(lexicon_.lemma(r_.word(chunk.head), r_.words[chunk.head].tag)));
  for (std::uint32_t w = did ? chunk.head + 1 : chunk.first; w < chunk.last; ++w) {
    if (!lists_.has(r_.words[w].key, List::negator)) pieces_.push_back({w, ""});
  }
}

void Draft::add_verb(std::uint32_t verb, Phrase subject) {
  const Chunk& chunk = r_.chunks[verb];
  if (chunk.negated && is_awaited(verb)) return add_affirmed(verb);
  if (letter(verb) != 'U' || is_fragment(verb)) return add_chunk(verb);
  const Word& head = r_.words[chunk.head];
  if (chunk.passive && !is_active(verb)) {
    const Word& first = r_.words[chunk.first];
    const std::string& be = is_plural(subject) ? lists_.passive_plural : lists_.passive_singular;
    put(first.entry->has(Mark::have) ? lists_.past_of(lexicon_.lemma(r_.word(chunk.first), first.tag)) : be);
    const bool auxiliary =
        chunk.first != chunk.head && (first.entry->has(Mark::have) || first.entry->has(Mark::be));
    for (std::uint32_t w = chunk.first + (auxiliary ? 1 : 0); w < chunk.last; ++w) pieces_.push_back({w, ""});
    return;
  }
  const std::string past = lists_.past_of(lexicon_.lemma(r_.word(chunk.head), head.tag));
  if (past.empty()) return add_chunk(verb);
  put(past);
  for (std::uint32_t w = chunk.head + 1; w < chunk.last; ++w) pieces_.push_back({w, ""});
}

// "was forced [to shift]", "led to [fighting]", "began [raising] it": said from the verb on that they hang
// on.
bool Draft::hangs_on_verb(std::uint32_t verb) const {
  if (letter(verb) != 'U' || r_.chunks[verb].passive || verb == 0) return letter(verb) == 'B';
  if (is_verb_letter(letter(verb - 1))) return lists_.has(r_.chunks[verb - 1].lemma, List::aspectual);
  const bool means = lists_.has(r_.head(verb - 1).key, List::agent_preposition);  // won [by taking] the town
  return letter(verb - 1) == 'I' && !means;
}

// "Half of [the systems] Sun shipped in May": what stands right before the subject of a verb that lacks one.
std::uint32_t Draft::contact_object(std::uint32_t verb, const Subject& subject) const {
  const std::uint32_t first = subject.phrase.first;
  const Chunk& chunk = r_.chunks[verb];
  if (!subject.before_verb || first < 2 || !is_finite_letter(letter(verb)) || chunk.governor != nowhere)
    return nowhere;
  const char behind = letter(verb + 1);
  const bool lacks = !chunk.passive && !has_object(r_, verb) && behind != 'S' && behind != 'B' &&
                     behind != 'J' && !lists_.has(chunk.lemma, List::intransitive) &&
                     !lists_.has(chunk.lemma, List::stative) && !lists_.has(chunk.lemma, List::reporting);
  const bool day_of = letter(first - 2) == 'O' && first > 2 && letter(first - 3) == 'T';
  const bool place = (letter(first - 2) == 'I' || day_of) &&
                     clauses_.previous_verb(first) == nowhere;  // in the town he wrote
  const bool noun = letter(first - 1) == 'N' || letter(first - 1) == 'E';
  return lacks && noun && !place ? first - 1 : nowhere;
}

// None before the verb: it stands behind, or the clause opens with its time.
std::vector<Piece> Draft::without_subject(std::uint32_t verb) {
  if (const Phrase speaker = inverted_subject(verb); !speaker.empty()) {
    add_subject(speaker);
    add_verb(verb, speaker);
    const std::size_t begin = pieces_.size();
    add_words_said(verb, {verb, verb});
    if (pieces_.size() == begin) pieces_.clear();
  } else if (is_finite_letter(letter(verb)) && opens_with_time(verb) && letter(verb + 1) != ';') {
    const std::uint32_t begin = clauses_.clause_begin(verb);
    const bool entry =  // [1846] Sent to Karst; but "[the 1920s] were good"
        is_own_time(begin) && !r_.head(verb).entry->has(Mark::be) &&
        r_.words[r_.chunks[begin].first].tag != Tag::DT;
    keep_times_ = !entry;
    add_complements(begin, verb);
    const bool told = std::any_of(pieces_.begin(), pieces_.end(),
                                  [&](const Piece& piece) { return piece.word == r_.chunks[verb].head; });
    if (!told) pieces_.clear();
  }
  return std::move(pieces_);
}

// "The last men [to walk there] left": an infinitive of the subject, up to the verb or a comma.
void Draft::add_purpose(std::uint32_t from, std::uint32_t verb) {
  if (letter(from) != 'B' || from >= verb || brief_) return;
  const std::size_t end = r_.letters.find_first_of(",;TWSVQZ\"(", from);
  if (end != std::string::npos && end <= verb &&
      (end == verb || letter(static_cast<std::uint32_t>(end)) == ','))
    add({from, static_cast<std::uint32_t>(end)});
}

// "He founded the mill in May and [the school] in June", "to goods in May and [to passengers] in June": it
// takes the place of the object, or behind a verb without one that of the subject: "He died in May and [the
// queen] in June".
std::vector<Piece> Draft::of_gapped(std::uint32_t verb, Phrase subject) {
  const Phrase noun = clauses_.noun_group(request_.second, size());
  const bool governed = letter(noun.first - 1) == 'I';
  const std::size_t behind = r_.letters.find_first_not_of("DJR", verb + 1);
  const bool object =
      !r_.chunks[verb].passive && behind != std::string::npos && is_noun_letter(r_.letters[behind]);
  if (subject.empty()) return {};
  const bool alone = !governed && !object;
  if (alone) subject = noun;
  add_subject(subject);
  add_verb(verb, subject);
  if (alone) return std::move(pieces_);
  if (governed) add_chunk(noun.first - 1);
  add(noun);
  add_more_of_noun(noun.last);
  return std::move(pieces_);
}

// "was [altered] and rebuilt in 1450": the first of two verbs that share all that stands behind them.
std::uint32_t Draft::first_of_pair(std::uint32_t verb) const {
  std::uint32_t joint = verb;
  while (joint > 0 && letter(joint - 1) == 'R') --joint;
  if (joint < 2 || letter(joint - 1) != 'C' || !is_verb_letter(letter(joint - 2))) return verb;
  const std::uint32_t first = joint - 2;
  const bool passives = letter(verb) == 'U' && r_.chunks[verb].passive && r_.chunks[first].passive;
  return r_.chunks[verb].joined_to == first || passives ? first : verb;
}

std::vector<Piece> Draft::of_verb(std::uint32_t verb) {
  while (hangs_on_verb(verb)) {
    const std::uint32_t governor = clauses_.governor(verb);
    if (governor == nowhere) break;
    verb = governor;
  }
  verb = first_of_pair(verb);
  const Subject subject = clauses_.subject_of(verb);
  if (request_.second != nowhere) return of_gapped(verb, subject.phrase);
  if (subject.phrase.empty()) return without_subject(verb);
  if (disagrees(verb, subject.phrase)) return {};
  add_subject(subject.phrase);
  add_purpose(subject.phrase.last, verb);
  add_verb(verb, subject.phrase);
  const Chunk& chunk = r_.chunks[verb];
  const bool object_relative = letter(verb) == 'Q' && subject.before_verb && chunk.governor != nowhere &&
                               r_.head(chunk.governor).tag != Tag::WPS &&
                               r_.head(chunk.governor).tag != Tag::WRB;  // Karst, where [he died]
  if (object_relative && letter(chunk.governor - (chunk.governor > 0 ? 1 : 0)) != 'I') {
    const Phrase object = clauses_.antecedent(chunk.governor);
    if (object.empty()) return {};
    add(object);
  }
  const std::uint32_t contact = contact_object(verb, subject);
  embedded_ = contact != nowhere;
  if (embedded_) add_chunk(contact);
  const std::size_t begin = pieces_.size();
  if (says_what_stands_before(verb, subject.phrase)) add_words_said(verb, subject.phrase);
  if (pieces_.size() == begin) add_complements(verb + 1, verb);
  if (!says_nothing(verb, begin)) return std::move(pieces_);
  if (lists_.has(chunk.lemma, List::reporting)) {
    add_words_said(verb, subject.phrase);
  } else {  // "it had been so [in 1871]"
    keep_times_ = true;
    pieces_.resize(begin);
    add_complements(verb + 1, verb);
  }
  if (says_nothing(verb, begin)) pieces_.clear();
  return std::move(pieces_);
}

}  // namespace annals
