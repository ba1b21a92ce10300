#!/usr/bin/env bash
# Breaks things under Debrief and prints, for each, what it says and whether the case is whole afterwards. For what no test
# in the suite can do: a disk that is really full or read-only needs a mount, so this wants root on Linux.
#
#   sudo packaging/bench/faults.sh
set -uo pipefail
cd "$(dirname "$0")/../.."
debrief=$PWD/packaging/debrief
. packaging/jdk.sh
java=$(find_jdk)/bin/java
work=$(mktemp -d "${TMPDIR:-/tmp}/debrief-faults.XXXXXX")
disk=$work/disk
failures=0

cleanup() {
  cd /
  umount -l "$work"/looked "$work"/inputs "$disk" 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT

# told NAME STATUS WORDS COMMAND…: the command ends with that status, in one line that has these words and no stack trace.
told() {
  local name=$1 wanted=$2 words=$3 status
  shift 3
  "$@" >"$work/out" 2>"$work/err"
  status=$?
  if [ "$status" = "$wanted" ] && grep -qiE "$words" "$work/err" "$work/out" && ! grep -qE '^\s+at |Exception in' "$work/err" "$work/out"; then
    printf 'ok    %-34s %s\n' "$name" "$(grep -hiE "$words" "$work/err" "$work/out" | head -n 1 | cut -c1-170)"
  else
    printf 'WRONG %-34s status %s, wanted %s: %s\n' "$name" "$status" "$wanted" "$(head -c 400 "$work/err" | tr '\n' ' ')"
    failures=$((failures + 1))
  fi
}

whole() { told "$1" 0 'is whole' "$debrief" verify "$2"; }

[ -d target/test-classes/dev/debrief/bench ] || mvn -q -o -B -Dquick test-compile
generate() { "$java" -cp target/classes:target/test-classes dev.debrief.bench.LogGenerator text "$1" "$2"; }
generate 400000 "$work/large.txt"
generate 3000 "$work/small.txt"
"$debrief" import "$work/model" "$work/small.txt" >/dev/null

echo "full disk: 12 MB, of a log of $(($(wc -c <"$work/large.txt") >> 20)) MB"
mkdir "$disk"
mount -t tmpfs -o size=12m tmpfs "$disk"
told 'first import' 0 'fly-text' "$debrief" import "$disk/case" "$work/small.txt"
told 'import that fills it' 2 'free some space' "$debrief" import "$disk/case" "$work/large.txt"
whole 'the case after that' "$disk/case"
told 'what it holds' 0 '^small.txt' "$debrief" sources "$disk/case"
dd if=/dev/zero of="$disk/ballast" bs=64k >/dev/null 2>&1
told 'looking at it, no byte free' 0 'GET' "$debrief" search "$disk/case" get --limit 3
told 'a picture, no byte free' 2 "can't be written" "$debrief" timeline "$disk/case" --png "$disk/t.png"
told 'a draft, no byte free' 2 "can't be written" "$debrief" report "$disk/case" -o "$disk/d.md"
told 'an archive, no byte free' 2 "can't be written" "$debrief" archive "$disk/case" "$disk/c.debrief.zip"
whole 'the case after that' "$disk/case"
told 'standard output on a full disk' 2 'standard output' sh -c "'$debrief' findings '$disk/case' --json >/dev/full"
rm -f "$disk/ballast"
mount -o remount,size=200m "$disk"
told 'importing again with room' 0 'fly-text' "$debrief" import "$disk/case" "$work/large.txt"
whole 'the case after that' "$disk/case"

echo "read-only disk"
mkdir "$work/inputs" "$work/looked"
mount --bind "$disk" "$work/inputs"
cp "$work/small.txt" "$disk/input.txt"
mount -o remount,ro,bind "$work/inputs"
told 'inputs on it' 0 'fly-text' "$debrief" import "$work/from-ro" "$work/inputs/input.txt"
told 'sources of a case on it' 0 '^large.txt' "$debrief" sources "$work/inputs/case"
told 'findings of a case on it' 0 'outage' "$debrief" findings "$work/inputs/case"
told 'changes of a case on it' 0 'CHANGE' "$debrief" changes "$work/inputs/case"
whole 'verify of a case on it' "$work/inputs/case"
told 'search of a case on it' 0 GET "$debrief" search "$work/inputs/case" get --limit 3
told 'draft of a case on it' 0 'draft.md' "$debrief" report "$work/inputs/case" -o "$work/draft.md"
told 'window of a case on it' 0 png "$debrief" open "$work/inputs/case" --screenshot "$work/v.png"
told 'archive of a case on it' 0 'c.debrief.zip' "$debrief" archive "$work/inputs/case" "$work/c.debrief.zip"
told 'import into a case on it' 2 'may write' "$debrief" import "$work/inputs/case" "$work/small.txt"
told 'repair of a case on it' 2 'may write' "$debrief" repair "$work/inputs/case"
told 'a new case on it' 2 'may write' "$debrief" import "$work/inputs/new" "$work/small.txt"

echo "memory"
told 'import with far too little' 2 'memory: the' env JAVA_TOOL_OPTIONS=-Xmx14m "$debrief" import "$work/model" "$work/large.txt"
whole 'the case after that' "$work/model"
# It may have been the conclusions that had no room: then the import itself is done.
told 'import again with enough' 0 'fly-text|in the case already' "$debrief" import "$work/model" "$work/large.txt"

echo "clock"
cp "$work/small.txt" "$work/future.txt"
echo "2026-02-25T21:00:00Z app[17817e62f16438] iad [info] one more" >>"$work/future.txt"
touch -d 2093-01-01 "$work/future.txt"
told 'a file from the future' 0 'fly-text' "$debrief" import "$work/clock" "$work/future.txt"
cp "$work/small.txt" "$work/past.txt"
echo "2026-02-25T21:00:00Z app[17817e62f16438] iad [info] two more" >>"$work/past.txt"
touch -d @0 "$work/past.txt"
told 'a file from 1970' 0 'fly-text' "$debrief" import "$work/clock" "$work/past.txt"
# The conclusions are made anew by an import into a new case, and are the same whatever the year.
concluded() {
  "$debrief" import "$1" "$work/small.txt" "$work/past.txt" >/dev/null && "$debrief" findings "$1" --json
}
alike() {
  cmp "$work/concluded.json" "$work/concluded-$1.json" && [ -s "$work/concluded.json" ] && echo 'the same findings'
}
concluded "$work/clock-now" >"$work/concluded.json"
if command -v faketime >/dev/null; then
  for year in 2001 2071; do
    export -f concluded
    debrief=$debrief work=$work faketime "$year-01-01" bash -c "concluded '$work/clock-$year'" >"$work/concluded-$year.json"
    told "a clock that says $year" 0 'the same' alike "$year"
  done
else
  echo "      (no faketime here: the machine's own clock was not turned)"
fi
whole 'the case after that' "$work/clock"

echo "another process"
mkfifo "$work/held"
"$debrief" import "$work/clock" "$work/held" >/dev/null 2>&1 &
import=$!
# Held open until the other call has met it, however slow the machine is.
exec 9<>"$work/held"
echo "2026-02-25T21:00:00Z app[17817e62f16438] iad [info] three more" >&9
for _ in $(seq 60); do
  "$debrief" sources "$work/clock" >/dev/null 2>&1 || break
  sleep 1
done
told 'a case that is open elsewhere' 2 'open in another process' "$debrief" sources "$work/clock"
exec 9>&-
kill "$import" 2>/dev/null
wait "$import" 2>/dev/null
whole 'the case after that' "$work/clock"

[ "$failures" = 0 ] && echo "nothing was wrong" || echo "$failures wrong"
[ "$failures" = 0 ]
