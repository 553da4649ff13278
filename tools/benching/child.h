// Programs run beside the bench, with the time they take and the memory they need.
#pragma once
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

inline double seconds(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

inline pid_t start(const std::vector<std::string>& command, const std::string& input = "/dev/null") {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const int in = open(input.c_str(), O_RDONLY);
    const int nothing = open("/dev/null", O_WRONLY);
    dup2(in, STDIN_FILENO), dup2(nothing, STDOUT_FILENO), dup2(nothing, STDERR_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  return child;
}

struct Child {
  double seconds = 0, processor = 0;  // by the clock, and of all its cores together
};

// Throws std::runtime_error where the program does not end with 0: what fails is soon done.
inline Child run(const std::vector<std::string>& command, const std::string& input = "/dev/null") {
  const auto begin = Clock::now();
  const pid_t child = start(command, input);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const auto time = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw std::runtime_error(fmt::format("{} fails", fmt::join(command, " ")));
  return {std::chrono::duration<double>(Clock::now() - begin).count(),
          time(usage.ru_utime) + time(usage.ru_stime)};
}

// The most memory a program had, asked while it runs: what wait4 tells counts this program too, from which it
// was forked.
inline double peak_bytes(const std::vector<std::string>& command) {
  const pid_t child = start(command);
  const std::string status = "/proc/" + std::to_string(child) + "/status";
  double peak = 0;
  for (bool ours = true; waitpid(child, nullptr, WNOHANG) == 0; usleep(500)) {
    double now = 0;
    std::ifstream lines(status);
    for (std::string word; lines >> word;) {
      if (word == "Name:") lines >> word, ours = word == "annals_bench";  // not yet the other program
      if (word == "VmHWM:") lines >> now;
    }
    if (!ours) peak = std::max(peak, 1024 * now);
  }
  return peak;
}

// A file that is gone when the bench is over.
class Scratch {
 public:
  explicit Scratch(const std::string& ending)
      : path_(std::filesystem::temp_directory_path() /
              ("annals-bench-" + std::to_string(getpid()) + "-" + std::to_string(++count()) + ending)) {}
  ~Scratch() { std::filesystem::remove(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string path() const { return path_.string(); }
  void write(std::string_view text) const { std::ofstream(path_, std::ios::binary) << text; }

 private:
  static int& count() {
    static int files = 0;
    return files;
  }
  std::filesystem::path path_;
};

}  // namespace bench
