// Rows of different lengths in one block: the edges out of each state, the values of each word.
//
//   Rows<int> rows;   rows.add({1, 2});   rows.add({});   rows[0] -> 1 2   rows[1] -> nothing
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace annals {

template <typename T>
class Rows {
 public:
  void add(const std::vector<T>& row) {
    items_.insert(items_.end(), row.begin(), row.end());
    ends_.push_back(static_cast<std::uint32_t>(items_.size()));
  }
  std::span<const T> operator[](std::size_t row) const {
    const std::uint32_t first = row == 0 ? 0 : ends_[row - 1];
    return {items_.data() + first, ends_[row] - first};
  }
  std::size_t size() const { return ends_.size(); }

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(items_, ends_);
  }

 private:
  std::vector<T> items_;
  std::vector<std::uint32_t> ends_;  // of each row, in items
};

}  // namespace annals
