// Where results go: standard output, a device or pipe, or
// a file that is written aside and renamed when whole.
#pragma once
#include <cstdio>
#include <string>
#include <string_view>

namespace annals {

struct OutputError {
  std::string what;
};

// Buffers, writes, and finishes: a full disk or a closed
// pipe becomes an OutputError, and the old file stays whole.
class Output {
 public:
  explicit Output(const std::string& path);  // empty or "-": standard output
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void finish();
  bool to_terminal() const;

 private:
  void fail(const char* doing);
  std::string path_, aside_;
  std::FILE* file_ = nullptr;
};

}  // namespace annals
