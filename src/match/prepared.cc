#include "match/prepared.h"

#include <fmt/format.h>

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
  void take(void* to, std::size_t size) {
    if (size > rest_.size()) throw std::runtime_error("prepared pages are cut short");
    std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }

 private:
  std::string_view rest_;
};

template <typename Number,
          cereal::traits::EnableIf<std::is_arithmetic<Number>::value> = cereal::traits::sfinae>
void load(MemoryArchive& archive, Number& number) {
  archive.take(&number, sizeof number);
}
template <typename Bytes>
void load(MemoryArchive& archive, cereal::BinaryData<Bytes>& bytes) {
  archive.take(bytes.data, static_cast<std::size_t>(bytes.size));
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
// member, so that one that is added to a struct and forgotten here does not compile.
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
  archive(words, reference, name, glued, column);
}
template <typename Archive>
void serialize(Archive& archive, Atom& atom) {
  auto& [kind, number, unit, sign] = atom;
  archive(kind, number, unit, sign);
}
template <typename Archive>
void serialize(Archive& archive, WordEntry& entry) {
  auto& [words, value] = entry;
  archive(words, value);
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
  archive(where, wanted, sequences, tag, within, place);
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
          style, link, guards, mentions, examples, never, layer);
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
  archive(language, classes, rules, tables, attach, words, owners);
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
constexpr std::string_view kMagic = "annals prepared pages 4\n";

struct Head {
  std::uint64_t pages = 0, pages_hash = 0;
  std::uint64_t size = 0, hash = 0;  // of what follows
};

// FNV-1a, eight bytes at a time.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash = fnv_basis) {
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, std::min<std::size_t>(8, text.size() - at));
    hash = fnv_add(hash, word);
    hash ^= hash >> 32;
  }
  return hash ^ text.size();
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
  std::ostringstream out;
  cereal::BinaryOutputArchive archive(out);
  archive(book);
  GrammarFile::all(archive, grammar);
  const std::string bytes = std::move(out).str();
  const Head head{pages.size(), hash_of(pages), bytes.size(), hash_of(bytes)};
  std::ofstream file(path, std::ios::binary);
  file << kMagic;
  file.write(reinterpret_cast<const char*>(&head), sizeof head);
  file << bytes;
  if (!file.flush()) throw std::runtime_error(fmt::format("cannot write {}", path.string()));
}

std::optional<Prepared> read_prepared(const std::filesystem::path& path, std::span<const PageText> pages) {
  std::error_code error;
  if (const auto size = std::filesystem::file_size(path, error); error || size == 0) return {};
  const MappedFile file(path);
  const std::string_view bytes = file.bytes();
  Head head;
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + sizeof head) return {};
  std::memcpy(&head, bytes.data() + kMagic.size(), sizeof head);
  const std::string_view rest = bytes.substr(kMagic.size() + sizeof head);
  if (head.pages > pages.size() || hash_of(pages.first(head.pages)) != head.pages_hash) return {};
  if (rest.size() != head.size || hash_of(rest) != head.hash) return {};
  MemoryArchive archive(rest);
  std::optional<Prepared> out(std::in_place);
  out->pages = head.pages;
  out->book = std::make_unique<RuleBook>();
  archive(*out->book);
  out->grammar = GrammarFile::blank(*out->book);
  GrammarFile::all(archive, *out->grammar);
  GrammarFile::finish(*out->grammar);
  return out;
}

}  // namespace annals
