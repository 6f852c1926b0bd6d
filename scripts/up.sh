#!/bin/sh
# npm run up: installs, builds and serves the portal. PORT and HOST by environment.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

PORT=${PORT:-3000}
HOST=${HOST:-localhost}
export SITE_URL="${SITE_URL:-http://$HOST:$PORT}" NEXT_TELEMETRY_DISABLED=1

check_node
case $PORT in '' | *[!0-9]*) stop "PORT must be a number, not \"$PORT\"." ;; esac
node -e '
  const server = require("node:net").createServer();
  server.once("error", (error) => { console.error(error.code); process.exit(1); });
  server.listen(Number(process.argv[1]), process.argv[2], () => server.close());
' "$PORT" "$HOST" 2>/dev/null || stop "Port $PORT on $HOST is taken or not allowed. Choose another: PORT=3001 npm run up"

check_disk 800
install_packages
PATH="$PWD/node_modules/.bin:$PATH"

say "Building ..."
log=$(mktemp)
if ! npm run --silent build >"$log" 2>&1; then
  cat "$log" >&2
  if grep -q ENOSPC "$log"; then stop "The disk is full."; fi
  stop "Building failed; the reason stands above."
fi
rm -f "$log"

# Room for what requests leave behind, so that it is cleared up seldom.
node --max-semi-space-size=64 node_modules/next/dist/bin/next start --port "$PORT" --hostname "$HOST" >/dev/null &
server=$!
trap 'kill $server 2>/dev/null; exit 0' INT TERM
until node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "http://$HOST:$PORT/robots.txt"; do
  kill -0 $server 2>/dev/null || stop "The server did not start."
  sleep 0.3
done
say "YuWalk is ready: http://$HOST:$PORT (Ctrl+C ends it)"
wait $server
