// Edits by hand as a file, and how they are found in what came back edited.
//
//   action,id,field,was,now
//   set,ev-83fb53b31293,edtf,2022-11,2022-11-19
//   delete,ev-8712aa,,"Trump and Musk met",
#pragma once
#include <string>
#include <vector>

#include "export/read_back.h"
#include "timeline/edits.h"

namespace annals {

// What differs between the rows as annals writes them and as they
// came back. Problems are told by row, and what has one is no edit.
Edits find_edits(const std::vector<BackRow>& written, const std::vector<BackRow>& edited,
                 std::vector<std::string>& problems);

std::string to_csv(const Edits& edits);
Edits read_edits(const std::string& path);  // throws InputError

}  // namespace annals
