# Run by run.sh, in a network and with mounts of its own: behind.sh PROXY
set -euo pipefail
proxy=$1
name=mot-cua.example.vn
folder=$(mktemp -d)
processes=()
end() {
  local status=$?
  for process in "${processes[@]}"; do kill "$process" 2>/dev/null || true; done
  wait
  if [ $status -eq 0 ]; then rm -rf "$folder"; else echo "kept $folder" >&2; fi
  exit $status
}
trap end EXIT
seen() { echo "   $*"; }
wrong() { echo "$proxy: $*" >&2; exit 1; }

# Two strangers' addresses beside the loopback's own; the office's public name leads here.
ip link set lo up
ip address add 192.0.2.5/32 dev lo
ip address add 192.0.2.6/32 dev lo
sed "1i 127.0.0.1 $name other.example" /etc/hosts >"$folder/hosts"
mount --bind "$folder/hosts" /etc/hosts

# The first fenced block of the manual after the line that begins so.
example() {
  awk -v mark="$1" 'index($0, mark) == 1 { on = 1 } on && /^```/ { if (begun) exit; begun = 1; next } begun' \
    "$ROOT/docs/install.md"
}
example "**A proxy**" >"$folder/settings"
grep -q MOI_TRUSTED_PROXY "$folder/settings" || wrong "docs/install.md has no settings for a proxy"

# A certificate where the example looks for it, by an authority of our own.
certificates=$folder/letsencrypt/live/$name
mkdir -p "$certificates"
printf 'subjectAltName=DNS:%s,DNS:other.example\n' "$name" >"$folder/names"
{
  key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
  openssl req -x509 "${key[@]}" -days 2 -subj /CN=trial -keyout "$folder/ca.key" -out "$folder/ca.pem"
  openssl req "${key[@]}" -subj "/CN=$name" -keyout "$certificates/privkey.pem" -out "$folder/request"
  openssl x509 -req -in "$folder/request" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial -days 2 \
    -extfile "$folder/names" -out "$certificates/fullchain.pem"
} 2>"$folder/openssl" || wrong "no certificate: $(cat "$folder/openssl")"

for setting in $(compgen -e MOI_); do unset "$setting"; done
export MOI_DATA=$folder/data
set -a; . "$folder/settings"; set +a
"$MOI" --printer none >"$folder/office.out" 2>"$folder/office.log" &
processes+=($!)

case $proxy in
nginx)
  mkdir -p /etc/letsencrypt 2>/dev/null || { mount -t tmpfs tmpfs /etc -o size=1m; mkdir /etc/letsencrypt; }
  mount --bind "$folder/letsencrypt" /etc/letsencrypt
  example "nginx:" >"$folder/site.conf"
  cat >"$folder/nginx.conf" <<CONF
user root; daemon off; master_process off; pid $folder/nginx.pid; error_log $folder/nginx.log;
events {}
http {
  access_log off; client_body_temp_path $folder/body; proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/f; uwsgi_temp_path $folder/u; scgi_temp_path $folder/s;
  include $folder/site.conf;
}
CONF
  nginx -c "$folder/nginx.conf" 2>"$folder/nginx.err" &
  ;;
caddy)
  # Certificates of Caddy's own: nobody outside can be asked from here. The site is the manual's.
  { printf '{\n  local_certs\n  skip_install_trust\n  admin off\n}\n'; example "Caddy"; } >"$folder/Caddyfile"
  grep -q reverse_proxy "$folder/Caddyfile" || wrong "docs/install.md has no site for Caddy"
  export XDG_DATA_HOME=$folder XDG_CONFIG_HOME=$folder
  caddy run --config "$folder/Caddyfile" --adapter caddyfile 2>"$folder/caddy.log" &
  ;;
*) wrong "nobody knows this one" ;;
esac
processes+=($!)

authority=$folder/ca.pem
[ "$proxy" != caddy ] || authority=$folder/caddy/pki/authorities/local/root.crt
ask() { curl -sS --cacert "$authority" --max-time 10 "$@"; }
status() { ask -o "$folder/answer" -D "$folder/head" -w '%{http_code}' "$@"; }
expect() { # STATUS WHAT ARGUMENT…
  local wanted=$1 what=$2 got
  got=$(status "${@:3}") || got="no answer"
  [ "$got" = "$wanted" ] || wrong "$what: $got, wanted $wanted: $(head -c 400 "$folder/answer")"
  seen "$what: $got"
}
for _ in $(seq 600); do
  if [ "$(status "https://$name/api/v1/health" 2>/dev/null)" = 200 ]; then break; fi
  sleep 0.1
done
expect 200 "the office answers" "https://$name/api/v1/health"
for page in / /kiosk /wall /desk /sign-in /web/shared/live.js; do expect 200 "page $page" "https://$name$page"; done

site=https://$name
api=$site/api/v1
json=(-H 'Content-Type: application/json')
wish=(-d '{"service":"A"}')
expect 401 "no ticket without a token, from the machine itself" "${json[@]}" "${wish[@]}" "$api/tickets"
expect 401 "nor for who says so" "${json[@]}" -H 'Forwarded: for=127.0.0.1' "${wish[@]}" "$api/tickets"
expect 401 "nor the state of the machine" "$api/office/state"
expect 401 "nor the metrics" "$api/metrics"

# Signing in: a cookie for https alone, and the page of the public address is the office's own.
person=$("$MOI" password new --name 'Đặng Quốc Bảo')
credentials=$(printf '{"name":"Đặng Quốc Bảo","password":"%s"}' "$person")
expect 201 "signing in" "${json[@]}" -H "Origin: https://$name" -d "$credentials" "$api/sessions"
grep -qi '^set-cookie: __Host-moi_session=.*; Secure' "$folder/head" || wrong "no secure cookie: $(cat "$folder/head")"
cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$folder/head" | tr -d '\r')
expect 200 "the session, by its secure cookie" -H "Cookie: $cookie" "$api/sessions/current"
expect 403 "nothing for another site's page" -X POST -H "Cookie: $cookie" -H "Origin: https://evil.example" \
  "$api/office/backup"

# Each address is counted alone, and nobody speaks for another one.
mistaken='{"name":"Đặng Quốc Bảo","password":"not the right one"}'
for try in 1 2 3 4 5; do
  expect 401 "wrong password $try, saying to be somebody else each time" --interface 192.0.2.5 "${json[@]}" \
    -H "X-Forwarded-For: 203.0.113.$try" -H "X-Real-IP: 203.0.113.$try" -d "$mistaken" "$api/sessions"
done
expect 429 "the sixth rests" --interface 192.0.2.5 "${json[@]}" -H 'X-Forwarded-For: 203.0.113.9' \
  -d "$mistaken" "$api/sessions"
expect 401 "a neighbour does not" --interface 192.0.2.6 "${json[@]}" -d "$mistaken" "$api/sessions"
# Caddy knows no such name; nginx passes it on, and the office refuses it.
other=$(status "https://other.example/api/v1/health" 2>/dev/null) || other="no connection"
[ "$other" = 421 ] || [ "$other" = "no connection" ] || wrong "another name is answered: $other"
seen "another name: $other"

# A display hears a call through the proxy.
"$(dirname "$MOI")/moi-display" "https://$name" "$authority" >"$folder/display" 2>&1 &
processes+=($!)
sleep 1
reception=$("$MOI" token new --role receptionist --name 'the reception')
officer=$("$MOI" token new --role officer --name 'Nông Thị Hà')
expect 201 "a ticket" "${json[@]}" -H "Authorization: Bearer $reception" "${wish[@]}" "$api/tickets"
expect 200 "a counter opens" -X POST -H "Authorization: Bearer $officer" "$api/counters/1/open"
expect 200 "a call" -X POST -H "Authorization: Bearer $officer" "$api/counters/1/next"
for _ in $(seq 50); do grep -q A001 "$folder/display" && break; sleep 0.1; done
grep -q 'A001 → 1' "$folder/display" || wrong "the display heard no call: $(cat "$folder/display")"
seen "the display says: $(grep A001 "$folder/display")"
# Longer than the proxy waits for a silent answer: the socket's beats go on.
[ -z "${MOI_PROXY_SECONDS:-}" ] || sleep "$MOI_PROXY_SECONDS"
expect 200 "called once more" -X POST -H "Authorization: Bearer $officer" "$api/counters/1/recall"
for _ in $(seq 50); do grep -q '↻' "$folder/display" && break; sleep 0.1; done
[ "$(grep -c 'A001 → 1' "$folder/display")" = 2 ] || wrong "the display heard not both: $(cat "$folder/display")"
seen "the display hears it on the same socket: $(grep '↻' "$folder/display")"
