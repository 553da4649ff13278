// The dates alone, as EDTF of the Library of Congress: one event a line, a tab, and its headline.
//
//   2022-11	Musk restored the account
//   [2020-11-10..2021-05-10]	Trump was banned
//
// EDTF cannot say how wide "~" is, what a date hangs on, or in which calendar the source told it.
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {

Losses write_edtf(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  Losses losses;
  for (const Event& event : timeline.events) {
    if (event.edtf.empty()) {
      losses.push_back({when(event) + ": EDTF has no way to say it", event.id});
      continue;
    }
    if ((event.approximate || event.uncertain) && event.edtf.starts_with('['))
      losses.push_back({when(event) + ": EDTF has no ~ or ? within [ ]", event.id});
    out << event.edtf << '\t' << one_line(event.headline) << '\n';
  }
  lose_links(timeline, "EDTF", losses);
  lose_undated(timeline, "EDTF", losses);
  return losses;
}

}  // namespace annals
