#!/bin/sh
# Makes the bundled faces anew from registry packages: sh make.sh. Needs npm, apt-get (Debian or Ubuntu), dpkg and Python 3 with
# venv. Every source is pinned by version and SHA-256; the result is the same bytes on every run, so `git diff` shows nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-$(mktemp -d)}
cd "$work"

[ -d venv ] || python3 -m venv venv
venv/bin/pip -q install --no-deps -r "$here/requirements.txt"
for p in noto-serif-sc@0.4.3 noto-sans-sc@0.4.3 tinos@0.4.2; do
	npm pack --silent "@expo-google-fonts/$p" >/dev/null
done
apt-get download fonts-lxgw-wenkai=1.250+repack-1 unicode-data=15.0.0-1
sha256sum -c "$here/SHA256SUMS"

for p in expo-google-fonts-*.tgz; do
	mkdir -p "${p%.tgz}"
	tar -xzf "$p" -C "${p%.tgz}"
done
dpkg -x fonts-lxgw-wenkai_*.deb wenkai
dpkg -x unicode-data_*.deb unicode-data
venv/bin/python "$here/make.py" "$work" "$(dirname "$here")"
