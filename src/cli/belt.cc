#include "cli/belt.h"

#include <iostream>
#include <utility>

namespace annals {

// One job is done on the spot.
Belt::Belt(std::size_t jobs, Output& output, Work work)
    : most_sent_(jobs > 1 ? 3 * jobs : 0), output_(output), work_(std::move(work)) {
  for (std::size_t i = 0; jobs > 1 && i < jobs; ++i) workers_.emplace_back([this] { run(); });
}

Belt::~Belt() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
    waiting_.clear();
  }
  sent_one_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void Belt::add(Article article) {
  if (workers_.empty()) {
    Sheet& sheet = filling_->sheet;
    sheet.output = &output_;
    work_(article, sheet);
    write(sheet);
    return filling_->clear();
  }
  const std::size_t bytes = article.text.size();
  add(Item(std::move(article)), bytes);
}

void Belt::add(std::string ready) {
  if (workers_.empty()) return output_.write(ready);
  const std::size_t bytes = ready.size();
  add(Item(std::move(ready)), bytes);
}

void Belt::add(Item item, std::size_t bytes) {
  filling_->items.push_back(std::move(item));
  filling_->bytes += bytes;
  if (filling_->bytes >= kBatch) send();
}

void Belt::send() {
  if (filling_->items.empty()) return;
  while (sent_.size() >= most_sent_) write_first();
  if (spare_.empty()) spare_.push_back(std::make_unique<Batch>());
  sent_.push_back(std::exchange(filling_, std::move(spare_.back())));
  spare_.pop_back();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(sent_.back().get());
  }
  sent_one_.notify_one();
}

void Belt::write_first() {
  Batch& first = *sent_.front();
  {
    std::unique_lock lock(mutex_);
    done_one_.wait(lock, [&] { return first.done; });
  }
  write(first.sheet);
  if (first.thrown) std::rethrow_exception(first.thrown);
  first.clear();
  spare_.push_back(std::move(sent_.front()));
  sent_.pop_front();
}

void Belt::Batch::clear() {  // but for the room that it has
  items.clear(), sheet.out.clear(), sheet.said.clear();
  bytes = 0, done = false;
}

void Belt::write(const Sheet& sheet) {
  std::cerr << sheet.said;
  output_.write(sheet.out);
}

void Belt::finish() {
  if (!workers_.empty()) send();
  while (!sent_.empty()) write_first();
}

void Belt::work_on(Batch& batch) const {
  try {
    for (Item& item : batch.items) {
      if (auto* const ready = std::get_if<std::string>(&item)) {
        batch.sheet.out += *ready;
      } else {
        work_(std::get<Article>(item), batch.sheet);
      }
    }
  } catch (...) {
    batch.thrown = std::current_exception();
  }
}

void Belt::run() {
  for (;;) {
    Batch* batch = nullptr;
    {
      std::unique_lock lock(mutex_);
      sent_one_.wait(lock, [&] { return over_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      batch = waiting_.front();
      waiting_.pop_front();
    }
    work_on(*batch);
    {
      const std::lock_guard lock(mutex_);
      batch->done = true;
    }
    done_one_.notify_all();
  }
}

}  // namespace annals
