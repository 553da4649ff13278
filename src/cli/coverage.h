// How often each rule fires over a folder of articles, so that dead rules and shadowed ones show.
//
//   won 24, a part of others 3, lost 2, refused by its guards 1     last-season  rules/en/deictic.yaml:56
//   never: yesterday-too  my-rules/times.yaml:4: lost to yesterday (6)
#pragma once
#include <map>
#include <string>

#include "pipeline.h"

namespace annals {

class Coverage {
 public:
  explicit Coverage(const Engine& engine) : engine_(engine) {}
  // An article without a date is read as news: a reader of pages asks for the rules of both styles.
  void add(Article article);
  std::string report() const;

 private:
  struct Count {
    int won = 0, part = 0, lost = 0, refused = 0;
    std::map<std::string, int> winners;  // by name
  };
  void add(const Match& match, const Resolved& resolved);
  void add(const Rival& rival);
  std::string never(const Rule& rule) const;

  const Engine& engine_;
  std::map<const Rule*, Count> counts_;
  int articles_ = 0, expressions_ = 0;
};

// The articles of a folder and those below it: *.jsonl, a document a line, and *.txt.
std::string coverage_of(const Engine& engine, const std::string& folder);

}  // namespace annals
