#include "resolve/remembered.h"

namespace annals {
namespace {

std::uint64_t hash_of(const Remembered::Key& key) {
  std::uint64_t hash = 0;
  for (const std::uint64_t word : key) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing (Knuth, vol. 3, 6.4)
    hash ^= hash >> 29;
  }
  return hash;
}

std::uint64_t word_of(const void* where) { return reinterpret_cast<std::uintptr_t>(where); }

}  // namespace

// Values are read off a match by its rules, their captures' elements and what each captured, and by nothing
// else: no span is among them. Begins with its own length, so that no key is the beginning of another.
void Remembered::read(const Match& match, Key& key) {
  key.clear();
  key.push_back(match.parts.size() << 32 | match.captures.size());
  for (const Part& part : match.parts) {
    key.push_back(word_of(part.rule));
    key.push_back(part.first_capture << 16 | part.captures);
  }
  for (const Capture& capture : match.captures) {
    key.push_back(word_of(capture.element));
    key.push_back(capture.atom ? word_of(capture.atom) : static_cast<std::uint64_t>(capture.number));
    key.push_back(static_cast<std::uint64_t>(capture.part));
  }
}

std::size_t Remembered::Generation::slot(const Key& key, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != 0) {
    const std::unique_ptr<Kept>& kept = kept_[slots_[at] - 1];
    if (kept && kept->hash == hash && kept->key == key) break;
    at = (at + 1) & mask;
  }
  return at;
}

std::unique_ptr<Remembered::Kept>* Remembered::Generation::find(const Key& key, std::uint64_t hash) {
  const std::uint32_t found = slots_[slot(key, hash)];
  return found == 0 ? nullptr : &kept_[found - 1];
}

Remembered::Kept& Remembered::Generation::add(std::unique_ptr<Kept> kept) {
  if (kept_.size() * 2 > slots_.size()) grow();
  kept_.push_back(std::move(kept));
  slots_[slot(kept_.back()->key, kept_.back()->hash)] = static_cast<std::uint32_t>(kept_.size());
  return *kept_.back();
}

void Remembered::Generation::grow() {
  slots_.assign(slots_.size() * 4, 0);
  for (std::size_t n = 0; n < kept_.size(); ++n)
    slots_[slot(kept_[n]->key, kept_[n]->hash)] = static_cast<std::uint32_t>(n + 1);
}

Remembered::Entry& Remembered::at(const Key& key) {
  const std::uint64_t hash = hash_of(key);
  if (const auto* const found = young_.find(key, hash)) return (*found)->entry;
  if (auto* const found = old_.find(key, hash)) return young_.add(std::move(*found)).entry;
  auto fresh = std::make_unique<Kept>();
  fresh->key = key;
  fresh->hash = hash;
  return young_.add(std::move(fresh)).entry;
}

void Remembered::make_room() {
  if (young_.size() < kMost) return;
  old_ = std::move(young_);
  young_ = Generation();
}

}  // namespace annals
