#!/usr/bin/env bash
# Holds what tools/measure says of events to figures counted by hand, on two small corpora and an article of our own.
set -euo pipefail
exec python3 "$(dirname "$0")/measure_events.py"
