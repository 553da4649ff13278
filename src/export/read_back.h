// What annals wrote and a person may have edited, read back: CSV and TSV as any spreadsheet saves them, JSON
// and JSON Lines, SQLite. Whatever it came in, it is rows with named fields, as the CSV has them:
//
//   {"id": "ev-5c2f", "edtf": "2022-11", ...}      row "event 1": id ev-5c2f, edtf 2022-11, ...
//   ev-5c2f,2022-11,...                            row "line 2":  the same
//
// A field that a form does not hold (JSON has no column `timex`) is none of the row's. What found no date
// is a row with a `reason`, behind the events; JSON and SQLite have them.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct BackRow {
  std::string where;  // "line 2", "event 1": for who is told what is wrong with it
  std::map<std::string, std::string, std::less<>> fields;
};
const std::string& field(const BackRow& row, std::string_view name);  // empty where the row has none

// Throws BadRows (export/delimited.h) where it cannot be read, or has no id, headline and edtf.
std::vector<BackRow> rows_of_csv(std::string_view text);
std::vector<BackRow> rows_of_json(const std::string& text);
std::vector<BackRow> rows_of_sqlite(std::string bytes);
std::vector<BackRow> read_back(std::string bytes);  // which of them, its first signs tell

// By its first signs, whether annals wrote it as one of these.
bool is_written_by_annals(std::string_view bytes);

}  // namespace annals
