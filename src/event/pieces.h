// The words of a headline on their way into one string: most are words of the sentence, some are put in.
#pragma once
#include <string>
#include <vector>

#include "event/reading.h"

namespace annals {

struct Piece {
  std::uint32_t word = nowhere;  // of the sentence, or
  std::string put;               // words put in
};

Tag tag_of(const Reading& reading, const Piece& piece);
// With blanks where the sentence has them, and a small letter where its first word stands elsewhere now.
std::string join(const Reading& reading, const std::vector<Piece>& pieces);
// Takes off what no headline begins or ends with, and brackets and quotes without their partner.
void tidy(const Reading& reading, std::vector<Piece>& pieces);
void drop_unpaired(const Reading& reading, std::vector<Piece>& pieces);
std::string capitalised(std::string text);

}  // namespace annals
