// The part-of-speech tags of the Penn treebank, as the English Web Treebank writes them.
//
//   She/PRP did/VBD n't/RB see/VB the/DT 2015/CD election/NN ./.
//
// EWT adds HYPH (hyphen inside a word), NFP (ornament: ***, :-)), ADD (address: URL, e-mail), GW ("goes with"
// the next token), AFX (prefix standing alone).
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annals {

enum class Tag : std::uint8_t {
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNS,
  NNP,
  NNPS,
  PDT,
  POS,
  PRP,
  PRPS,  // PRP$
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,  // WP$
  WRB,
  Stop,          // . ! ?
  Comma,         // ,
  Colon,         // : ; - ...
  OpenQuote,     // ``
  CloseQuote,    // ''
  OpenBracket,   // -LRB-
  CloseBracket,  // -RRB-
  Currency,      // $
  HYPH,
  NFP,
  ADD,
  GW,
  AFX,
  XX,
};
inline constexpr std::size_t tag_count = 50;

std::string_view to_string(Tag tag);                 // "PRP$", "-LRB-"
std::optional<Tag> tag_from(std::string_view name);  // the inverse

constexpr bool is_verb(Tag t) { return t >= Tag::VB && t <= Tag::VBZ; }  // VB*, not the modals
constexpr bool is_finite(Tag t) {                                        // carries a tense of its own
  return t == Tag::VBD || t == Tag::VBP || t == Tag::VBZ || t == Tag::MD;
}
constexpr bool is_noun(Tag t) { return t >= Tag::NN && t <= Tag::NNPS; }  // common and proper
constexpr bool is_name(Tag t) { return t == Tag::NNP || t == Tag::NNPS; }
constexpr bool is_adjective(Tag t) { return t >= Tag::JJ && t <= Tag::JJS; }
constexpr bool is_adverb(Tag t) { return t >= Tag::RB && t <= Tag::RBS; }
constexpr bool is_mark(Tag t) { return t >= Tag::Stop && t <= Tag::CloseBracket; }  // punctuation proper

// A set of tags, such as those a word may bear.
class TagSet {
 public:
  constexpr TagSet() = default;
  constexpr explicit TagSet(std::uint64_t bits) : bits_(bits) {}
  constexpr bool has(Tag t) const { return bits_ >> static_cast<unsigned>(t) & 1; }
  constexpr void add(Tag t) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(t); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint64_t bits() const { return bits_; }
  bool operator==(const TagSet&) const = default;

 private:
  std::uint64_t bits_ = 0;
};

}  // namespace annals
