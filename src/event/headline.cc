#include "event/headline.h"

#include <algorithm>

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

namespace {

// The first word behind the times that open an entry: "1846 [Moved] to Karst".
std::uint32_t behind_opening_times(const Reading& reading, const std::vector<std::uint32_t>& times) {
  std::uint32_t i = 0;
  const auto own = [&](std::uint32_t chunk) {
    return std::find(times.begin(), times.end(), chunk) != times.end();
  };
  while (own(i) || (i > 0 && (reading.letter(i) == ',' || reading.letter(i) == ';'))) ++i;
  return i < reading.chunks.size() ? reading.chunks[i].first : 0;
}

}  // namespace

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
  for (std::uint32_t w = behind_opening_times(reading, request.times); w < reading.words.size(); ++w)
    all.push_back({w, ""});
  drop_unpaired(reading, all);
  return {capitalised(join(reading, all)), true};
}

}  // namespace annals
