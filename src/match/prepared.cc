#include "match/prepared.h"

#include <fmt/format.h>

#include <array>
#include <cereal/archives/binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <type_traits>

#include "text/fnv.h"
#include "text/mapped_file.h"

namespace annals {

// What cereal's BinaryInputArchive reads, but from memory: its stream costs a fifth of the start.
class MemoryArchive : public cereal::InputArchive<MemoryArchive, cereal::AllowEmptyClassElision> {
 public:
  explicit MemoryArchive(std::string_view bytes) : InputArchive(this), rest_(bytes) {}
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw std::runtime_error("prepared pages are cut short");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

 private:
  std::string_view rest_;
};

template <typename Number,
          cereal::traits::EnableIf<std::is_arithmetic<Number>::value> = cereal::traits::sfinae>
void load(MemoryArchive& archive, Number& number) {
  std::memcpy(&number, archive.take(sizeof number).data(), sizeof number);
}
template <typename Bytes>
void load(MemoryArchive& archive, cereal::BinaryData<Bytes>& bytes) {
  const std::string_view taken = archive.take(static_cast<std::size_t>(bytes.size));
  std::memcpy(bytes.data, taken.data(), taken.size());
}
// A third of the start, if a text is first made as long as it is and then written over.
void load(MemoryArchive& archive, std::string& text) {
  cereal::size_type size = 0;
  load(archive, size);
  text = archive.take(static_cast<std::size_t>(size));
}
template <typename Value>
void serialize(MemoryArchive& archive, cereal::NameValuePair<Value>& pair) {
  archive(pair.value);
}
template <typename Size>
void serialize(MemoryArchive& archive, cereal::SizeTag<Size>& size) {
  archive(size.size);
}

}  // namespace annals

// cereal asks which archive writes what this one reads.
template <>
struct cereal::traits::detail::get_output_from_input<annals::MemoryArchive> {
  using type = cereal::BinaryOutputArchive;
};

// How each part of a book and of its grammar is written and read, by cereal. A structured binding names every
// member, so that one that is added to a struct and forgotten here does not compile; what of it only `check`
// and further pages ask for is written behind all the rest, by `put_by`.
namespace annals {

template <typename Archive>
void serialize(Archive& archive, Place& place) {
  auto& [page, line, column] = place;
  archive(page, line, column);
}
template <typename Archive>
void serialize(Archive& archive, PatternWord& word) {
  auto& [text, capital] = word;
  archive(text, capital);
}
template <typename Archive>
void serialize(Archive& archive, Element& element) {
  auto& [words, reference, name, glued, column] = element;
  archive(name);
}
template <typename Archive>
void put_by(Archive& archive, Element& element) {
  auto& [words, reference, name, glued, column] = element;
  archive(words, reference, glued, column);
}
// Whole patterns, and those of which the elements are known by name.
template <typename Archive>
void put_by(Archive& archive, Sequence& sequence) {
  for (Element& element : sequence) put_by(archive, element);
}
template <typename Archive>
void put_by_whole(Archive& archive, Sequence& sequence) {
  archive(sequence);
  put_by(archive, sequence);
}
template <typename Archive>
void put_by_whole(Archive& archive, std::vector<Sequence>& sequences) {
  archive(sequences);
  for (Sequence& sequence : sequences) put_by(archive, sequence);
}
template <typename Archive>
void serialize(Archive& archive, Atom& atom) {
  auto& [kind, number, unit, sign] = atom;
  archive(kind, number, unit, sign);
}
template <typename Archive>
void serialize(Archive& archive, WordEntry& entry) {
  auto& [words, value] = entry;
  archive(value);
}
template <typename Archive>
void serialize(Archive& archive, ClassReference& mention) {
  auto& [reference, place, in_guard] = mention;
  archive(reference, place, in_guard);
}
template <typename Archive>
void serialize(Archive& archive, WordClass& one) {
  auto& [name, place, entries, numeric, least_digits, most_digits, least, most, layer, gazetteer, rows,
         common] = one;
  archive(name, place, entries, numeric, least_digits, most_digits, least, most, layer, gazetteer, rows,
          common);
}
template <typename Archive>
void serialize(Archive& archive, Term& term) {
  auto& [kind, capture, literal, op, arguments] = term;
  archive(kind, capture, literal, op, arguments);
}
template <typename Archive>
void serialize(Archive& archive, Term::Argument& argument) {
  auto& [role, term] = argument;
  archive(role, term);
}
template <typename Archive>
void serialize(Archive& archive, Guard& guard) {
  auto& [where, wanted, sequences, tag, within, place] = guard;
  archive(where, wanted, tag, within, place);
}
template <typename Archive>
void serialize(Archive& archive, Example& example) {
  auto& [text, spans, expects, article, style, place] = example;
  archive(text, spans, expects, article, style, place);
}
template <typename Archive>
void serialize(Archive& archive, Rule& rule) {
  auto& [name, place, where, gives, sequences, means, whole, nothing, apart, type, mod, quant, freq, note,
         style, link, guards, mentions, examples, never, layer] = rule;
  archive(name, place, where, gives, sequences, means, whole, nothing, apart, type, mod, quant, freq, note,
          style, link, guards, layer);
}
template <typename Archive>
void put_by(Archive& archive, Rule& rule) {
  archive(rule.mentions, rule.examples, rule.never);
  for (Sequence& sequence : rule.sequences) put_by(archive, sequence);
  for (Guard& guard : rule.guards) put_by_whole(archive, guard.sequences);
}
template <typename Archive>
void serialize(Archive& archive, Span& span) {
  auto& [begin, end] = span;
  archive(begin, end);
}
template <typename Archive>
void serialize(Archive& archive, AttachExample& example) {
  auto& [text, time, target, place] = example;
  archive(text, time, target, place);
}
template <typename Archive>
void serialize(Archive& archive, AttachRule& rule) {
  auto& [name, place, left, prefix, right, left_needs, right_needs, to, as, prior, note, examples, never,
         layer] = rule;
  archive(name, place, left, prefix, right, left_needs, right_needs, to, as, prior, note, examples, never,
          layer);
}
template <typename Archive>
void serialize(Archive& archive, RuleBook::Owner& owner) {
  auto& [place, layer] = owner;
  archive(place, layer);
}
template <typename Archive>
void serialize(Archive& archive, RuleBook& book) {
  auto& [language, classes, rules, tables, attach, words, owners] = book;
  archive(language, classes, rules, tables, attach, words);
}
template <typename Archive>
void put_by(Archive& archive, RuleBook& book) {
  for (Rule& rule : book.rules) put_by(archive, rule);
  for (WordClass& one : book.classes) {
    for (WordEntry& entry : one.entries) put_by_whole(archive, entry.words);
  }
  archive(book.owners);
}

template <typename Archive>
void serialize(Archive& archive, Grammar::Edge& edge) {
  auto& [symbol, glued, target] = edge;
  archive(symbol, glued, target);
}
template <typename Archive>
void serialize(Archive& archive, Grammar::PartEdge& edge) {
  auto& [group, glued, target] = edge;
  archive(group, glued, target);
}
template <typename Archive>
void serialize(Archive& archive, Grammar::Accept& accept) {
  auto& [rule, what, word_class] = accept;
  archive(rule, what, word_class);
}
template <typename Archive>
void serialize(Archive& archive, Grammar::NumberKind& kind) {
  auto& [from, number] = kind;
  archive(from, number);
}
template <typename Archive>
void serialize(Archive& archive, Grammar::WordValue& value) {
  auto& [symbol, capital, atom] = value;
  archive(symbol, capital, atom);
}
template <typename Archive>
void serialize(Archive& archive, Grammar::GuardPath& path) {
  auto& [steps] = path;
  archive(steps);
}
template <typename Archive>
void serialize(Archive& archive, Grammar::GuardPaths& guard) {
  auto& [paths, nearest] = guard;
  archive(paths, nearest);
}

struct GrammarFile {  // sees what a grammar keeps to itself
  static std::unique_ptr<Grammar> blank(const RuleBook& book) {
    return std::unique_ptr<Grammar>(new Grammar(book));
  }
  static void finish(Grammar& grammar) { grammar.find_first_symbols(); }
  template <typename Archive>
  static void all(Archive& archive, Grammar& g) {
    archive(g.edges_, g.parts_, g.accepts_, g.vocabulary_, g.kinds_, g.vocable_kinds_, g.number_kinds_,
            g.values_, g.first_edges_, g.first_parts_, g.rule_groups_, g.guards_, g.scanner_);
  }
};

namespace {

// Counted up with every change of what a book or a grammar keeps, or of what it means.
constexpr std::string_view kMagic = "annals prepared pages 5\n";

struct Head {
  std::uint64_t pages = 0, pages_hash = 0;
  std::uint64_t size = 0, hash = 0;                // of what follows
  std::uint64_t put_by_size = 0, put_by_hash = 0;  // of what follows that
};

// FNV-1a, eight bytes at a time, in four lanes that need not wait for each other.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash = fnv_basis) {
  constexpr std::size_t kLanes = 4, kBlock = 8 * kLanes;
  std::array<std::uint64_t, kLanes> lanes{hash, hash + 1, hash + 2, hash + 3}, words{};
  const auto add = [&] {
    for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = fnv_add(lanes[i], words[i] ^ words[i] >> 32);
  };
  std::size_t at = 0;
  for (; at + kBlock <= text.size(); at += kBlock) {
    std::memcpy(words.data(), text.data() + at, kBlock);
    add();
  }
  words = {};
  std::memcpy(words.data(), text.data() + at, text.size() - at);
  add();
  hash = text.size();
  for (const std::uint64_t lane : lanes) hash = fnv_add(hash, lane ^ lane >> 32);
  return hash;
}

std::uint64_t hash_of(std::span<const PageText> pages) {
  std::uint64_t hash = hash_of(kMagic);
  for (const PageText& page : pages) {
    hash = hash_of(page.text, hash_of(page.name, hash)) ^ static_cast<std::uint64_t>(page.layer);
  }
  return hash;
}

}  // namespace

void write_prepared(const std::filesystem::path& path, std::span<const PageText> pages, RuleBook& book,
                    Grammar& grammar) {
  std::ostringstream out, rest;
  cereal::BinaryOutputArchive archive(out), put_by_archive(rest);
  archive(book);
  GrammarFile::all(archive, grammar);
  put_by(put_by_archive, book);
  const std::string bytes = std::move(out).str(), others = std::move(rest).str();
  const Head head{pages.size(), hash_of(pages), bytes.size(), hash_of(bytes), others.size(), hash_of(others)};
  std::ofstream file(path, std::ios::binary);
  file << kMagic;
  file.write(reinterpret_cast<const char*>(&head), sizeof head);
  file << bytes << others;
  if (!file.flush()) throw std::runtime_error(fmt::format("cannot write {}", path.string()));
}

std::optional<Prepared> read_prepared(const std::filesystem::path& path, std::span<const PageText> pages,
                                      bool patterns) {
  std::error_code error;
  if (const auto size = std::filesystem::file_size(path, error); error || size == 0) return {};
  const MappedFile file(path);
  const std::string_view bytes = file.bytes();
  Head head;
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + sizeof head) return {};
  std::memcpy(&head, bytes.data() + kMagic.size(), sizeof head);
  const std::string_view rest = bytes.substr(kMagic.size() + sizeof head);
  if (head.pages > pages.size() || hash_of(pages.first(head.pages)) != head.pages_hash) return {};
  if (rest.size() != head.size + head.put_by_size) return {};
  const std::string_view all = rest.substr(0, head.size), others = rest.substr(head.size);
  patterns |= head.pages < pages.size();
  if (hash_of(all) != head.hash || (patterns && hash_of(others) != head.put_by_hash)) return {};
  MemoryArchive archive(all);
  std::optional<Prepared> out(std::in_place);
  out->pages = head.pages;
  out->book = std::make_unique<RuleBook>();
  archive(*out->book);
  out->grammar = GrammarFile::blank(*out->book);
  GrammarFile::all(archive, *out->grammar);
  GrammarFile::finish(*out->grammar);
  if (MemoryArchive more(others); patterns) put_by(more, *out->book);
  return out;
}

}  // namespace annals
