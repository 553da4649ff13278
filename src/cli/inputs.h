// Where articles come from: files, folders, globs, standard input, JSON Lines.
//
// What cannot be read is said on stderr with its name and its reason, counted, and does not stop the others.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/files.h"
#include "text/article.h"

namespace annals {

struct InputOptions {
  std::vector<std::string> paths;    // files, folders, globs, "-"
  std::string from;                  // "text" or "jsonl"; empty: text, until settle_form has asked the names
  std::vector<std::string> outputs;  // to be written, and so never read
  std::string date;                  // of every article, before what it says itself
  std::string language;
  std::string style;
  std::map<std::string, std::string, std::less<>> settings;  // of every article, before its own
  // What is wrong with a setting of an article; it is told and passed over. Empty: nothing.
  std::function<std::string(std::string_view key, const std::string& value)> setting_problem;
};

// Unsaid, files that all end in .jsonl are JSON Lines; throws InputError where only some of them do.
void settle_form(InputOptions& options);
// Throws InputError where a file that is read would be written over, by whatever name.
void keep_apart(const std::string& read, const std::vector<std::string>& outputs);

// What --date says; throws InputError, with why, where that is no day.
Moment read_date_flag(const std::string& said);

std::string to_json_line(const InputError& error);  // {"id":...,"error":...}

class Inputs {
 public:
  explicit Inputs(InputOptions options);

  // Calls `take` for each article and `fail` for each JSON line that
  // is none, in order. False where nothing at all could be read.
  bool each(const std::function<void(Article)>& take, const std::function<void(const InputError&)>& fail);
  std::size_t failed() const { return failed_; }

 private:
  std::vector<std::string> files();  // with folders and globs opened
  void read_text(const std::string& path, const std::function<void(Article)>& take);
  void read_lines(const std::string& path, const std::function<void(Article)>& take,
                  const std::function<void(const InputError&)>& fail);
  void prepare(Article& article) const;
  void complain(const std::string& path, const std::string& what);

  InputOptions options_;
  std::optional<Moment> date_;
  std::size_t failed_ = 0, read_ = 0;
};

// The article of one JSON line: {"id","text","dct","lang"?,"style"?}; throws InputError.
Article read_json_line(const std::string& line, std::size_t number);

}  // namespace annals
