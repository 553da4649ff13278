#!/usr/bin/env bash
# Holds what tools/measure counts of events against independent scorers of the same definitions, on gold that is not
# part of this project: ANNALS_SHARED names a folder with score/event_score.py, score/gold_score.py, corpora/ and gold/.
#
#   ANNALS_SHARED=DIR tests/scripts/events_agree.sh
set -euo pipefail
if [[ -z ${ANNALS_SHARED:-} ]]; then
  echo "skipped: ANNALS_SHARED names no folder with the other scorers"
  exit 77
fi
exec python3 "$(dirname "$0")/events_agree.py" "$ANNALS_SHARED"
