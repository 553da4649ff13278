#include "resolve/resolved.h"

#include <fmt/format.h>

namespace annals {

std::string_view to_string(TimexType type) {
  switch (type) {
    case TimexType::date: return "DATE";
    case TimexType::time: return "TIME";
    case TimexType::duration: return "DURATION";
    case TimexType::set: return "SET";
  }
  return "";
}

std::string_view to_string(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::none: return "none";
    case AnchorKind::article: return "article";
    case AnchorKind::expression: return "expression";
    case AnchorKind::dateline: return "dateline";
    case AnchorKind::event: return "event";
  }
  return "";
}

std::string_view to_string(Link::Way way) {
  switch (way) {
    case Link::Way::after: return "after";
    case Link::Way::before: return "before";
    case Link::Way::since: return "since";
    case Link::Way::until: return "until";
    case Link::Way::during: return "during";
    case Link::Way::age: return "age";
  }
  return "";
}

std::optional<Link::Way> parse_way(std::string_view name) {
  using Way = Link::Way;
  for (const Way way : {Way::after, Way::before, Way::since, Way::until, Way::during, Way::age}) {
    if (to_string(way) == name) return way;
  }
  return {};
}

std::string to_string(const Link& link) {
  return fmt::format("{}/{}..{}", to_string(link.way), link.least_days, link.most_days);
}

}  // namespace annals
