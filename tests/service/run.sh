#!/usr/bin/env bash
# Starts the unit that ships, config/systemd/moi.service, by a systemd of its own in a container over this machine's
# files, and sees that the office lives with what the unit leaves it, and has no more.
#
#   sudo tests/service/run.sh        on Debian: apt-get install systemd-container
#
# A call of the kernel's that the unit refuses ends the office here, so that none is missed.
set -euo pipefail
cd "$(dirname "$0")"
fail() { echo "service: $*" >&2; exit 1; }
skip() { echo "skipped: $*"; exit 0; }
moi=$(realpath "${MOI_BINARY:-../../target/release/moi}")
[ -x "$moi" ] || fail "$moi is missing: cargo build --release --workspace"
[ "$(id -u)" = 0 ] || skip "only root can start a container"
for tool in systemd-nspawn nsenter curl; do command -v $tool >/dev/null || skip "$tool is not installed"; done
[ -x /usr/lib/systemd/systemd ] || [ -x /lib/systemd/systemd ] || skip "this machine has no systemd"
# What is mounted is mounted for this script alone, and goes with it.
if [ -z "${MOI_SERVICE_INSIDE:-}" ]; then MOI_SERVICE_INSIDE=1 exec unshare --mount "$0" "$@"; fi

folder=$(mktemp -d)
container=
end() {
  local status=$?
  [ -z "$container" ] || { kill "$container" 2>/dev/null && wait "$container" 2>/dev/null; } || true
  if [ $status -ne 0 ] && [ -n "${root:-}" ]; then
    journalctl --root "$root" -u moi --no-pager 2>/dev/null | tail -n 30 >&2 || true
  fi
  umount -R "$folder/disk/root" "$folder/disk" 2>/dev/null || true
  rm -rf "$folder"
  exit $status
}
trap end EXIT

mkdir "$folder/disk"
mount -t tmpfs -o size=1g moi-service "$folder/disk"
mkdir "$folder/disk"/{upper,work,root}
root=$folder/disk/root
layers=lowerdir=/,upperdir=$folder/disk/upper,workdir=$folder/disk/work
mount -t overlay -o "$layers" moi-service "$root" || skip "no overlay can be mounted here"

# As docs/install.md has it put in place.
install -m 755 "$moi" "$root/usr/local/bin/moi"
install -m 755 "$(dirname "$moi")/moi-display" "$root/usr/local/bin/moi-display"
install -d -m 755 "$root/etc/moi"
install -m 644 ../../config/systemd/moi.service "$root/etc/systemd/system/moi.service"
printf 'MOI_LISTEN=0.0.0.0:8443\nMOI_TLS=self\nMOI_PRINTER=preview\n' >"$root/etc/moi/moi.env"
chroot "$root" /usr/sbin/useradd --system --home-dir /var/lib/moi --shell /usr/sbin/nologin moi
mkdir -p "$root/etc/systemd/system/moi.service.d"
printf '[Service]\nSystemCallErrorNumber=\n' >"$root/etc/systemd/system/moi.service.d/strict.conf"
printf '[Unit]\nRequires=basic.target moi.service\nAfter=basic.target\nAllowIsolate=yes\n' \
  >"$root/etc/systemd/system/trial.target"

# A machine id of its own, so that its journal is none of this machine's.
echo uninitialized >"$root/etc/machine-id"
systemd-nspawn --quiet --directory "$root" --boot --register=no --keep-unit --private-network --console=pipe \
  systemd.unit=trial.target >"$folder/console" 2>&1 </dev/null &
container=$!

first() { pgrep -P "$container" 2>/dev/null | head -n 1; }
in_it() { nsenter --target "$(first)" --all -- "$@"; }
for _ in $(seq 300); do
  [ "$(in_it systemctl is-active moi 2>/dev/null || true)" = active ] && break
  kill -0 "$container" 2>/dev/null || { cat "$folder/console" >&2; skip "no container can be started here"; }
  sleep 0.1
done
how() { in_it systemctl status moi --no-pager || true; }
[ "$(in_it systemctl is-active moi || true)" = active ] || fail "the service does not start: $(how)"
seen() { echo "   $*"; }

pid() { in_it systemctl show --property MainPID --value moi; }
status() {
  in_it curl --silent --show-error --insecure --max-time 10 --retry 20 --retry-connrefused --retry-delay 1 \
    --output /dev/null --write-out '%{http_code}' "$@"
}
base=https://127.0.0.1:8443
api=$base/api/v1
expect() { local got; got=$(status "${@:3}"); [ "$got" = "$1" ] || fail "$2: $got, wanted $1"; seen "$2: $got"; }
json=(--header 'Content-Type: application/json')

# What the kernel says of the process.
says() { in_it sed -n "s/^$1:[[:space:]]*//p" "/proc/$(pid)/status"; }
for set in CapInh CapPrm CapEff CapBnd CapAmb; do
  [ "$(says $set)" = 0000000000000000 ] || fail "$set is $(says $set)"
done
seen "no capability, none to be had"
[ "$(says NoNewPrivs)" = 1 ] || fail "it could get new privileges"
[ "$(says Seccomp)" = 2 ] || fail "its calls are not filtered"
seen "no new privileges, calls filtered: $(says Seccomp_filters) filters"
owner=$(in_it stat --format %U "/proc/$(pid)")
[ "$owner" = moi ] || fail "it runs as $owner"
exposure=$(in_it systemd-analyze security moi --no-pager | sed -n 's/.*Overall exposure level for moi.service: //p')
seen "runs as $owner; exposure: $exposure"

# What it sees of the file system: each file system that may be written, as it is mounted for it.
mounts=$(in_it awk '$4 ~ /^rw/ { print $2 }' "/proc/$(pid)/mounts")
writable=$(grep -vE '^/(proc|dev|sys)(/|$)' <<<"$mounts" | sort | tr '\n' ' ')
seen "may be written, beside the kernel's own: $writable"
# Through the process's own mounts, as root: what can't be executed there can't look there.
mine=/proc/$(pid)/root
in_it touch "$mine/var/lib/moi/trial" || fail "the data folder can't be written"
in_it cp /bin/true "$mine/var/lib/moi/trial"
! in_it "$mine/var/lib/moi/trial" 2>/dev/null || fail "what it writes can be executed"
in_it rm "$mine/var/lib/moi/trial"
for place in / /etc /usr /usr/local/bin /var /var/lib /usr/lib /home /root /run /opt; do
  ! in_it touch "$mine$place/moi-was-here" 2>/dev/null || fail "$place can be written"
done
seen "not even root writes anywhere else there: / /etc /usr /usr/lib /var /var/lib /home /root /run /opt"
for place in /home /root; do
  [ -z "$(in_it ls -A "$mine$place" 2>/dev/null)" ] || fail "$place can be read"
done

# It does all its work.
as_moi() {
  in_it setpriv --reuid moi --regid moi --clear-groups env MOI_DATA=/var/lib/moi /usr/local/bin/moi "$@"
}
folder_is=$(in_it stat --format '%a %U' /var/lib/moi)
[ "$folder_is" = "700 moi" ] || fail "the data folder: $folder_is"
expect 200 "the office answers, encrypted" $api/health
bearer() { echo "Authorization: Bearer $(as_moi token new --role "$1" --name "$2")"; }
reception=$(bearer receptionist 'the reception')
officer=$(bearer officer 'Nông Thị Hà')
administrator=$(bearer administrator 'the administrator')
password=$(as_moi password new --name 'Đặng Quốc Bảo')
in_it timeout 60 moi-display $base /var/lib/moi/tls/certificate.pem >"$folder/display" 2>&1 &
sleep 1
credentials=$(printf '{"name":"Đặng Quốc Bảo","password":"%s"}' "$password")
expect 201 "signing in" "${json[@]}" --data "$credentials" $api/sessions
expect 201 "a ticket" "${json[@]}" --header "$reception" --data '{"service":"A"}' $api/tickets
expect 200 "a counter opens" --request POST --header "$officer" $api/counters/1/open
expect 200 "a call" --request POST --header "$officer" $api/counters/1/next
note='{"ticket":"A001","text":"a copy"}'
expect 200 "a note, sealed" "${json[@]}" --header "$officer" --data "$note" $api/counters/1/note
expect 200 "a backup" --request POST --header "$administrator" $api/office/backup
expect 200 "the state of machine and disk" --header "$administrator" $api/office/state
expect 200 "days that were" --header "$administrator" $api/office/preview
for _ in $(seq 50); do grep -q 'A001' "$folder/display" && break; sleep 0.1; done
grep -q 'A001 → 1' "$folder/display" || fail "no display hears a call: $(cat "$folder/display")"
seen "a display hears: $(grep A001 "$folder/display")"
in_it find /var/lib/moi -name '*.png' | grep -q . || fail "no slip was drawn"
seen "a slip is drawn"

# It is led as a service is.
before=$(pid)
in_it systemctl reload moi || fail "no reload: $(how)"
sleep 1
[ "$(pid)" = "$before" ] || fail "a reload ended it"
seen "reload: the same process"
in_it kill -KILL "$before"
for _ in $(seq 150); do now=$(pid); [ "$now" != 0 ] && [ "$now" != "$before" ] && break; sleep 0.1; done
[ "$(pid)" != "$before" ] || fail "it does not come back"
expect 200 "back after a kill" --header "$officer" $api/queue
expect 200 "calls the same ticket again" --request POST --header "$officer" $api/counters/1/recall
begun=$(date +%s%N)
in_it systemctl stop moi
ended=$(in_it systemctl show --property Result --value moi)
seen "stopped in $((($(date +%s%N) - begun) / 1000000)) ms: $ended"
[ "$ended" = success ] || fail "it did not end well"
lines=$(in_it journalctl --unit moi --no-pager --output cat)
! grep -iE 'sigsys|bad system call|status=31' <<<"$lines" || fail "a call of the kernel's was refused"
seen "no call of the kernel's was refused"
