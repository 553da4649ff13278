// What matches turned out to be, remembered by what was said: "in November 1902" is placed once, however
// often a text or the next one says it.
//
//   said    month-year {month: 11, year: 1902}                    told by nothing else: 1902-11
//           yesterday {}            and the article's day         2023-04-17
//           weekday {weekday: 2}    and the article's day and the words around it ("will meet on Tuesday")
//           two days later          and the date told last        1914-08-04
//           in March                and the date told that a March goes on from
//           05/04/1912              hangs on the whole document: never remembered
//
// The resolver notes what each placing asked for; that becomes the key of what it gave, or forbids keeping
// it. One resolver at a time may use it; hand it on from text to text.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/calendars.h"
#include "match/match.h"
#include "resolve/memo.h"
#include "resolve/resolved.h"
#include "resolve/style.h"
#include "value/value.h"

namespace annals {

// What a placing asked for besides the words of its match.
struct Asked {
  bool date = false;       // the article's day, and that of the dispatch it stands in
  bool tense = false;      // the words around it
  bool reference = false;  // the date told last
  bool year = false;       // the year that the story has come to
  bool story = false;      // what else the document tells
  int month = 0;           // 1 to 12: the date told that this month goes on from
  bool winter = false;     // whose middle that is
  bool nothing() const { return !date && !tense && !reference && !year && !story && month == 0; }
  // Of two of them no more is known than that they hang on it all.
  void ask_month(int which, bool of_winter) {
    if (month != 0 && (month != which || winter != of_winter)) story = true;
    month = which, winter = of_winter;
  }
  Asked& operator|=(const Asked& other) {
    date |= other.date, tense |= other.tense, reference |= other.reference, year |= other.year;
    story |= other.story;
    if (other.month != 0) ask_month(other.month, other.winter);
    return *this;
  }
};

class Remembered {
 public:
  struct Place {
    Resolved resolved;                        // its span is that of the match at hand
    std::optional<Period> period;             // where it is one
    bool told_back = false;                   // from another date of the text: "a year earlier"
    Calendar calendar = Calendar::gregorian;  // that it was told in, where that is not its time's own
    std::string written;  // what a writer made of it but for where it stands; empty at first
  };
  using Places = std::vector<Place>;  // two of a range whose ends stand apart; none: not placed yet
  // What a match says, wherever it stands.
  struct Said {
    std::uint64_t number = 0;  // its own, from 1
    Value value;
    StyleSigns signs;
    // By what it was placed in: two styles, with words to measure to or without.
    std::array<Asked, 4> asked;
    std::array<Places, 4> always;  // where nothing was asked for
  };
  using Key = Memo<Places>::Key;

  // Both stay where they are until room is made twice.
  Said& said(const Match& match);
  Places& places(const Key& key) { return places_.at(key); }  // a key begins with the number of what was said
  void make_room() { said_.make_room(), places_.make_room(); }
  Key next_key;  // room for one that is being made

 private:
  Memo<Said> said_;
  Memo<Places> places_;
  std::uint64_t count_ = 0;
};

}  // namespace annals
