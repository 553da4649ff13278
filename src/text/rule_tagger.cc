// Tags by rules over the lexicon alone: what a word may be, narrowed by its neighbours, left to right.
#include <optional>

#include "text/tagger.h"

namespace annals {
namespace {

constexpr TagSet set_of(std::initializer_list<Tag> tags) {
  TagSet s;
  for (const Tag t : tags) s.add(t);
  return s;
}
constexpr TagSet both(TagSet a, TagSet b) { return TagSet(a.bits() & b.bits()); }

constexpr TagSet nouns = set_of({Tag::NN, Tag::NNS, Tag::NNP, Tag::NNPS});
constexpr TagSet nominals =
    set_of({Tag::NN, Tag::NNS, Tag::NNP, Tag::NNPS, Tag::JJ, Tag::JJR, Tag::JJS, Tag::CD});
constexpr TagSet verbs = set_of({Tag::VB, Tag::VBD, Tag::VBG, Tag::VBN, Tag::VBP, Tag::VBZ});
constexpr TagSet closed = set_of({Tag::MD, Tag::IN, Tag::DT, Tag::PRP, Tag::PRPS});
constexpr TagSet finite = set_of({Tag::VBD, Tag::VBP, Tag::VBZ, Tag::MD});
constexpr TagSet determiners = set_of({Tag::DT, Tag::PDT, Tag::PRPS, Tag::POS, Tag::WPS});
constexpr TagSet behind_particle = set_of({Tag::Stop, Tag::Comma, Tag::IN, Tag::TO, Tag::RB});
constexpr TagSet subjects =
    set_of({Tag::PRP, Tag::WDT, Tag::WP, Tag::EX, Tag::NNS, Tag::NNP, Tag::NNPS, Tag::NN});

// A sentence under way. `last` looks back over the adverbs: "has never been seen".
class Pass {
 public:
  Pass(std::string_view text, std::vector<Word>& words) : text_(text), words_(words) {}
  void run() {
    for (at_ = 0; at_ < words_.size(); ++at_) words_[at_].tag = choose(words_[at_]);
  }

 private:
  Tag choose(const Word& w) const;
  Tag choose_unlisted(const Word& w) const;
  Tag choose_capital(const Word& w) const;
  Tag choose_among(const Word& w, TagSet may) const;
  Tag choose_closed(const Word& w, TagSet may) const;
  std::optional<Tag> choose_nominal(const Word& w, TagSet may) const;
  Tag choose_noun_or_verb(const Word& w, TagSet may) const;
  Tag choose_verb(TagSet may) const;
  Tag of_quote(TagSet may) const;

  bool first() const { return at_ == 0 || (at_ == 1 && is_mark(words_[0].tag)); }
  Tag before(std::size_t n) const { return n <= at_ ? words_[at_ - n].tag : Tag::Stop; }
  TagSet next() const { return at_ + 1 < words_.size() ? words_[at_ + 1].entry->tags : set_of({Tag::Stop}); }
  bool next_may(TagSet tags) const { return !both(next(), tags).empty(); }
  const Word* last() const {  // the word before, adverbs passed over
    for (std::size_t i = at_; i-- > 0;)
      if (!is_adverb(words_[i].tag) || i + 4 < at_) return &words_[i];
    return nullptr;
  }

  std::string_view text_;
  std::vector<Word>& words_;
  std::size_t at_ = 0;
};

Tag Pass::of_quote(TagSet may) const {
  if (may.has(Tag::POS) && at_ > 0 && words_[at_].glued && is_noun(before(1))) return Tag::POS;
  int open = 0;
  for (std::size_t i = at_ > 64 ? at_ - 64 : 0; i < at_; ++i)
    open += words_[i].tag == Tag::OpenQuote ? 1 : words_[i].tag == Tag::CloseQuote ? -1 : 0;
  return open > 0 ? Tag::CloseQuote : Tag::OpenQuote;
}

Tag Pass::choose(const Word& w) const {
  const TagSet may = w.entry->tags;
  if (w.shape == Shape::number) return Tag::CD;
  if (w.shape == Shape::ordinal) return Tag::JJ;
  if (w.shape == Shape::mark) {
    if (may.has(Tag::CloseQuote) && (may.has(Tag::OpenQuote) || may.has(Tag::POS))) return of_quote(may);
    const bool inside = w.glued && at_ + 1 < words_.size() && words_[at_ + 1].glued;
    if (inside && text_[w.span.begin] == '-' && w.span.size() == 1) return Tag::HYPH;
    return may.empty() ? Tag::NFP : w.entry->likely;
  }
  if (may.empty()) return choose_unlisted(w);
  const bool capital = w.shape == Shape::capital || w.shape == Shape::mixed || w.shape == Shape::upper;
  if (capital && (!first() || w.entry->has(Mark::name))) return choose_capital(w);
  return choose_among(w, may);
}

Tag Pass::choose_unlisted(const Word& w) const {
  if (w.shape == Shape::other) return Tag::ADD;
  const char end = text_[w.span.end - 1];
  if (w.shape == Shape::digits_mixed) return end == 's' ? Tag::NNS : Tag::NN;
  return end == 's' && before(1) == Tag::DT ? Tag::NNPS : Tag::NNP;
}

// Inside a sentence a capital means a name, but for closed
// words ("The" in a title) and adjectives of peoples.
Tag Pass::choose_capital(const Word& w) const {
  const TagSet may = w.entry->tags;
  const bool open =
      !both(may, set_of({Tag::NN, Tag::NNS, Tag::NNP, Tag::NNPS, Tag::JJ, Tag::VB, Tag::VBD, Tag::VBG}))
           .empty();
  if (!open || may.has(Tag::PRP) || may.has(Tag::MD))
    return may.has(Tag::NNP) && at_ > 0 && before(1) == Tag::IN ? Tag::NNP : w.entry->likely;
  if (may.has(Tag::JJ) && !may.has(Tag::NN) && next_may(nouns)) return Tag::JJ;
  if (may.has(Tag::NNPS) && !may.has(Tag::NNP)) return Tag::NNPS;
  return Tag::NNP;
}

// Verb forms share their spelling: the auxiliary before decides.
Tag Pass::choose_verb(TagSet may) const {
  const Word* l = last();
  const Tag left = l ? l->tag : Tag::Stop;
  const bool auxiliary = l && (l->entry->has(Mark::have) || l->entry->has(Mark::be));
  if (may.has(Tag::VBG)) return Tag::VBG;
  if (may.has(Tag::VBN) && auxiliary) return Tag::VBN;
  if (may.has(Tag::VB) && (left == Tag::MD || left == Tag::TO || (l && l->entry->has(Mark::do_))))
    return Tag::VB;
  if (may.has(Tag::VBD) && may.has(Tag::VBN)) {
    const bool passive =
        next_may(set_of({Tag::IN})) && !next_may(set_of({Tag::DT, Tag::PRP})) && left == Tag::NNS;
    return passive || determiners.has(left) || left == Tag::IN ? Tag::VBN : Tag::VBD;
  }
  if (may.has(Tag::VBD)) return Tag::VBD;
  if (may.has(Tag::VBZ)) return Tag::VBZ;
  if (may.has(Tag::VBN)) return Tag::VBN;
  return may.has(Tag::VBP) && subjects.has(left) ? Tag::VBP : Tag::VB;
}

// Auxiliaries, prepositions, pronouns and determiners are few, and mostly what they are most often.
Tag Pass::choose_closed(const Word& w, TagSet may) const {
  if (may.has(Tag::PRPS) && may.has(Tag::PRP)) return next_may(nominals) ? Tag::PRPS : Tag::PRP;
  if (may.has(Tag::WDT) && is_noun(before(1)) && next_may(finite)) return Tag::WDT;
  const bool particle = may.has(Tag::RP) && is_verb(before(1));
  return particle && next_may(behind_particle) && !next_may(nominals) ? Tag::RP : w.entry->likely;
}

// Where no verb is meant; nothing where a verb is all that is left.
std::optional<Tag> Pass::choose_nominal(const Word& w, TagSet may) const {
  const Tag likely = w.entry->likely;
  if (both(may, nominals).empty()) return likely;
  if (may.has(Tag::JJ) && !nouns.has(likely)) return likely == Tag::RB ? Tag::RB : Tag::JJ;
  if (may.has(Tag::JJ) && next_may(nouns) && !next_may(finite)) return Tag::JJ;
  if (may.has(Tag::VBN) && may.has(Tag::JJ) && !both(may, nouns).empty()) return Tag::JJ;
  if (nouns.has(likely) || likely == Tag::JJ) return likely;
  for (const Tag t : {Tag::NN, Tag::NNS, Tag::NNP, Tag::NNPS, Tag::JJ, Tag::JJR, Tag::JJS})
    if (may.has(t)) return t;
  return {};
}

// "the [reports]", "he [reports] it": a noun and a verb in one form, where the word before does not tell.
Tag Pass::choose_noun_or_verb(const Word& w, TagSet may) const {
  constexpr TagSet objects = set_of({Tag::DT, Tag::PRPS, Tag::PRP, Tag::TO});
  const Tag left = before(1);
  if (may.has(Tag::VBG)) return Tag::VBG;
  if (may.has(Tag::VBZ) && may.has(Tag::NNS)) {
    const bool subject = left == Tag::NNP || left == Tag::NN;
    return subject && (next_may(objects) || next_may(set_of({Tag::RB}))) ? Tag::VBZ : Tag::NNS;
  }
  if (may.has(Tag::VBD)) {
    const bool be = last() && last()->entry->has(Mark::be);
    return be && may.has(Tag::JJ) ? Tag::VBN : choose_verb(both(may, verbs));
  }
  if (left == Tag::NNS && may.has(Tag::VBP) && (next_may(objects) || next_may(set_of({Tag::IN}))))
    return Tag::VBP;
  const bool likely_verb = w.entry->likely == Tag::VB || w.entry->likely == Tag::VBP;
  return likely_verb ? choose_verb(both(may, verbs)) : w.entry->likely;
}

Tag Pass::choose_among(const Word& w, TagSet may) const {
  const TagSet verb = both(may, verbs), nominal = both(may, nominals);
  const Tag left = before(1);
  if (!both(may, closed).empty()) return choose_closed(w, may);
  if (may.has(Tag::POS)) return left == Tag::PRP || left == Tag::EX || left == Tag::WP ? Tag::VBZ : Tag::POS;
  if (may.has(Tag::RB) && !verb.empty() && nominal.empty()) return Tag::RB;
  const bool wants_noun = determiners.has(left) || is_adjective(left) || left == Tag::IN || left == Tag::CD;
  if (verb.empty() || (!nominal.empty() && wants_noun)) {
    if (const auto tag = choose_nominal(w, may)) return *tag;
  }
  const Word* l = last();
  const bool wants_verb = l && (l->tag == Tag::MD || l->tag == Tag::TO || l->tag == Tag::PRP ||
                                l->tag == Tag::WP || l->entry->has(Mark::have) || l->entry->has(Mark::do_));
  return nominal.empty() || wants_verb ? choose_verb(verb) : choose_noun_or_verb(w, may);
}

class RuleTagger : public Tagger {
 public:
  void tag(std::string_view text, std::vector<Word>& words) const override { Pass(text, words).run(); }
};

}  // namespace

std::unique_ptr<Tagger> rule_tagger() { return std::make_unique<RuleTagger>(); }

}  // namespace annals
