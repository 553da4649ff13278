#!/usr/bin/env bash
# tools/measure on two small folders: a stand-in tags, the program itself scores.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
measure=$here/../../tools/measure
annals=$(readlink -f "${ANNALS_BUILD_DIR:-$here/../../build}/annals")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

expect() { grep -qE -- "$2" <<<"$1" || { printf 'no line like: %s\nin:\n%s\n' "$2" "$1" && exit 1; }; }

mkdir "$folder/gold"
cat >"$folder/gold/letters.jsonl" <<'GOLD'
{"id":"a","dct":"1914-08-01","text":"She left in May, then wrote in June and July.","timexes":[{"start":12,"end":15,"type":"DATE","value":"1914-05"},{"start":31,"end":35,"type":"DATE","value":"1914-06"},{"start":40,"end":44,"type":"DATE","value":null}]}
GOLD
cat >"$folder/gold/phrases-own.jsonl" <<'GOLD'
{"text":"on 3 May","reference":"1914-08-01","expected_span":[3,8],"expected_value":"1914-05-03"}
{"text":"in May","reference":"1914-08-01","expected_span":[0,6],"expected_value":"1914-05"}
{"text":"the eve of May","reference":"1914-08-01","expected_span":[0,14],"expected_value":"1914-04-30"}
{"text":"from May to June","reference":"1914-08-01","expected_span":[0,16],"expected_value":null}
{"text":"may it please","reference":"1914-08-01","expected_span":null,"expected_value":null,"negative":true}
GOLD

# The stand-in: the same two answers whatever is asked, and it must not see annotations.
cat >"$folder/annals" <<STANDIN
#!/usr/bin/env bash
[[ \$1 == tag ]] || exec "$annals" "\$@"
while read -r line; do
  case \$line in
    *timexes* | *expected*) exit 3 ;;
    *'"id": "a"'*) echo '{"id":"a","timexes":[{"start":12,"end":15,"type":"DATE","value":"1914-05","rule":"month"},{"start":40,"end":44,"type":"DATE","value":"1914-07","rule":"month"},{"start":17,"end":21,"type":"DATE","value":"PAST_REF","rule":"then"}]}' ;;
    *'"id": "0"'*) echo '{"id":"0","timexes":[{"start":3,"end":8,"type":"DATE","value":"1914-05-03","rule":"day"}]}' ;;
    *'"id": "1"'*) echo '{"id":"1","timexes":[{"start":3,"end":6,"type":"DATE","value":"1914-05","rule":"month"}]}' ;;
    *'"id": "2"'*) echo '{"id":"2","timexes":[{"start":11,"end":14,"type":"DATE","value":"1914-05","rule":"month"}]}' ;;
    *'"id": "3"'*) echo '{"id":"3","timexes":[{"start":5,"end":8,"rule":"month"},{"start":12,"end":16,"rule":"month"}]}' ;;
    *'"id": "4"'*) echo '{"id":"4","timexes":[]}' ;;
  esac
done
STANDIN
chmod +x "$folder/annals"

table=$(ANNALS=$folder/annals "$measure" "$folder/gold" --errors "$folder/errors" --coverage)
expect "$table" '^letters +1 +3 +3 \| +66.67 +66.67 +66.67 \| +66.67 +66.67 +66.67' # the valueless one is skipped
expect "$table" '^phrases-own +5 \| +3 of +4 +75.0% +25.0% \| +1 of +1 +100.0% \| +2 of +3' # a preposition, a range; no "eve"
expect "$table" '^month +6 +0 +0 +0 +0$'
expect "$table" '^then +1 +1 '
expect "$(<"$folder/errors/letters.causes.txt")" '1  spurious  by then  then'
expect "$(<"$folder/errors/letters.causes.txt")" '1  missed +MONTH'
expect "$(<"$folder/errors/phrases-own.causes.txt")" '1  extent  by month  the eve of MONTH  found as  MONTH'

refused() { # refused WORDS... : exits with 2 and says why
  local said status=0
  said=$("$measure" "$@" 2>&1) || status=$?
  [[ $status == 2 && $said == tools/measure:* ]] || { echo "tools/measure $*: $status $said" && exit 1; }
}
refused
refused "$folder/errors"
refused "$folder/gold" --only nobody
