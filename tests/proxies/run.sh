#!/usr/bin/env bash
# Puts an office behind nginx and behind Caddy, with the very examples of docs/install.md, in a network of its own where
# their ports and names are free; and asks through them what a browser, a stranger and a display ask.
#
#   tests/proxies/run.sh [nginx|caddy …]      those that are not installed are left out, and it says so
set -euo pipefail
cd "$(dirname "$0")"
moi=$(realpath "${MOI_BINARY:-../../target/release/moi}")
root=$(realpath ../..)
fail() { echo "proxies: $*" >&2; exit 1; }
[ -x "$moi" ] || fail "$moi is missing: cargo build --release --workspace"
[ -x "$(dirname "$moi")/moi-display" ] || fail "moi-display is missing beside it"
skip() { echo "skipped: $*"; exit 0; }
for tool in curl openssl ip unshare; do command -v $tool >/dev/null || skip "$tool is not installed"; done
unshare -rnm true 2>/dev/null || skip "this machine gives no network of one's own (unshare -rnm)"

[ $# -gt 0 ] || set -- nginx caddy
for proxy; do
  command -v "$proxy" >/dev/null || { echo "skipped: $proxy is not installed"; continue; }
  echo "== $proxy"
  ROOT=$root MOI=$moi unshare -rnm bash "$(pwd)/behind.sh" "$proxy"
done
