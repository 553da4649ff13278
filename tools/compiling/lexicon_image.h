// What goes into lexicon.bin, and how it is laid out there (text/lexicon_file.h).
#pragma once
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/lexicon_file.h"

namespace annals {

class Strings {  // each once, with a number
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

struct LexiconImage {
  std::map<std::string, Entry> forms;
  std::vector<Entry> guesses;  // entries 1 and on: of unknown words, by ending
  std::vector<lexicon_file::Ending> endings;
  Strings strings;
};

class LexiconWriter {
 public:
  explicit LexiconWriter(const LexiconImage& image) : entries_(1) {  // number 0: unknown
    const std::size_t forms = image.forms.size();
    for (header_.slot_bits = 4; (std::size_t{1} << header_.slot_bits) * 3 < forms * 4;) ++header_.slot_bits;
    slots_.resize(std::size_t{1} << header_.slot_bits);
    for (const Entry& guess : image.guesses) entries_.push_back(with_number_of_tags(guess));
    for (const auto& [form, entry] : image.forms) place(form, number(with_number_of_tags(entry)));
    add_strings(image.strings);
    std::memcpy(header_.magic, lexicon_file::magic, sizeof header_.magic);
    header_.entries = static_cast<std::uint32_t>(entries_.size());
    header_.strings = static_cast<std::uint32_t>(offsets_.size());
    header_.string_bytes = static_cast<std::uint32_t>(bytes_.size());
    header_.endings = static_cast<std::uint32_t>(image.endings.size());
  }

  void write(const LexiconImage& image, const std::filesystem::path& file) const {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    put(out, &header_, 1);
    put(out, slots_.data(), slots_.size());
    put(out, entries_.data(), entries_.size());
    put(out, offsets_.data(), offsets_.size());
    put(out, bytes_.data(), bytes_.size());
    put(out, image.endings.data(), image.endings.size());
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
  }
  std::size_t entries() const { return entries_.size(); }

 private:
  // A hash and no count, so that weights learnt with one lexicon fit another whose pages have changed.
  static Entry with_number_of_tags(Entry e) {
    e.ambiguity = e.tags.empty() ? 0 : static_cast<std::uint16_t>(spread(e.tags.bits()) >> 48);
    return e;
  }

  std::uint32_t number(const Entry& e) {
    const std::string bytes(reinterpret_cast<const char*>(&e), sizeof e);
    const auto [it, fresh] = numbers_.try_emplace(bytes, static_cast<std::uint32_t>(entries_.size()));
    if (fresh) entries_.push_back(e);
    return it->second;
  }

  void place(const std::string& form, std::uint32_t entry) {
    const auto key = word_key(form);
    std::size_t slot = key & (slots_.size() - 1);
    while (slots_[slot].entry) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = {static_cast<std::uint32_t>(key >> 32), entry};
  }

  // Padded, so that what follows stands on its own boundary.
  void add_strings(const Strings& strings) {
    for (const std::string& s : strings.list) {
      offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
      bytes_ += s;
    }
    offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    if (offsets_.size() % 2) offsets_.push_back(offsets_.back());
  }

  template <typename T>
  static void put(std::ostream& out, const T* first, std::size_t n) {
    out.write(reinterpret_cast<const char*>(first), static_cast<std::streamsize>(n * sizeof(T)));
  }

  lexicon_file::Header header_;
  std::vector<lexicon_file::Slot> slots_;
  std::vector<Entry> entries_;
  std::map<std::string, std::uint32_t> numbers_;  // of entries, by their bytes
  std::vector<std::uint32_t> offsets_;
  std::string bytes_;
};

}  // namespace annals
