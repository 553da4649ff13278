// Compiles WordNet and the pages of rules/en/words into lexicon.bin, which text/lexicon.h maps.
//
//   compile-lexicon /usr/share/wordnet rules/en/words build/share/annals/en/lexicon.bin
//
// Every inflected form becomes an entry of its own: "elections" {NNS} noun.act, cut 1.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "compiling/lexicon_image.h"
#include "compiling/word_pages.h"
#include "compiling/wordnet.h"

namespace annals {
namespace {

using lexicon_file::Ending;
using lexicon_file::Use;

// An entry while it is put together: each choice remembers how strong the claim to it was.
struct Draft {
  Entry entry;
  double likely = -1, noun = -1, verb = -1, noun_lemma = -1, verb_lemma = -1, adjective_lemma = -1;
};

class Compiler {
 public:
  Compiler(const fs::path& wordnet, const fs::path& words) : wordnet_(wordnet), words_(words) {}
  LexiconImage compile() {
    read_endings();
    read_irregular();
    add_forms();
    read_closed_class();
    read_lemmas();
    read_marks();
    for (const auto& [form, draft] : drafts_) image_.forms.emplace(form, draft.entry);
    return std::move(image_);
  }

 private:
  void read_endings();
  void read_irregular();
  void add_forms();
  void add_noun(const std::string& lemma);
  void add_verb(const std::string& lemma);
  void add_adjective(const std::string& lemma);
  void add(const std::string& form, Tag tag, Pos pos, const std::string& lemma, double share, bool irregular);
  void add_past(const std::string& form, const std::string& lemma, bool irregular);
  void read_closed_class();
  void read_lemmas();
  void read_marks();
  Recipe recipe(const std::string& form, const std::string& lemma);
  bool strong(const std::set<std::string>& list, const std::string& form) const;

  const WordNet wordnet_;
  const fs::path words_;
  std::map<std::string, Rules> inflections_;
  std::set<std::string> past_, participle_, regular_too_;
  std::vector<std::pair<std::string, std::string>> lemmas_;
  std::map<std::string, Draft> drafts_;
  LexiconImage image_;
};

void Compiler::read_endings() {
  static const std::map<std::string, Use> lemma_uses = {{"lemma-noun", Use::noun},
                                                        {"lemma-verb-s", Use::verb_s},
                                                        {"lemma-verb-ed", Use::verb_ed},
                                                        {"lemma-verb-ing", Use::verb_ing},
                                                        {"lemma-adjective", Use::adjective}};
  for (const auto& section : read_page(words_ / "endings.txt")) {
    if (section.name.starts_with("unknown ")) {
      const TagSet tags(tag_bits(section.name.substr(8)));
      Entry guess;
      guess.tags = tags;
      guess.likely = *tag_from(section.name.substr(8, section.name.find(' ', 8) - 8));
      guess.marks = static_cast<std::uint16_t>(Mark::guessed);
      image_.guesses.push_back(guess);
      for (const auto& w : section.words)
        image_.endings.push_back({Use::tags, image_.strings.number(w == ">" ? "" : w), 0,
                                  static_cast<std::uint32_t>(image_.guesses.size())});
    } else if (const auto use = lemma_uses.find(section.name); use != lemma_uses.end()) {
      for (const auto& w : section.words) {
        const auto rule = read_rule(w);
        image_.endings.push_back(
            {use->second, image_.strings.number(rule.ending), image_.strings.number(rule.replacement), 0});
      }
    } else {
      for (const auto& w : section.words) inflections_[section.name].push_back(read_rule(w));
    }
  }
  std::stable_sort(image_.endings.begin(), image_.endings.end(), [&](const Ending& a, const Ending& b) {
    return image_.strings.list[a.ending].size() > image_.strings.list[b.ending].size();
  });
}

void Compiler::read_irregular() {
  for (const auto& section : read_page(words_ / "irregular.txt")) {
    if (section.name == "past") past_.insert(section.words.begin(), section.words.end());
    if (section.name == "regular-too") regular_too_.insert(section.words.begin(), section.words.end());
    if (section.name == "participle") participle_.insert(section.words.begin(), section.words.end());
    if (section.name == "lemma")
      for (const auto& w : section.words)
        lemmas_.emplace_back(w.substr(0, w.find('>')), w.substr(w.find('>') + 1));
  }
}

Recipe Compiler::recipe(const std::string& form, const std::string& lemma) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  return {static_cast<std::uint16_t>(form.size() - same),
          static_cast<std::uint16_t>(image_.strings.number(lemma.substr(same)))};
}

// `share` is how often the lemma appears in this form, roughly: it only breaks ties between parts of speech.
void Compiler::add(const std::string& form, Tag tag, Pos pos, const std::string& lemma, double share,
                   bool irregular) {
  const Sense& sense = wordnet_.senses(pos).at(lemma);
  const double weight = (sense.count + 0.2) * share, claim = sense.count + (irregular ? 1e6 : 0);
  Draft& d = drafts_[form];
  d.entry.tags.add(tag);
  d.entry.topics = TopicSet(d.entry.topics.bits() | sense.topics.bits());
  if (irregular) d.entry.marks |= static_cast<std::uint16_t>(Mark::irregular);
  if (weight > d.likely) d.likely = weight, d.entry.likely = tag;
  const auto claim_topic = [&](double& held, Topic& topic) {
    if (sense.count > held) held = sense.count, topic = sense.main;
  };
  const auto claim_lemma = [&](double& held, Recipe& r) {
    if (form != lemma && claim > held) held = claim, r = recipe(form, lemma);
  };
  if (pos == Pos::noun) claim_topic(d.noun, d.entry.noun), claim_lemma(d.noun_lemma, d.entry.noun_lemma);
  if (pos == Pos::verb) claim_topic(d.verb, d.entry.verb), claim_lemma(d.verb_lemma, d.entry.verb_lemma);
  if (pos == Pos::adj) claim_lemma(d.adjective_lemma, d.entry.adjective_lemma);
}

void Compiler::add_noun(const std::string& lemma) {
  const bool name = wordnet_.has_capital(lemma), common = wordnet_.has_small(lemma);
  const auto& irregular = wordnet_.exceptions(Pos::noun);
  if (name) add(lemma, Tag::NNP, Pos::noun, lemma, common ? 0.3 : 0.9, false);
  if (common) add(lemma, Tag::NN, Pos::noun, lemma, 0.7, false);
  if (!common) drafts_[lemma].entry.marks |= static_cast<std::uint16_t>(Mark::name);
  if (const auto forms = irregular.find(lemma); forms != irregular.end()) {
    for (const auto& f : forms->second) add(f, Tag::NNS, Pos::noun, lemma, 0.3, true);
  }
  const auto plural = inflect(lemma, inflections_.at("plural"));
  add(plural, common ? Tag::NNS : Tag::NNPS, Pos::noun, lemma, 0.3, false);
  if (!common) drafts_[plural].entry.marks |= static_cast<std::uint16_t>(Mark::name);
}

// Whether a form is, or ends in, a strong form of the list: undertook.
bool Compiler::strong(const std::set<std::string>& list, const std::string& form) const {
  if (list.count(form)) return true;
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& s) { return s.size() > 3 && ends_with(form, s); });
}

void Compiler::add_past(const std::string& form, const std::string& lemma, bool irregular) {
  const bool past_only = irregular && strong(past_, form) && !strong(participle_, form);
  const bool participle_only = irregular && strong(participle_, form) && !past_only;
  if (!participle_only) add(form, Tag::VBD, Pos::verb, lemma, 0.25, irregular);
  if (!past_only) add(form, Tag::VBN, Pos::verb, lemma, 0.2, irregular);
}

void Compiler::add_verb(const std::string& lemma) {
  add(lemma, Tag::VB, Pos::verb, lemma, 0.25, false);
  add(lemma, Tag::VBP, Pos::verb, lemma, 0.1, false);
  add(inflect(lemma, inflections_.at("third-person")), Tag::VBZ, Pos::verb, lemma, 0.15, false);
  add(inflect(lemma, inflections_.at("gerund")), Tag::VBG, Pos::verb, lemma, 0.15, false);
  bool past = false;
  const auto& irregular = wordnet_.exceptions(Pos::verb);
  if (const auto forms = irregular.find(lemma); forms != irregular.end()) {
    for (const auto& f : forms->second) {
      if (ends_with(f, "ing")) {
        add(f, Tag::VBG, Pos::verb, lemma, 0.15, true);
      } else if (ends_with(f, "s")) {
        add(f, Tag::VBZ, Pos::verb, lemma, 0.15, true);
      } else {
        add_past(f, lemma, true), past = true;
      }
    }
  }
  // traveled beside travelled, burned beside burnt
  if (!past || ends_with(lemma, "el") || ends_with(lemma, "al") || regular_too_.count(lemma))
    add_past(inflect(lemma, inflections_.at("past")), lemma, false);
}

void Compiler::add_adjective(const std::string& lemma) {
  add(lemma, Tag::JJ, Pos::adj, lemma, 1, false);
  const auto& irregular = wordnet_.exceptions(Pos::adj);
  if (const auto forms = irregular.find(lemma); forms != irregular.end()) {
    for (const auto& f : forms->second)
      add(f, ends_with(f, "st") ? Tag::JJS : Tag::JJR, Pos::adj, lemma, 0.1, true);
    return;
  }
  if (lemma.size() > 6 || lemma.find('-') != std::string::npos) return;  // modern takes more, most
  const auto more = inflect(lemma, inflections_.at("comparative"));
  const auto most = inflect(lemma, inflections_.at("superlative"));
  const auto taken = [&](const std::string& form) {  // number is not more numb, west not most we
    return wordnet_.senses(Pos::noun).contains(form) || wordnet_.senses(Pos::verb).contains(form) ||
           wordnet_.senses(Pos::adj).contains(form);
  };
  if (!taken(more)) add(more, Tag::JJR, Pos::adj, lemma, 0.1, false);
  if (!taken(most)) add(most, Tag::JJS, Pos::adj, lemma, 0.1, false);
}

void Compiler::add_forms() {
  for (const auto& [lemma, sense] : wordnet_.senses(Pos::noun)) add_noun(lemma);
  for (const auto& [lemma, sense] : wordnet_.senses(Pos::verb)) add_verb(lemma);
  for (const auto& [lemma, sense] : wordnet_.senses(Pos::adj)) add_adjective(lemma);
  for (const auto& [lemma, sense] : wordnet_.senses(Pos::adv)) add(lemma, Tag::RB, Pos::adv, lemma, 1, false);
}

// A closed word keeps of WordNet's topics those of the parts of speech it may be: "in" is no length.
void Compiler::read_closed_class() {
  std::set<std::string> seen;
  for (const auto& section : read_page(words_ / "closed-class.txt")) {
    const TagSet tags(tag_bits(section.name));
    const auto first = *tag_from(section.name.substr(0, section.name.find(' ')));
    const bool noun = tags.has(Tag::NN) || tags.has(Tag::NNP) || tags.has(Tag::NNS);
    const bool verb = (tags.bits() & tag_bits("VB VBD VBG VBN VBP VBZ")) != 0;
    for (const auto& w : section.words) {
      Entry& e = drafts_[w].entry;
      if (!seen.insert(w).second) throw std::runtime_error("closed-class.txt: " + w + " stands twice");
      e.tags = tags, e.likely = first, e.marks &= ~static_cast<std::uint16_t>(Mark::name);
      std::uint64_t keep = 0;
      for (int t = 0; t < static_cast<int>(Topic::none); ++t) {
        const bool is_noun_topic =
            t >= static_cast<int>(Topic::noun_tops) && t <= static_cast<int>(Topic::time);
        const bool is_verb_topic =
            t >= static_cast<int>(Topic::verb_body) && t <= static_cast<int>(Topic::verb_weather);
        if ((is_noun_topic && noun) || (is_verb_topic && verb)) keep |= std::uint64_t{1} << t;
      }
      e.topics = TopicSet(e.topics.bits() & keep);
      if (!noun) e.noun = Topic::none;
      if (!verb) e.verb = Topic::none;
    }
  }
}

void Compiler::read_lemmas() {
  for (const auto& [form, lemma] : lemmas_) {
    Entry& e = drafts_.at(form).entry;
    e.noun_lemma = e.verb_lemma = e.adjective_lemma = recipe(form, lemma);
  }
}

void Compiler::read_marks() {
  static const std::map<std::string, Mark> marks = {
      {"title", Mark::title},     {"before-number", Mark::before_number},
      {"month", Mark::month},     {"abbreviation", Mark::abbreviation},
      {"starter", Mark::starter}, {"clitic", Mark::clitic},
      {"fused", Mark::fused},     {"prefix", Mark::prefix},
      {"unit", Mark::unit},       {"be", Mark::be},
      {"have", Mark::have},       {"do", Mark::do_}};
  for (const auto& section : read_page(words_ / "marks.txt")) {
    for (auto w : section.words) {
      const auto bar = w.find('|');
      if (bar != std::string::npos) w.erase(bar, 1);
      Entry& e = drafts_[lower(w)].entry;
      e.marks |= static_cast<std::uint16_t>(marks.at(section.name));
      if (bar != std::string::npos) e.split = static_cast<std::uint8_t>(bar);
    }
  }
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: compile-lexicon WORDNET-DIR WORDS-DIR OUT\n";
    return 2;
  }
  try {
    const annals::LexiconImage image = annals::Compiler(argv[1], argv[2]).compile();
    const annals::LexiconWriter writer(image);
    writer.write(image, argv[3]);
    std::cout << image.forms.size() << " forms, " << writer.entries() << " distinct entries\n";
  } catch (const std::exception& e) {
    std::cerr << "compile-lexicon: " << e.what() << '\n';
    return 1;
  }
}
