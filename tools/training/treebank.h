// Sentences whose tags are known: a token a line (word, lemma, Penn tag, ...), a blank line between sentences.
//
//   The TAB the TAB DT
//   flood TAB flood TAB NN
#pragma once
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "text/word.h"

namespace annals {

namespace fs = std::filesystem;

struct Sentence {
  std::string text;  // the tokens with blanks between them
  std::vector<Word> words;
  std::vector<Tag> gold;
};

inline void place(Sentence& s, const std::vector<std::string>& tokens, const Lexicon& lexicon) {
  std::vector<Span> spans;
  for (const auto& token : tokens) {
    if (!s.text.empty()) s.text += ' ';
    spans.push_back({s.text.size(), s.text.size() + token.size()});
    s.text += token;
  }
  for (const auto& span : spans) s.words.push_back(word_at(s.text, span, lexicon));
}

inline std::vector<Sentence> read_treebank(const fs::path& file, const Lexicon& lexicon) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<Sentence> sentences;
  std::vector<std::string> tokens;
  Sentence s;
  const auto finish = [&] {
    if (tokens.empty()) return;
    place(s, tokens, lexicon);
    sentences.push_back(std::move(s));
    s = {}, tokens.clear();
  };
  for (std::string line; std::getline(in, line);) {
    const auto word_end = line.find('\t'), lemma_end = line.find('\t', word_end + 1);
    if (word_end == std::string::npos) {
      finish();
      continue;
    }
    const auto name = line.substr(lemma_end + 1, line.find('\t', lemma_end + 1) - lemma_end - 1);
    const auto tag = tag_from(name);
    if (!tag) throw std::runtime_error(file.string() + ": no such tag: " + name);
    tokens.push_back(line.substr(0, word_end)), s.gold.push_back(*tag);
  }
  finish();
  return sentences;
}

// Headlines are written in capitals or with a capital on each word, which a web treebank hardly shows: some
// sentences are learnt in those dresses too.
enum class Dress { capitals, title };
inline Sentence dressed(const Sentence& s, Dress dress, const Lexicon& lexicon) {
  Sentence d;
  d.gold = s.gold;
  std::vector<std::string> tokens;
  for (const auto& w : s.words) {
    std::string token(text_of(w.span, s.text));
    for (std::size_t i = 0; i < (dress == Dress::title ? 1 : token.size()); ++i)
      if (token[i] >= 'a' && token[i] <= 'z' && (dress == Dress::capitals || token.size() > 3))
        token[i] = static_cast<char>(token[i] & ~0x20);
    tokens.push_back(token);
  }
  place(d, tokens, lexicon);
  return d;
}

}  // namespace annals
