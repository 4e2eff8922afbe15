#!/usr/bin/env bash
# Fuzzes each target for so many seconds, from samples that the tests have anyway; stops at the first find.
# fuzz/run.sh [SECONDS [TARGET…]]
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(live_frames announcements printer_status set_up backup_file journal_records)

seed() { mkdir -p "corpus/$1"; cat >"corpus/$1/$2"; }
# A dictionary of what stands in a text: libFuzzer's form, a quoted word a line, quotes and backslashes escaped.
words() { mkdir -p dict; sort -u | sed 's/[\\"]/\\&/g; s/.*/"&"/' >"dict/$1"; }
# Keys and short values of JSON, with their quotes.
of_json() { grep -ohE '"[A-Za-z_-]{1,32}"(:|)' "$@"; }

golden=../server/journal/tests/golden
seed live_frames seen <<<'{"seen":7}'
seed live_frames view <<<'{"rev":7,"view":{"number":"A012"},"set_up":3}'
seed live_frames beat <<<'{"beat":3,"now":"2026-11-24T09:42:10+07:00"}'
call='{"id":123,"number":"A012","counter":3,"service":"A","at":"2027-01-15T15:00:10+07:00",'
call+='"recall":false,"calling":true}'
cell='{"counter":3,"state":"calling","number":"A012","until":null,"pause_reason":null}'
waiting='{"total":1,"services":[{"service":"A","waiting":1}]}'
wall='{"calls":['$call'],"counters":['$cell'],"waiting":'$waiting'}'
seed announcements wall <<<"$wall"
seed announcements walls < <(echo '{}'; echo "$wall"; echo '{}'; echo "${wall/123/124}")
# Calls, a view, a lost connection, a call, time, a view, one taken back, a view.
seed announcements hall < <(printf '\x06\x00\x08\x06\x04\x01\x55\x06\x02\x06\x03\x00\x06')
# Reads a question and answers it, three times; speaks unasked; thinks; hangs up.
seed printer_status ready < <(printf '\x03\x08\x12\x03\x08\x12\x03\x08\x12')
seed printer_status off_line < <(printf '\x03\x08\x12\x03\x08\x1a\x03\x08\x32\x03\x08\x72')
seed printer_status chatter < <(printf '\x28\xff\xff\x12\x12\x00\x03\x2d\x08\x12\x06\x07')
# The set-up without its remarks, whole and part by part: small texts are read often.
plain() { grep -vE '^ *(#|$)' ../config/office.toml; }
seed set_up shipped < <(plain)
plain | awk '/^\[/ { part++ } { print > sprintf("corpus/set_up/part_%02d", part) }'
edits='[{"at":["counters","2","services"],"value":["M","K"]},{"at":["services","A"],"value":null}]'
seed set_up changed < <(plain; printf -- '\n---\n%s' "$edits")
edits='[{"at":["services","A","name","vi"],"value":"y"},{"at":["services"],"value":["A"]}]'
seed set_up small < <(printf 'a = 1\n[desk]\nb = 10\n[[services]]\ncode = "A"\nname.vi = "x"\n---\n%s' "$edits")
seed backup_file format_1 <$golden/format-1.moi-backup
seed backup_file lines < <(
  echo '{"moi-backup":{"format":1,"version":"0.1.0","made_at":"2026-11-24T02:42:10Z"}}'
  sed 's/.*/{"event":&}/' $golden/0.2.jsonl
  echo '{"record":{"room":"people","key":"x","value":{}}}'
  echo '{"end":{"events":53,"records":1,"sha256":""}}'
)
day=$golden/format-3-data/days/00000000000000000001.day
seed journal_records sealed <"$day"
seed journal_records batch < <(printf '\x02%016d' 0; head -c -1 $golden/0.2.jsonl)
seed journal_records batch_0_1 < <(printf '\x01%016d[' 0; paste -sd, $golden/0.1.jsonl; printf ']')
seed journal_records day < <(head -n 1 "$day"; head -n 10 $golden/0.2.jsonl | head -c -1)
while IFS= read -r event; do
  printf '\x02%016d%s' 0 "$event" | seed journal_records "event_$(printf '%s' "$event" | sha256sum | head -c 8)"
done < <(sed 's/"number":[0-9]*/"number":1/' $golden/0.2.jsonl)

printf '%s' "$wall" | of_json | words announcements
printf '"seen":\n"beat":\n"rev":\n"view":\n"now":\n"set_up":\n' | words live_frames
grep -oE '^(\[\[?[a-z_.]+\]\]?|[a-z_.]+ = )' ../config/office.toml | words set_up
of_json $golden/0.1.jsonl $golden/0.2.jsonl | words backup_file
{ of_json $golden/0.1.jsonl $golden/0.2.jsonl; head -n 1 "$day" | of_json; } | words journal_records

for target in "${targets[@]}"; do
  echo "== $target"
  options=(-max_total_time="$seconds" -max_len=32768 -rss_limit_mb=2048 -timeout=10 -print_final_stats=1)
  [ ! -f "dict/$target" ] || options+=(-dict="dict/$target")
  cargo +nightly fuzz run "$target" -- "${options[@]}"
done
