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

std::size_t Remembered::slot(const Key& key, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != 0) {
    const Kept& kept = *kept_[slots_[at] - 1];
    if (kept.hash == hash && kept.key == key) break;
    at = (at + 1) & mask;
  }
  return at;
}

Remembered::Entry& Remembered::at(const Key& key) {
  const std::uint64_t hash = hash_of(key);
  std::size_t place = slot(key, hash);
  if (slots_[place] != 0) return kept_[slots_[place] - 1]->entry;
  if (kept_.size() * 2 > slots_.size()) {
    grow();
    place = slot(key, hash);
  }
  kept_.push_back(std::make_unique<Kept>());
  kept_.back()->key = key;
  kept_.back()->hash = hash;
  slots_[place] = static_cast<std::uint32_t>(kept_.size());
  return kept_.back()->entry;
}

void Remembered::grow() {
  slots_.assign(slots_.size() * 4, 0);
  for (std::size_t n = 0; n < kept_.size(); ++n)
    slots_[slot(kept_[n]->key, kept_[n]->hash)] = static_cast<std::uint32_t>(n + 1);
}

void Remembered::make_room() {
  if (kept_.size() >= kMost) *this = Remembered();
}

}  // namespace annals
