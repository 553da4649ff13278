// Each sample as a calendar, through libical: what it takes in is what the timeline holds, less what was
// reported. The other formats go through the readers of others in tests/scripts/exports.sh.
#include <libical/ical.h>

#include <filesystem>
#include <memory>
#include <set>

#include "../engine.h"
#include "catch.h"
#include "sample.h"

using namespace annals;

namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

icaltimetype day_of(icalcomponent* entry, icalproperty_kind kind) {
  icalproperty* property = icalcomponent_get_first_property(entry, kind);
  if (property == nullptr) return icaltime_null_time();
  return kind == ICAL_DTSTART_PROPERTY ? icalproperty_get_dtstart(property)
                                       : icalproperty_get_dtend(property);
}

}  // namespace

TEST_CASE("samples: libical takes each as a calendar, every event in it or reported") {
  for (const auto& folder :
       std::filesystem::directory_iterator(std::filesystem::path(SOURCE_DIR) / "samples")) {
    if (!folder.is_directory()) continue;
    INFO(folder.path());
    const Timeline timeline =
        built_in_engine().reconstruct({read_article(read_file(folder.path() / "article.txt"), "article")});
    Losses losses;
    const std::string text = sample::written(write_ics, timeline, {}, &losses);
    const std::unique_ptr<icalcomponent, FreeComponent> calendar(icalparser_parse_string(text.c_str()));
    REQUIRE(calendar);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    CHECK(icalrestriction_check(calendar.get()) == 1);
    std::set<std::string> ids;
    for (const Loss& loss : losses) {
      if (loss.what.find("clock") == std::string::npos && !loss.row.empty()) ids.insert(loss.row);
    }
    const std::size_t lost = ids.size();
    for (auto* entry = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         entry != nullptr; entry = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
      const std::string uid = icalcomponent_get_uid(entry);
      INFO(uid);
      ids.insert(uid.substr(0, uid.find('@')));
      const icaltimetype start = day_of(entry, ICAL_DTSTART_PROPERTY),
                         end = day_of(entry, ICAL_DTEND_PROPERTY);
      CHECK(icaltime_is_valid_time(start));
      CHECK((icaltime_is_null_time(end) || icaltime_compare(start, end) < 0));
      CHECK_FALSE(std::string(icalcomponent_get_summary(entry)).empty());
    }
    CHECK(ids.size() == timeline.events.size());
    CHECK(lost < timeline.events.size());
  }
}
