#include "cli/edits_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "cli/inputs.h"
#include "export/delimited.h"

namespace annals {
namespace {

constexpr const char* editable[] = {"headline", "edtf", "status"};
constexpr const char* derived[] = {"earliest_start", "latest_start", "earliest_end", "latest_end"};

// A table whose fields are found by the names of its header.
class Table {
 public:
  explicit Table(const std::string& text) : rows_(read_rows(text)) {
    if (rows_.empty()) throw BadRows{"there is no header line"};
    const auto& names = rows_[0].fields;
    for (std::size_t i = 0; i < names.size(); ++i) columns_[names[i]] = i;
    for (const char* needed : {"id", "headline", "edtf"}) {
      if (!columns_.count(needed)) throw BadRows{fmt::format("there is no column \"{}\"", needed)};
    }
    rows_.erase(rows_.begin());
  }
  const std::vector<ReadRow>& rows() const { return rows_; }
  bool has(const std::string& name) const { return columns_.count(name) > 0; }
  std::string field(const ReadRow& row, const std::string& name) const {
    const auto column = columns_.find(name);
    return column == columns_.end() || column->second >= row.fields.size() ? "" : row.fields[column->second];
  }

 private:
  std::vector<ReadRow> rows_;
  std::map<std::string, std::size_t> columns_;
};

std::vector<std::string> ids_of(const std::string& cell) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t begin = cell.find_first_not_of(" ;,+", at);
    if (begin == std::string::npos) break;
    at = std::min(cell.find_first_of(" ;,+", begin), cell.size());
    ids.push_back(cell.substr(begin, at - begin));
  }
  return ids;
}

// The same row added again gets the same id: FNV-1a over its words.
std::string id_by_hand(const std::string& words) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("by-hand-{:012x}", hash >> 16);
}

class Finder {
 public:
  Finder(const Table& base, const Table& edited, std::vector<std::string>& problems)
      : base_(base), edited_(edited), problems_(problems) {
    for (const ReadRow& row : base.rows()) known_[base.field(row, "id")] = &row;
  }

  Edits find() {
    for (const ReadRow& row : edited_.rows()) look_at(row);
    for (const ReadRow& row : base_.rows()) {
      const std::string id = base_.field(row, "id");
      if (!seen_.count(id)) edits_.push_back({"delete", id, "", base_.field(row, "headline"), ""});
    }
    return std::move(edits_);
  }

 private:
  void look_at(const ReadRow& row) {
    const std::vector<std::string> ids = ids_of(edited_.field(row, "id"));
    if (ids.empty()) return add(row);
    for (const std::string& id : ids) {
      if (!known_.count(id))
        return problem(
            row, fmt::format("the article gives no event {}; leave the id empty for a row of your own", id));
      if (!seen_.insert(id).second) return problem(row, fmt::format("{} stands here a second time", id));
    }
    for (std::size_t i = 1; i < ids.size(); ++i) keep(row, {"merge", ids[0], ids[i], "", ""});
    change(row, ids[0]);
  }

  void change(const ReadRow& row, const std::string& id) {
    const ReadRow& was = *known_.at(id);
    bool dated = false;
    for (const char* name : editable) {
      if (!edited_.has(name) || edited_.field(row, name) == base_.field(was, name)) continue;
      keep(row, {"set", id, name, base_.field(was, name), edited_.field(row, name)});
      dated = dated || std::string_view(name) == "edtf";
    }
    for (const char* name : derived) {
      if (!dated && edited_.has(name) && edited_.field(row, name) != base_.field(was, name)) {
        problem(row, fmt::format("{} follows from the column edtf: change it there", name));
      }
    }
  }

  void add(const ReadRow& row) {
    const std::string headline = edited_.field(row, "headline"), edtf = edited_.field(row, "edtf");
    const std::string id = id_by_hand(headline + '\t' + edtf), status = edited_.field(row, "status");
    const Edit date{"add", id, "edtf", "", edtf}, words{"add", id, "headline", "", headline};
    if (!problem_of(date).empty() || !problem_of(words).empty()) {
      keep(row, date);
      keep(row, words);
      edits_.erase(
          std::remove_if(edits_.begin(), edits_.end(), [&](const Edit& one) { return one.id == id; }),
          edits_.end());
      return;
    }
    keep(row, date);
    keep(row, words);
    if (!status.empty()) keep(row, {"add", id, "status", "", status});
  }

  void keep(const ReadRow& row, const Edit& edit) {
    const std::string what = problem_of(edit);
    what.empty() ? edits_.push_back(edit) : problem(row, what);
  }
  void problem(const ReadRow& row, const std::string& what) {
    problems_.push_back(fmt::format("line {}: {}", row.line, what));
  }

  const Table &base_, &edited_;
  std::vector<std::string>& problems_;
  std::map<std::string, const ReadRow*> known_;
  std::set<std::string> seen_;
  Edits edits_;
};

}  // namespace

Edits find_edits(const std::string& written, const std::string& edited, std::vector<std::string>& problems) {
  const Table base(written), back(edited);
  return Finder(base, back, problems).find();
}

std::string to_csv(const Edits& edits) {
  std::string text = "action,id,field,was,now\r\n";
  for (const Edit& edit : edits) {
    Row row(true);
    row.field(edit.action);
    row.field(edit.id);
    row.field(edit.field);
    for (const std::string& value : {edit.was, edit.now})
      edit.field == "edtf" ? row.field(value) : row.free_text(value);
    text += row.line();
  }
  return text;
}

Edits read_edits(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError{path, fmt::format("{}: cannot be read", path)};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Edits edits;
  try {
    for (const ReadRow& row : read_rows(text)) {
      if (row.line == 1) continue;
      if (row.fields.size() != 5)
        throw BadRows{fmt::format("line {}: an edit has 5 fields (action,id,field,was,now)", row.line)};
      edits.push_back({row.fields[0], row.fields[1], row.fields[2], row.fields[3], row.fields[4]});
      const std::string what = problem_of(edits.back());
      if (!what.empty()) throw BadRows{fmt::format("line {}: {}", row.line, what)};
    }
  } catch (const BadRows& bad) {
    throw InputError{path, fmt::format("{}: {}", path, bad.what)};
  }
  return edits;
}

}  // namespace annals
