#!/usr/bin/env bash
# Several jobs write what one writes, byte for byte and in the order read: good and bad lines, small and large, and the
# timeline of a folder. What goes wrong is told as with one.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
annals=$(readlink -f "${ANNALS_BUILD_DIR:-build}/annals")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - samples >"$work/lines.jsonl" <<'PYTHON'
import glob, json, sys
texts = [open(name, encoding="utf-8").read() for name in sorted(glob.glob(sys.argv[1] + "/*/article.txt"))]
for n in range(400):
    text = texts[n % len(texts)]
    size = (7 * n * n + 31) % len(text)
    if n % 37 == 5:
        print('{"id":"bad","text":"cut off')
    elif n % 97 == 11:
        print(json.dumps({"id": n, "dct": "2024-02-30", "text": text[:size]}))
    else:
        print(json.dumps({"id": n, "dct": f"19{n % 90 + 10}-03-{n % 28 + 1:02}", "text": text[:size] * (20 if n == 200 else 1)}))
PYTHON

same() {
  local got1=0 gotN=0
  "$annals" "$@" --jobs 1 >"$work/1" 2>"$work/err1" || got1=$?
  for jobs in 2 3 8; do
    gotN=0
    "$annals" "$@" --jobs $jobs >"$work/n" 2>"$work/errn" || gotN=$?
    cmp "$work/1" "$work/n"
    ((got1 == gotN)) || { echo "annals $*: exit code $gotN with $jobs jobs, $got1 with one" && exit 1; }
    cmp <(sort "$work/err1") <(sort "$work/errn")
  done
  [[ -s $work/1 ]]
}
same tag --from jsonl --to jsonl "$work/lines.jsonl"
[[ $(wc -l <"$work/1") == 400 ]]
same tag --from jsonl "$work/lines.jsonl"
same --from jsonl --to jsonl "$work/lines.jsonl"
same tag --to jsonl samples
same samples --to csv
same samples --to json

# A full disk ends all jobs at once.
got=0
"$annals" tag --from jsonl --to jsonl --jobs 3 "$work/lines.jsonl" >/dev/full 2>"$work/err" || got=$?
[[ $got == 2 ]] && grep -q 'standard output' "$work/err"
