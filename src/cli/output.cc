#include "cli/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace annals {

namespace fs = std::filesystem;

Output::Output(const std::string& path) : path_(path == "-" ? "" : path) {
  if (path_.empty()) {
    file_ = stdout;
    return;
  }
  std::error_code none;
  const fs::file_status old = fs::status(path_, none);
  if (fs::exists(old) && !fs::is_regular_file(old)) {  // a device or a pipe is written to, never replaced
    file_ = std::fopen(path_.c_str(), "wb");
  } else {
    if (fs::is_symlink(fs::symlink_status(path_, none))) path_ = fs::weakly_canonical(path_).string();
    aside_ = fmt::format("{}.{}.part", path_, getpid());
    file_ = std::fopen(aside_.c_str(), "wb");
    if (file_ && fs::exists(old)) fs::permissions(aside_, old.permissions(), none);
  }
  if (!file_) fail("cannot write");
}

Output::~Output() {
  if (path_.empty() || !file_) return;
  std::fclose(file_);
  if (!aside_.empty()) std::remove(aside_.c_str());
}

void Output::fail(const char* doing) {
  throw OutputError{
      fmt::format("{} {}: {}", doing, path_.empty() ? "standard output" : path_, std::strerror(errno))};
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail("cannot write");
}

void Output::finish() {
  if (std::fflush(file_) != 0) fail("cannot write");
  if (path_.empty()) return;
  const int closed = std::fclose(file_);
  file_ = nullptr;
  if (closed != 0) {
    const int reason = errno;
    if (!aside_.empty()) std::remove(aside_.c_str());
    errno = reason;
    fail("cannot write");
  }
  if (aside_.empty()) return;
  if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail("cannot rename the finished file to");
}

bool Output::to_terminal() const { return file_ == stdout && isatty(STDOUT_FILENO) != 0; }

}  // namespace annals
