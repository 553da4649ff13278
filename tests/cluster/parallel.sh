#!/usr/bin/env bash
# GNU parallel over ssh: two workers, each a real sshd of its own on this machine; one is killed at its work, and
# parallel runs its part again on the other.
set -euo pipefail
source "$(dirname "$(readlink -f "$0")")/parts.sh"
workers=()
stop() {
  for pid in "${workers[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT
make_parts

keys=$work/keys
mkdir -m 700 "$keys" "$work/home"
ssh-keygen -q -t ed25519 -N '' -f "$keys/host"
ssh-keygen -q -t ed25519 -N '' -f "$keys/user"
cp "$keys/user.pub" "$keys/authorized"
((EUID)) || mkdir -p /run/sshd # where sshd locks itself up as root
for worker in w1 w2; do
  port=$(free_port)
  cat >"$work/$worker.sshd" <<END
ListenAddress 127.0.0.1:$port
HostKey $keys/host
AuthorizedKeysFile $keys/authorized
PidFile $work/$worker.pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
SetEnv WORKER=$worker
END
  cat >>"$work/ssh.conf" <<END
Host $worker
  HostName 127.0.0.1
  Port $port
  User $(id -un)
  IdentityFile $keys/user
  IdentitiesOnly yes
  StrictHostKeyChecking no
  UserKnownHostsFile $work/known
  LogLevel ERROR
  ServerAliveInterval 2
END
  /usr/sbin/sshd -D -f "$work/$worker.sshd" -E "$work/$worker.log" &
  workers+=($!)
  wait_for 10 "sshd $worker" ssh -F "$work/ssh.conf" "$worker" true
done

# The recipe: parts on storage that the workers share (else: --transferfile {}), results in the order of the parts.
PARALLEL_HOME=$work/home parallel --will-cite --ssh "ssh -F $work/ssh.conf" -S 1/w1,1/w2 --keep-order --retries 5 \
  "$work/tag-part" {} ::: "$work"/parts/* >"$work/result" 2>"$work/parallel.err" &
run=$!

wait_for 60 "a worker at its work" test -s "$work/stuck/pid"
gone=$(family "$(cat "$work/stuck/pid")" "${workers[0]}")
kill -9 "${workers[0]}" $gone # no new sessions, and the one that is open breaks off

wait "$run" || { cat "$work/parallel.err" && exit 1; }
report "$work/result"
