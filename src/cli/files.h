// Files as they stand on the disk, and standard input, which is called "-". Without iostreams: std::cin gives its
// bytes one by one.
//
//   const std::string bytes = bytes_of("letter.txt");
//   Lines lines("letters.jsonl");
//   for (std::string line; lines.next(line);) ...
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct InputError {
  std::string id, what;  // id: of the document, or the name of the file; may be empty
};

std::string bytes_of(
    const std::string& path);  // throws InputError: there is no such file, it is a folder, ...

// What a pipe holds is taken as it comes.
class Lines {
 public:
  explicit Lines(const std::string& path);
  ~Lines();
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  bool opened() const { return file_ >= 0; }
  int error() const { return error_; }  // that ended them, or 0
  bool next(std::string& line);         // without its line break; the last one need not have any

 private:
  bool fill();

  int file_;
  int error_ = 0;
  std::vector<char> block_ = std::vector<char>(1U << 18U);
  std::string_view rest_;  // of the block
};

}  // namespace annals
