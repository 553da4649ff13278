#include "rule/pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/ascii.h"
#include "text/token.h"

namespace annals {
namespace {

constexpr std::size_t kMostSequences = 4096;  // one pattern multiplied out; more is a slip of the pen
constexpr int kDeepest = 20;                  // brackets within brackets

using Sequences = std::vector<Sequence>;

Element literal_element(const Token& token, std::string_view text, bool glued) {
  Element element;
  std::string word = lower(text.substr(token.begin, token.size()));
  const bool capital = token.capital;
  if (token.kind == TokenKind::mark) word = std::string(1, token.mark);
  element.words.push_back({std::move(word), capital});
  element.glued = glued;
  return element;
}

Sequences product(const Sequences& left, const Sequences& right) {
  Sequences out;
  out.reserve(left.size() * right.size());
  for (const Sequence& a : left) {
    for (const Sequence& b : right) {
      out.push_back(a);
      out.back().insert(out.back().end(), b.begin(), b.end());
    }
  }
  return out;
}

// Single words side by side are one element that takes any of them, which keeps the automaton small.
void merge_words(Sequences& alternatives) {
  Sequences merged;
  const auto single = [](const Sequence& s) { return s.size() == 1 && !s[0].words.empty(); };
  for (Sequence& sequence : alternatives) {
    const auto twin = single(sequence) ? std::find_if(merged.begin(), merged.end(), single) : merged.end();
    if (twin == merged.end()) {
      merged.push_back(std::move(sequence));
    } else {
      twin->front().words.insert(twin->front().words.end(), sequence[0].words.begin(),
                                 sequence[0].words.end());
    }
  }
  alternatives = std::move(merged);
}

// A blank is kept as an element without words until optionals are multiplied out: only then is it known which
// two elements it stands between.
bool is_blank(const Element& element) { return element.words.empty() && element.reference.empty(); }

Sequence without_blanks(const Sequence& sequence) {
  Sequence out;
  bool blank = false;
  for (const Element& element : sequence) {
    if (is_blank(element)) {
      blank = true;
    } else {
      out.push_back(element);
      out.back().glued = !blank;
      blank = false;
    }
  }
  return out;
}

// pattern  := sequence
// sequence := { blank | choice }
// choice   := atom { '|' atom }               outside brackets, binding single words
// atom     := word | '<' [name ':'] class '>' | '(' list ')' | '[' list ']' | quoted
// list     := sequence { '|' sequence }
class Reader {
 public:
  Reader(std::string_view text, const Problem& at, Problems& problems)
      : text_(text), at_(at), problems_(problems) {}

  Sequences all() {
    const Sequences read = sequence(false);
    if (!failed_ && pos_ < text_.size()) fail(fmt::format("`{}` closes nothing", text_[pos_]));
    Sequences out;
    for (const Sequence& one : read) {
      Sequence sequence = without_blanks(one);
      if (!sequence.empty() && std::find(out.begin(), out.end(), sequence) == out.end())
        out.push_back(std::move(sequence));
    }
    if (!failed_ && out.empty()) fail("the pattern is empty");
    return failed_ ? Sequences{} : out;
  }

 private:
  char peek() const { return pos_ < text_.size() ? text_[pos_] : '\0'; }
  bool at_blank() const { return std::string_view(" \t\r\n").find(peek()) != std::string_view::npos; }

  void fail(std::string what) {
    if (failed_) return;
    failed_ = true;
    Problem problem = at_;
    problem.place.column += static_cast<int>(pos_);
    problem.what = std::move(what);
    problems_.push_back(std::move(problem));
  }

  Sequences sequence(bool inside) {
    Sequences out = {Sequence{}};
    while (!failed_ && peek() && peek() != ')' && peek() != ']' && !(inside && peek() == '|')) {
      const bool blank = at_blank();
      while (at_blank()) ++pos_;
      const Sequences more = blank ? Sequences{{Element{}}} : choice(inside);
      if (out.size() * more.size() > kMostSequences) {
        fail(fmt::format("the pattern stands for more than {} sequences; cut it in two", kMostSequences));
      } else {
        out = product(out, more);
      }
    }
    return out;
  }

  Sequences choice(bool inside) {
    Sequences out = atom();
    while (!failed_ && !inside && peek() == '|') {
      ++pos_;
      if (!peek() || at_blank() || peek() == ')' || peek() == ']') return --pos_, atom();
      const Sequences more = atom();
      out.insert(out.end(), more.begin(), more.end());
    }
    merge_words(out);
    return out;
  }

  Sequences atom() {
    switch (peek()) {
      case '|':
        return fail(
                   "`|` stands between two words without blanks: last|past; for more, use brackets: [last "
                   "few|past]"),
               Sequences{};
      case '<': return {{reference()}};
      case '(': return group(')');
      case '[': return group(']');
      case '\'': return quoted();
      default: return word();
    }
  }

  Sequences group(char closing) {
    const std::size_t opened = pos_;
    Sequences out;
    if (++depth_ > kDeepest) return fail(fmt::format("brackets stand more than {} deep", kDeepest)), out;
    if (closing == ')') out.emplace_back();
    do {
      ++pos_;
      const Sequences more = sequence(true);
      out.insert(out.end(), more.begin(), more.end());
    } while (!failed_ && peek() == '|');
    if (!failed_ && peek() != closing) {
      const char open = text_[pos_ = opened];
      fail(fmt::format("`{}` is not closed", open));
    }
    if (!failed_ && pos_ == opened + 1) {
      pos_ = opened;
      fail("nothing stands in the brackets");
    }
    --depth_;
    ++pos_;
    merge_words(out);
    return out;
  }

  Element reference() {
    Element element;
    element.column = static_cast<int>(pos_);
    const std::size_t close = text_.find('>', pos_);
    if (close == std::string_view::npos) return fail("`<` is not closed"), element;
    const std::string_view inner = text_.substr(pos_ + 1, close - pos_ - 1);
    const std::size_t colon = inner.find(':');
    element.reference = std::string(colon == std::string_view::npos ? inner : inner.substr(colon + 1));
    element.name = std::string(inner.substr(0, colon));
    if (element.reference.empty() || element.name.empty())
      fail("a class needs a name: <month> or <from:date>");
    pos_ = close + 1;
    return element;
  }

  Sequences quoted() {
    if (text_.substr(pos_, 2) == "''")
      return pos_ += 2, Sequences{{literal_element(token_at("'", 0), "'", false)}};
    const std::size_t close = text_.find('\'', pos_ + 1);
    if (close == std::string_view::npos)
      return fail("the quote is not closed; an apostrophe is written twice: o''clock"), Sequences{};
    Sequence out;
    for (Element& element : parse_literal(text_.substr(pos_ + 1, close - pos_ - 1))) {
      if (!out.empty() && !element.glued) out.emplace_back();  // a blank
      out.push_back(std::move(element));
    }
    pos_ = close + 1;
    return {out};
  }

  Sequences word() {
    const Token token = token_at(text_, pos_);
    if (token.mark && std::string_view("{}*+^\\>").find(token.mark) != std::string_view::npos) {
      fail(fmt::format("`{0}` has no meaning in a pattern; for the sign itself write '{0}' in quotes",
                       token.mark));
      return {};
    }
    pos_ = token.end;
    return {{literal_element(token, text_, false)}};
  }

  std::string_view text_;
  const Problem& at_;
  Problems& problems_;
  std::size_t pos_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::vector<Sequence> parse_pattern(std::string_view pattern, const Problem& at, Problems& problems) {
  return Reader(pattern, at, problems).all();
}

std::string to_string(const Sequence& sequence) {
  std::string out;
  for (const Element& element : sequence) {
    if (&element != &sequence.front() && !element.glued) out += ' ';
    if (!element.reference.empty()) {
      out += element.name == element.reference ? fmt::format("<{}>", element.name)
                                               : fmt::format("<{}:{}>", element.name, element.reference);
    }
    for (const PatternWord& word : element.words) {
      if (&word != &element.words.front()) out += '|';
      out += word.text;
      if (word.capital) out[out.size() - word.text.size()] = static_cast<char>(word.text[0] - 32);
    }
  }
  return out;
}

Sequence parse_literal(std::string_view words) {
  Sequence out;
  for (std::size_t at = 0;;) {
    const Token token = token_at(words, at);
    if (token.kind == TokenKind::end) return out;
    out.push_back(literal_element(token, words, token.gap == Gap::none));
    at = token.end;
  }
}

}  // namespace annals
