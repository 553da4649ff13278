// The ordered timeline: what every export writes.
#pragma once
#include <string>
#include <vector>

#include "event/event.h"
#include "resolve/resolved.h"
#include "text/article.h"

namespace annals {

struct Source {  // an article and the expressions found in it, in text order
  Article article;
  std::vector<Resolved> expressions;
};

enum class Merging : std::uint8_t { within, across };  // what is told twice in an article, or in several

struct Timeline {
  std::vector<Source> sources;
  std::vector<Event> events;  // in order: by the middle of the start window, corrected by certain relations
  std::vector<Undated> undated;
};

}  // namespace annals
