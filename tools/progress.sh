# Sourced by the other tools: where the project lies, --help from the header comment, and quiet commands.

root=$(readlink -f "${BASH_SOURCE[0]%/*}/..")

# help FILE: the header comment of a tool is its help text.
help() { sed -n '2,/^[^#]\|^$/{s/^# \{0,1\}//p;}' "$1"; }

# quietly LABEL COMMAND...: on a terminal the last line of the command's output stands as progress and is wiped
# afterwards; elsewhere nothing is seen but the label. Where the command fails, its whole output is shown.
quietly() {
  local label=$1 log status=0
  shift
  log=$(mktemp)
  if [[ -t 2 ]]; then
    "$@" 2>&1 </dev/null | tee "$log" |
      while IFS= read -r line; do printf '\r\033[K%s: %.90s' "$label" "$line" >&2; done || status=$?
    printf '\r\033[K' >&2
  else
    echo "$label" >&2
    "$@" >"$log" 2>&1 </dev/null || status=$?
  fi
  if ((status)); then
    cat "$log" >&2
    echo "$label: failed" >&2
  fi
  rm -f "$log"
  return "$status"
}
