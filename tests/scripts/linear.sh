#!/usr/bin/env bash
# Twice the text, twice the time, on text that is there to hurt. tools/bench --hostile measures it closely; here a busy
# machine may be wrong by a third, and what grows with the square still stands out.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
annals=${ANNALS_BUILD_DIR:-build}/annals
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT=%U
failures=0

# seconds BYTES WORDS STYLE: of the processor, the best of three.
seconds() {
  { printf -- '---\ndate: 2023-04-18\nstyle: %s\n---\n' "$3" && yes "$2" | head -c "$1" | tr '\n' ' '; } >"$work/text"
  for _ in 1 2 3; do { time "$annals" tag --to jsonl "$work/text" >/dev/null 2>&1; } 2>&1; done | sort -g | head -n 1
}

for words in 1 in Monday may 0123456789 '"' 'the old man and the sea and' 'two days after' 'from 1914 to' '3 May 1914 and'; do
  size=20000
  [[ $words == [0-9i\"t]* && $words != 1 ]] && size=400000
  [[ $words == 3* ]] && size=40000
  for style in news narrative; do
    once=$(seconds "$size" "$words" $style) twice=$(seconds $((2 * size)) "$words" $style)
    awk -v a="$once" -v b="$twice" 'BEGIN { exit !(b > 0.3 && b > 2.8 * a) }' || continue
    echo "'$words' ($style): $once s for $size bytes, $twice s for twice as many"
    failures=$((failures + 1))
  done
done
((failures == 0))
