#include "timeline/edits.h"

#include <algorithm>
#include <array>

#include "timeline/merge.h"
#include "timeline/order.h"

namespace annals {
namespace {

constexpr std::array statuses = {Status::actual, Status::reported, Status::planned, Status::possible};

std::optional<Status> parse_status(std::string_view name) {
  for (const Status status : statuses) {
    if (to_string(status) == name) return status;
  }
  return {};
}

std::string value_of(const Event& event, std::string_view field) {
  if (field == "headline") return event.headline;
  if (field == "edtf") return event.edtf;
  return std::string(to_string(event.status));
}

// "1914/1918" lasts from the one to the other; any other date is a window in which it happened.
void set_date(Event& event, const std::string& edtf) {
  const Bounds bounds = *parse_edtf(edtf);
  const bool span = edtf.find('/') != std::string::npos && bounds.earliest_start && bounds.latest_end;
  event.when = span ? bounds : instant_within(bounds);
  event.extent = span ? Extent::span : Extent::instant;
  event.edtf = edtf;
  event.precision = grain_of_edtf(edtf);
  event.approximate = edtf.find_first_of("~%") != std::string::npos;
  event.uncertain = edtf.find_first_of("?%") != std::string::npos;
}

void set(Event& event, std::string_view field, const std::string& value) {
  if (field == "headline") event.headline = value;
  if (field == "edtf") set_date(event, value);
  if (field == "status") event.status = *parse_status(value);
}

void note(Event& event, const std::string& what) {
  event.note += (event.note.empty() ? "" : "; ") + what;
  event.why.push_back(what);
}

class Application {
 public:
  explicit Application(Timeline& timeline) : timeline_(timeline) {}

  void run(const Edit& edit) {
    if (edit.action == "add") return add(edit);
    Event* event = find(edit.id);
    if (event == nullptr) return gone(edit);
    if (edit.action == "set") change(*event, edit);
    if (edit.action == "delete") erase(edit.id);
    if (edit.action == "merge") merge(*event, edit);
  }

  std::vector<std::string> finish() {
    for (const std::string& id : moved_) move(id);
    return std::move(conflicts_);
  }

 private:
  Event* find(const std::string& id) {
    const auto found = std::find_if(timeline_.events.begin(), timeline_.events.end(),
                                    [&](const Event& event) { return event.id == id; });
    return found == timeline_.events.end() ? nullptr : &*found;
  }

  void gone(const Edit& edit) {
    std::string what = edit.id + ": " + edit.action + " by hand";
    if (edit.action == "set") what += " (" + edit.field + ": \"" + edit.now + "\")";
    if (edit.action == "delete" && !edit.was.empty()) what += " (\"" + edit.was + "\")";
    conflicts_.push_back(what + ", but the article no longer gives this event");
  }

  void change(Event& event, const Edit& edit) {
    const std::string found = value_of(event, edit.field);
    if (found == edit.now) return;
    note(event, "edited by hand: " + edit.field + " was \"" + found + "\"");
    if (found != edit.was) {
      const std::string what = edit.field + " edited by hand from \"" + edit.was + "\" to \"" + edit.now +
                               "\", and the article now gives \"" + found + "\"";
      event.conflicts.push_back({what, {}});
      conflicts_.push_back(edit.id + ": " + what);
    }
    set(event, edit.field, edit.now);
    if (edit.field == "edtf") moved_.push_back(edit.id);
  }

  void erase(const std::string& id) {
    std::erase_if(timeline_.events, [&](const Event& event) { return event.id == id; });
    for (Event& event : timeline_.events)
      std::erase_if(event.links, [&](const EventLink& link) { return link.to == id; });
  }

  void merge(Event& event, const Edit& edit) {
    Event* other = find(edit.field);
    if (other == nullptr) return gone({edit.action, edit.field, "", "", ""});
    note(event, "merged by hand with \"" + other->headline + "\"");
    absorb(event, *other);
    erase(edit.field);
    moved_.push_back(edit.id);
  }

  void add(const Edit& edit) {
    Event* event = find(edit.id);
    if (event == nullptr) {
      Event made;
      made.id = edit.id;
      made.confidence = 0.95;
      note(made, "added by hand");
      timeline_.events.push_back(made);
      event = &timeline_.events.back();
    }
    set(*event, edit.field, edit.now);
    moved_.push_back(edit.id);
  }

  // Where its date now belongs; the others keep the order that their own links gave them.
  void move(const std::string& id) {
    auto& events = timeline_.events;
    const auto at =
        std::find_if(events.begin(), events.end(), [&](const Event& event) { return event.id == id; });
    if (at == events.end()) return;
    Event event = std::move(*at);
    events.erase(at);
    const std::int64_t when = middle(event);
    const auto behind =
        std::find_if(events.begin(), events.end(), [&](const Event& other) { return middle(other) > when; });
    events.insert(behind, std::move(event));
  }

  Timeline& timeline_;
  std::vector<std::string> moved_, conflicts_;
};

}  // namespace

std::string problem_of(const Edit& edit) {
  if (edit.action == "delete" || edit.action == "merge") return "";
  if (edit.action != "set" && edit.action != "add")
    return "\"" + edit.action + "\" is no edit: set, delete, merge or add";
  if (edit.field == "headline") return edit.now.empty() ? "an event needs a headline" : "";
  if (edit.field == "edtf")
    return parse_edtf(edit.now)
               ? ""
               : "edtf: \"" + edit.now + "\" is no EDTF (2022-11-19, 2022-11, 1914/1918, -0043-03-15)";
  if (edit.field == "status")
    return parse_status(edit.now)
               ? ""
               : "status: \"" + edit.now + "\" is none of actual, reported, planned, possible";
  return "\"" + edit.field + "\" cannot be edited: headline, edtf or status can";
}

std::vector<std::string> apply(const Edits& edits, Timeline& timeline) {
  Application application(timeline);
  for (const Edit& edit : edits) application.run(edit);
  return application.finish();
}

// Seasons are month numbers from 21 on; of several dates the first counts.
Granularity grain_of_edtf(std::string_view edtf) {
  std::string_view one = edtf.substr(std::min(edtf.find_first_of("0123456789"), edtf.size()));
  one = one.substr(0, std::min({one.find('/'), one.find(".."), one.find(',')}));
  if (one.find('T') != std::string_view::npos) return Granularity::minute;
  if (one.size() >= 4 && one.find('X') == 3) return Granularity::decade;
  if (one.size() >= 4 && one.find('X') == 2) return Granularity::century;
  const auto dash = one.find('-');
  if (dash == std::string_view::npos) return Granularity::year;
  if (one.find('-', dash + 1) != std::string_view::npos) return Granularity::day;
  const std::string_view month = one.substr(dash + 1, 2);
  if (month >= "21" && month <= "32") return Granularity::season;
  if (month >= "33" && month <= "36") return Granularity::quarter;
  return month >= "37" ? Granularity::half : Granularity::month;
}

}  // namespace annals
