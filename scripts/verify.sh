#!/bin/sh
# npm run verify: installs what testing needs and runs everything. Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.."
. scripts/lib.sh
export NEXT_TELEMETRY_DISABLED=1 CI="${CI:-true}"

check_node
install_packages
PATH="$PWD/node_modules/.bin:$PATH"

find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" 2>/dev/null && return 0
  done
  return 1
}
# A browser to test with, and faces for the languages it shows.
if ! CHROMIUM=$(find_browser) || ! fc-list :lang=zh 2>/dev/null | grep -q .; then
  command -v apt-get >/dev/null 2>&1 || stop "No Chromium found. Install one, or name it: CHROMIUM=/path/to/chromium npm run verify"
  say "Installing Chromium and fonts ..."
  root=''
  [ "$(id -u)" = 0 ] || root=sudo
  { $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-noto-cjk; } >/dev/null ||
    stop "Chromium could not be installed with apt-get."
  CHROMIUM=$(find_browser) || stop "No Chromium found after installing it."
fi
export CHROMIUM
# The feedback channel is tested over real databases; without apt-get PostgreSQL's tests are skipped, and say so.
if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
  say "Installing PostgreSQL ..."
  root=''
  [ "$(id -u)" = 0 ] || root=sudo
  { $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null ||
    stop "PostgreSQL could not be installed with apt-get."
fi

results=$(mktemp -d)
failed_gates=0
# A gate is a command that must succeed; a runner is a gate that also counts its tests.
gate() {
  name=$1
  shift
  say "--- $name"
  "$@" || { failed_gates=$((failed_gates + 1)); say "FAILED: $name"; }
}

gate types npm run --silent typecheck:all
gate lint npm run --silent lint
# Sheets are laid out by the advances of the faces cut here.
gate assets npm run --silent prepare-assets
gate unit vitest run --reporter=default --reporter=json --outputFile.json="$results/vitest.json"
gate build npm run --silent build
gate journeys env PLAYWRIGHT_JSON_OUTPUT_FILE="$results/playwright.json" playwright test --reporter=line,json

node scripts/verify-total.mjs "$results" "$failed_gates"
