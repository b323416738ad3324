#!/usr/bin/env bash
# Reads PowerShell scripts with a parser of others (tree-sitter's grammar), where PowerShell itself is not to be had:
#   packaging/powershell/check.sh FILE.ps1...     exit 0: all can be read · 1: one cannot, and where · 3: the parser is not to be had
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
modules=$here/../../artifacts/powershell
command -v npm >/dev/null 2>&1 || { echo "npm is missing. Install it with: apt-get install npm" >&2; exit 3; }
if [ ! -d "$modules/node_modules/web-tree-sitter" ]; then
    mkdir -p "$modules"
    npm install --prefix "$modules" --ignore-scripts --no-audit --no-fund --loglevel=error web-tree-sitter@0.26.13 tree-sitter-powershell@0.26.4 >/dev/null 2>&1 ||
        { echo "npm could not install tree-sitter-powershell." >&2; exit 3; }
fi
exec node "$here/check.mjs" "$modules/node_modules" "$@"
