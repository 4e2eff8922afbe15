#!/usr/bin/env bash
# Fuzzes each target for so many seconds, from samples that the tests have anyway; stops at the first find.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
seed() { mkdir -p "corpus/$1"; cat >"corpus/$1/$2"; }

seed live_frames seen <<<'{"seen":7}'
seed live_frames view <<<'{"rev":7,"view":{"number":"A012"},"set_up":3}'
seed live_frames beat <<<'{"beat":3,"now":"2026-11-24T09:42:10+07:00"}'
seed announcements wall <<<'{"calls":[{"id":123,"number":"A012","counter":3,"service":"A","at":"2027-01-15T15:00:10+07:00","recall":false,"calling":true}],"counters":[],"waiting":{"total":0,"services":[]}}'
seed printer_status answers < <(printf '\x12\x16\x1a\x32\x72\x00\xff')
seed set_up shipped <../config/office.toml
seed set_up changed < <(cat ../config/office.toml; printf -- '\n---\n[{"at":["counters","2","services"],"value":["M","K"]},{"at":["services","A"],"value":null}]')
seed backup_file format_1 <../server/journal/tests/golden/format-1.moi-backup
seed backup_file lines <../server/journal/tests/golden/0.2.jsonl
seed journal_records sealed <../server/journal/tests/golden/format-3-data/days/00000000000000000001.day
seed journal_records batch < <(printf '\x02%032d' 0; head -c 2000 ../server/journal/tests/golden/0.1.jsonl)

for target in live_frames announcements printer_status set_up backup_file journal_records; do
  echo "== $target"
  cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=2048 -print_final_stats=1
done
