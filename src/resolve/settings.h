// What a document, or the command line, says of how its dates are told.
//
//   region: england        new-year: lady-day        century-parts: midas        hemisphere: south
//
// text/article.h lists their names; what each may be stands in the tables of the rule pages.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "rule/rule_book.h"

namespace annals {

using Settings = std::map<std::string, std::string, std::less<>>;

// What is wrong with a setting, for the reader; empty where it can be used.
std::string setting_problem(const RuleBook& book, std::string_view key, const std::string& value);

}  // namespace annals
