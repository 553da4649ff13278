#include "text/word.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "text/ascii.h"
#include "text/byte_mask.h"
#include "text/key.h"

namespace annals {
namespace {

enum Kind : std::uint8_t { blank, letter, digit, sign };

// By first byte. Bytes from 0x80 on are letters here;
// signs and blanks among them are told apart by `kind_at`.
constexpr std::array<Kind, 256> kinds = [] {
  std::array<Kind, 256> k{};
  for (int c = 0; c < 256; ++c) {
    k[c] = c <= ' ' || c == 0x7F ? blank : sign;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80) k[c] = letter;
    if (c >= '0' && c <= '9') k[c] = digit;
  }
  return k;
}();

// What ends a word of letters whatever comes next: no stop, hyphen or apostrophe, and no sign of an address.
constexpr std::array<bool, 256> ends_letters = [] {
  std::array<bool, 256> ends{};
  for (const char c : {' ', '\n', '\t', ',', ';', '!', '?', '(', ')', '[', ']', '"'})
    ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

// Bytes of a word; what is longer is cut, so that every look back is bounded.
constexpr std::size_t longest = 256;

std::size_t character_length(char first) {
  const auto c = static_cast<unsigned char>(first);
  return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

// By the first bytes of a character. General punctuation is E2 80 80 to E2 81 AF (its blanks E2 80 80 to 8B,
// A8, A9, AF); « » ¡ £ § ° and the like C2 A0 to C2 BF.
Kind kind_of(std::string_view s) {
  const auto byte = [&](std::size_t n) { return n < s.size() ? static_cast<unsigned char>(s[n]) : 0U; };
  const auto c = byte(0), d = byte(1), e = byte(2);
  if (c < 0x80) return kinds[c];
  if (c == 0xC2) return d == 0xA0 || d < 0x9F ? blank : sign;
  if (c == 0xE2 && d == 0x80) return e <= 0x8B || e == 0xA8 || e == 0xA9 || e == 0xAF ? blank : sign;
  if (c == 0xE2) return d > 0x80 && d <= 0xAF ? sign : letter;  // arrows, currency, mathematics, ornaments
  if (c == 0xE3 && d == 0x80) return e == 0x80 ? blank : sign;
  if (c == 0xEF && d == 0xBB && e == 0xBF) return blank;  // a BOM amid the text
  return letter;
}

Word known_word(std::string_view text, Span span, Shape shape, std::uint64_t key, const Lexicon& lexicon) {
  const auto form = text_of(span, text);
  Word w;
  w.span = span;
  w.shape = shape;
  w.key = key;
  w.entry = &lexicon.find_key(key);
  if (shape == Shape::lower && w.entry->tags.empty() && !w.entry->has(Mark::fused))
    w.entry = &lexicon.guess(form);
  return w;
}

// The cursor over one stretch of text; every method looks only inside it.
class Splitter {
 public:
  Splitter(std::string_view text, Span range, const Lexicon& lexicon, std::vector<Word>& words)
      : text_(text),
        end_(range.end),
        at_(range.begin),
        has_at_(text_of(range, text).find('@') != std::string_view::npos),
        lexicon_(lexicon),
        words_(words) {}
  void run();

 private:
  char peek(std::size_t i) const { return i < end_ ? text_[i] : '\0'; }
  bool starts(std::size_t i, std::string_view s) const {
    return i + s.size() <= end_ && text_.substr(i, s.size()) == s;
  }
  Kind kind_at(std::size_t i) const { return kind_of(text_.substr(i, std::min<std::size_t>(3, end_ - i))); }
  bool word_at(std::size_t i) const {
    const Kind k = i < end_ ? kind_at(i) : blank;
    return k == letter || k == digit;
  }
  std::size_t apostrophe(std::size_t i) const {  // its length in bytes, 0 where there is none
    return peek(i) == '\'' ? 1 : starts(i, "\xE2\x80\x99") ? 3 : 0;
  }
  void mark();
  bool letters();
  void word();
  std::size_t address_end() const;
  std::size_t word_end(std::size_t begin) const;
  std::size_t joint(std::size_t begin, std::size_t i) const;
  bool hyphen_joins(std::size_t begin, std::size_t i) const;
  bool keeps_stop(std::size_t begin, std::size_t stop) const;
  void push_word(std::size_t begin, std::size_t end);
  void push_whole(std::size_t begin, std::size_t end, Shape shape, std::uint64_t key);
  void push_number(std::size_t begin, std::size_t end);
  void push(std::size_t begin, std::size_t end, Shape shape) {
    push(begin, end, shape, word_key(text_.substr(begin, end - begin)));
  }
  Word& push(std::size_t begin, std::size_t end, Shape shape, std::uint64_t key);

  std::string_view text_;
  std::size_t end_, at_;
  bool has_at_;  // an e-mail address may be near
  const Lexicon& lexicon_;
  std::vector<Word>& words_;
};

void Splitter::run() {
  while (at_ < end_) {
    if (text_[at_] == ' ') {
      ++at_;
      continue;
    }
    if (letters()) continue;
    const Kind kind = kind_at(at_);
    if (kind == blank) {
      at_ += character_length(text_[at_]);
    } else if (kind == sign && !(apostrophe(at_) && is_digit(peek(at_ + apostrophe(at_))))) {
      mark();
    } else {
      word();
    }
  }
}

Word& Splitter::push(std::size_t begin, std::size_t end, Shape shape, std::uint64_t key) {
  const bool glued = !words_.empty() && words_.back().span.end == begin;
  Word& w = words_.emplace_back(known_word(text_, {begin, end}, shape, key, lexicon_));
  w.glued = glued;
  return w;
}

// A sign alone, or a run of the same one: "...", "--", "***"; "?!" and "''" stay together.
void Splitter::mark() {
  const std::size_t begin = at_, length = character_length(text_[at_]);
  const std::string_view first = text_.substr(begin, std::min(length, end_ - begin));
  const auto c = first[0];
  at_ += first.size();
  if (c == '!' || c == '?') {
    while (peek(at_) == '!' || peek(at_) == '?') ++at_;
  } else if (c == '\'' || c == '`') {
    if (peek(at_) == c) ++at_;
  } else if (c != '(' && c != ')' && c != '[' && c != ']' && c != '"' && c != '$' && c != '%' && c != ',' &&
             c != ';') {
    while (starts(at_, first)) at_ += first.size();
  }
  push(begin, at_, Shape::mark);
}

// A URL or e-mail address beginning here: its end, or 0. Closing punctuation stays outside.
std::size_t Splitter::address_end() const {
  std::size_t i = at_;
  bool at = false;
  const bool url = starts(at_, "http://") || starts(at_, "https://") || starts(at_, "www.");
  for (; i < end_ && !(text_[i] >= 0 && text_[i] <= ' ') && text_[i] != '<' && text_[i] != '>' &&
         text_[i] != '"';
       ++i) {
    if (text_[i] == '@') at = i > at_;
    if (!url && !at && i - at_ > 64) return 0;  // no local part is longer, and the scan must stay linear
    if (!url && !at && !is_letter(text_[i]) && !is_digit(text_[i]) && text_[i] != '.' && text_[i] != '_' &&
        text_[i] != '-' && text_[i] != '+')
      return 0;
  }
  if (!url && !at) return 0;
  while (i > at_ && (kinds[static_cast<unsigned char>(text_[i - 1])] == sign && text_[i - 1] != '/')) --i;
  return i;
}

// Digits on both sides: 3.5, 1,000, 5:00, 11/28/2000. Letters: U.S, AT&T, O'Brien.
// Returns the bytes of a sign at `i` that joins, 0 where the word ends.
std::size_t Splitter::joint(std::size_t begin, std::size_t i) const {
  const char c = text_[i];
  if (const std::size_t a = apostrophe(i)) return word_at(i + a) ? a : 0;
  if (!word_at(i + 1)) return c == '_' || (c == '.' && keeps_stop(begin, i)) ? 1 : 0;
  switch (c) {
    case '.':
    case '_': return 1;
    case ',':
    case ':':
    case '/': return is_digit(text_[i - 1]) && is_digit(peek(i + 1)) ? 1 : 0;
    case '&': return is_upper(text_[i - 1]) && is_upper(peek(i + 1)) ? 1 : 0;
    case '-': return hyphen_joins(begin, i) ? 1 : 0;
    default: return 0;
  }
}

// 2024-03-13 and 555-0123-44 stay whole, 1914-1918 does not; co-founder does, well-known does not.
bool Splitter::hyphen_joins(std::size_t begin, std::size_t i) const {
  if (is_digit(text_[i - 1]) && is_digit(peek(i + 1))) {
    int hyphens = 0;
    for (std::size_t j = begin; j < i; ++j) hyphens += text_[j] == '-';
    std::size_t j = i + 1;
    for (; is_digit(peek(j)); ++j) {
    }
    return hyphens > 0 || (peek(j) == '-' && is_digit(peek(j + 1)));
  }
  if (!is_letter(text_[i - 1]) || i - begin > 6) return false;
  return lexicon_.find(text_.substr(begin, i - begin)).has(Mark::prefix);
}

// The stop of "Mr.", "J.", "U.S.", "p.m." is part of the word; at the sentence's end only where the word has
// stops inside or is a known abbreviation.
bool Splitter::keeps_stop(std::size_t begin, std::size_t stop) const {
  if (peek(stop + 1) == '.') return false;
  const auto form = text_.substr(begin, stop - begin);
  if (form.find('.') != std::string_view::npos && is_letter(form[0])) {
    bool letters = true;  // U.S, p.m, but not example.com
    for (std::size_t i = 0; i < form.size(); i += 2)
      letters = letters && is_letter(form[i]) && (i + 1 == form.size() || form[i + 1] == '.');
    if (letters) return true;
  }
  const bool last = stop + 1 >= end_;
  if (form.size() == 1 && is_upper(form[0])) return !last;
  const Entry& e = lexicon_.find(form);
  if (e.has(Mark::abbreviation)) return !last || is_upper(form[0]) || !e.known();
  if (last) return false;
  if (e.has(Mark::title) || e.has(Mark::month)) return is_upper(form[0]);
  if (!e.has(Mark::before_number)) return false;
  std::size_t next = stop + 1;
  while (peek(next) == ' ') ++next;
  return is_digit(peek(next));
}

std::size_t Splitter::word_end(std::size_t begin) const {
  std::size_t i = begin + apostrophe(begin);
  while (i < end_ && i - begin < longest) {
    const auto c = static_cast<unsigned char>(text_[i]);
    if (c < 0x80 && (kinds[c] == letter || kinds[c] == digit)) {
      ++i;
    } else if (c >= 0x80 && kind_at(i) == letter) {
      i = std::min(end_, i + character_length(text_[i]));
    } else if (const std::size_t join = kinds[c] == blank ? 0 : joint(begin, i)) {
      i += join;
      if (join == 1 && text_[i - 1] == '.' && !word_at(i)) break;
    } else {
      break;
    }
  }
  return i;
}

Shape shape_of(std::string_view form) {
  int upper = 0, lower = 0, digits = 0, others = 0;
  for (const char c : form) {
    upper += is_upper(c), digits += is_digit(c), lower += is_lower(c) || c < 0;
    others += c == '.' || c == ',' || c == ':' || c == '/' || c == '-';
  }
  if (digits > 0 && upper + lower == 0) return Shape::number;
  if (digits > 0) {
    const auto tail = form.substr(form.size() < 2 ? 0 : form.size() - 2);
    const bool ordinal = digits + 2 == static_cast<int>(form.size()) &&
                         (tail == "st" || tail == "nd" || tail == "rd" || tail == "th");
    return ordinal ? Shape::ordinal : Shape::digits_mixed;
  }
  if (upper == 0) return lower > 0 ? Shape::lower : Shape::other;
  if (lower == 0) return Shape::upper;
  return upper == 1 && is_upper(form[0]) ? Shape::capital : Shape::mixed;
}

// A number with a unit written to it: 5pm, 3.5bn.
void Splitter::push_number(std::size_t begin, std::size_t end) {
  std::size_t unit = end;
  while (unit > begin && (is_letter(text_[unit - 1]) || (unit == end && text_[unit - 1] == '.') ||
                          (text_[unit - 1] == '.' && is_letter(text_[unit]))))
    --unit;
  auto form = text_.substr(unit, end - unit);
  if (form.ends_with('.')) form.remove_suffix(1);
  if (unit > begin && !form.empty() && lexicon_.find(form).has(Mark::unit)) {
    push(begin, unit, shape_of(text_.substr(begin, unit - begin)));
    push(unit, end, shape_of(form));
  } else {
    push(begin, end, shape_of(text_.substr(begin, end - begin)));
  }
}

// Splits clitics (did|n't, king|'s) and fused forms (can|not) off.
void Splitter::push_word(std::size_t begin, std::size_t end) {
  const auto form = text_.substr(begin, end - begin);
  std::size_t mark = form.rfind('\''), cut = 0;
  if (mark == std::string_view::npos && static_cast<unsigned char>(form.back()) < 0x80)
    mark = form.rfind("\xE2\x80\x99");
  if (mark != std::string_view::npos && mark > 0 && form.size() - mark <= 6) {
    if (lexicon_.find(form.substr(mark)).has(Mark::clitic)) {
      cut = mark;
    } else if (mark > 1 && lexicon_.find(form.substr(mark - 1)).has(Mark::clitic)) {
      cut = mark - 1;
    }
  }
  if (cut > 0) {
    push(begin, begin + cut, shape_of(form.substr(0, cut)));
    push(begin + cut, end, Shape::lower);
    return;
  }
  push_whole(begin, end, shape_of(form), word_key(form));
}

// A form without a sign in it; of a fused one (cannot, gonna) its two parts.
void Splitter::push_whole(std::size_t begin, std::size_t end, Shape shape, std::uint64_t key) {
  const Word& w = push(begin, end, shape, key);
  if (!w.entry->has(Mark::fused)) return;
  const std::size_t split = begin + w.entry->split;
  words_.pop_back();
  push(begin, split, shape_of(text_.substr(begin, split - begin)));
  push(split, end, Shape::lower);
}

// Nine words of ten: at most fifteen ASCII letters and then what ends them. They are counted at once, and
// nothing need be asked of their signs.
bool Splitter::letters() {
  if (end_ - at_ < 16) return false;
  const char* const form = text_.data() + at_;
  const auto length = static_cast<unsigned>(std::countr_one(letters_of_16(form)));
  if (length == 0 || length == 16 || !ends_letters[static_cast<unsigned char>(form[length])]) return false;
  const std::uint32_t all = (1U << length) - 1, upper = capitals_of_16(form) & all;
  const Shape shape = upper == 0     ? Shape::lower
                      : upper == all ? Shape::upper
                      : upper == 1   ? Shape::capital
                                     : Shape::mixed;
  at_ += length;
  push_whole(at_ - length, at_, shape, letters_key({form, length}));
  return true;
}

void Splitter::word() {
  const std::size_t begin = at_;
  const char next = text_[begin];
  if (next == 'h' || next == 'w' || next == 'm' || has_at_) {
    if (const std::size_t end = address_end()) {
      push(begin, at_ = end, Shape::other);
      return;
    }
  }
  const std::size_t end = at_ = word_end(begin);
  if (is_digit(next) && !is_digit(text_[end - 1])) {
    push_number(begin, end);
  } else {
    push_word(begin, end);
  }
}

}  // namespace

void split_words(std::string_view text, Span range, const Lexicon& lexicon, std::vector<Word>& words) {
  words.clear();
  Splitter(text, range, lexicon, words).run();
}

Word word_at(std::string_view text, Span span, const Lexicon& lexicon) {
  const auto form = text_of(span, text);
  const bool address =
      form.starts_with("http") || form.starts_with("www.") || form.find('@', 1) != std::string_view::npos;
  bool word = false;
  for (std::size_t i = 0; i < form.size() && !word; i += character_length(form[i])) {
    const Kind kind = kind_of(form.substr(i, 3));
    word = kind == letter || kind == digit;
  }
  return known_word(text, span,
                    address ? Shape::other
                    : word  ? shape_of(form)
                            : Shape::mark,
                    word_key(form), lexicon);
}

std::string to_string(std::string_view text, const std::vector<Word>& words) {
  std::string s;
  for (const auto& w : words) {
    if (!s.empty()) s += ' ';
    s += text_of(w.span, text);
    s += '/';
    s += to_string(w.tag);
  }
  return s;
}

}  // namespace annals
