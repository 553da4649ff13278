#include "event/headline.h"

#include "event/draft.h"

namespace annals {

std::string words_of(const Reading& reading, Phrase phrase) {
  std::vector<Piece> pieces;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    for (std::uint32_t w = reading.chunks[i].first; w < reading.chunks[i].last; ++w)
      pieces.push_back({w, ""});
  }
  return join(reading, pieces);
}

HeadlineText HeadlineWriter::write(const Reading& reading, const HeadlineRequest& request) const {
  for (const auto length : {Draft::Length::full, Draft::Length::without_relatives, Draft::Length::brief}) {
    Draft draft(reading, request, lexicon_, lists_, length);
    std::vector<Piece> pieces =
        is_verb_letter(reading.letter(request.chunk)) ? draft.of_verb(request.chunk) : draft.of_noun();
    tidy(reading, pieces);
    std::string text = join(reading, pieces);
    if (!text.empty() && text.size() <= longest) return {capitalised(std::move(text)), false};
  }
  std::vector<Piece> all;
  for (std::uint32_t w = 0; w < reading.words.size(); ++w) all.push_back({w, ""});
  drop_unpaired(reading, all);
  return {capitalised(join(reading, all)), true};
}

}  // namespace annals
