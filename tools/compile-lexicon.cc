// Compiles WordNet and the pages of rules/en/words into lexicon.bin, which text/lexicon.h maps.
//
//   compile-lexicon /usr/share/wordnet rules/en/words build/share/annals/en/lexicon.bin
//
// Every inflected form becomes an entry of its own: "elections" {NNS} noun.act, cut 1. Collocations
// ("attorney general") are left out, for words are looked up one by one.
#include <algorithm>
#include <cctype>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/lexicon_file.h"

namespace annals {
namespace {

namespace fs = std::filesystem;
using lexicon_file::Ending;
using lexicon_file::Slot;
using lexicon_file::Use;

std::ifstream open_file(const fs::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return in;
}

std::string lower(std::string s) {
  for (char& c : s) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return s;
}

bool ends_with(std::string_view s, std::string_view end) {
  return s.size() >= end.size() && s.substr(s.size() - end.size()) == end;
}

// A page of rules/en/words: lines `name: words`, in order; a line that begins with blanks continues the last.
struct Section {
  std::string name;
  std::vector<std::string> words;
};
std::vector<Section> read_page(const fs::path& path) {
  std::vector<Section> page;
  auto in = open_file(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    if (line[0] != ' ') {
      const auto colon = line.find(": ");
      if (colon == std::string::npos) throw std::runtime_error(path.string() + ": no `name: ` in " + line);
      page.push_back({line.substr(0, colon), {}});
      words.seekg(static_cast<std::streamoff>(colon + 2));
    }
    for (std::string w; words >> w;) page.back().words.push_back(w);
  }
  return page;
}

struct Rule {
  std::string ending, replacement;
};
Rule read_rule(const std::string& word) {
  const auto arrow = word.find('>');
  if (arrow == std::string::npos) throw std::runtime_error("endings: no `>` in " + word);
  return {word.substr(0, arrow), word.substr(arrow + 1)};
}
using Rules = std::vector<Rule>;

std::string inflect(const std::string& lemma, const Rules& rules) {
  const Rule* best = nullptr;
  for (const auto& r : rules)
    if (ends_with(lemma, r.ending) && (!best || r.ending.size() > best->ending.size())) best = &r;
  return lemma.substr(0, lemma.size() - best->ending.size()) + best->replacement;
}

enum class Pos { noun, verb, adj, adv };
constexpr const char* pos_name[] = {"noun", "verb", "adj", "adv"};

// One part of speech of one lemma, as the index and data files have it.
struct Sense {
  TopicSet topics;
  Topic main = Topic::none;
  double count = 0;  // occurrences in WordNet's tagged texts
};
using Senses = std::map<std::string, Sense>;

class Strings {
 public:
  Strings() { number(""); }
  std::uint32_t number(const std::string& s) {
    const auto [it, fresh] = numbers_.try_emplace(s, list.size());
    if (fresh) list.push_back(s);
    return it->second;
  }
  std::vector<std::string> list;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// An entry while it is put together: each choice remembers how strong the claim to it was.
struct Draft {
  Entry entry;
  double likely = -1, noun = -1, verb = -1, noun_lemma = -1, verb_lemma = -1, adjective_lemma = -1;
};

class Compiler {
 public:
  Compiler(const fs::path& wordnet, const fs::path& words) : wordnet_(wordnet), words_(words) {}
  void compile() {
    read_endings();
    read_irregular();
    read_counts();
    for (const Pos pos : {Pos::noun, Pos::verb, Pos::adj, Pos::adv}) read_part(pos);
    add_forms();
    read_closed_class();
    read_lemmas();
    read_marks();
  }
  void write(const fs::path& file);

 private:
  void read_endings();
  void read_irregular();
  void read_counts();
  void read_part(Pos pos);
  void read_exceptions(Pos pos);
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

  fs::path wordnet_, words_;
  std::map<std::string, Rules> inflections_;
  std::vector<Ending> endings_;
  std::vector<Entry> guesses_;  // entries 1 and on: of unknown words, by ending
  std::set<std::string> past_, participle_, regular_too_;
  std::vector<std::pair<std::string, std::string>> lemmas_;
  std::map<std::pair<std::string, int>, double> counts_;
  Senses senses_[4];
  std::map<std::string, std::vector<std::string>> exceptions_[4];  // lemma -> irregular forms
  std::set<std::string> capital_, plain_;                          // nouns written with a capital, without
  std::map<std::string, Draft> drafts_;
  Strings strings_;
};

std::uint64_t tag_bits(const std::string& names) {
  TagSet set;
  std::istringstream in(names);
  for (std::string name; in >> name;) {
    const auto tag = tag_from(name);
    if (!tag) throw std::runtime_error("no such tag: " + name);
    set.add(*tag);
  }
  return set.bits();
}

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
      guesses_.push_back(guess);
      for (const auto& w : section.words)
        endings_.push_back(
            {Use::tags, strings_.number(w == ">" ? "" : w), 0, static_cast<std::uint32_t>(guesses_.size())});
    } else if (const auto use = lemma_uses.find(section.name); use != lemma_uses.end()) {
      for (const auto& w : section.words) {
        const auto rule = read_rule(w);
        endings_.push_back({use->second, strings_.number(rule.ending), strings_.number(rule.replacement), 0});
      }
    } else {
      for (const auto& w : section.words) inflections_[section.name].push_back(read_rule(w));
    }
  }
  std::stable_sort(endings_.begin(), endings_.end(), [&](const Ending& a, const Ending& b) {
    return strings_.list[a.ending].size() > strings_.list[b.ending].size();
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

// cntlist.rev: `lemma%pos:lexfile:... sense-number count`, pos 1 noun, 2 verb, 3 and 5 adjective, 4 adverb.
void Compiler::read_counts() {
  constexpr int pos_of[] = {-1, 0, 1, 2, 3, 2};
  auto in = open_file(wordnet_ / "cntlist.rev");
  std::string key;
  for (double sense = 0, count = 0; in >> key >> sense >> count;) {
    const auto percent = key.rfind('%');
    counts_[{lower(key.substr(0, percent)), pos_of[key[percent + 1] - '0']}] += count;
  }
}

// index.X: `lemma pos synsets pointers... synsets tagged
// offsets...`; data.X: `offset lexfile type words(hex) word id ...`.
void Compiler::read_part(Pos pos) {
  const std::string name = pos_name[static_cast<int>(pos)];
  std::unordered_map<std::string, Topic> topic_of;
  auto data = open_file(wordnet_ / ("data." + name));
  for (std::string line; std::getline(data, line);) {
    if (line.starts_with("  ")) continue;  // the licence
    std::istringstream in(line);
    std::string offset, type, word, id;
    int topic = 0, words = 0;
    in >> offset >> topic >> type >> std::hex >> words;
    topic_of[offset] = static_cast<Topic>(topic);
    for (int i = 0; pos == Pos::noun && i < words && in >> word >> id; ++i)
      (std::isupper(static_cast<unsigned char>(word[0])) ? capital_ : plain_).insert(lower(word));
  }
  auto index = open_file(wordnet_ / ("index." + name));
  for (std::string line; std::getline(index, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream in(line);
    std::string lemma, skip, offset;
    int synsets = 0, pointers = 0;
    in >> lemma >> skip >> synsets >> pointers;
    if (lemma.find('_') != std::string::npos || !std::any_of(lemma.begin(), lemma.end(), ::isalpha)) continue;
    for (int i = 0; i < pointers + 2; ++i) in >> skip;
    auto& sense = senses_[static_cast<int>(pos)][lemma];
    while (in >> offset) {
      const Topic topic = topic_of.at(offset);
      if (sense.main == Topic::none) sense.main = topic;  // the index has the most frequent sense first
      sense.topics.add(topic);
    }
    if (const auto c = counts_.find({lemma, static_cast<int>(pos)}); c != counts_.end())
      sense.count = c->second;
  }
  read_exceptions(pos);
}

// X.exc: `form lemma ...`
void Compiler::read_exceptions(Pos pos) {
  auto in = open_file(wordnet_ / (std::string(pos_name[static_cast<int>(pos)]) + ".exc"));
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string form, lemma;
    words >> form;
    if (form.find('_') != std::string::npos) continue;
    while (words >> lemma) exceptions_[static_cast<int>(pos)][lemma].push_back(form);
  }
}

Recipe Compiler::recipe(const std::string& form, const std::string& lemma) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  return {static_cast<std::uint16_t>(form.size() - same),
          static_cast<std::uint16_t>(strings_.number(lemma.substr(same)))};
}

// `share` is how often the lemma appears in this form, roughly: it only breaks ties between parts of speech.
void Compiler::add(const std::string& form, Tag tag, Pos pos, const std::string& lemma, double share,
                   bool irregular) {
  const Sense& sense = senses_[static_cast<int>(pos)].at(lemma);
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
  const bool name = capital_.count(lemma) != 0, common = plain_.count(lemma) != 0;
  const auto& irregular = exceptions_[static_cast<int>(Pos::noun)];
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
  const auto& irregular = exceptions_[static_cast<int>(Pos::verb)];
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
  const auto& irregular = exceptions_[static_cast<int>(Pos::adj)];
  if (const auto forms = irregular.find(lemma); forms != irregular.end()) {
    for (const auto& f : forms->second)
      add(f, ends_with(f, "st") ? Tag::JJS : Tag::JJR, Pos::adj, lemma, 0.1, true);
    return;
  }
  if (lemma.size() > 6 || lemma.find('-') != std::string::npos) return;  // modern takes more, most
  const auto more = inflect(lemma, inflections_.at("comparative"));
  const auto most = inflect(lemma, inflections_.at("superlative"));
  const auto taken = [&](const std::string& form) {  // number is not more numb, west not most we
    return senses_[0].count(form) || senses_[1].count(form) || senses_[2].count(form);
  };
  if (!taken(more)) add(more, Tag::JJR, Pos::adj, lemma, 0.1, false);
  if (!taken(most)) add(most, Tag::JJS, Pos::adj, lemma, 0.1, false);
}

void Compiler::add_forms() {
  for (const auto& [lemma, sense] : senses_[0]) add_noun(lemma);
  for (const auto& [lemma, sense] : senses_[1]) add_verb(lemma);
  for (const auto& [lemma, sense] : senses_[2]) add_adjective(lemma);
  for (const auto& [lemma, sense] : senses_[3]) add(lemma, Tag::RB, Pos::adv, lemma, 1, false);
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

template <typename T>
void put(std::ostream& out, const T* first, std::size_t n) {
  out.write(reinterpret_cast<const char*>(first), static_cast<std::streamsize>(n * sizeof(T)));
}

void Compiler::write(const fs::path& file) {
  std::vector<Entry> entries(1);  // number 0: unknown
  std::map<std::string, std::uint32_t> number_of;
  std::set<std::uint64_t> tag_sets;
  lexicon_file::Header header;
  std::memcpy(header.magic, lexicon_file::magic, sizeof header.magic);
  for (header.slot_bits = 4; (std::size_t{1} << header.slot_bits) * 3 < drafts_.size() * 4;)
    ++header.slot_bits;
  std::vector<Slot> slots(std::size_t{1} << header.slot_bits);
  // A hash and no count, so that weights learnt with one lexicon fit another whose pages have changed.
  const auto number_tags = [&](Entry& e) {
    e.ambiguity = e.tags.empty() ? 0 : static_cast<std::uint16_t>(spread(e.tags.bits()) >> 48);
    tag_sets.insert(e.tags.bits());
  };
  for (auto& guess : guesses_) number_tags(guess), entries.push_back(guess);
  for (auto& [form, draft] : drafts_) {
    Entry& e = draft.entry;
    number_tags(e);
    const std::string bytes(reinterpret_cast<const char*>(&e), sizeof e);
    const auto [it, fresh] = number_of.try_emplace(bytes, entries.size());
    if (fresh) entries.push_back(e);
    const auto key = word_key(form);
    std::size_t slot = key & (slots.size() - 1);
    while (slots[slot].entry) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = {static_cast<std::uint32_t>(key >> 32), it->second};
  }
  std::string bytes;
  std::vector<std::uint32_t> offsets;
  for (const auto& s : strings_.list) offsets.push_back(static_cast<std::uint32_t>(bytes.size())), bytes += s;
  offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
  bytes.resize((bytes.size() + 7) / 8 * 8);
  if (offsets.size() % 2) offsets.push_back(offsets.back());
  header.entries = static_cast<std::uint32_t>(entries.size());
  header.strings = static_cast<std::uint32_t>(offsets.size());
  header.string_bytes = static_cast<std::uint32_t>(bytes.size());
  header.endings = static_cast<std::uint32_t>(endings_.size());

  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  put(out, &header, 1);
  put(out, slots.data(), slots.size());
  put(out, entries.data(), entries.size());
  put(out, offsets.data(), offsets.size());
  put(out, bytes.data(), bytes.size());
  put(out, endings_.data(), endings_.size());
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
  std::cout << drafts_.size() << " forms, " << entries.size() << " distinct entries, " << tag_sets.size()
            << " sets of tags, " << out.tellp() << " bytes\n";
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: compile-lexicon WORDNET-DIR WORDS-DIR OUT\n";
    return 2;
  }
  try {
    annals::Compiler compiler(argv[1], argv[2]);
    compiler.compile();
    compiler.write(argv[3]);
  } catch (const std::exception& e) {
    std::cerr << "compile-lexicon: " << e.what() << '\n';
    return 1;
  }
}
