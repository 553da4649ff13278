# Sourced by the scripts beside it: a corpus in parts, what one run makes of it, and what becomes of the parts.
#
# The contract: one document a line, no document knows of another, one line out for each line in. So the lines may be cut
# into parts anywhere between two of them, and the results laid end to end.
root=$(readlink -f "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../..")
annals=$(readlink -f "${ANNALS_BUILD_DIR:-$root/build}/annals")
work=$(mktemp -d)
chmod 755 "$work"
parts=12

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# wait_for SECONDS WHAT COMMAND...: until the command succeeds.
wait_for() {
  local seconds=$1 what=$2
  shift 2
  for ((i = 0; i < seconds * 10; i++)); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "$what: not within $seconds seconds"
  return 1
}

# The processes above one, up to the one that is named or the first of all, and those right below it.
family() {
  local pid=$1
  ps -o pid= --ppid "$pid"
  while ((pid > 1)) && [[ $pid != "$2" ]]; do
    echo "$pid"
    pid=$(ps -o ppid= -p "$pid" | tr -d ' ')
    pid=${pid:-1}
  done
}

make_parts() {
  python3 - "$root/samples" >"$work/corpus.jsonl" <<'PYTHON'
import glob, json, sys
texts = [open(name, encoding="utf-8").read() for name in sorted(glob.glob(sys.argv[1] + "/*/article.txt"))]
for n in range(600):
    text = texts[n % len(texts)]
    line = json.dumps({"id": f"d{n}", "dct": f"19{n % 80 + 20}-05-{n % 28 + 1:02}", "text": text[: (n * 911) % len(text)]})
    print(line if n % 101 else line[: len(line) // 2])
PYTHON
  "$annals" tag --from jsonl --to jsonl "$work/corpus.jsonl" >"$work/expected" 2>"$work/expected.err" || (($? == 1))
  mkdir -p "$work/parts"
  split -d -a 2 -n "l/$parts" "$work/corpus.jsonl" "$work/parts/"

  # What a worker does with a part. The second one on the worker that will be killed gets stuck halfway. Exit code 1 tells
  # of lines that are no documents; each is answered by a line of its own, so the part is done all the same.
  cat >"$work/tag-part" <<END
#!/bin/bash
part=\$1
if [[ \$WORKER == w1 ]] && grep -qs ^w1 "$work/done" && mkdir "$work/stuck" 2>/dev/null; then
  head -n 7 "\$part" | "$annals" tag --from jsonl --to jsonl - 2>/dev/null
  echo \$\$ >"$work/stuck/pid"
  sleep 600
fi
echo "\$WORKER \${part##*/}" >>"$work/done"
"$annals" tag --from jsonl --to jsonl "\$part" 2>/dev/null || ((\$? == 1))
END
  chmod +x "$work/tag-part"
}

# report RESULT: it must be what one run wrote, and both workers must have had a share in it.
report() {
  cmp "$work/expected" "$1"
  local w1 w2
  w1=$(grep -c '^w1' "$work/done" || true) w2=$(grep -c '^w2' "$work/done" || true)
  [[ -e $work/stuck/pid ]] || { echo "no worker was killed at its work" && return 1; }
  ((w1 > 0 && w2 > 0)) || { echo "a worker did nothing: $w1 and $w2 parts" && return 1; }
  echo "$(wc -l <"$1") documents in $parts parts, $w1 by the first worker before it was killed, $w2 by the second: as one run"
}
