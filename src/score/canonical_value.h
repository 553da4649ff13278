// Different spellings of one TIMEX3 value, brought to one: for a second look at values, never for the first.
//
//   P2DE P20Y -> P20Y     P6Q P18M -> P18M     P14D -> P2W     PT48H -> P2D
//   199X 199 -> 199       19XX -> 19           1999-XX-XX -> 1999
//   1999-07-15T10:00:00 -> 1999-07-15T10       1999-07-15T10:30Z -> 1999-07-15T10:30
#pragma once
#include <string>
#include <string_view>

namespace annals::score {

std::string canonical_value(std::string_view value);

}  // namespace annals::score
