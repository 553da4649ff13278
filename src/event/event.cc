#include "event/event.h"

namespace annals {

std::string_view to_string(Basis basis) {
  switch (basis) {
    case Basis::stated: return "stated";
    case Basis::derived: return "derived";
    case Basis::narrative: return "narrative";
    case Basis::tense: return "tense";
  }
  return "";
}

std::string_view to_string(Extent extent) {
  switch (extent) {
    case Extent::instant: return "instant";
    case Extent::span: return "span";
    case Extent::unknown: return "unknown";
  }
  return "";
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::actual: return "actual";
    case Status::reported: return "reported";
    case Status::planned: return "planned";
    case Status::possible: return "possible";
  }
  return "";
}

}  // namespace annals
