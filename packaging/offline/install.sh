#!/bin/sh
# Installs Sallyport from this folder, without a network. Nothing is copied before everything here has been verified.
#   ./install.sh [--key FILE] [--verify-only] [-- OPTIONS OF 'sallyport install']
# --key FILE is the publisher's public key (PEM), from another source than this archive: only that shows who made it. Without it the key
# in here is used, which shows that nothing was damaged on the way, and no more.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
key=$here/sallyport.pub.pem
own=
only=
while [ $# -gt 0 ]; do
    case $1 in
        --key) [ $# -gt 1 ] || { echo "install.sh: --key needs a file" >&2; exit 2; }; key=$2; own=yes; shift 2 ;;
        --verify-only) only=yes; shift ;;
        --) shift; break ;;
        -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) echo "install.sh: unknown option '$1'. It takes --key FILE, --verify-only, and after -- the options of 'sallyport install'." >&2; exit 2 ;;
    esac
done
fail() { echo "install.sh: $*. Nothing was installed." >&2; exit 3; }

[ -f "$key" ] || fail "$key is not there"
if command -v openssl >/dev/null 2>&1 && openssl pkeyutl -help 2>&1 | grep -q rawin; then
    openssl pkeyutl -verify -rawin -pubin -inkey "$key" -in "$here/SHA256SUMS" -sigfile "$here/SHA256SUMS.sig" >/dev/null 2>&1 || fail "the signature over SHA256SUMS is not of this key"
fi
# The sums, and the signature once more or, without OpenSSL, here: files that are missing, changed or too many.
if command -v sha256sum >/dev/null 2>&1; then (cd "$here" && sha256sum -c SHA256SUMS >/dev/null 2>&1) || fail "a file is not what SHA256SUMS says"; fi
"$here/verify/sallyport" verify-package "$here" --key "$key" || fail "the archive does not verify"
[ -n "$own" ] || echo "note: verified with the key in this archive. Who made it shows only a key from elsewhere: --key FILE"
[ -z "$only" ] || exit 0

work=$here/.unpacked
rm -rf "$work"
mkdir "$work"
trap 'rm -rf "$work"' EXIT
tar -xzf "$here"/packages/sallyport-*[0-9]-*.tar.gz -C "$work" || fail "the archive cannot be unpacked"
set -- "$work"/*/bin/sallyport install "$@"
"$@"
