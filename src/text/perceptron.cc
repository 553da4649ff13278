#include "text/perceptron.h"

#include <cstring>
#include <stdexcept>

#include "text/mapped_file.h"
#include "text/tagger.h"

namespace annals {
namespace {

using weights_file::Bucket;
using weights_file::Header;

class Perceptron : public Tagger {
 public:
  explicit Perceptron(const std::filesystem::path& path);
  void tag(std::string_view text, std::vector<Word>& words) const override;

 private:
  using Scores = std::array<std::int32_t, 64>;
  const Usual& usual(std::uint64_t key) const;
  void vote(std::uint64_t feature, Scores& scores) const;
  Tag best(const Features& features) const;

  MappedFile file_;
  const Header* header_ = nullptr;
  const Usual* usual_ = nullptr;
  const Bucket* buckets_ = nullptr;  // one more than there are, as the end of the last
  const std::int16_t* weights_ = nullptr;
  const std::uint16_t* checks_ = nullptr;
  const std::uint16_t* starts_ = nullptr;  // one more than there are features
  const std::uint8_t* tags_ = nullptr;     // of each weight
};

Perceptron::Perceptron(const std::filesystem::path& path) : file_(path) {
  const auto bytes = file_.bytes();
  header_ = reinterpret_cast<const Header*>(bytes.data());
  if (bytes.size() < sizeof(Header) || std::memcmp(header_->magic, weights_file::magic, 8) != 0 ||
      header_->version != features_version)
    throw std::runtime_error(path.string() + " holds no weights of this version; run tools/train-tagger");
  usual_ = reinterpret_cast<const Usual*>(header_ + 1);
  buckets_ = reinterpret_cast<const Bucket*>(usual_ + (std::size_t{1} << header_->usual_bits));
  weights_ = reinterpret_cast<const std::int16_t*>(buckets_ + (1U << weights_file::bucket_bits) + 1);
  checks_ = reinterpret_cast<const std::uint16_t*>(weights_ + header_->weights);
  starts_ = checks_ + header_->features;
  tags_ = reinterpret_cast<const std::uint8_t*>(starts_ + header_->features + 1);
  if (reinterpret_cast<const char*>(tags_ + header_->weights) != bytes.data() + bytes.size())
    throw std::runtime_error(path.string() + " is cut short; run tools/train-tagger");
}

const Usual& Perceptron::usual(std::uint64_t key) const {
  const std::size_t mask = (std::size_t{1} << header_->usual_bits) - 1;
  const auto check = static_cast<std::uint32_t>(key >> 32);
  for (std::size_t slot = key & mask;; slot = (slot + 1) & mask)
    if (usual_[slot].check == check || usual_[slot].check == 0) return usual_[slot];
}

void Perceptron::vote(std::uint64_t feature, Scores& scores) const {
  const Bucket* bucket = buckets_ + weights_file::bucket_of(feature);
  const auto check = weights_file::check_of(feature);
  for (std::uint32_t f = bucket->feature; f < bucket[1].feature; ++f) {
    if (checks_[f] != check) continue;
    const std::uint32_t end = f + 1 == bucket[1].feature ? bucket[1].weight : bucket->weight + starts_[f + 1];
    for (std::uint32_t w = bucket->weight + starts_[f]; w < end; ++w) scores[tags_[w]] += weights_[w];
    return;
  }
}

Tag Perceptron::best(const Features& features) const {
  Scores scores{};
  for (const auto f : features) vote(f, scores);
  std::size_t best = 0;
  for (std::size_t t = 1; t < tag_count; ++t)
    if (scores[t] > scores[best]) best = t;
  return static_cast<Tag>(best);
}

void Perceptron::tag(std::string_view text, std::vector<Word>& words) const {
  tag_along(
      text, words, [this](std::uint64_t key) { return usual(key); },
      [this](const Features& features, std::size_t) { return best(features); });
}

}  // namespace

std::unique_ptr<Tagger> perceptron_tagger(const std::filesystem::path& weights) {
  return std::make_unique<Perceptron>(weights);
}

TextEngine open_text_engine(const std::filesystem::path& dir) {
  TextEngine engine{Lexicon(dir / "lexicon.bin"), nullptr};
  const auto weights = dir / "tagger" / "weights.bin";
  engine.tagger = std::filesystem::exists(weights) ? perceptron_tagger(weights) : rule_tagger();
  return engine;
}

}  // namespace annals
