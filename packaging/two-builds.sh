#!/usr/bin/env bash
# Builds and packages one commit twice, in two places, and compares: packaging/two-builds.sh [COMMIT]
# Exit 0: byte-identical. Exit 1: not, and which files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
commit=$(git rev-parse "${1:-HEAD}")
work=$PWD/artifacts/two-builds
key=$work/key.pem
rm -rf "$work"
mkdir -p "$work"
(umask 077 && openssl genpkey -algorithm ed25519 -out "$key") 2>/dev/null
for place in one another-place-with-a-longer-name; do
    git clone -q --no-hardlinks . "$work/$place"
    git -C "$work/$place" checkout -q "$commit"
    (cd "$work/$place" && SALLYPORT_SIGNING_KEY=$key ./build.sh package) >"$work/$place.log" 2>&1 || { tail -40 "$work/$place.log" >&2; echo "two-builds.sh: the build in $place failed" >&2; exit 1; }
done
cd "$work"
if diff -r one/dist/packages another-place-with-a-longer-name/dist/packages >differences; then
    echo "byte-identical: $(find one/dist/packages -type f | wc -l) files of $commit"
    cat one/dist/packages/SHA256SUMS
else
    cat differences
    exit 1
fi
