#!/usr/bin/env bash
# Installs the real Codex into a folder of its own, for the demo and the tests: packaging/fetch-codex.sh DIR
set -euo pipefail
into=${1:?usage: packaging/fetch-codex.sh DIR}
version=${SALLYPORT_CODEX_VERSION:-0.169.0}
[ -n "${SALLYPORT_CODEX:-}" ] && exit 0
find "$into" -path '*/vendor/*/codex' -type f 2>/dev/null | grep -q . && exit 0
if ! command -v npm >/dev/null 2>&1; then
    echo "note: npm is missing, so real Codex cannot be fetched. Install it with: apt-get install npm (or: brew install node)" >&2
    exit 1
fi
mkdir -p "$into"
echo "fetching Codex $version (about 100 MB, once) …"
npm install --prefix "$into" --fetch-retries=1 --no-audit --no-fund --loglevel=error "@openai/codex@$version" >/dev/null 2>&1 ||
    npm install --prefix "$into" --fetch-retries=1 --no-audit --no-fund --loglevel=error @openai/codex >/dev/null 2>&1 ||
    { echo "note: npm could not install @openai/codex." >&2; exit 1; }
find "$into" -path '*/vendor/*/codex' -type f | grep -q . || { echo "note: @openai/codex has no binary for this machine." >&2; exit 1; }
