#include "export/read_back.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "export/delimited.h"
#include "export/escape.h"
#include "export/row.h"

namespace annals {
namespace {

using nlohmann::json;
constexpr std::string_view sqlite_sign = "SQLite format 3";
constexpr std::array needed = {"id", "headline", "edtf"};

// "Bridge; Thorne" of the list of who or where; null is an empty field; lists of records are no fields.
std::string field_of(const json& value) {
  if (value.is_string()) return one_line(value.get_ref<const std::string&>());
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  std::string list;
  if (!value.is_array()) return list;
  for (const json& one : value)
    if (one.is_object() && one.contains("text") && one["text"].is_string())
      list += (list.empty() ? "" : "; ") + field_of(one["text"]);
  return list;
}

std::string member(const json& record, const char* name) {
  return record.is_object() && record.contains(name) ? field_of(record[name]) : "";
}

// What the column `note` of the CSV says in words, JSON has in fields of their own.
std::string note_of(const json& event) {
  Event told;
  told.approximate = member(event, "approximate") == "true";
  told.uncertain = member(event, "uncertain") == "true";
  for (const Basis basis : {Basis::derived, Basis::narrative, Basis::tense})
    if (to_string(basis) == member(event, "basis")) told.basis = basis;
  told.attributed_to = member(event, "attributed_to");
  told.note = member(event, "note");
  for (const json& link : event.value("links", json::array()))
    told.links.push_back({member(link, "relation"), member(link, "to"), member(link, "why")});
  for (const json& conflict : event.value("conflicts", json::array()))
    told.conflicts.push_back({member(conflict, "what"), {}});
  return notes_of(told);
}

void add_time(const json& record, BackRow& row) {
  if (!record.contains("time")) return;
  row.fields["expression"] = member(record["time"], "text");
  row.fields["rule"] = member(record["time"], "rule");
}

void add_sentence(const json& record, BackRow& row) {
  if (record.contains("sentence")) row.fields["sentence"] = member(record["sentence"], "text");
}

BackRow row_of(const json& event, std::size_t number) {
  BackRow row{"event " + std::to_string(number), {}};
  if (!event.is_object()) throw BadRows{row.where + " is no record"};
  for (const char* name :
       {"id", "headline", "edtf", "status", "earliest_start", "latest_start", "earliest_end", "latest_end",
        "precision", "approximate", "who", "where", "extent"}) {
    if (event.contains(name)) row.fields[name] = field_of(event[name]);
  }
  for (const char* name : needed) row.fields.try_emplace(name);
  if (event.contains("links")) row.fields["note"] = note_of(event);
  for (const char* name : {"confidence", "start"})
    if (event.contains(name) && event[name].is_number()) row.fields[name] = event[name].dump();
  if (event.contains("text")) row.fields["head"] = field_of(event["text"]);
  add_time(event, row);
  add_sentence(event, row);
  return row;
}

BackRow undated_row(const json& record, std::size_t number) {
  BackRow row{"undated " + std::to_string(number), {}};
  for (const char* name : {"headline", "reason"}) row.fields[name] = member(record, name);
  row.fields["expression"] = member(record, "text");
  add_sentence(record, row);
  return row;
}

struct Rows {
  std::vector<BackRow> events, undated;
};

void add_documents(const json& value, Rows& rows) {
  if (value.is_array()) {
    for (const json& document : value) add_documents(document, rows);
    return;
  }
  if (!value.is_object() || !value.contains("events") || !value["events"].is_array())
    throw BadRows{"there is no list \"events\", as --to json and --to jsonl write it"};
  const auto add = [&](std::vector<BackRow>& to, BackRow row) {
    row.fields["source"] = member(value, "id");
    row.fields["date"] = member(value, "date");
    to.push_back(std::move(row));
  };
  for (const json& event : value["events"]) add(rows.events, row_of(event, rows.events.size() + 1));
  for (const json& record : value.value("undated", json::array()))
    add(rows.undated, undated_row(record, rows.undated.size() + 1));
}

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// Byte 18 and 19 say 2 where a program wrote it with a log beside it (WAL), which memory has no place for.
std::unique_ptr<sqlite3, Close> open_bytes(std::string& bytes) {
  if (bytes.size() > 19) bytes[18] = bytes[19] = 1;
  sqlite3* opened = nullptr;
  sqlite3_open(":memory:", &opened);
  std::unique_ptr<sqlite3, Close> database(opened);
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  if (sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes.data()), size, size,
                          SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
    throw BadRows{"SQLite: no room for this database"};
  return database;
}

void add_rows(sqlite3* database, const std::string& kind, const char* query, std::vector<BackRow>& rows) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(database, query, -1, &prepared, nullptr) != SQLITE_OK)
    throw BadRows{std::string("is no database that annals wrote: ") + sqlite3_errmsg(database)};
  const std::unique_ptr<sqlite3_stmt, Close> statement(prepared);
  int step = 0;
  for (std::size_t number = 1; (step = sqlite3_step(prepared)) == SQLITE_ROW; ++number) {
    BackRow row{kind + " " + std::to_string(number), {}};
    for (int i = 0; i < sqlite3_column_count(prepared); ++i) {
      const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(prepared, i));
      row.fields[sqlite3_column_name(prepared, i)] = value == nullptr ? "" : value;
    }
    rows.push_back(std::move(row));
  }
  if (step != SQLITE_DONE) throw BadRows{std::string("SQLite: ") + sqlite3_errmsg(database)};
}

}  // namespace

const std::string& field(const BackRow& row, std::string_view name) {
  static const std::string none;
  const auto found = row.fields.find(name);
  return found == row.fields.end() ? none : found->second;
}

std::vector<BackRow> rows_of_csv(std::string_view text) {
  std::vector<ReadRow> rows = read_rows(text);
  if (rows.empty()) throw BadRows{"there is no header line"};
  const std::vector<std::string> names = rows[0].fields;
  for (const char* name : needed) {
    if (std::find(names.begin(), names.end(), name) == names.end())
      throw BadRows{std::string("there is no column \"") + name + "\", which a CSV of annals has"};
  }
  std::vector<BackRow> out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    BackRow row{"line " + std::to_string(rows[i].line), {}};
    bool empty = true;
    for (std::size_t c = 0; c < names.size(); ++c) {
      std::string& field = row.fields[names[c]];
      if (c < rows[i].fields.size()) field = std::move(rows[i].fields[c]);
      empty = empty && field.empty();
    }
    if (!empty) out.push_back(std::move(row));
  }
  return out;
}

std::vector<BackRow> rows_of_json(const std::string& text) {
  Rows rows;
  std::istringstream in(text);
  try {
    for (json value; in >> std::ws && !in.eof();) {
      in >> value;
      add_documents(value, rows);
    }
  } catch (const json::exception& error) {
    const std::string what = error.what();
    throw BadRows{"is no JSON: " + what.substr(what.find("] ") + 2)};
  }
  std::move(rows.undated.begin(), rows.undated.end(), std::back_inserter(rows.events));
  return std::move(rows.events);
}

std::vector<BackRow> rows_of_sqlite(std::string bytes) {
  const auto database = open_bytes(bytes);
  std::vector<BackRow> rows;
  add_rows(database.get(), "event",
           "select event.id, headline, edtf, status, earliest_start, latest_start, earliest_end, latest_end, "
           "precision, iif(approximate, 'true', 'false') as approximate, who, \"where\", note, extent, "
           "expression, timex, rule, sentence, confidence, article.name as source, article.date as date "
           "from event left join article on article.id = event.article order by position",
           rows);
  add_rows(database.get(), "undated",
           "select undated.text as expression, headline, reason, sentence, article.name as source, "
           "article.date as date from undated left join article on article.id = undated.article",
           rows);
  return rows;
}

bool is_written_by_annals(std::string_view bytes) {
  if (bytes.starts_with(sqlite_sign)) return true;
  const std::string_view head = bytes.substr(0, 300);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return false;
  if (head[first] == '[' || head[first] == '{')
    return head.find("\"date_from\":") != std::string_view::npos &&
           head.find("\"events\":") != std::string_view::npos;
  for (const std::string_view header :
       {"id,edtf,", "id\tedtf\t", "id;edtf;", "\"id\",\"edtf\"", "\"id\";\"edtf\""})
    if (head.substr(first).starts_with(header)) return true;
  return false;
}

std::vector<BackRow> read_back(std::string bytes) {
  if (bytes.starts_with(sqlite_sign)) return rows_of_sqlite(std::move(bytes));
  const std::string_view text = bytes;
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) throw BadRows{"is empty"};
  return text[first] == '[' || text[first] == '{' ? rows_of_json(bytes.substr(first)) : rows_of_csv(text);
}

}  // namespace annals
