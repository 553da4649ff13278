#include "event/pieces.h"

#include <algorithm>

namespace annals {

Tag tag_of(const Reading& r, const Piece& piece) {
  return piece.word == nowhere ? Tag::NNP : r.words[piece.word].tag;
}

namespace {

std::string_view form(const Reading& r, const Piece& piece) {
  return piece.word == nowhere ? std::string_view(piece.put) : r.word(piece.word);
}

bool sticks(const Reading& r, const Piece& piece, const Piece& before) {
  if (piece.word == nowhere) return false;
  const Word& w = r.words[piece.word];
  const bool clitic = w.glued && r.word(piece.word).front() == '\'';  // He's: "Wren" put for "he"
  if (clitic || (before.word != nowhere && before.word + 1 == piece.word)) return w.glued;
  return w.tag == Tag::Comma || w.tag == Tag::CloseQuote || w.tag == Tag::CloseBracket || w.tag == Tag::POS ||
         w.tag == Tag::Stop;
}

// The sentence's first word, moved to another place, has lost its right to a capital, unless it is a name.
bool loses_capital(const Reading& r, const Piece& piece) {
  if (piece.word != 0) return false;
  const Tag tag = tag_of(r, piece);
  const Entry& entry = *r.words[0].entry;
  const bool common = (tag == Tag::NN || tag == Tag::NNS) && entry.known() && !entry.has(Mark::name);
  return (common || tag == Tag::DT || tag == Tag::PRPS || tag == Tag::PRP || tag == Tag::IN ||
          tag == Tag::CD || tag == Tag::VBN || tag == Tag::VBG || is_adverb(tag));
}

}  // namespace

std::string join(const Reading& r, const std::vector<Piece>& pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && !sticks(r, pieces[i], pieces[i - 1])) out += ' ';
    const std::size_t begin = out.size();
    out += form(r, pieces[i]);
    if (i > 0 && loses_capital(r, pieces[i]) && out[begin] >= 'A' && out[begin] <= 'Z')
      out[begin] = static_cast<char>(out[begin] + ('a' - 'A'));
  }
  return out;
}

namespace {

// What no phrase ends with.
bool dangles(Tag tag) {
  switch (tag) {
    case Tag::IN:
    case Tag::CC:
    case Tag::DT:
    case Tag::PDT:
    case Tag::TO:
    case Tag::MD:
    case Tag::PRPS:
    case Tag::Comma:
    case Tag::Colon:
    case Tag::OpenQuote:
    case Tag::OpenBracket:
    case Tag::HYPH:
    case Tag::SYM:
    case Tag::Currency:
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB:
    case Tag::POS:
    case Tag::Stop:
    case Tag::NFP: return true;
    default: return false;
  }
}

bool opens_badly(Tag tag) {
  return tag == Tag::Comma || tag == Tag::CC || tag == Tag::Colon || tag == Tag::CloseQuote ||
         tag == Tag::CloseBracket || tag == Tag::Stop || tag == Tag::HYPH || tag == Tag::NFP ||
         tag == Tag::POS;
}

bool lacks_partner(const Reading& r, const std::vector<Piece>& pieces, Tag open, Tag close) {
  int depth = 0;
  for (const Piece& piece : pieces) {
    const Tag tag = tag_of(r, piece);
    depth += tag == open ? 1 : tag == close ? -1 : 0;
    if (depth < 0) return true;
  }
  return depth != 0;
}

}  // namespace

void drop_unpaired(const Reading& r, std::vector<Piece>& pieces) {
  for (const auto& [open, close] :
       {std::pair{Tag::OpenQuote, Tag::CloseQuote}, std::pair{Tag::OpenBracket, Tag::CloseBracket}}) {
    if (!lacks_partner(r, pieces, open, close)) continue;
    std::erase_if(
        pieces, [&, o = open, c = close](const Piece& p) { return tag_of(r, p) == o || tag_of(r, p) == c; });
  }
}

void tidy(const Reading& r, std::vector<Piece>& pieces) {
  drop_unpaired(r, pieces);
  std::vector<Piece> out;
  for (Piece& piece : pieces) {  // no comma behind a comma
    const bool twice = tag_of(r, piece) == Tag::Comma && !out.empty() && tag_of(r, out.back()) == Tag::Comma;
    if (!twice) out.push_back(std::move(piece));
  }
  const auto ends_name = [&](const Piece& piece) {  // founded as St. Wren['s], it
    return tag_of(r, piece) == Tag::POS && piece.word + 1 < r.words.size() &&
           (is_mark(r.words[piece.word + 1].tag) || r.words[piece.word + 1].tag == Tag::IN);
  };
  const auto hangs = [&] {  // "and shortly" too
    const std::size_t n = out.size();
    return n > 0 && ((dangles(tag_of(r, out[n - 1])) && !ends_name(out[n - 1])) ||
                     (n > 1 && is_adverb(tag_of(r, out[n - 1])) && tag_of(r, out[n - 2]) == Tag::CC));
  };
  while (hangs()) out.pop_back();
  const auto first =
      std::find_if(out.begin(), out.end(), [&](const Piece& p) { return !opens_badly(tag_of(r, p)); });
  out.erase(out.begin(), first);
  pieces = std::move(out);
  drop_unpaired(r, pieces);
}

std::string capitalised(std::string text) {
  const bool styled = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';  // iPhone
  if (!styled && !text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace annals
