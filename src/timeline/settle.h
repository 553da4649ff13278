// Places the events that only hang on others, and checks those
// that have dates of their own against what is said of them.
//
//   restored 2022-11-01..2022-11-30, "nearly two years after" banned
//     banned 2020-11-01..2021-05-31, derived
//   died 1846-03-23; she outlived him ten years; she died 1850-08-28      1850 set aside, conflict on both rows
#pragma once
#include <optional>
#include <vector>

#include "calendar/bounds.h"
#include "event/event.h"

namespace annals {

// The events of one article. `article` is its date: what is told as past did not happen later.
void settle(std::vector<Event>& events, const std::optional<Moment>& article);

// The window shifted by a distance, by the calendar: months where they were said, else days. A window that
// ends with a month still does: November 2022 less 18 months ends on 31 May 2021.
Bounds shifted(const Bounds& from, const Link& distance, int sign);

}  // namespace annals
