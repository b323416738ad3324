#!/usr/bin/env bash
# Makes what is handed out of a build: packaging/package.sh RID PROJECT...   The same commit gives the same bytes.
#   dist/packages/sallyport-V-RID.tar.gz          programs, man page, completions, documentation
#   dist/packages/sallyport_V_ARCH.deb            the same for Debian and Ubuntu (Linux, where dpkg-deb is there)
#   dist/packages/sallyport-V-RID.cdx.json        CycloneDX bill of materials;  .notices.txt  the licences of what is inside
#   dist/packages/SHA256SUMS, SHA256SUMS.sig      sums, and their Ed25519 signature (key: $SALLYPORT_SIGNING_KEY, a PEM file)
#   dist/packages/sallyport-V-RID-offline.tar.gz  all of it for a site without a network, with an installer that verifies first
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rid=${1:?usage: packaging/package.sh RID PROJECT...}
shift
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}
export LC_ALL=C TZ=UTC
umask 022
name=sallyport-$version-$rid
stage=artifacts/package
out=dist/packages
die() { printf 'package.sh: %s\n' "$*" >&2; exit 1; }

for tool in openssl gzip; do command -v "$tool" >/dev/null 2>&1 || die "'$tool' is missing. Install it with: apt-get install $tool (or: brew install $tool)"; done
tar=tar
tar --version 2>/dev/null | grep -q GNU || { command -v gtar >/dev/null 2>&1 && tar=gtar || die "GNU tar is missing. Install it with: brew install gnu-tar"; }
sums() { if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
pack() { # pack FOLDER: a tar.gz of it on standard output, whatever machine and time
    "$tar" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode='u+rwX,go+rX,go-w' --format=ustar -C "$(dirname "$1")" -cf - "$(basename "$1")" | gzip -n -9
}

rm -rf "$stage" "$out"
mkdir -p "$stage/$name/bin" "$stage/$name/man" "$stage/$name/completions" "$out"

# Programs, and what they say of themselves.
find "dist/$rid" -maxdepth 1 -type f -name 'sallyport*' -exec cp {} "$stage/$name/bin/" \;
chmod 755 "$stage/$name/bin"/*
bin=$stage/$name/bin/sallyport
[ -x "$bin" ] || die "dist/$rid holds no build: run ./build.sh first"
"$bin" man >"$stage/$name/man/sallyport.1"
"$bin" completions bash >"$stage/$name/completions/sallyport.bash"
"$bin" completions zsh >"$stage/$name/completions/_sallyport"
"$bin" completions fish >"$stage/$name/completions/sallyport.fish"
"$bin" completions pwsh >"$stage/$name/completions/sallyport.ps1"

dotnet build packaging/Bill -c Release -v q -nologo
dotnet packaging/Bill/bin/Release/net10.0/bill.dll "$version" "$rid" "$SOURCE_DATE_EPOCH" "$out/$name" "$@"
cp LICENSE README.md CHANGELOG.md "$stage/$name/"
cp "$out/$name.notices.txt" "$stage/$name/NOTICES.txt"
cp -r docs "$stage/$name/docs"
pack "$stage/$name" >"$out/$name.tar.gz"

if [ "${rid%%-*}" = linux ] && command -v dpkg-deb >/dev/null 2>&1; then packaging/deb/make.sh "$stage/$name" "$version" "$rid" "$out"; else echo "    no .deb: dpkg-deb is not here"; fi

# One signature over the sums of everything. Without a release key one is made for this machine, and kept.
key=${SALLYPORT_SIGNING_KEY:-artifacts/signing-key.pem}
if [ ! -f "$key" ]; then
    [ -z "${SALLYPORT_SIGNING_KEY:-}" ] || die "$SALLYPORT_SIGNING_KEY is not there"
    (umask 077 && openssl genpkey -algorithm ed25519 -out "$key")
    echo "    note: signed with a key made for this machine ($key): a release is signed with \$SALLYPORT_SIGNING_KEY"
fi
openssl pkey -in "$key" -pubout -out "$out/sallyport.pub.pem" 2>/dev/null || die "$key is not an Ed25519 key in PEM"
sign() { # sign FOLDER
    (cd "$1" && find . -type f ! -name 'SHA256SUMS*' ! -name 'sallyport.pub.pem' | sed 's:^\./::' | sort | while read -r file; do sums "$file"; done >SHA256SUMS)
    openssl pkeyutl -sign -rawin -inkey "$key" -in "$1/SHA256SUMS" -out "$1/SHA256SUMS.sig"
}
sign "$out"

# For a site without a network: everything above, what an administrator deploys, and an installer.
offline=$stage/$name-offline
mkdir -p "$offline/packages"
cp "$out"/* "$offline/packages/"
rm "$offline/packages/SHA256SUMS" "$offline/packages/SHA256SUMS.sig" "$offline/packages/sallyport.pub.pem"
"$bin" requirements --out "$offline/deployment" --intune >/dev/null
cp packaging/offline/install.sh packaging/offline/README.txt "$offline/"
cp LICENSE "$offline/"
mkdir -p "$offline/verify" && cp "$bin" "$offline/verify/sallyport"
cp "$out/sallyport.pub.pem" "$offline/"
chmod 755 "$offline/install.sh"
sign "$offline"
pack "$offline" >"$out/$name-offline.tar.gz"
sign "$out"

echo "==> packages in $out"
cat "$out/SHA256SUMS"
