// Reads what a match says off the `means` of its rule: an operator
// over arguments, each a capture, a literal or an operator of its own.
//
//   "two years ago"    means: {ago: duration}, of which {duration: [number, unit]}    Shifted{-1, Length{2 year}}
//
// Arguments and operators stand in read_value.cc, dates and times of day in read_date.cc.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "value/value.h"

namespace annals {

// An argument: a number or a word's value, or a value of its own.
struct Operand {
  const Atom* atom = nullptr;
  std::optional<double> number;
  Box value;
  explicit operator bool() const { return atom != nullptr || number.has_value() || value != nullptr; }
};

class ValueReader {
 public:
  explicit ValueReader(const Match& match) : match_(match) {}

  struct Call {  // an operator, and the part of the match whose captures are its arguments
    const Part& part;
    const Term& term;
  };
  Operand evaluate(const Call& call) const;
  const Capture* find(const Part& part, std::string_view name) const;

 private:
  static Operand of_atom(const Atom& atom);
  Operand captured(const Part& part, const std::string& name) const;
  Operand argument(const Call& call, Role role) const;
  double number(const Call& call, Role role, double otherwise) const;
  int whole(const Call& call, Role role, int otherwise = 0) const {
    return static_cast<int>(number(call, role, otherwise));
  }
  Box box(const Call& call, Role role) const { return argument(call, role).value; }
  std::string sign(const Call& call, Role role) const;
  Hang hang(const Call& call) const;
  static int season_index(const std::string& sign);
  Target target(const Call& call) const;
  static Operand boxed(Value value) { return {nullptr, {}, std::make_shared<const Value>(std::move(value))}; }

  Operand apply(const Call& call) const;
  Operand deictic(const Call& call, int way) const;
  Operand shifted(const Call& call, int way) const;
  Operand so_far(const Call& call, bool rest) const;
  Operand nth(const Call& call) const;
  Operand duration(const Call& call) const;
  Operand recurrence(const Call& call) const;
  Operand product(const Call& call) const;
  Operand sum(const Call& call) const;

  Operand date(const Call& call) const;
  Operand more(const Call& call, const Value& of) const;
  std::shared_ptr<const Telling> telling(const Call& call) const;
  Operand one_of(const Call& call) const;
  Operand period(const Call& call) const;
  Operand time(const Call& call) const;

  const Match& match_;
};

}  // namespace annals
