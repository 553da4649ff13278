#include "text/perceptron.h"

#include <cstring>
#include <span>
#include <stdexcept>

#include "text/mapped_file.h"
#include "text/tagger.h"

namespace annals {
namespace {

using weights_file::Bucket;
using weights_file::Header;
using weights_file::Row;

struct Best {
  Tag tag = Tag::NN;
  int lead = 0;  // before the second
};
Best best_of(const Row& scores, TagSet open) {
  Best best;
  int top = -weights_file::heaviest_sum, second = top;
  for (std::size_t t = 0; t < tag_count; ++t) {
    if (scores[t] <= second || !open.has(static_cast<Tag>(t))) continue;
    if (scores[t] > top) {
      best.tag = static_cast<Tag>(t), second = top, top = scores[t];
    } else {
      second = scores[t];
    }
  }
  best.lead = top - second;
  return best;
}

// The averaged perceptron of Collins 2002, greedy from left to right: each observation votes, the best sum
// wins. Where the first observations leave one tag well ahead the others are not asked.
class Perceptron : public Tagger {
 public:
  explicit Perceptron(const std::filesystem::path& path);
  void tag(std::string_view text, std::vector<Word>& words) const override;

 private:
  const Usual& usual(std::uint64_t key) const;
  void add(const Bucket* bucket, std::uint16_t check, Row& scores) const;
  void add(std::span<const std::uint64_t> features, Row& scores) const;
  Tag choose(const View& view, TagSet open) const;

  MappedFile file_;
  const Header* header_ = nullptr;
  const Usual* usual_ = nullptr;
  const Bucket* buckets_ = nullptr;
  const Row* rows_ = nullptr;
  const std::int16_t* votes_ = nullptr;
};

Perceptron::Perceptron(const std::filesystem::path& path) : file_(path) {
  const auto bytes = file_.bytes();
  header_ = reinterpret_cast<const Header*>(bytes.data());
  if (bytes.size() < sizeof(Header) || std::memcmp(header_->magic, weights_file::magic, 8) != 0 ||
      header_->version != Header().version)
    throw std::runtime_error(path.string() + " holds no weights of this version; run tools/train-tagger");
  usual_ = reinterpret_cast<const Usual*>(header_ + 1);
  buckets_ = reinterpret_cast<const Bucket*>(usual_ + (std::size_t{1} << header_->usual_bits));
  rows_ = reinterpret_cast<const Row*>(buckets_ + header_->buckets);
  votes_ = reinterpret_cast<const std::int16_t*>(rows_ + header_->rows);
  if (reinterpret_cast<const char*>(votes_ + header_->votes) != bytes.data() + bytes.size())
    throw std::runtime_error(path.string() + " is cut short; run tools/train-tagger");
}

const Usual& Perceptron::usual(std::uint64_t key) const {
  const std::size_t mask = (std::size_t{1} << header_->usual_bits) - 1;
  const auto check = static_cast<std::uint32_t>(key >> 32);
  for (std::size_t slot = key & mask;; slot = (slot + 1) & mask)
    if (usual_[slot].check == check || usual_[slot].check == 0) return usual_[slot];
}

void Perceptron::add(const Bucket* bucket, std::uint16_t check, Row& scores) const {
  unsigned slot = weights_file::slot_of(*bucket, check);
  while (slot == weights_file::slots) {
    if ((bucket->first_vote & weights_file::full_flag) == 0) return;
    if (++bucket == buckets_ + header_->buckets) bucket = buckets_;
    slot = weights_file::slot_of(*bucket, check);
  }
  const std::uint16_t ref = bucket->refs[slot];
  if (ref & weights_file::row_flag) {
    const Row& row = rows_[ref & ~weights_file::row_flag];
    for (std::size_t t = 0; t < row.size(); ++t) scores[t] = static_cast<std::int16_t>(scores[t] + row[t]);
    return;
  }
  const std::int16_t* vote = votes_ + (bucket->first_vote & ~weights_file::full_flag) + (ref >> 5);
  for (const auto* const end = vote + (ref & 31); vote != end; ++vote) {
    auto& score = scores[weights_file::tag_of(*vote)];
    score = static_cast<std::int16_t>(score + weights_file::weight_of(*vote));
  }
}

// All asked for before any is needed: memory is what takes time here.
void Perceptron::add(std::span<const std::uint64_t> features, Row& scores) const {
  std::array<const Bucket*, feature_count> buckets;
  for (std::size_t f = 0; f < features.size(); ++f) {
    buckets[f] = buckets_ + weights_file::bucket_of(features[f], header_->buckets);
    __builtin_prefetch(buckets[f]);
  }
  for (std::size_t f = 0; f < features.size(); ++f)
    add(buckets[f], weights_file::check_of(features[f]), scores);
}

Tag Perceptron::choose(const View& view, TagSet open) const {
  Features features;
  Row scores{};
  const std::span all(features);
  observe_first(view, features);
  add(all.first(first_count), scores);
  Best best = best_of(scores, open);
  if (best.lead >= header_->sure) return best.tag;
  observe_rest(view, features);
  add(all.subspan(first_count), scores);
  return best_of(scores, open).tag;
}

void Perceptron::tag(std::string_view text, std::vector<Word>& words) const {
  tag_along(
      text, words, [this](std::uint64_t key) { return usual(key); },
      [&](const View& view, std::size_t i) { return choose(view, open_tags(words[i])); });
}

}  // namespace

std::unique_ptr<Tagger> perceptron_tagger(const std::filesystem::path& weights) {
  return std::make_unique<Perceptron>(weights);
}

TextEngine open_text_engine(const std::filesystem::path& share, std::string_view language) {
  TextEngine engine{Lexicon(share / language / "lexicon.bin"), nullptr};
  const auto weights = share / "rules" / language / "tagger" / "weights.bin";
  engine.tagger = std::filesystem::exists(weights) ? perceptron_tagger(weights) : rule_tagger();
  return engine;
}

}  // namespace annals
