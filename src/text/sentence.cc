#include "text/sentence.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace annals {
namespace {

// How far one sentence may reach, and how far sentence_around looks to either side.
constexpr std::size_t longest = 4096;

constexpr bool is_space(char c) { return is_blank(c) || c == '\f' || c == '\v'; }
constexpr bool is_high(char c) { return (c & 0x80) != 0; }

// The bytes at which something may end.
constexpr std::array<bool, 256> stops = [] {
  std::array<bool, 256> s{};
  for (const char c : {'.', '!', '?', '\n', '\xE2', '\xE3'}) s[static_cast<unsigned char>(c)] = true;
  return s;
}();

// Reads one stretch of text forwards, sentence by sentence. A decision looks at most `near` bytes around it.
class Reader {
 public:
  Reader(std::string_view text, Span range, const Lexicon& lexicon)
      : text_(text), begin_(range.begin), end_(range.end), at_(range.begin), lexicon_(lexicon) {}
  bool next(Span& sentence);

 private:
  static constexpr std::size_t near = 256;

  char peek(std::size_t i) const { return i < end_ ? text_[i] : '\0'; }
  bool starts(std::size_t i, std::string_view s) const {
    return i + s.size() <= end_ && text_.substr(i, s.size()) == s;
  }
  std::size_t blank(std::size_t i) const;  // bytes of the blank at i, 0 where there is none
  std::size_t skip_blanks(std::size_t i) const {
    while (const std::size_t n = i < end_ ? blank(i) : 0) i += n;
    return i;
  }
  std::size_t closer(std::size_t i) const;
  std::size_t opener(std::size_t i) const;
  std::size_t behind_closers(std::size_t i) const;
  bool ends_at_stop(std::size_t stop, std::size_t behind) const;
  bool stop_belongs(std::size_t stop, std::size_t next) const;
  std::string_view word_before(std::size_t stop) const;
  bool starter_at(std::size_t i) const;
  bool ends_at_line(std::size_t newline) const;
  bool item_at(std::size_t i) const;
  bool year_at(std::size_t i) const;
  bool label_at(std::size_t i) const;
  Span line_around(std::size_t newline) const;

  std::string_view text_;
  std::size_t begin_, end_, at_;
  std::size_t from_ = 0;  // where the sentence being read begins
  const Lexicon& lexicon_;
};

std::size_t Reader::blank(std::size_t i) const {
  if (is_space(text_[i])) return 1;
  return starts(i, "\xC2\xA0") ? 2 : starts(i, "\xE3\x80\x80") ? 3 : 0;
}

// ” ’ » and the like: bytes of the sign at i, 0 where it is none.
std::size_t Reader::closer(std::size_t i) const {
  const char c = peek(i);
  if (c == '"' || c == '\'' || c == ')' || c == ']') return 1;
  if (starts(i, "\xC2\xBB")) return 2;
  return starts(i, "\xE2\x80\x9D") || starts(i, "\xE2\x80\x99") ? 3 : 0;
}

std::size_t Reader::opener(std::size_t i) const {
  const char c = peek(i);
  if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '`' || c == '*' || c == '_') return 1;
  if (starts(i, "\xC2\xAB")) return 2;
  return starts(i, "\xE2\x80\x9C") || starts(i, "\xE2\x80\x98") ? 3 : 0;
}

// Behind further stops, closing quotes and brackets, and references: `."`, `!?)`, `.[12]`.
std::size_t Reader::behind_closers(std::size_t i) const {
  for (const std::size_t limit = std::min(end_, i + near); i < limit;) {
    if (const std::size_t n = closer(i)) {
      i += n;
    } else if (text_[i] == '.' || text_[i] == '!' || text_[i] == '?') {
      ++i;
    } else if (text_[i] == '[') {
      std::size_t j = i + 1;
      while (j < i + 12 && (is_digit(peek(j)) || is_lower(peek(j)) || peek(j) == ' ')) ++j;
      if (peek(j) != ']') break;
      i = j + 1;
    } else {
      break;
    }
  }
  return i;
}

// The word that ends at a stop, with the stops inside it: "p.m" of "p.m.", "Smith" of "(Smith.".
std::string_view Reader::word_before(std::size_t stop) const {
  std::size_t i = stop;
  const std::size_t limit = std::max(from_, stop > 24 ? stop - 24 : 0);
  while (i > limit && (is_letter(text_[i - 1]) || is_digit(text_[i - 1]) || is_high(text_[i - 1]) ||
                       (text_[i - 1] == '.' && i < stop)))
    --i;
  return text_.substr(i, stop - i);
}

bool Reader::starter_at(std::size_t i) const {
  std::size_t j = i;
  while (j < end_ && j < i + 16 && is_letter(text_[j])) ++j;
  const bool initial = j == i + 1 && peek(j) == '.';  // W. A. Wren
  return is_upper(peek(i)) && !initial && lexicon_.find(text_.substr(i, j - i)).has(Mark::starter);
}

// Whether the stop is part of its word, so that the sentence goes on; `next` is what follows the blanks.
bool Reader::stop_belongs(std::size_t stop, std::size_t next) const {
  const auto word = word_before(stop);
  if (word.empty()) return false;
  const bool number = std::all_of(word.begin(), word.end(), is_digit);
  if (number || (word.size() <= 4 && word.find_first_not_of("ivxIVX") == std::string_view::npos)) {
    const bool label = word.data() == text_.data() + from_ && word.size() <= 4;  // "1. Introduction"
    return label && next < end_ && text_.substr(stop, next - stop).find('\n') == std::string_view::npos;
  }
  const bool capital = is_upper(word[0]), starter = starter_at(next + opener(next));
  const Entry& e = lexicon_.find(word);
  if (word.size() == 1 && capital) return !starter;  // an initial
  if (e.has(Mark::title) && capital) return true;
  if (e.has(Mark::before_number) && is_digit(peek(next))) return true;
  if (e.has(Mark::month) && capital) return !starter;
  if (e.has(Mark::abbreviation) && (capital || !e.known() || word.find('.') != std::string_view::npos))
    return !starter;
  if (word.size() >= 3 && word[1] == '.' && word.size() % 2 == 1) {  // U.S, p.m, e.g
    for (std::size_t i = 0; i < word.size(); ++i)
      if (i % 2 == 0 ? !is_letter(word[i]) : word[i] != '.') return false;
    return !starter;
  }
  return false;
}

bool Reader::ends_at_stop(std::size_t stop, std::size_t behind) const {
  if (behind >= end_) return true;
  if (!blank(behind)) {  // "3.5", "example.com"; but "the end.The next"
    return text_[stop] == '.' && behind == stop + 1 && stop > from_ + 1 && is_lower(text_[stop - 1]) &&
           is_lower(text_[stop - 2]) && starter_at(behind);
  }
  std::size_t next = behind;
  for (const std::size_t limit = behind + near; next < std::min(end_, limit);) {
    const std::size_t n = blank(next);
    if (!n) break;
    next += n;
  }
  const char first = peek(next + opener(next));
  if (is_lower(first) || first == ',' || first == ';' || first == ':') return false;
  const bool stops_only = text_[stop] == '.' && peek(stop + 1) != '.';
  const bool bare = behind == stop + 1 || (behind == stop + 2 && text_[stop + 1] == ')');  // Ada (A. B.) Wren
  return !stops_only || !bare || !stop_belongs(stop, next);
}

// "- item", "* item", "• item", "3) item", "3. item", "# heading", "1846 – what happened".
bool Reader::item_at(std::size_t i) const {
  const char c = peek(i);
  if (c == '#') return true;
  if ((c == '-' || c == '*' || c == '+') && is_space(peek(i + 1))) return true;
  if (starts(i, "\xE2\x80\xA2") || starts(i, "\xE2\x80\x93 ") || starts(i, "\xE2\x80\x94 ")) return true;
  std::size_t j = i;
  while (j < i + 5 && is_digit(peek(j))) ++j;
  if (j == i) return false;
  if (j < i + 4 && (peek(j) == '.' || peek(j) == ')') && is_space(peek(j + 1))) return true;
  if (j != i + 4) return false;
  while (peek(j) == ' ') ++j;
  return peek(j) == ':' || peek(j) == '\t' || starts(j, "- ") || starts(j, "\xE2\x80\x93") ||
         starts(j, "\xE2\x80\x94");
}

// "1846 Moved to Karst".
bool Reader::year_at(std::size_t i) const {
  std::size_t j = i;
  while (j < i + 5 && is_digit(peek(j))) ++j;
  return j == i + 4 && peek(j) == ' ' && is_upper(peek(j + 1));
}

// "Born: 1846 in Karst".
bool Reader::label_at(std::size_t i) const {
  std::size_t j = i;
  while (j < i + 16 && is_letter(peek(j))) ++j;
  return is_upper(peek(i)) && j > i + 2 && peek(j) == ':' && is_space(peek(j + 1));
}

// A line end ends the sentence before a blank line, before and behind a list item's line, and behind a
// heading: a short line without a stop, before one that begins with a capital and shows, itself or the line
// behind it, that there was room for more where the short one stopped.
bool Reader::ends_at_line(std::size_t newline) const {
  std::size_t next = newline + 1;
  while (peek(next) == ' ' || peek(next) == '\t' || peek(next) == '\r') {
    if (++next - newline > near) return true;
  }
  if (next >= end_ || text_[next] == '\n') return true;
  if (item_at(next) || label_at(next) || (year_at(next) && year_at(from_))) return true;
  if (starts(next, "===") || starts(next, "---") || starts(next, "***")) return true;
  std::size_t last = newline;
  while (last > from_ && is_space(text_[last - 1])) --last;
  const char end = last > from_ ? text_[last - 1] : '\n';
  if (peek(from_) == '#' || end == '=') return true;
  if (end == ',' || end == ';' || end == '-' || end == '(') return false;
  const char first = peek(next + opener(next));
  if (!is_upper(first) && !is_digit(first)) return false;
  if (item_at(from_)) return true;
  std::size_t line = last;  // where the line that ends here begins
  while (line > from_ && text_[line - 1] != '\n' && last - line < 64) --line;
  if (last - line > 50 || line != from_) return false;  // only the first line of its paragraph
  for (int ahead = 0; ahead < 2; ++ahead) {  // a date may stand on a line of its own between the two
    std::size_t rest = next;
    while (rest < end_ && text_[rest] != '\n' && rest - next < 80) ++rest;
    if (rest - next >= last - line + 12) return true;
    next = rest + 1;
  }
  return false;
}

// The next sentence, or false at the end. Looks at each byte once, but for what lies `near` a decision.
bool Reader::next(Span& sentence) {
  at_ = from_ = skip_blanks(at_);
  if (at_ >= end_) return false;
  const std::size_t limit = std::min(end_, from_ + longest);
  std::size_t cut = limit;
  for (std::size_t i = from_; i < limit; ++i) {
    if (!stops[static_cast<unsigned char>(text_[i])]) continue;
    std::size_t behind = i + 1;
    if (text_[i] == '\n') {
      if (!ends_at_line(i)) continue;
    } else if (is_high(text_[i])) {  // … and 。
      if (!starts(i, "\xE2\x80\xA6") && !starts(i, "\xE3\x80\x82")) continue;
      behind = behind_closers(i + 3);
      if (text_[i] == '\xE2' && !ends_at_stop(i, behind)) continue;
    } else {
      behind = behind_closers(i + 1);
      if (!ends_at_stop(i, behind)) {
        i = behind - 1;
        continue;
      }
    }
    cut = behind;
    break;
  }
  if (cut == limit && limit < end_ && !is_space(text_[limit - 1])) {  // at the last blank, or in a word
    std::size_t i = limit;
    while (i > from_ + longest / 2 && !is_space(text_[i])) --i;
    if (is_space(text_[i])) cut = i;
    while (cut < end_ && (text_[cut] & 0xC0) == 0x80) ++cut;
  }
  at_ = cut;
  sentence = {from_, cut};
  while (sentence.end > sentence.begin && is_space(text_[sentence.end - 1])) --sentence.end;
  return true;
}

// A place near `byte`, before it, where a sentence certainly begins: behind a blank line, else `longest`
// bytes back.
std::size_t fresh_start(std::string_view text, std::size_t byte, std::size_t body) {
  const std::size_t floor = std::max(body, byte > longest ? byte - longest : 0);
  for (std::size_t i = byte; i > floor; --i) {
    if (text[i - 1] != '\n') continue;
    std::size_t j = i - 1;
    while (j > floor && (text[j - 1] == ' ' || text[j - 1] == '\t' || text[j - 1] == '\r')) --j;
    if (j > floor && text[j - 1] == '\n') return i;
    i = j + 1;
  }
  std::size_t start = floor;
  if (start > body)
    while (start < byte && !is_space(text[start])) ++start;
  return start == byte ? floor : start;
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span range, const Lexicon& lexicon) {
  std::vector<Span> sentences;
  Reader reader(text, range, lexicon);
  for (Span s; reader.next(s);) sentences.push_back(s);
  return sentences;
}

Span sentence_around(std::string_view text, std::size_t byte, const Lexicon& lexicon, std::size_t body) {
  byte = std::min(byte, text.size());
  body = std::min(body, byte);
  std::size_t start = std::max(body, fresh_start(text, byte, body));
  while (start < byte && (text[start] & 0xC0) == 0x80) ++start;
  Reader reader(text, {start, std::min(text.size(), byte + 2 * longest)}, lexicon);
  Span found{byte, byte};
  for (Span s; reader.next(s);) {
    found = s;
    if (s.end > byte) break;
  }
  return found;
}

}  // namespace annals
