#include "text/lexicon.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <stdexcept>

#include "text/lexicon_file.h"
#include "text/mapped_file.h"

namespace annals {
namespace {

using lexicon_file::Ending;
using lexicon_file::Header;
using lexicon_file::Slot;
using lexicon_file::Use;

constexpr std::array<std::string_view, 46> topic_names = {"adj.all",
                                                          "adj.pert",
                                                          "adv.all",
                                                          "noun.Tops",
                                                          "noun.act",
                                                          "noun.animal",
                                                          "noun.artifact",
                                                          "noun.attribute",
                                                          "noun.body",
                                                          "noun.cognition",
                                                          "noun.communication",
                                                          "noun.event",
                                                          "noun.feeling",
                                                          "noun.food",
                                                          "noun.group",
                                                          "noun.location",
                                                          "noun.motive",
                                                          "noun.object",
                                                          "noun.person",
                                                          "noun.phenomenon",
                                                          "noun.plant",
                                                          "noun.possession",
                                                          "noun.process",
                                                          "noun.quantity",
                                                          "noun.relation",
                                                          "noun.shape",
                                                          "noun.state",
                                                          "noun.substance",
                                                          "noun.time",
                                                          "verb.body",
                                                          "verb.change",
                                                          "verb.cognition",
                                                          "verb.communication",
                                                          "verb.competition",
                                                          "verb.consumption",
                                                          "verb.contact",
                                                          "verb.creation",
                                                          "verb.emotion",
                                                          "verb.motion",
                                                          "verb.perception",
                                                          "verb.possession",
                                                          "verb.social",
                                                          "verb.stative",
                                                          "verb.weather",
                                                          "adj.ppl",
                                                          "none"};

// The form as the file's endings are written: ASCII lower case, the plain apostrophe.
std::string folded(std::string_view form) {
  std::string s;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form.substr(i, 3) == "\xE2\x80\x99") {
      s += '\'', i += 2;
    } else {
      s += static_cast<char>(form[i] >= 'A' && form[i] <= 'Z' ? form[i] | 0x20 : form[i]);
    }
  }
  return s;
}

// The ending rules a tag asks for; `tags` where the form is its own lemma.
Use use_of(Tag tag) {
  switch (tag) {
    case Tag::NNS:
    case Tag::NNPS: return Use::noun;
    case Tag::VBZ: return Use::verb_s;
    case Tag::VBD:
    case Tag::VBN: return Use::verb_ed;
    case Tag::VBG: return Use::verb_ing;
    case Tag::JJR:
    case Tag::JJS:
    case Tag::RBR:
    case Tag::RBS: return Use::adjective;
    default: return Use::tags;
  }
}

const Recipe& recipe_of(const Entry& e, Tag tag) {
  if (is_verb(tag) || tag == Tag::MD) return e.verb_lemma;
  if (is_noun(tag)) return e.noun_lemma;
  return e.adjective_lemma;
}

}  // namespace

std::string_view to_string(Topic topic) { return topic_names[static_cast<std::size_t>(topic)]; }

// The parts of the mapped file, in their order there.
struct Lexicon::Image {
  explicit Image(const std::filesystem::path& path);
  std::string_view string(std::uint32_t n) const {
    return {characters + offsets[n], offsets[n + 1] - offsets[n]};
  }
  // The longest rule of that use whose ending the form has, leaving a stem; null where none.
  const Ending* ending_of(std::string_view form, Use use) const;

  MappedFile file;
  const Header* header = nullptr;
  const Slot* slots = nullptr;
  const Entry* entries = nullptr;
  const std::uint32_t* offsets = nullptr;
  const char* characters = nullptr;
  const Ending* endings = nullptr;
};

Lexicon::Image::Image(const std::filesystem::path& path) : file(path) {
  const auto bytes = file.bytes();
  header = reinterpret_cast<const Header*>(bytes.data());
  if (bytes.size() < sizeof(Header) || std::memcmp(header->magic, lexicon_file::magic, 8) != 0 ||
      header->version != lexicon_file::version)
    throw std::runtime_error(path.string() + " is no lexicon of this version; build it again");
  slots = reinterpret_cast<const Slot*>(header + 1);
  entries = reinterpret_cast<const Entry*>(slots + (std::size_t{1} << header->slot_bits));
  offsets = reinterpret_cast<const std::uint32_t*>(entries + header->entries);
  characters = reinterpret_cast<const char*>(offsets + header->strings);
  endings = reinterpret_cast<const Ending*>(characters + header->string_bytes);
  if (reinterpret_cast<const char*>(endings + header->endings) != bytes.data() + bytes.size())
    throw std::runtime_error(path.string() + " is cut short; build it again");
}

const Ending* Lexicon::Image::ending_of(std::string_view form, Use use) const {
  for (const Ending* e = endings; e != endings + header->endings; ++e) {
    const auto end = string(e->ending);
    if (e->use == use && form.size() >= end.size() + (end.empty() ? 0 : 2) && form.ends_with(end)) return e;
  }
  return nullptr;
}

Lexicon::Lexicon(const std::filesystem::path& file) : image_(std::make_unique<Image>(file)) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

const Entry& Lexicon::find(std::string_view form) const { return find_key(word_key(form)); }

const Entry& Lexicon::find_key(std::uint64_t key) const {
  const std::size_t mask = (std::size_t{1} << image_->header->slot_bits) - 1;
  const auto check = static_cast<std::uint32_t>(key >> 32);
  for (std::size_t slot = key & mask;; slot = (slot + 1) & mask) {
    const Slot& s = image_->slots[slot];
    if (s.check == check || s.entry == 0) return image_->entries[s.entry];
  }
}

const Entry& Lexicon::guess(std::string_view form) const {
  const Ending* e =
      image_->ending_of(folded(form.substr(form.size() > 16 ? form.size() - 16 : 0)), Use::tags);
  return image_->entries[e ? e->entry : 0];
}

std::string Lexicon::lemma(std::string_view form, Tag tag) const {
  const auto lower = folded(form);
  if (tag == Tag::POS || is_mark(tag)) return lower;
  const Use use = use_of(tag);
  const Entry& entry = find(lower);
  const Recipe& recipe = recipe_of(entry, tag);
  // "found" is its own lemma as VB, "find" as VBD; the closed words ("is", "n't") have theirs under any tag.
  const bool closed = entry.noun_lemma == entry.verb_lemma && entry.verb_lemma == entry.adjective_lemma;
  if (recipe != Recipe{} && (use != Use::tags || closed || tag == Tag::MD)) {
    const std::string_view stem(lower.data(), lower.size() - recipe.cut);
    return std::string(stem) + std::string(image_->string(recipe.add));
  }
  if (tag == Tag::NNP) return std::string(form);
  if (use == Use::tags || entry.tags.has(tag)) return lower;
  const std::string base = tag == Tag::NNPS ? std::string(form) : lower;
  const Ending* e = image_->ending_of(base, use);
  if (!e) return base;
  return base.substr(0, base.size() - image_->string(e->ending).size()) +
         std::string(image_->string(e->replacement));
}

}  // namespace annals
