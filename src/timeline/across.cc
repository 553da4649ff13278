#include "timeline/across.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "calendar/bounds.h"
#include "text/ascii.h"
#include "timeline/merge.h"

namespace annals {
namespace {

constexpr double kMaybeSame = 0.3;          // of the weight of their words, in common: link, do not merge
constexpr std::size_t kMostCompared = 200;  // events of one act, back from each

// Ada Wren and A. Wren may be one; Ada Wren and Josiah Wren are not.
bool same_person(std::string_view a, std::string_view b) {
  const bool full = a.find(' ') != std::string_view::npos && b.find(' ') != std::string_view::npos;
  return full ? a == b : last_word(a) == last_word(b);
}

bool is_one_day(const Event& e) {
  const Bounds& w = e.when;
  return w.earliest_start && w.latest_end && w.earliest_start->day == w.latest_end->day;
}

// Several dates for what happens once, as one set of EDTF: "[1851,1852]".
bool is_set(std::string_view edtf) { return edtf.starts_with('[') && edtf.find(',') != edtf.npos; }

// Its members, or the one that a single date is: "1858/1860" is "1858..1860" in a set, and a set knows no hours.
std::vector<std::string> members_of(std::string_view edtf) {
  if (edtf.starts_with('[')) edtf = edtf.substr(1, edtf.size() - 2);
  std::vector<std::string> members;
  while (!edtf.empty()) {
    const std::string_view one = edtf.substr(0, edtf.find(','));
    edtf.remove_prefix(std::min(one.size() + 1, edtf.size()));
    std::string& member = members.emplace_back(one.substr(0, one.find('T')));
    if (const std::size_t slash = member.find('/'); slash != member.npos) member.replace(slash, 1, "..");
  }
  return members;
}

std::optional<Bounds> days_of_member(const std::string& member) { return parse_edtf("[" + member + "]"); }

bool are_told(const std::vector<std::string>& members, const Bounds& when) {
  return std::any_of(members.begin(), members.end(), [&](const std::string& member) {
    const auto days = days_of_member(member);
    return days && overlap(*days, when);
  });
}

Bounds hull(const Bounds& a, const Bounds& b) {
  const auto last = [](const std::optional<Moment>& x, const std::optional<Moment>& y) {
    return x && y ? std::max(x, y) : std::nullopt;  // the one that is open reaches further
  };
  return {std::min(a.earliest_start, b.earliest_start), last(a.latest_start, b.latest_start),
          std::min(a.earliest_end, b.earliest_end), last(a.latest_end, b.latest_end)};
}

std::set<std::uint64_t> words_in(const std::string& headline) {
  std::set<std::uint64_t> keys;
  for (std::size_t i = 0; i < headline.size();) {
    const std::size_t end = std::min(headline.find_first_of(" ,.'\"()", i), headline.size());
    if (end > i) keys.insert(word_key(std::string_view(headline).substr(i, end - i)));
    i = end + 1;
  }
  return keys;
}

// The article's title, or its first line where that stands alone: "Ada Wren" of "# Ada Wren (1790-1851)".
std::string_view title_of(const Article& article) {
  std::string_view line = article.title;
  if (line.empty()) {
    line = std::string_view(article.text).substr(article.body);
    const std::size_t end = line.find_first_of("\r\n");
    const std::size_t next = line.find_first_not_of("\r", end);
    if (next == line.npos || line.substr(next, 2).find_first_not_of("\r\n") != line.npos) return "";
    line = line.substr(0, end);
  }
  line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
  line = line.substr(0, line.find_first_of("(,.:;"));
  while (line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

class Across {
 public:
  Across(const std::vector<Source>& sources, std::vector<Event>& events, const WordLists& lists)
      : sources_(sources), events_(events), lists_(lists), into_(events.size()) {
    std::iota(into_.begin(), into_.end(), std::size_t{0});
  }

  std::vector<std::size_t> run() {
    const bool several = sources_.size() > 1;
    if (several) weigh_words();
    if (several) fold_copies();
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (here(i) && (several || lists_.has(events_[i].lemma, List::once)))
        by_act_[lists_.act(events_[i].lemma)].push_back(i);
    }
    for (const auto& [act, members] : by_act_) compare(members);
    name_survivors();
    return into_;
  }

 private:
  bool here(std::size_t i) const { return into_[i] == i && events_[i].dated && !events_[i].landmark; }
  void weigh_words();
  void fold_copies();
  void compare(const std::vector<std::size_t>& members);
  void judge(std::size_t a, std::size_t b);
  double likeness(std::size_t a, std::size_t b) const;
  std::string_view person_of(const Event& event) const;
  bool same_life(const Event& a, const Event& b) const;
  void join(std::size_t kept, std::size_t gone);
  void hold_against(Event& kept, Event& other);
  void name_survivors();
  Mention claim(const Event& event) const;

  const std::vector<Source>& sources_;
  std::vector<Event>& events_;
  const WordLists& lists_;
  std::vector<std::size_t> into_;
  std::vector<std::set<std::uint64_t>> words_;  // of each headline
  std::map<std::uint64_t, double> weight_;      // of a word: the rarer the more
  std::map<std::uint64_t, std::vector<std::size_t>> by_act_;
};

void Across::weigh_words() {
  std::map<std::uint64_t, std::size_t> count;
  for (const Event& event : events_) {
    words_.push_back(words_in(event.headline));
    for (const std::uint64_t word : words_.back()) ++count[word];
  }
  for (const auto& [word, n] : count)
    weight_[word] = std::log(1 + static_cast<double>(events_.size()) / static_cast<double>(n));
}

// Of two near-copies, what both say in the same words is one event.
void Across::fold_copies() {
  std::map<std::size_t, std::vector<std::size_t>> of_source;
  for (std::size_t i = 0; i < events_.size(); ++i) of_source[events_[i].source].push_back(i);
  for (const auto& [first, second] : near_copies(sources_)) {
    for (const std::size_t b : of_source[second]) {
      for (const std::size_t a : of_source[first]) {
        const bool same = here(a) && here(b) && events_[a].headline == events_[b].headline &&
                          events_[a].lemma == events_[b].lemma && overlap(events_[a].when, events_[b].when);
        if (same) join(a, b);
      }
    }
  }
}

void Across::compare(const std::vector<std::size_t>& members) {
  for (std::size_t k = 1; k < members.size(); ++k) {
    for (std::size_t j = k - std::min(k, kMostCompared); j < k && here(members[k]); ++j) {
      if (here(members[j])) judge(members[j], members[k]);
    }
  }
}

void Across::judge(std::size_t a, std::size_t b) {
  Event& x = events_[a];
  Event& y = events_[b];
  const bool across = x.source != y.source;
  const bool together = overlap(x.when, y.when);
  if (same_life(x, y)) {
    if (is_set(x.edtf) || !together) return hold_against(x, y), join(a, b);
    if (holds(x, y) || holds(y, x)) return join(a, b);
  }
  if (!together || !across) return;
  const bool named = share_name(x, y);
  if (is_one_day(x) && is_one_day(y) && x.when == y.when && named) return join(a, b);
  const double alike = likeness(a, b);
  if (alike < kMaybeSame || (!named && alike < 2 * kMaybeSame)) return;
  const std::string why =
      fmt::format("same act{}, {:.0f}% of the words", named ? ", a name in common" : "", 100 * alike);
  x.links.push_back({"same-event?", y.id, why});
  y.links.push_back({"same-event?", x.id, why});
}

double Across::likeness(std::size_t a, std::size_t b) const {
  double common = 0, of_a = 0, of_b = 0;
  for (const std::uint64_t word : words_[a]) {
    of_a += weight_.at(word);
    if (words_[b].contains(word)) common += weight_.at(word);
  }
  for (const std::uint64_t word : words_[b]) of_b += weight_.at(word);
  return common / std::max(1.0, std::min(of_a, of_b));
}

// Whose life an event tells of: the name it has, or the title of the article where that holds the name, or
// where it says "he": "# Charlemagne ... He was born in 742".
std::string_view Across::person_of(const Event& event) const {
  const std::string_view name = event.who.empty() ? "" : std::string_view(event.who.front().text);
  if (name.find(' ') != name.npos) return name;
  const std::string_view title = title_of(sources_[event.source].article);
  if (!name.empty()) return title.find(name) != title.npos ? title : "";
  const std::string subject = lower(event.headline.substr(0, event.headline.find(' ')));
  const bool pronoun =
      lists_.has(subject, List::person_pronoun) && lists_.has(subject, List::subject_pronoun);
  return pronoun ? title : "";
}

// Birth, death: what happens to a person once.
bool Across::same_life(const Event& a, const Event& b) const {
  if (!lists_.has(a.lemma, List::once)) return false;
  const std::string_view one = person_of(a), other = person_of(b);
  if (one.empty() || other.empty()) return false;
  return one == other || (one.find(' ') != one.npos && same_person(one, other));
}

Mention Across::claim(const Event& event) const {
  return {event.source, event.sentence,
          std::string(text_of(event.sentence, sources_[event.source].article.text))};
}

// Another date for what happens once: all stand, as one of a set.
void Across::hold_against(Event& kept, Event& other) {
  std::vector<std::string> dates = members_of(kept.edtf);
  if (!are_told(dates, other.when)) {
    const bool first = kept.when.earliest_start < other.when.earliest_start;
    const std::string told = fmt::format("{}", fmt::join(dates, ", "));
    const Event& early = first ? kept : other;
    const Event& late = first ? other : kept;
    kept.conflicts.push_back({(first ? told : other.edtf) + " against " + (first ? other.edtf : told),
                              {claim(early), claim(late)}});
    for (std::string& date : members_of(other.edtf)) dates.push_back(std::move(date));
    std::stable_sort(dates.begin(), dates.end(), [](const std::string& a, const std::string& b) {
      const auto x = days_of_member(a), y = days_of_member(b);
      return x && y && x->earliest_start < y->earliest_start;
    });
  }
  if (dates.size() == 1) return;  // two hours of one day
  kept.when = other.when = hull(kept.when, other.when);
  kept.edtf = other.edtf = fmt::format("[{}]", fmt::join(dates, ","));
  kept.uncertain = other.uncertain = true;
}

void Across::join(std::size_t kept, std::size_t gone) {
  absorb(events_[kept], events_[gone]);
  events_[gone].landmark = true;
  into_[gone] = kept;
}

// Links name the row that stays.
void Across::name_survivors() {
  std::map<std::string, std::string> renamed;
  for (std::size_t i = 0; i < into_.size(); ++i) {
    while (into_[into_[i]] != into_[i]) into_[i] = into_[into_[i]];
    if (into_[i] != i) renamed[events_[i].id] = events_[into_[i]].id;
  }
  for (Event& event : events_) {
    for (EventLink& link : event.links) {
      if (const auto found = renamed.find(link.to); found != renamed.end()) link.to = found->second;
    }
    std::erase_if(event.links, [&](const EventLink& link) { return link.to == event.id; });
  }
}

}  // namespace

std::vector<std::size_t> merge_across(const std::vector<Source>& sources, std::vector<Event>& events,
                                      const WordLists& lists) {
  return Across(sources, events, lists).run();
}

}  // namespace annals
