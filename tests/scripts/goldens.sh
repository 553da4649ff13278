#!/usr/bin/env bash
# The samples come out as their goldens say, byte for byte. tools/accept rewrites the goldens.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
annals=${ANNALS_BUILD_DIR:-build}/annals
if ! compgen -G 'samples/*/timeline.csv' >/dev/null; then
  echo "no goldens: tools/accept writes them"
  exit 77
fi
now=$(mktemp -d)
trap 'rm -rf "$now"' EXIT
status=0

for article in samples/*/article.txt; do
  sample=${article%/article.txt}
  "$annals" "$article" --to csv -o "$now/timeline.csv"
  "$annals" "$article" --to ics -o "$now/timeline.ics"
  "$annals" tag "$article" -o "$now/expressions.tml"
  for golden in timeline.csv timeline.ics expressions.tml; do
    diff -u --label "$sample/$golden" --label "as it comes out now" "$sample/$golden" "$now/$golden" || status=1
    rm -f "$now/$golden"
  done
done
exit $status
