#!/usr/bin/env bash
# A Slurm job array: munged, slurmctld and two slurmd of its own on this machine; one node is killed at its work, and the
# parts without a result are submitted again.
set -euo pipefail
source "$(dirname "$(readlink -f "$0")")/parts.sh"
((EUID == 0)) || { echo "slurmd starts jobs for others: root only" && exit 77; }
daemons=()
stop() {
  for pid in "${daemons[@]}"; do kill "$pid" 2>/dev/null || true; done
  sleep 0.5
  for pid in "${daemons[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT
make_parts

munge=$work/munge
mkdir -m 755 "$munge"
head -c 1024 /dev/urandom >"$munge/key"
chmod 600 "$munge/key"
/usr/sbin/munged --foreground --force --key-file "$munge/key" --socket "$munge/socket" --pid-file "$munge/pid" \
  --log-file "$munge/log" --seed-file "$munge/seed" >"$munge/out" 2>&1 &
daemons+=($!)
wait_for 10 munged test -S "$munge/socket"

host=$(hostname -s)
export SLURM_CONF=$work/slurm.conf
mkdir "$work/state" "$work/spool-w1" "$work/spool-w2" "$work/results"
cat >"$SLURM_CONF" <<END
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool-%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
MessageTimeout=20
ReturnToService=2
NodeName=w1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(free_port) CPUs=1
NodeName=w2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(free_port) CPUs=1
PartitionName=all Nodes=w1,w2 Default=YES State=UP MaxTime=INFINITE
END
slurmctld -D -c -i >"$work/slurmctld.out" 2>&1 &
daemons+=($!)
for worker in w1 w2; do
  slurmd -D -c -N $worker >"$work/slurmd-$worker.out" 2>&1 &
  daemons+=($!)
done
both_idle() { [[ $(sinfo -h -N -o '%t' | grep -c '^idle$') == 2 ]]; }
wait_for 60 "two nodes that are idle" both_idle || { tail -n 5 "$work"/*.log "$work"/*.out; exit 1; }

# The recipe: one task a part; a result counts when it is whole, and what has none is submitted again.
cat >"$work/task" <<END
#!/bin/bash
part=\$(printf %02d \$SLURM_ARRAY_TASK_ID)
export WORKER=\$SLURMD_NODENAME
"$work/tag-part" "$work/parts/\$part" >"$work/results/\$part.aside" && mv "$work/results/\$part.aside" "$work/results/\$part"
END
submit() { sbatch --parsable --no-requeue --array="$1" --output=/dev/null --chdir="$work" "$work/task"; }
queue_is_empty() { [[ -z $(squeue -h) ]]; }
submit "0-$((parts - 1))" >"$work/job"

wait_for 120 "a worker at its work" test -s "$work/stuck/pid"
gone=$(family "$(cat "$work/stuck/pid")" "${daemons[2]}") # the node's slurmstepd too: it would finish the task
kill -9 "${daemons[2]}" $gone
scontrol update nodename=w1 state=down reason=killed
wait_for 120 "the rest of the array" queue_is_empty

missing=$(for part in "$work"/parts/*; do [[ -e $work/results/${part##*/} ]] || echo $((10#${part##*/})); done | paste -sd, -)
[[ -n $missing ]] || { echo "no part was lost" && exit 1; }
submit "$missing" >"$work/job"
wait_for 120 "the parts run again ($missing)" queue_is_empty
cat "$work"/results/?? >"$work/result"
report "$work/result"
