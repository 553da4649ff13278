// A table that forgets what was not asked for lately: two generations, of which the older goes when the
// younger is full. What is asked for becomes young again.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

namespace annals {

template <typename Entry>
class Memo {
 public:
  using Key = std::vector<std::uint64_t>;

  // The entry of a key, new where nothing is known. It stays where it is until room is made twice.
  Entry& at(const Key& key) {
    const std::uint64_t hash = hash_of(key);
    if (const auto* const found = young_.find(key, hash)) return (*found)->entry;
    if (auto* const found = old_.find(key, hash)) return young_.add(std::move(*found), hash).entry;
    auto fresh = std::make_unique<Kept>();
    fresh->key = key;
    return young_.add(std::move(fresh), hash).entry;
  }
  void make_room() {
    if (young_.size() < kMost) return;
    old_ = std::move(young_);
    young_ = Generation();
  }

 private:
  static constexpr std::size_t kMost = 4096;  // entries of a generation

  static std::uint64_t hash_of(const Key& key) {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : key) {
      hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing (Knuth, vol. 3, 6.4)
      hash ^= hash >> 29;
    }
    return hash;
  }

  struct Kept {
    Key key;
    Entry entry;
  };
  class Generation {
   public:
    std::unique_ptr<Kept>* find(const Key& key, std::uint64_t hash) {
      for (std::size_t at = hash & mask(); slots_[at].index != 0; at = (at + 1) & mask()) {
        if (slots_[at].hash != static_cast<std::uint32_t>(hash >> 32)) continue;
        std::unique_ptr<Kept>& kept = kept_[slots_[at].index - 1];
        if (kept && kept->key == key) return &kept;
      }
      return nullptr;
    }
    Kept& add(std::unique_ptr<Kept> kept, std::uint64_t hash) {
      kept_.push_back(std::move(kept));
      std::size_t at = hash & mask();
      while (slots_[at].index != 0) at = (at + 1) & mask();
      slots_[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(kept_.size())};
      return *kept_.back();
    }
    std::size_t size() const { return kept_.size(); }

   private:
    struct Slot {                         // open addressing
      std::uint32_t hash = 0, index = 0;  // its upper half; of kept_, from 1: 0 is free
    };
    std::size_t mask() const { return slots_.size() - 1; }

    std::vector<Slot> slots_ = std::vector<Slot>(4 * kMost);
    std::vector<std::unique_ptr<Kept>> kept_;
  };
  Generation young_, old_;
};

}  // namespace annals
