#!/usr/bin/env bash
# Holds `annals score` against an independent scorer of the same definitions, on gold corpora that are not part of
# this project: ANNALS_SHARED names a folder with score/timex_score.py and corpora/*.jsonl.
#
#   ANNALS_SHARED=DIR tests/scripts/score_agrees.sh [build/annals]
set -euo pipefail

annals=${1:-${ANNALS_BUILD_DIR:-build}/annals}
if [[ -z ${ANNALS_SHARED:-} ]]; then
  echo "skipped: ANNALS_SHARED names no folder with the other scorer"
  exit 77
fi
exec python3 "$(dirname "$0")/score_agrees.py" "$annals" "$ANNALS_SHARED"
