// The cells of a table's row, by column.
#pragma once
#include <string>

#include "rule/rule_book.h"

namespace annals {

inline std::string text_of(const TableRow& row, const char* column) {  // empty where there is no such cell
  const auto found = row.find(column);
  return found == row.end() ? "" : found->second.sign;
}

inline double number_of(const TableRow& row, const char* column, double otherwise) {
  const auto found = row.find(column);
  return found == row.end() ? otherwise : found->second.number;
}

}  // namespace annals
