// Text in columns of a terminal: how wide it stands, and cut to a width.
//
//   columns("Žižkov") == 6, however its carons are composed      columns("東京") == 4
//   fit("Musk restored the account", 12) == "Musk restor…"       fit("東京都", 4) == "東…"
//
// Widths come from utf8proc and not from wcwidth(3), whose answer depends on the machine's locale.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace annals {

std::size_t columns(std::string_view text);
std::string fit(std::string_view text, std::size_t width);  // never parts a letter from its accents

}  // namespace annals
