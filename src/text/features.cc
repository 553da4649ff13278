#include "text/features.h"

#include "text/ascii.h"

namespace annals {
namespace {

std::uint32_t ending(std::string_view form, std::size_t n) {
  std::uint32_t h = static_cast<std::uint32_t>(n);
  for (std::size_t i = form.size() > n ? form.size() - n : 0; i < form.size(); ++i)
    h = h << 8 | static_cast<unsigned char>(lower(form[i]));
  return h;
}

std::uint64_t number_word(std::string_view form) {
  bool digits = true;
  for (const char c : form) digits = digits && c >= '0' && c <= '9';
  if (digits && form.size() == 4 && (form[0] == '1' || form[0] == '2')) return 2;  // a year
  return 3 + form.size() * 2 + digits;
}

// Two or three things seen together; `kind` keeps the observations apart.
constexpr std::uint64_t mix(std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t h = (a + kind * 0x9E3779B97F4A7C15ULL) * 0xff51afd7ed558ccdULL;
  h = (h ^ h >> 32 ^ b) * 0xc4ceb9fe1a85ec53ULL;
  h = (h ^ h >> 32 ^ c) * 0x9E3779B97F4A7C15ULL;
  return h ^ h >> 29;
}

}  // namespace

Sight see(std::string_view text, const Word& word, std::uint32_t usual) {
  const auto form = text_of(word.span, text);
  const Entry& e = *word.entry;
  Sight s;
  s.word = word.shape == Shape::number ? number_word(form) : word.key;
  s.suffix1 = ending(form, 1), s.suffix2 = ending(form, 2), s.suffix3 = ending(form, 3);
  s.shape = static_cast<std::uint32_t>(word.shape) + (form.find('-') != std::string_view::npos ? 16 : 0);
  s.lower = word.shape == Shape::lower;
  s.allowed = e.ambiguity + (e.has(Mark::name) ? 0x10000 : 0) + (e.tags.empty() ? (s.shape << 20) : 0);
  s.usual = usual ? usual : 0x8000000 + s.allowed;
  s.topic = static_cast<std::uint32_t>(e.noun) << 16 | static_cast<std::uint32_t>(e.verb) << 8 |
            static_cast<std::uint32_t>(e.likely);
  return s;
}

std::uint32_t Past::clause() const {
  return static_cast<std::uint32_t>(finite | participle << 1 | relative << 2 | commas << 4);
}

void Past::add(Tag t) {
  if (is_finite(t) && relative == begun) {
    relative = full;
  } else if (is_finite(t)) {
    finite = true;
  } else if (t == Tag::VBN) {
    participle = participle || (!finite && relative != begun);
  } else if (t == Tag::WDT || t == Tag::WP || t == Tag::WPS || t == Tag::WRB) {
    relative = begun;
  } else if (t == Tag::Comma) {
    if (relative == full) relative = none;
    if (commas < 3) ++commas;
  } else if (t == Tag::Colon) {
    finite = participle = false, relative = none, commas = 0;
  } else if (t == Tag::OpenQuote || t == Tag::CloseQuote) {
    quote_open = t == Tag::OpenQuote;
  }
  tag_before = tag, tag = t;
}

TagSet open_tags(const Word& word) {
  constexpr auto bit = [](Tag t) { return std::uint64_t{1} << static_cast<unsigned>(t); };
  constexpr std::uint64_t all = (std::uint64_t{1} << tag_count) - 1, names = bit(Tag::NNP) | bit(Tag::NNPS);
  constexpr std::uint64_t marks = (bit(Tag::Currency) - bit(Tag::Stop)) | bit(Tag::HYPH) | bit(Tag::NFP);
  if (word.shape == Shape::mark) return TagSet(all);
  const bool common = word.shape == Shape::lower && word.entry->known() && !word.entry->has(Mark::name);
  return TagSet(all & ~marks & ~(common ? names : 0));
}

namespace {

// By their usual names: the word, the two before it and the one behind, the two tags before.
struct Names {
  explicit Names(const View& view)
      : w2(*view.window[0]),
        w1(*view.window[1]),
        w(*view.window[2]),
        n1(*view.window[3]),
        t1(static_cast<std::uint64_t>(view.past.tag) + 1),
        t2(static_cast<std::uint64_t>(view.past.tag_before) + 1),
        quote_open(view.past.quote_open),
        first(w1.shape == nowhere.shape) {}
  const Sight &w2, &w1, &w, &n1;
  std::uint64_t t1, t2;
  bool quote_open, first;
};

}  // namespace

void observe_first(const View& view, Features& out) {
  const auto [w2, w1, w, n1, t1, t2, quote_open, first] = Names(view);
  std::size_t n = 0;
  out[n++] = mix(1, w.allowed, w.shape, first);
  out[n++] = mix(2, w.word);
  out[n++] = mix(3, w.usual, n1.usual);
  out[n++] = mix(4, w1.word);
  out[n++] = mix(5, t1, w.allowed);
  out[n++] = mix(6, w.topic);
  out[n++] = mix(7, w.allowed, n1.allowed);
  out[n++] = mix(8, t1, t2);
  out[n++] = mix(9, w.suffix1, w.shape, first);
  out[n++] = mix(10, t1, quote_open);
}

void observe_rest(const View& view, Features& out) {
  const auto [w2, w1, w, n1, t1, t2, quote_open, first] = Names(view);
  std::size_t n = first_count;
  out[n++] = mix(11, w.suffix3, w.shape);
  out[n++] = mix(12, w.suffix2, w.shape);
  out[n++] = mix(13, w.shape, w1.shape, n1.shape);
  out[n++] = mix(14, t1, t2, w.usual);
  out[n++] = mix(15, w2.word);
  out[n++] = mix(16, n1.word);
  out[n++] = mix(17, w1.word, w.usual);
  out[n++] = mix(18, t1, n1.usual);
  out[n++] = mix(19, t1, w.usual, n1.usual);
  out[n++] = mix(20, w1.suffix3);
  out[n++] = mix(21, n1.suffix3);
  out[n++] = mix(22, w.word, n1.word);
  out[n++] = mix(23, w.usual, n1.word);
  out[n++] = mix(24, w.shape, w.topic, t1);
  out[n++] = mix(25, w.allowed, t1, view.past.clause());
}

}  // namespace annals
