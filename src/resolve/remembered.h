// What matches turned out to be, remembered by what was said: "in November 1902" is placed once, however
// often a text or the next one says it.
//
//   said    month-year {month: 11, year: 1902}                    told by nothing else: 1902-11
//           yesterday {}            and the article's day         2023-04-17
//           weekday {weekday: 2}    and the article's day and the words around it ("will meet on Tuesday")
//           two days later          and the date told last        1914-08-04
//           in March                hangs on the years told around it: never remembered
//
// The resolver notes what each placing asked for; that becomes a part of the key, or forbids keeping it.
// One resolver at a time may use it; hand it on from text to text.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "match/match.h"
#include "resolve/resolved.h"
#include "resolve/style.h"
#include "value/value.h"

namespace annals {

// What a placing asked for besides the words of its match.
struct Asked {
  bool date = false;       // the article's day, and that of the dispatch it stands in
  bool tense = false;      // the words around it
  bool reference = false;  // the date told last
  bool story = false;      // what else the document tells
  bool any() const { return date || tense || reference; }
  bool operator==(const Asked&) const = default;
  Asked& operator|=(const Asked& other) {
    date |= other.date, tense |= other.tense, reference |= other.reference, story |= other.story;
    return *this;
  }
};

class Remembered {
 public:
  struct Place {
    Resolved resolved;             // its span is that of the match at hand
    std::optional<Period> period;  // where it is one
    bool told_back = false;        // from another date of the text: "a year earlier"
    std::string written;           // what a writer made of it but for where it stands; empty at first
  };
  struct Entry {
    std::optional<StyleSigns> signs;
    std::optional<Value> value;
    Asked asked;
    std::vector<Place> places;  // two of a range whose ends stand apart; none: see what was asked for
  };
  using Key = std::vector<std::uint64_t>;

  // Sets the key to what a match says.
  static void read(const Match& match, Key& key);
  // The entry of a key, new and empty where nothing is known. It stays where it is until room is made.
  Entry& at(const Key& key);
  void make_room();  // forgets what was not asked for lately where it has become much

 private:
  static constexpr std::size_t kMost = 4096;  // entries of a generation, some five megabytes

  struct Kept {
    Key key;
    std::uint64_t hash = 0;
    Entry entry;
  };
  class Generation {
   public:
    std::unique_ptr<Kept>* find(const Key& key, std::uint64_t hash);
    Kept& add(std::unique_ptr<Kept> kept);
    std::size_t size() const { return kept_.size(); }

   private:
    std::size_t slot(const Key& key, std::uint64_t hash) const;
    void grow();
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  // open addressing; 0 is free
    std::vector<std::unique_ptr<Kept>> kept_;                              // slot n holds kept_[n - 1]
  };
  Generation young_, old_;  // what is asked for becomes young again
};

}  // namespace annals
