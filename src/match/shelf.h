// Things that are dear to fill and that one thread at a time may use: taken from the shelf for one text, and
// put back for the next.
#pragma once
#include <memory>
#include <mutex>
#include <vector>

namespace annals {

template <typename Thing>
class Shelf {
 public:
  class Loan {
   public:
    explicit Loan(Shelf& shelf) : shelf_(shelf), thing_(shelf.take()) {}
    ~Loan() { shelf_.put_back(std::move(thing_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Thing& operator*() const { return *thing_; }
    Thing* operator->() const { return thing_.get(); }

   private:
    Shelf& shelf_;
    std::unique_ptr<Thing> thing_;
  };

 private:
  std::unique_ptr<Thing> take() {
    const std::lock_guard lock(mutex_);
    if (things_.empty()) return std::make_unique<Thing>();
    auto thing = std::move(things_.back());
    things_.pop_back();
    return thing;
  }
  void put_back(std::unique_ptr<Thing> thing) {
    const std::lock_guard lock(mutex_);
    things_.push_back(std::move(thing));
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<Thing>> things_;
};

}  // namespace annals
