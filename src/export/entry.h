// An event as an entry of a calendar: whether it can be one, and what its description says.
//
//   obstacle(before 1612)     a calendar entry needs both a start and an end
//   obstacle(19th century)    it spans 36524 days, more than --max-span 366
#pragma once
#include <string>
#include <string_view>

#include "export/export.h"

namespace annals {

inline constexpr Civil first_entry{1, 1, 1}, last_entry{9999, 12, 31};
inline constexpr Civil first_of_outlook{1601, 1, 1};  // MS-STANOICAL: days before are invalid

// Why an event cannot be an entry; empty where it can. `years` says which years the format has.
std::string obstacle(const Event& event, const ExportOptions& options, std::string_view years);

// The EDTF and the window, the sentence, the source with the expression and its rule, and what else there is.
std::string entry_description(const Timeline& timeline, const Event& event);

}  // namespace annals
