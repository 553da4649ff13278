// Learns the tagger's weights from a treebank and from prose of our own, and reports how well it tags.
//
//   train-tagger TREEBANK PROSE LEXICON OUT [COURSES [WEIGHTS]]
//
// TREEBANK holds ewt-train.tsv, ewt-dev.tsv and ewt-test.tsv, PROSE holds prose.tsv and prose-test.tsv: a
// token a line (word, lemma, Penn tag, ...), a blank line between sentences. ewt-train and prose train, the
// others are only reported. What a perceptron learns hangs on the order of the sentences, so it is taught in
// several courses, each in its own, and their weights are added up. The same input gives the same bytes: the
// orders come from a generator of our own with a fixed seed. After each course all observations are asked; how
// sure a word must be for the first to do is settled at the end.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/perceptron.h"
#include "text/tagger.h"
#include "training/packed_weights.h"
#include "training/report.h"
#include "training/treebank.h"

namespace annals {
namespace {

class Random {  // xorshift64*, Vigna 2016
 public:
  std::uint64_t next() {
    state_ ^= state_ >> 12, state_ ^= state_ << 25, state_ ^= state_ >> 27;
    return state_ * 2685821657736338717ULL;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() >> 33) % n; }

 private:
  std::uint64_t state_ = 20150401;
};

Features observe(const View& view) {
  Features features;
  observe_first(view, features), observe_rest(view, features);
  return features;
}

class Trainer {
 public:
  explicit Trainer(std::vector<Sentence> sentences) : sentences_(std::move(sentences)) {}
  void count_words();
  void number_features(std::uint32_t at_least);
  void run_epoch(Random& random);
  void end_course();  // adds what was learnt since the last one to the weights, and begins anew
  void write(const fs::path& file, std::size_t most_weights) const;
  const std::vector<Sentence>& sentences() const { return sentences_; }

 private:
  struct Row {
    std::array<std::int32_t, tag_count> now{};
    std::array<std::int64_t, tag_count> sum{};  // of each change times the step it was made at
  };
  Usual usual(std::uint64_t key) const {
    const auto it = usual_.find(key);
    return it == usual_.end() ? Usual{} : it->second;
  }
  std::map<std::uint64_t, weights_file::Row> heaviest(std::size_t most) const;
  std::vector<Usual> usual_table(std::uint32_t bits) const;
  Tag learn(const Features& features, TagSet open, Tag gold);

  std::vector<Sentence> sentences_;
  std::map<std::uint64_t, Usual> usual_;
  std::unordered_map<std::uint64_t, std::uint32_t> number_;
  std::vector<Row> rows_;
  std::vector<std::array<double, tag_count>> weights_;  // the averages of the courses, added up
  std::int64_t step_ = 1;
};

// Words of five and more; certain where ten and more had one tag but for one in two hundred.
void Trainer::count_words() {
  std::map<std::uint64_t, std::map<Tag, int>> counts;
  for (const auto& s : sentences_)
    for (std::size_t i = 0; i < s.words.size(); ++i)
      if (s.words[i].shape != Shape::number) ++counts[s.words[i].key][s.gold[i]];
  for (const auto& [key, tags] : counts) {
    int all = 0, most = 0;
    Usual u;
    Tag top = Tag::NN;
    for (const auto& [tag, n] : tags) all += n;
    TagSet set;
    for (const auto& [tag, n] : tags) {
      if (n > most) most = n, top = tag;
      if (n * 40 >= all) set.add(tag);
    }
    if (all < 5) continue;
    u.check = static_cast<std::uint32_t>(key >> 32);
    u.tags = static_cast<std::uint16_t>(spread(set.bits() * 64 + static_cast<std::uint64_t>(top)) >> 48 | 1);
    if (all >= 10 && most * 200 >= all * 199) u.certain = static_cast<std::uint8_t>(top);
    usual_[key] = u;
  }
}

// One row for each observation made often enough when all tags before are right.
void Trainer::number_features(std::uint32_t at_least) {
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (auto& s : sentences_)
    tag_along(
        s.text, s.words, [&](std::uint64_t key) { return usual(key); },
        [&](const View& view, std::size_t i) {
          for (const auto f : observe(view)) ++counts[f];
          return s.gold[i];
        });
  std::vector<std::uint64_t> kept;
  for (const auto& [feature, n] : counts)
    if (n >= at_least) kept.push_back(feature);
  std::sort(kept.begin(), kept.end());
  for (const auto f : kept) number_.emplace(f, static_cast<std::uint32_t>(number_.size()));
  rows_.resize(kept.size()), weights_.resize(kept.size());
  std::cout << counts.size() << " observations, " << kept.size() << " of them made " << at_least
            << " times or more\n";
}

Tag Trainer::learn(const Features& features, TagSet open, Tag gold) {
  std::array<Row*, feature_count> rows{};
  std::array<std::int32_t, tag_count> scores{};
  for (std::size_t f = 0; f < feature_count; ++f) {
    const auto it = number_.find(features[f]);
    if (it == number_.end()) continue;
    rows[f] = &rows_[it->second];
    for (std::size_t t = 0; t < tag_count; ++t) scores[t] += rows[f]->now[t];
  }
  auto best = static_cast<std::size_t>(Tag::NN);
  for (std::size_t t = 0; t < tag_count; ++t)
    if (open.has(static_cast<Tag>(t)) && scores[t] > scores[best]) best = t;
  const auto right = static_cast<std::size_t>(gold);
  ++step_;
  if (best == right || !open.has(gold))
    return static_cast<Tag>(best);  // nothing to learn, or nothing that could be said
  for (Row* const row : rows) {
    if (!row) continue;
    ++row->now[right], row->sum[right] += step_;
    --row->now[best], row->sum[best] -= step_;
  }
  return static_cast<Tag>(best);
}

void Trainer::run_epoch(Random& random) {
  std::vector<std::size_t> order(sentences_.size());
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  for (const auto n : order) {
    Sentence& s = sentences_[n];
    tag_along(
        s.text, s.words, [&](std::uint64_t key) { return usual(key); },
        [&](const View& view, std::size_t i) {
          return learn(observe(view), open_tags(s.words[i]), s.gold[i]);
        });
  }
}

void Trainer::end_course() {
  for (std::size_t n = 0; n < rows_.size(); ++n)
    for (std::size_t t = 0; t < tag_count; ++t)
      weights_[n][t] += rows_[n].now[t] - static_cast<double>(rows_[n].sum[t]) / static_cast<double>(step_);
  rows_.assign(rows_.size(), Row{});
  step_ = 1;
}

template <typename T>
void put(std::ostream& out, const std::vector<T>& values) {
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(T)));
}

// Keeps the `most` heaviest weights.
std::map<std::uint64_t, weights_file::Row> Trainer::heaviest(std::size_t most) const {
  double top = 1;
  for (const auto& row : weights_)
    for (const double weight : row) top = std::max(top, std::abs(weight));
  const auto value = [&](std::uint32_t n, std::size_t t) {
    return static_cast<std::int16_t>(std::lround(weights_[n][t] / top * weights_file::heaviest));
  };
  std::vector<std::size_t> count(weights_file::heaviest + 1);
  for (std::uint32_t n = 0; n < weights_.size(); ++n)
    for (std::size_t t = 0; t < tag_count; ++t) ++count[static_cast<std::size_t>(std::abs(value(n, t)))];
  int least = weights_file::heaviest;
  for (std::size_t kept = 0; least > 0 && kept + count[static_cast<std::size_t>(least)] <= most; --least)
    kept += count[static_cast<std::size_t>(least)];
  std::map<std::uint64_t, weights_file::Row> rows;
  for (const auto& [feature, n] : number_)
    for (std::size_t t = 0; t < tag_count; ++t)
      if (std::abs(value(n, t)) > least) rows[feature][t] = value(n, t);
  return rows;
}

std::vector<Usual> Trainer::usual_table(std::uint32_t bits) const {
  std::vector<Usual> table(std::size_t{1} << bits);
  for (const auto& [key, u] : usual_) {
    std::size_t slot = key & (table.size() - 1);
    while (table[slot].check) slot = (slot + 1) & (table.size() - 1);
    table[slot] = u;
  }
  return table;
}

void Trainer::write(const fs::path& file, std::size_t most_weights) const {
  const Packed packed(heaviest(most_weights));
  weights_file::Header header;
  std::memcpy(header.magic, weights_file::magic, sizeof header.magic);
  for (header.usual_bits = 4; (std::size_t{1} << header.usual_bits) * 4 < usual_.size() * 5;)
    ++header.usual_bits;
  header.buckets = static_cast<std::uint32_t>(packed.buckets.size());
  header.rows = static_cast<std::uint32_t>(packed.rows.size());
  header.votes = static_cast<std::uint32_t>(packed.votes.size());
  if (header.rows >= weights_file::row_flag) throw std::runtime_error("more rows than a slot can number");
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  put(out, usual_table(header.usual_bits)), put(out, packed.buckets), put(out, packed.rows),
      put(out, packed.votes);
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::vector<Tag> tags_of(const Tagger& tagger, std::vector<Sentence> sentences) {
  std::vector<Tag> tags;
  for (auto& s : sentences) {
    tagger.tag(s.text, s.words);
    for (const auto& w : s.words) tags.push_back(w.tag);
  }
  return tags;
}

// Writes the least lead that may settle a word on its first observations: at most one tag in a thousand of
// `sentences` comes out otherwise than if all were always asked.
void settle_sure(const fs::path& weights, const std::vector<Sentence>& sentences) {
  const auto all = tags_of(*perceptron_tagger(weights), sentences);
  for (std::size_t others = all.size(), sure = 0; others * 1000 > all.size();) {
    const auto lead = static_cast<std::int32_t>(sure += 10);
    std::fstream file(weights, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(offsetof(weights_file::Header, sure));
    file.write(reinterpret_cast<const char*>(&lead), sizeof lead);
    if (!file.flush()) throw std::runtime_error("cannot write " + weights.string());
    const auto said = tags_of(*perceptron_tagger(weights), sentences);
    others = 0;
    for (std::size_t i = 0; i < all.size(); ++i) others += said[i] != all[i];
  }
}

int run(const fs::path& dir, const fs::path& own, const fs::path& lexicon_file, const fs::path& out,
        int courses, std::size_t most_weights) {
  constexpr int epochs = 6;
  const Lexicon lexicon(lexicon_file);
  if (courses == 0) {
    print_speed("perceptron", *perceptron_tagger(out), lexicon, read_treebank(dir / "ewt-test.tsv", lexicon));
    return 0;
  }
  auto train = read_treebank(dir / "ewt-train.tsv", lexicon);
  const auto dev = read_treebank(dir / "ewt-dev.tsv", lexicon),
             test = read_treebank(dir / "ewt-test.tsv", lexicon),
             prose_test = read_treebank(own / "prose-test.tsv", lexicon);
  Random random;
  for (std::size_t i = 0, n = train.size(); i < n; ++i) {
    if (i % 16 == 3) train.push_back(dressed(train[i], Dress::capitals, lexicon));
    if (i % 16 == 11) train.push_back(dressed(train[i], Dress::title, lexicon));
  }
  for (auto& s : read_treebank(own / "prose.tsv", lexicon)) train.push_back(std::move(s));
  Trainer trainer(std::move(train));
  trainer.count_words();
  trainer.number_features(2);
  for (int course = 1; course <= courses; ++course) {
    for (int epoch = 0; epoch < epochs; ++epoch) trainer.run_epoch(random);
    trainer.end_course();
    trainer.write(out, most_weights);
    print("courses: " + std::to_string(course) + ", ewt-dev", measure(*perceptron_tagger(out), dev, nullptr));
  }
  settle_sure(out, dev);
  const auto tagger = perceptron_tagger(out);
  std::map<std::pair<Tag, Tag>, int> confused;
  std::cout << "a verb is VB, VBD, VBG, VBN, VBP, VBZ or MD, a name NNP or NNPS, said or gold\n";
  print("perceptron, ewt-dev ", measure(*tagger, dev, &confused));
  print("perceptron, ewt-test", measure(*tagger, test, nullptr));
  print("perceptron, prose-test", measure(*tagger, prose_test, nullptr));
  print("rules,      ewt-test", measure(*rule_tagger(), test, nullptr));
  print_confusions("ewt-dev", confused);
  print_speed("perceptron", *tagger, lexicon, test);
  print_speed("rules", *rule_tagger(), lexicon, test);
  std::cout << out.string() << ": " << fs::file_size(out) << " bytes\n";
  return 0;
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: train-tagger TREEBANK PROSE LEXICON OUT [COURSES [WEIGHTS]]\n";
    return 2;
  }
  try {
    return annals::run(argv[1], argv[2], argv[3], argv[4], argc > 5 ? std::stoi(argv[5]) : 8,
                       argc > 6 ? std::stoul(argv[6]) : 280000);
  } catch (const std::exception& e) {
    std::cerr << "train-tagger: " << e.what() << '\n';
    return 1;
  }
}
