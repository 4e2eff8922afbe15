#!/usr/bin/env bash
# Lets Schemathesis ask an office of a release build whatever its OpenAPI document allows and forbids, with all checks:
# as an administrator, an officer and a receptionist by token, as nobody, and as a person who signed in.
#
#   tests/schemathesis/run.sh            MOI_SOAK_SEED=… repeats an earlier run's luck, MOI_API_EXAMPLES=… for more
#
# What it can't ask: the live views, which are WebSockets and in no OpenAPI document (tests/tests/outside/bad_frames.rs
# does), and the pages.
set -euo pipefail
cd "$(dirname "$0")"
version=4.32.5
seed=${MOI_SOAK_SEED:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
# Cases for each operation and pass; an hour of patience for each pass is more than a hundred need.
examples=${MOI_API_EXAMPLES:-40}
seconds_max=${MOI_API_SECONDS:-900}
moi=${MOI_BINARY:-../../target/release/moi}

fail() { echo "schemathesis: $*" >&2; exit 1; }
[ -x "$moi" ] || fail "$moi is missing: cargo build --release --workspace"
moi=$(realpath "$moi")

# Its own Python packages, in the build folder; made anew with each version.
tools=../../target/schemathesis-$version
if [ ! -x "$tools/bin/schemathesis" ]; then
  command -v python3 >/dev/null || fail "python3 is missing"
  rm -rf "$tools"
  python3 -m venv "$tools" || fail "python3 can make no virtual environment: install python3-venv"
  "$tools/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$version" ||
    { rm -rf "$tools"; fail "schemathesis $version can't be installed: is there a network?"; }
fi

folder=$(mktemp -d)
office=
# What was reported stays when something was found.
end() {
  local status=$?
  [ -z "$office" ] || { kill "$office" 2>/dev/null && wait "$office" 2>/dev/null; } || true
  if [ "$status" -eq 0 ]; then rm -rf "$folder"; else echo "schemathesis: kept $folder, seed $seed" >&2; fi
  exit "$status"
}
trap end EXIT

# Nothing of the outer environment counts.
for setting in $(compgen -e MOI_ | grep -vE '^MOI_(SOAK|API)_'); do unset "$setting"; done
export MOI_DATA=$folder/data MOI_CALLS_PER_SECOND=0 MOI_LOG=warn
"$moi" --listen 127.0.0.1:0 --printer none --trusted-proxy 127.0.0.1 >"$folder/out" 2>"$folder/log" &
office=$!
for _ in $(seq 300); do
  base=$(sed -n 's/^Moi is open: //p' "$folder/out")
  [ -z "$base" ] || break
  kill -0 "$office" 2>/dev/null || { cat "$folder/log" >&2; fail "the office ended without opening"; }
  sleep 0.1
done
[ -n "$base" ] || fail "the office did not open within 30 s"

token() { "$moi" token new --role "$1" --name "$2"; }
# ask NAME [ARGUMENT…]: one pass.
ask() {
  echo "== $1, seed $seed"
  "$tools/bin/schemathesis" --config-file "$settings" run "$base/api/v1/openapi.json" --url "$base" \
    --checks all --mode all --max-examples "$examples" --max-time "$seconds_max" --seed "$seed" \
    --generation-database none --no-color --report ndjson --report-dir "$folder/$1" "${@:2}" \
    >"$folder/$1.txt" 2>&1 || { cat "$folder/$1.txt"; failed+=("$1"); }
  tail -n 12 "$folder/$1.txt"
  kill -0 "$office" 2>/dev/null || fail "the office is gone: $folder/log"
}

# A person who signed in by a new password: the cookie's value.
session() {
  password=$("$moi" password new --name 'Đặng Quốc Bảo') base=$base "$tools/bin/python" - <<'PYTHON'
import json, os, urllib.request

body = json.dumps({"name": "Đặng Quốc Bảo", "password": os.environ["password"]}).encode()
address = os.environ["base"] + "/api/v1/sessions"
asked = urllib.request.Request(address, body, {"Content-Type": "application/json", "X-Forwarded-For": "10.255.0.1"})
print(urllib.request.urlopen(asked, timeout=10).headers["Set-Cookie"].split(";")[0].split("=")[1])
PYTHON
}

failed=()
settings=schemathesis.toml
ask administrator --header "Authorization: Bearer $(token administrator 'the administrator')"
ask officer --header "Authorization: Bearer $(token officer 'Nông Thị Hà')"
ask receptionist --header "Authorization: Bearer $(token receptionist 'the reception')"
ask nobody
# Where one's own sessions are ended the pass would end, too.
{ cat schemathesis.toml; printf '\n[auth.openapi.session]\napi_key = "%s"\n' "$(session)"; } >"$folder/person.toml"
settings=$folder/person.toml
ask person --exclude-path-regex '^/api/v1/sessions|^/api/v1/people/.*/sessions'
[ ! -s "$folder/log" ] || cat "$folder/log"
[ ${#failed[@]} -eq 0 ] || fail "finds as ${failed[*]}"
