#!/usr/bin/env bash
# annals explain: each date and each event is followed back to the words, the rule and the link it comes from.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
annals=$(readlink -f "${ANNALS_BUILD_DIR:-build}/annals")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# shows WORDS...: the last output has a line with each of these, in this order.
shows() {
  local words rest
  rest=$(<"$work/out")
  for words in "$@"; do
    if [[ $rest != *"$words"* ]]; then
      failures=$((failures + 1))
      echo "FAILED: no '$words' in:"
      cat "$work/out"
      return
    fi
    rest=${rest#*"$words"}
  done
}

"$annals" explain "She left last summer." --date 2024-03-13 >"$work/out"
shows 'rule        last-season (rules/en/deictic.yaml:' 'anchor      article 2024-03-13' 'days        2023-06-01/2023-08-31' \
  'event "left"' 'headline    She left' 'window      2023-06-01..2023-08-31   EDTF 2023-22' 'why         trigger: left' 'why         attach: left-verb (rules/en/attach.yaml:'

printf 'date 1860-01-01\n\nIn November 1852 Ada Wren reopened the bridge nearly two years after rebels burned it.\n' >"$work/a.txt"
"$annals" explain "$work/a.txt" >"$work/out"
shows 'event "burned"' 'window      1850-11-01..1851-05-31' 'derived' 'why         window: from ev-' 'link        before ev-' \
  'event "reopened"' 'link        after ev-'

printf 'date 1860-01-01\n\nAda Wren held a meeting with Feld on 1 December 1859. After the meeting, Wren wrote a letter, and he is silent now.\n' >"$work/a.txt"
"$annals" explain "$work/a.txt" >"$work/out"
shows 'event "wrote"' 'why         window: not before: 1859-12-01' 'after held' 'why         window: not after: the article'

"$annals" explain "Wait a minute." >"$work/out" && echo "FAILED: exit code of nothing found" && failures=$((failures + 1))
shows 'is no expression' 'refused'
((failures == 0))
