#include "cli/edits_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/files.h"
#include "export/delimited.h"
#include "text/ascii.h"
#include "text/fnv.h"

namespace annals {
namespace {

constexpr const char* editable[] = {"headline", "edtf", "status"};
constexpr const char* derived[] = {"earliest_start", "latest_start", "earliest_end",
                                   "latest_end",     "precision",    "approximate"};
constexpr const char* fixed[] = {"who", "where", "note"};

const std::vector<std::string> columns = {"action", "id", "field", "was", "now"};

bool has(const BackRow& row, std::string_view name) { return row.fields.find(name) != row.fields.end(); }

// Spreadsheets write TRUE for true.
bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

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

// The same row added again gets the same id.
std::string id_by_hand(const std::string& words) { return fmt::format("by-hand-{:012x}", fnv(words) >> 16); }

class Finder {
 public:
  Finder(const std::vector<BackRow>& base, const std::vector<BackRow>& edited,
         std::vector<std::string>& problems)
      : base_(base), edited_(edited), problems_(problems) {
    for (const BackRow& row : base) known_[field(row, "id")] = &row;
  }

  Edits find() {
    for (const BackRow& row : edited_) look_at(row);
    if (seen_.empty() && !problems_.empty())
      return std::move(edits_);  // other articles: none of these was deleted
    for (const BackRow& row : base_) {
      const std::string id = field(row, "id");
      if (!seen_.count(id)) edits_.push_back({"delete", id, "", field(row, "headline"), ""});
    }
    return std::move(edits_);
  }

 private:
  void look_at(const BackRow& row) {
    if (has(row, "reason")) return;  // what found no date cannot be edited
    const std::vector<std::string> ids = ids_of(field(row, "id"));
    if (ids.empty()) return add(row);
    for (const std::string& id : ids) {
      if (!known_.count(id))
        return problem(row,
                       fmt::format("the articles as they are read now have no event {}: give the --date, "
                                   "--style, --edits, ... that the file was written with; a row of your "
                                   "own has an empty id",
                                   id));
      if (!seen_.insert(id).second) return problem(row, fmt::format("{} stands here a second time", id));
    }
    for (std::size_t i = 1; i < ids.size(); ++i) keep(row, {"merge", ids[0], ids[i], "", ""});
    change(row, ids[0]);
  }

  void change(const BackRow& row, const std::string& id) {
    const BackRow& was = *known_.at(id);
    const auto differs = [&](std::string_view name) {
      return has(row, name) && has(was, name) && !same(field(row, name), field(was, name));
    };
    for (const char* name : editable) {
      if (!has(row, name) || field(row, name) == field(was, name)) continue;
      keep(row, {"set", id, name, field(was, name), field(row, name)});
    }
    for (const char* name : derived) {
      if (!differs("edtf") && differs(name))
        problem(row, fmt::format("{} follows from edtf: change it there", name));
    }
    for (const char* name : fixed) {
      if (differs(name))
        problem(row, fmt::format("{} cannot be edited, and is not kept: headline, edtf or status can", name));
    }
  }

  void add(const BackRow& row) {
    const std::string headline = field(row, "headline"), edtf = field(row, "edtf");
    const std::string id = id_by_hand(headline + '\t' + edtf), status = field(row, "status");
    Edits made = {{"add", id, "edtf", "", edtf}, {"add", id, "headline", "", headline}};
    if (!status.empty()) made.push_back({"add", id, "status", "", status});
    const std::size_t before = edits_.size(), said = problems_.size();
    for (const Edit& edit : made) keep(row, edit);
    if (problems_.size() > said) edits_.resize(before);
  }

  void keep(const BackRow& row, const Edit& edit) {
    const std::string what = problem_of(edit);
    what.empty() ? edits_.push_back(edit) : problem(row, what);
  }
  void problem(const BackRow& row, const std::string& what) {
    problems_.push_back(fmt::format("{}: {}", row.where, what));
  }

  const std::vector<BackRow>&base_, &edited_;
  std::vector<std::string>& problems_;
  std::map<std::string, const BackRow*> known_;
  std::set<std::string> seen_;
  Edits edits_;
};

}  // namespace

Edits find_edits(const std::vector<BackRow>& written, const std::vector<BackRow>& edited,
                 std::vector<std::string>& problems) {
  return Finder(written, edited, problems).find();
}

std::string to_csv(const Edits& edits) {
  std::string text = fmt::format("{}\r\n", fmt::join(columns, ","));
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
  const std::string text = bytes_of(path);
  Edits edits;
  try {
    for (const ReadRow& row : read_rows(text)) {
      if (row.line == 1 && row.fields == columns) continue;
      if (row.line == 1)
        throw BadRows{fmt::format("no file of edits: the first line of what annals import writes is {}",
                                  fmt::join(columns, ","))};
      if (row.fields.size() != columns.size())
        throw BadRows{fmt::format("line {}: an edit has 5 fields ({})", row.line, fmt::join(columns, ","))};
      edits.push_back({row.fields[0], row.fields[1], row.fields[2], row.fields[3], row.fields[4]});
      const std::string what = problem_of(edits.back());
      if (!what.empty()) throw BadRows{fmt::format("line {}: {}", row.line, what)};
    }
  } catch (const BadRows& bad) {
    throw InputError{path, bad.what};
  }
  return edits;
}

}  // namespace annals
