// The search of one article for its events: what EventFinder::find keeps between sentences.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "event/discourse.h"
#include "event/events.h"
#include "event/mood.h"
#include "event/window.h"

namespace annals {

class Finding {
 public:
  Finding(const EventFinder& finder, const Article& article, const std::vector<Resolved>& expressions,
          std::vector<Undated>& undated);
  std::vector<Event> run();

 private:
  struct Trigger {
    std::uint32_t chunk = nowhere, second = nowhere;
    std::uint32_t verb = nowhere;  // whose mood it has: "there [was] a meeting"
    bool life = false;             // the brackets of a life span
    double prior = 0.5;
    std::string why;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t read(std::size_t expression);  // the sentence around it; answers the next expression behind it
  void find_in_sentence(std::size_t first, std::size_t last);
  std::uint32_t range_end(std::uint32_t time) const;
  bool is_date_alone() const;
  bool is_chronicle();
  void take_date_alone(std::size_t expression);
  bool date_sentence(std::size_t byte, std::size_t expression);
  void take_expression(std::uint32_t time);
  bool take_life_below_name(std::size_t expression, std::size_t line);
  void take_life(std::size_t expression, std::uint32_t name, double prior, const std::string& why);
  std::uint32_t name_before_title(std::uint32_t name) const;
  Event& add_life_event(std::uint32_t name, const std::string& words, Span head, double prior);
  std::uint32_t name_of_entry(std::uint32_t chunk) const;
  bool take_register(std::uint32_t time);
  void take_link(std::uint32_t time, std::size_t main);
  std::size_t linked_event(std::size_t expression, std::size_t main);
  std::size_t birth_of(std::uint32_t verb);
  std::optional<Link::Way> way_of(std::uint64_t signal) const;
  void take_plain_links();
  void take_plain_link(std::uint32_t signal);
  std::uint32_t linked_noun(std::uint32_t signal) const;
  std::uint32_t linked_verb(std::uint32_t signal, std::uint32_t noun) const;
  std::vector<std::size_t> linked_events(std::uint32_t signal, std::uint32_t noun);
  void relate(std::size_t event, Link::Way way, std::size_t other, double confidence, Span span);
  void list_undated(std::size_t expression, std::string headline, const std::string& reason = "");
  bool is_inverted(std::uint32_t name) const;
  std::string full_name(std::uint32_t name) const;
  bool is_person(std::uint32_t name) const;
  std::optional<Resolved> one_away(std::uint32_t time, const Resolved& r, int sign) const;
  bool is_behind_plan(std::uint32_t verb, const Resolved& r) const;
  bool is_ahead_of_tense(const Event& event, const Resolved& r) const;
  bool tells_again(std::uint32_t time, const Event& event) const;
  std::size_t add_again(std::size_t event);
  bool is_how_things_are(std::uint32_t time, std::uint32_t verb) const;
  bool is_compared(std::uint32_t time) const;
  bool is_of_subject(std::uint32_t time, std::uint32_t last) const;
  bool is_of_row(std::uint32_t time) const;
  std::uint32_t owner_of(std::uint32_t chunk, std::uint32_t time) const;
  std::uint32_t done_for(std::uint32_t purpose, const Resolved& r) const;
  std::uint32_t told_of(std::uint32_t verb, std::uint32_t time, const Resolved& r) const;
  bool is_age(std::uint32_t time) const;
  static Trigger name_trigger(std::uint32_t chunk);
  bool may_take_part(std::uint32_t noun) const;
  std::optional<Trigger> trigger_of(std::uint32_t time, std::uint32_t last) const;
  std::optional<Trigger> trigger_at(std::uint32_t chunk) const;
  std::uint32_t cleft_verb(std::uint32_t be, Phrase subject) const;
  std::size_t add_event(const Trigger& trigger, std::uint32_t time, std::vector<std::uint32_t> times);
  // Gives the event its window; false where a finer one stands already.
  bool place(Event& event, std::uint32_t time, const Resolved& resolved, const Resolved* until);
  std::vector<std::uint32_t> gaps_of(const Trigger& trigger) const;
  void describe(Event& event, const Trigger& trigger, std::vector<std::uint32_t> times);
  bool opens_with_name(std::uint32_t noun);
  void find_people_and_places(Event& event, const Trigger& trigger, const std::string& name);
  void find_others(Event& event, const Trigger& trigger);
  Event blank_event(Span head, std::string lemma);
  std::size_t event_at(Span head) const;
  std::uint32_t chunk_at(std::size_t byte) const;
  std::uint32_t chunk_of_expression(std::size_t expression) const;
  std::string lemma_of(std::uint32_t chunk) const;
  bool wanted(const Resolved& resolved) const;
  bool gives_way(std::uint32_t time) const;

  const EventFinder& finder_;
  const Article& article_;
  std::string_view text_;
  const std::vector<Resolved>& expressions_;
  std::vector<Undated>& undated_;
  const WordLists& lists_;
  std::uint64_t birth_;  // the act of being born
  Discourse discourse_;
  Reading reading_;
  std::vector<std::optional<Trigger>> triggers_;  // of each chunk that is a time
  std::vector<Event> events_;
  std::optional<std::unordered_set<std::uint64_t>>
      names_;                       // words with a capital within sentences, once asked for
  std::optional<bool> chronicle_;   // once asked for
  std::size_t read_to_ = 0;         // the end of the sentence read last: the next begins behind it
  std::size_t sentence_first_ = 0;  // the first event of this sentence
  std::map<std::pair<std::string, std::string>, std::size_t>
      kinds_;  // sentence and head word -> how many so far
};

}  // namespace annals
