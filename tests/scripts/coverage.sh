#!/usr/bin/env bash
# annals check --coverage tells how often each rule is found in a folder of articles, which rules never are, and why:
# another took their place, their guards refused them, or nothing fits them.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
annals=$(readlink -f "${ANNALS_BUILD_DIR:-build}/annals")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failures=0

holds() { grep -qE -- "$1" out || { failures=$((failures + 1)) && echo "FAILED: no '$1'" && cat out err; }; }
lacks() { ! grep -qE -- "$1" out || { failures=$((failures + 1)) && echo "FAILED: '$1' where none was due"; }; }

mkdir -p letters/old rules empty
echo '{"id":"a","dct":"1643-05-20","text":"She left yesterday. He left yesterday. They met in May 1641."}' >letters/a.jsonl
printf 'date 1643-05-20\n\nThey saw the March of the Weavers. It rained from 1640 to 1641.\n' >letters/old/b.txt
cat >rules/mine.yaml <<'PAGE'
article: 1643-05-20
yesterday-too:
  pattern: [yesterday]
  means: {previous: {unit: =day}}
  when: {followed-by: [noon]}
  examples: [{text: "She left [yesterday] noon.", value: 1643-05-19}]
bare-may:
  pattern: <month:month-name>
  means: {date: month}
  examples: [{text: "She left in [May].", value: 1643-05}]
candlemas-eve:
  pattern: candlemas eve
  means: {date: {month: =2, day: =1}}
  examples: [{text: "She left on [Candlemas Eve].", value: 1643-02-01}]
PAGE

"$annals" check rules --coverage letters >out 2>err || { failures=$((failures + 1)) && echo "FAILED: exit code" && cat err; }
holds '^ +2 +0 +0 +0  yesterday  .*deictic.yaml:[0-9]+$'
holds '^ +1 +0 .*  from-to  '        # a range is found once, and its ends are parts
holds '^ +0 +[2-9] .*  year  '
holds '^ +1 +0 .*  march-of-people  ' # a false friend that kept others away
holds 'yesterday-too  .*mine.yaml:2: refused by its guards \(2\)$'
holds 'bare-may  .*mine.yaml:7: lost to month-year \(1\)'
holds 'candlemas-eve  .*mine.yaml:11: nothing fits it$'
holds '^2 articles, 5 expressions$'
lacks '^ .*  candlemas-eve  '

"$annals" check --coverage nowhere >out 2>err && failures=$((failures + 1)) && echo "FAILED: a missing folder passed"
grep -q 'nowhere: no such folder' err || { failures=$((failures + 1)) && cat err; }
"$annals" check --coverage empty >out 2>err && failures=$((failures + 1)) && echo "FAILED: an empty folder passed"
grep -q 'no articles there' err || { failures=$((failures + 1)) && cat err; }
((failures == 0)) && echo "coverage: rules won, lost, refused and idle are told apart"
exit $((failures > 0))
