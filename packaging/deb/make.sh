#!/usr/bin/env bash
# Makes the Debian package of a staged build: packaging/deb/make.sh STAGE VERSION RID OUT
set -euo pipefail
stage=$1 version=$2 rid=$3 out=$4
case "$rid" in linux-x64) arch=amd64 ;; linux-arm64) arch=arm64 ;; *) echo "no Debian architecture for $rid" >&2; exit 1 ;; esac
root=artifacts/package/deb
maintainer=${SALLYPORT_MAINTAINER:-The Sallyport authors <sallyport@localhost>} # a distributor names itself
here=$(dirname "${BASH_SOURCE[0]}")
rm -rf "$root"
install -d "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib/sallyport" "$root/usr/share/doc/sallyport" "$root/usr/share/man/man1" \
    "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
install -m 755 "$stage"/bin/* "$root/usr/lib/sallyport/"
ln -s ../lib/sallyport/sallyport "$root/usr/bin/sallyport"
install -m 644 "$stage/completions/sallyport.bash" "$root/usr/share/bash-completion/completions/sallyport"
install -m 644 "$stage/completions/_sallyport" "$root/usr/share/zsh/vendor-completions/_sallyport"
install -m 644 "$stage/completions/sallyport.fish" "$root/usr/share/fish/vendor_completions.d/sallyport.fish"
gzip -n -9 -c "$stage/man/sallyport.1" >"$root/usr/share/man/man1/sallyport.1.gz"
printf 'sallyport (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md in this folder.\n\n -- %s  %s\n' "$version" "$maintainer" "$(date -R -u -d "@$SOURCE_DATE_EPOCH")" |
    gzip -n -9 >"$root/usr/share/doc/sallyport/changelog.gz"
install -m 644 "$stage/CHANGELOG.md" "$stage/README.md" "$root/usr/share/doc/sallyport/"
install -D -m 644 "$here/lintian-overrides" "$root/usr/share/lintian/overrides/sallyport"
{ echo "Sallyport: Apache-2.0, see /usr/share/common-licenses/Apache-2.0"; echo; cat "$stage/NOTICES.txt"; } >"$root/usr/share/doc/sallyport/copyright"
cp -r "$stage/docs" "$root/usr/share/doc/sallyport/docs"
find "$root/usr/share/doc" -type f -exec chmod 644 {} +
size=$(find "$root/usr" -type f -exec stat -c %s {} + | awk '{ s += $1 } END { print int((s + 1023) / 1024) }')
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@SIZE@/$size/" -e "s/@MAINTAINER@/$maintainer/" "$here/control" >"$root/DEBIAN/control"
install -m 755 "$here/postinst" "$here/prerm" "$root/DEBIAN/"
(cd "$root" && find usr -type f | sort | xargs md5sum >DEBIAN/md5sums)
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zgzip -z9 --build "$root" "$out/sallyport_${version}_$arch.deb" >/dev/null
