// Articles through several workers at a time, results out in
// the order they came in: byte for byte what one worker writes.
//
//   Belt belt(2, output, [&](const Article& article, Sheet& sheet) { sheet.out = ...; });
//   inputs.each([&](Article article) { belt.add(std::move(article)); }, ...);
//   belt.finish();
//
// Small articles go in batches, lest the handing over cost more than the work; few batches are on their way
// at a time, so that memory does not grow with the input. They come back to be filled again: what one thread
// has asked memory for, no other gives back, which would make them wait for each other.
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "cli/output.h"
#include "text/article.h"

namespace annals {

struct Sheet {
  std::string out;   // for the output
  std::string said;  // for stderr
  // To be called now and then within a long article: where
  // nothing has to go before it, what is there goes out.
  void turn() {
    if (output && out.size() > kFull) output->write(out), out.clear();
  }
  static constexpr std::size_t kFull = 1U << 16U;
  Output* output = nullptr;
};

class Belt {
 public:
  using Work = std::function<void(Article& article, Sheet& sheet)>;  // who needs the article may take it
  Belt(std::size_t jobs, Output& output, Work work);
  ~Belt();
  Belt(const Belt&) = delete;
  Belt& operator=(const Belt&) = delete;

  void add(Article article);
  void add(std::string ready);  // written in its turn as it is
  void finish();                // rethrows what a worker threw

 private:
  using Item = std::variant<Article, std::string>;  // to be worked on, or ready
  struct Batch {
    std::vector<Item> items;
    std::size_t bytes = 0;
    Sheet sheet;
    std::exception_ptr thrown;
    bool done = false;
    void clear();
  };
  static constexpr std::size_t kBatch = 1U << 17U;  // bytes of articles

  void add(Item item, std::size_t bytes);
  void send();         // the batch that is being filled
  void write_first();  // of those sent
  void write(const Sheet& sheet);
  void work_on(Batch& batch) const;
  void run();  // a worker

  std::size_t most_sent_;
  Output& output_;
  Work work_;
  std::unique_ptr<Batch> filling_ = std::make_unique<Batch>();
  std::deque<std::unique_ptr<Batch>> sent_;  // the oldest first
  std::vector<std::unique_ptr<Batch>> spare_;
  std::deque<Batch*> waiting_;  // those of them that no worker has taken
  bool over_ = false;
  std::mutex mutex_;  // of waiting_, over_ and each batch's done
  std::condition_variable sent_one_, done_one_;
  std::vector<std::thread> workers_;
};

}  // namespace annals
