// WordNet's database files, read word by word: which lemmas there are, what they are about, how frequent they
// are, and their irregular forms. Collocations ("attorney general") are left out.
#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiling/word_pages.h"
#include "text/lexicon.h"

namespace annals {

enum class Pos { noun, verb, adj, adv };
constexpr const char* pos_name[] = {"noun", "verb", "adj", "adv"};

// One part of speech of one lemma, as the index and data files have it.
struct Sense {
  TopicSet topics;
  Topic main = Topic::none;
  double count = 0;  // occurrences in WordNet's tagged texts
};
using Senses = std::map<std::string, Sense>;

using Exceptions = std::map<std::string, std::vector<std::string>>;  // lemma -> irregular forms

class WordNet {
 public:
  explicit WordNet(const fs::path& folder) : folder_(folder) {
    read_counts();
    for (const Pos pos : {Pos::noun, Pos::verb, Pos::adj, Pos::adv}) read_part(pos);
  }
  const Senses& senses(Pos pos) const { return senses_[static_cast<int>(pos)]; }
  const Exceptions& exceptions(Pos pos) const { return exceptions_[static_cast<int>(pos)]; }
  bool has_capital(const std::string& noun) const { return capital_.contains(noun); }  // somewhere
  bool has_small(const std::string& noun) const { return small_.contains(noun); }      // elsewhere

 private:
  void read_counts();
  void read_part(Pos pos);
  void read_exceptions(Pos pos);

  fs::path folder_;
  std::map<std::pair<std::string, int>, double> counts_;
  Senses senses_[4];
  Exceptions exceptions_[4];
  std::set<std::string> capital_, small_;  // nouns as they are written
};

// cntlist.rev: `lemma%pos:lexfile:... sense-number count`, pos 1 noun, 2 verb, 3 and 5 adjective, 4 adverb.
inline void WordNet::read_counts() {
  constexpr int pos_of[] = {-1, 0, 1, 2, 3, 2};
  auto in = open_file(folder_ / "cntlist.rev");
  std::string key;
  for (double sense = 0, count = 0; in >> key >> sense >> count;) {
    const auto percent = key.rfind('%');
    counts_[{lower(key.substr(0, percent)), pos_of[key[percent + 1] - '0']}] += count;
  }
}

// index.X: `lemma pos synsets pointers... synsets tagged
// offsets...`; data.X: `offset lexfile type words(hex) word id ...`.
inline void WordNet::read_part(Pos pos) {
  const std::string name = pos_name[static_cast<int>(pos)];
  std::unordered_map<std::string, Topic> topic_of;
  auto data = open_file(folder_ / ("data." + name));
  for (std::string line; std::getline(data, line);) {
    if (line.starts_with("  ")) continue;  // the licence
    std::istringstream in(line);
    std::string offset, type, word, id;
    int topic = 0, words = 0;
    in >> offset >> topic >> type >> std::hex >> words;
    topic_of[offset] = static_cast<Topic>(topic);
    for (int i = 0; pos == Pos::noun && i < words && in >> word >> id; ++i)
      (std::isupper(static_cast<unsigned char>(word[0])) ? capital_ : small_).insert(lower(word));
  }
  auto index = open_file(folder_ / ("index." + name));
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
inline void WordNet::read_exceptions(Pos pos) {
  auto in = open_file(folder_ / (std::string(pos_name[static_cast<int>(pos)]) + ".exc"));
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string form, lemma;
    words >> form;
    if (form.find('_') != std::string::npos) continue;
    while (words >> lemma) exceptions_[static_cast<int>(pos)][lemma].push_back(form);
  }
}

}  // namespace annals
