#!/usr/bin/env bash
# What the machine or the user gets wrong: exit code 0 is all done, 1 some inputs failed and the rest was written,
# 2 usage or nothing could be done; a message names what went wrong, and no output is half written.
#
#   ANNALS_BIG_MB=200 tests/scripts/errors.sh      the size of the large article
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
annals=$(readlink -f "${ANNALS_BUILD_DIR:-build}/annals")
big=${ANNALS_BIG_MB:-200}
good=$PWD/samples/biography/article.txt
work=$(mktemp -d)
trap 'mountpoint -q "$work/small" && umount "$work/small"; rm -rf "$work"' EXIT
cd "$work"
failures=0

fail() {
  failures=$((failures + 1))
  echo "FAILED: $*"
  head -c 400 err
  echo
}

# expect CODE WORDS ARGS...: annals ARGS ends with CODE and its standard error holds WORDS (an expression of grep -E;
# empty: it says nothing). Its standard output stays in the file `out`.
expect() {
  local code=$1 words=$2 got=0
  shift 2
  timeout 300 "$annals" "$@" >out 2>err </dev/null || got=$?
  ((got == code)) || fail "annals $*: exit code $got, not $code"
  if [[ -z $words ]]; then
    [[ ! -s err ]] || fail "annals $*: a message where none was due"
  else
    grep -qiE "$words" err || fail "annals $*: no word of '$words'"
  fi
}
holds() { grep -qE -- "$1" "${2:-out}" || fail "no '$1' in ${2:-out} ($3)"; }

# Nothing that could be done.
: >nothing.txt
expect 2 'nofile.txt' nofile.txt
expect 2 'xyz' "$good" --to xyz
expect 2 '^annals: .*frobnicate' "$good" --frobnicate
expect 2 '2024-02-30 does not exist: February 2024 has 29 days' "$good" --date 2024-02-30
expect 2 'yesterday: is no day' "$good" --date yesterday
expect 2 . ''
mkdir empty
expect 2 'empty' empty
expect 2 'empty: no rule pages' check empty
expect 2 'noarticle.txt: no such file' explain noarticle.txt
expect 2 'anywhere' "$good" --save-text nothing.txt/anywhere
expect 2 'it is one of [a-z]' "$good" --region atlantis
expect 2 'did you mean .england.' "$good" --region englnd
expect 2 'bom is for --to csv, tsv' "$good" --bom --to json
expect 2 'split is for --to ics' "$good" --split 3 --to csv
expect 2 'empty: is a folder' explain empty
expect 2 'nowhere' "$good" -o nowhere/out.csv
expect 2 'no format is known by the ending .docx' "$good" -o timeline.docx
expect 2 'nothing-here' check nothing-here
expect 2 'nothing.txt.*empty' nothing.txt
expect 0 '' --help

# A relative time without a date is told once; nothing is told where nothing waits.
echo 'It opened on 4 May 1911.' >nodate.txt
expect 0 '' nodate.txt
echo 'It opened on 4 May 1911 and closed yesterday.' >nodate.txt
expect 0 'nodate.txt: no article date; 1 of 2' nodate.txt

# A setting of an article that no page knows is told, with those that are known, and passed over.
printf '%s\n' --- 'region: atlantis' --- 'It opened on 4 May 1711.' >lost.txt
expect 0 'lost.txt: `region: atlantis` is passed over.*, england, ' lost.txt
holds ',1711-05-04,' out lost.txt
expect 2 'region atlantis.*, england, ' lost.txt --region atlantis

# Some inputs fail, the rest is written.
expect 1 'nofile.txt' nofile.txt "$good" --to csv
holds 1846 out 'one file of two is missing'
printf 'date 2024-02-30\n\nHe left yesterday.\n' >baddate.txt
expect 2 'baddate.*2024-02-30|2024-02-30.*baddate' baddate.txt
expect 1 '2024-02-30' baddate.txt "$good" --to csv
holds 1846 out 'one article of two has a wrong date'
ln -s /proc/self/mem broken.txt # opens, and then cannot be read
expect 2 'broken.txt' broken.txt
cp "$good" locked.txt
if ((EUID)); then
  chmod 000 locked.txt
  expect 2 'locked.txt' locked.txt
fi
mkdir folder
expect 2 'annals: folder: Is a directory' "$good" --edits folder
expect 2 'annals: folder: Is a directory' import folder
expect 2 'annals: folder: Is a directory' score folder folder
expect 2 'annals: nofile.jsonl: No such file' score nofile.jsonl nofile.jsonl
echo '{"id":"a","events":[]}' >timeline.jsonl
expect 2 "timeline.jsonl:1: key 'timexes' not found" score timeline.jsonl timeline.jsonl
cat >lines.jsonl <<'END'
{"id":"a","text":"It opened in November 2022.","dct":"2024-03-13"}
{"id":"b","text":"It opened
{"id":"c","text":"It closed yesterday.","dct":"2024-03-13"}
{"id":"d","dct":"2024-03-13"}
{"id":"e","text":"It closed yesterday.","dct":"2024-13-13"}
{"id":"f","text":"It closed yesterday.","dct":null}
END
expect 1 'line 2|:2' tag --from jsonl lines.jsonl --to jsonl
[[ $(wc -l <out) == 6 && $(jq -r 'select(.error) | .id // "-"' out | tr -d '\n') == [-b]de ]] || fail "bad JSON lines among good"
[[ $(jq -r 'select(.id == "c").timexes[0].value' out) == 2024-03-12 ]] || fail "the good line behind a bad one"

# What a file's name says: lines of JSON, not an article of braces; beside articles it is asked.
printf '{"id":"a","text":"It closed yesterday.","dct":"2024-03-13"}\n' >named-lines.jsonl
expect 0 '' named-lines.jsonl --to csv
holds ',2024-03-12,' out 'a file that ends in .jsonl'
expect 0 '' tag named-lines.jsonl --to jsonl
holds '"value":"2024-03-12"' out 'tag of a file that ends in .jsonl'
expect 2 'named-lines.jsonl: JSON Lines among other files' named-lines.jsonl "$good"
expect 0 'no article date' named-lines.jsonl --from text

# What is read is not written over, by whatever name; in a folder, what is to be written is no article.
mkdir kept && cp "$good" kept/a.txt && ln -s a.txt kept/link.txt
for verb in '' tag; do
  expect 2 'a.txt: is read here, and would be written over' $verb kept/a.txt -o kept/link.txt
  expect 2 'a.txt: is read here' $verb kept/a.txt -o ./kept/../kept/a.txt
done
expect 2 'a.txt: is read here' kept/a.txt --report kept/a.txt
cmp -s "$good" kept/a.txt || fail 'an article was written over'
"$annals" kept/a.txt -o kept/a.csv 2>err
cp kept/a.csv edited.csv
expect 2 'edited.csv: is read here' import edited.csv kept/a.txt -o edited.csv
cmp -s kept/a.csv edited.csv || fail 'what was edited was written over'
rm kept/link.txt
for _ in 1 2; do expect 0 '' kept --to md -o kept/all.md; done
[[ $(grep -c 1846 kept/all.md) == $("$annals" kept/a.txt --to md 2>err | grep -c 1846) ]] || fail 'a timeline was read as an article'

# Files that are not what they are given for.
expect 2 'no file of edits: .*action,id,field,was,now' "$good" --edits "$good"
expect 2 "$(basename "$good"):1: not JSON$" score "$good" "$good"
printf '{"id":"a","timexes":[{"start":1}]}\n' >endless.jsonl
expect 2 "endless.jsonl:1: key 'end' not found" score endless.jsonl endless.jsonl

# Nothing found is said, lest an empty screen be taken for a failure.
echo 'The town slept.' >quiet.txt
expect 0 'no event was found' quiet.txt --to table
expect 0 'contradict each other nowhere' "$good" --conflicts --to table
# What is lost is told with the event's words.
expect 0 'ics: ev-[0-9a-f]+: .*more than --max-span 366 \(".*"\)' "$good" --to ics

# No text, or in another encoding.
gzip -nc "$good" >packed.txt
expect 2 'packed.txt: is no text, or of another encoding' packed.txt
head -c 2000 "$annals" >program.txt # mostly zeros, which UTF-8 allows
expect 2 'program.txt: is no text' program.txt
for i in {1..30}; do printf 'The caf\xe9 opened in May 1901. '; done >accents.txt
expect 0 '25 more such bytes; were it Latin-1' accents.txt
iconv -f UTF-8 -t UTF-16 "$good" >wide.txt
expect 2 'wide.txt: is UTF-16' wide.txt

# Odd bytes are no errors.
printf 'date 2024-03-13\n\nThe caf\xe9 op\xff\xc3ened in November 2022.\n' >latin.txt
expect 0 'latin.txt.*UTF-8|UTF-8.*latin.txt' latin.txt --to csv
iconv -f UTF-8 -t UTF-8 out >/dev/null || fail "bad bytes went into the output"
holds '2022-11' out 'bad UTF-8'
"$annals" "$good" --to csv 2>&1 | cut -d, -f2-6 >lf
sed 's/$/\r/' "$good" >crlf.txt
(printf '\xef\xbb\xbf' && cat "$good") >bom.txt
for odd in crlf bom; do
  expect 0 '' $odd.txt --to csv
  cut -d, -f2-6 out | diff lf - >err || fail "$odd changes the dates"
done
printf 'date 2024-03-13\n\nIt\001 opened\033[31m in\000 the north\010 in November 2022.\v It closed\f yesterday.\n' >control.txt
for format in csv json ics table; do
  expect 0 '' control.txt --to $format
  ! grep -qaP '[\x00-\x08\x0b\x0c\x0e-\x1f]' out || fail "control characters in $format"
done
expect 0 '' control.txt --to json && jq . out >/dev/null || fail "JSON with control characters"
expect 0 '' tag control.txt && xmllint --noout out || fail "TimeML with control characters"

# The other end goes away, or has no room.
for _ in {1..400}; do cat lines.jsonl; done | grep -v '"b"\|"d"\|"e"' >many.jsonl
for _ in {1..5}; do cat many.jsonl; done >more.jsonl
"$annals" tag --from jsonl more.jsonl --to jsonl 2>err | head -n 1 >out
got=${PIPESTATUS[0]}
[[ $got == 0 || $got == 1 || $got == 2 || $got == 141 ]] || fail "a closed pipe: exit code $got"
[[ ! -s err || $got == 2 ]] || fail "a closed pipe: noise"
for words in "$good --to csv" "explain $good" check --help; do
  "$annals" $words >/dev/full 2>err && fail "annals $words: a full /dev/full goes unnoticed"
done
expect 2 '/dev/full' "$good" --to csv -o /dev/full
[[ -c /dev/full ]] || fail "-o /dev/full put a file in the place of the device"
expect 0 '' "$good" -o named.jsonl
holds '^."id":' named.jsonl 'the name of the file says the format'
mkfifo pipe
cat pipe >piped &
expect 0 '' "$good" --to csv -o pipe
wait $!
[[ -p pipe ]] && holds 1846 piped '-o to a named pipe'
echo "the timeline of last week" >linked.csv && chmod 640 linked.csv && ln -s linked.csv link.csv
expect 0 '' "$good" --to csv -o link.csv
[[ -L link.csv && $(stat -c %a linked.csv) == 640 ]] && holds 1846 linked.csv '-o through a link'
echo "the timeline of last week" >old.csv
cp old.csv kept.csv
got=0
(trap '' XFSZ; ulimit -f 16; "$annals" tag --from jsonl more.jsonl --to jsonl -o old.csv) 2>err || got=$?
((got == 2)) && cmp -s old.csv kept.csv || fail "no room: exit code $got, old file lost or not"
[[ $(find . -maxdepth 1 -newer kept.csv -name '*old.csv*' | wc -l) == 0 ]] || fail "no room: leftovers $(ls)"
if ((EUID == 0)) && mkdir small && mount -t tmpfs -o size=64k none small 2>/dev/null; then
  cp kept.csv small/old.csv
  expect 2 'old.csv' tag --from jsonl more.jsonl --to jsonl -o small/old.csv
  cmp -s small/old.csv kept.csv || fail "a full disk: the old file is lost"
  [[ $(ls -A small) == old.csv ]] || fail "a full disk: leftovers $(ls -A small)"
fi

# Large, and still an answer.
line='The river rose and the people of the lower town carried what they had up to the church on the hill.'
(printf 'date 2024-03-13\n\n' && yes "$line") | head -c "${big}M" >big.txt
printf '\nIt fell in November 2022.\n' >>big.txt
expect 0 '' big.txt --to csv
holds '2022-11' out "an article of $big MB"
(printf 'date 2024-03-13\n\n' && head -c "$((big / 4))M" /dev/zero | tr '\0' 'x' && printf ' and it fell in November 2022.\n') >line.txt
expect 0 '' line.txt --to csv
holds '2022-11' out "a line of $((big / 4)) MB without a blank"
(printf 'date 2024-03-13\n\n' && head -c "${big}K" /dev/zero | tr '\0' '1' | sed 's/11/1 /g' && printf '\nIt fell in November 2022.\n') >ones.txt
expect 0 '' tag ones.txt

((failures == 0)) || { echo "$failures failed" && exit 1; }
