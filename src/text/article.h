// One article: its text as valid UTF-8, its own date and where that came from.
//
//   read_article("  date 2024-03-13 Former US President ...")   date 2024-03-13 (first line), body at byte 18
//
// The text is the decoded source without its BOM, date line included, CRLF kept, each byte that is no UTF-8
// replaced by one U+FFFD, so that offsets agree with what a reader counts in the file.
#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/bounds.h"

namespace annals {

struct BadByte {
  std::size_t offset = 0;  // in the source, in bytes, BOM included
  unsigned char byte = 0;
};

struct Article {
  std::string id;              // file name without folder and ending, or the id of the JSON line
  std::string path;            // as given; empty for JSON lines
  std::string text;            // valid UTF-8
  std::size_t body = 0;        // byte in `text` where the text proper begins, behind the date line and blanks
  std::optional<Moment> date;  // the article's date: anchor of "yesterday"
  std::string date_from;       // "--date", "first line", "front matter", "dct", or empty
  bool date_chosen = false;    // by the reader, among what a page or a book tells of itself
  std::string language = "en";
  std::string style;  // "news", "narrative", "ancient" or empty: let the text decide
  std::string title;
  // What the front matter or the command line says of its dates: region, calendar, new-year, ... by key.
  std::map<std::string, std::string, std::less<>> settings;
  std::vector<BadByte> bad_bytes;  // what was replaced, at most the first hundred
  std::size_t bad_byte_count = 0;
};

// Code points before a byte of the text; remembers a mark each 4 KB, so that a long article stays linear.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);  // valid UTF-8, which must outlive this
  std::size_t at(std::size_t byte) const;      // a byte behind the end counts as the end

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::size_t> marks_;
};

// The same where bytes are asked for in text order or nearly: counts on from the one asked before.
class CodePointCount {
 public:
  explicit CodePointCount(std::string_view text) : text_(text) {}
  std::size_t at(std::size_t byte);

 private:
  std::string_view text_;
  std::size_t byte_ = 0, points_ = 0;  // asked before
};

// How its dates are to be read, beyond what style says (resolve/reckoning.h, rules/README.md).
inline constexpr std::array<std::string_view, 8> setting_names = {
    "region",     "calendar",    "new-year",      "century-parts",
    "hemisphere", "fiscal-year", "academic-year", "winter"};
bool is_setting(std::string_view name);

// Decodes bytes into an article. What may stand before the text proper:
//
//   date 2024-03-13                     the first line: alone or followed by text, blanks before it allowed,
//   date 2024-03-13T09:30 Former ...    with a clock time behind "T" or one blank
//
//   ---                                 or front matter: `key: value` lines between two lines of hyphens.
//   date: 2024-03-13                    Keys date, title, language, style, id and those of setting_names
//   title: "A meeting"                  are used; others are passed over. Where a line cannot be one,
//   region: england                     it is no front matter but text.
//   ---
//
// A first line that has no such date is text. Throws BadArticle where a date or clock time cannot exist, and
// where front matter has a date of another form.
Article read_article(std::string bytes, std::string id);

struct BadArticle {
  std::string what;  // for the reader: what, where and what to do
};

}  // namespace annals
