#!/usr/bin/env bash
# compare.sh DIR: sets the eight paragraphs, and the prose of five reports, with banxin, XeLaTeX + ctex and Typst in the bundled
# 宋 face; prints the measure of the three, and leaves the files and their pages side by side (banxin, XeLaTeX, Typst) in DIR.
# Debian: texlive-xetex texlive-lang-chinese mupdf-tools poppler-utils nodejs npm. Typst comes from npm into DIR.
set -euo pipefail
(($# == 1)) || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
for program in go xelatex mutool pdftoppm node npm; do
    command -v "$program" >/dev/null || { printf '%s is not installed\n' "$program" >&2; exit 1; }
done
mkdir -p "$1/face"
dir=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
here=$PWD face=$dir/face/NotoSerifSC-Regular.ttf
cp ../../../fonts/bundled/NotoSerifSC-Regular.ttf "$face"

typst=@myriaddreamin/typst-ts-node-compiler
[[ -d $dir/node_modules/$typst ]] || (cd "$dir" && npm install --silent --no-audit --no-fund "$typst@0.7.0")

# three NAME PAGES: the paragraphs in DIR/NAME.txt by all three; so many pages side by side.
three() {
    local text=$dir/$1.txt out=$dir/$1 page program pictures
    mkdir -p "$out"
    (cd "$dir" && node "$here/typst.mjs" face "$text" "$out/typst.pdf")
    ./xelatex.sh "$face" "$text" "$out/xelatex.pdf"
    go run ./banxin "$face" "$text" "$out/banxin.pdf"
    printf '%s: %d paragraphs\n\n' "$1" "$(wc -l <"$text")"
    go run ./measure "$text" "$out"/{banxin,xelatex,typst}.pdf
    for ((page = 1; page <= $2; page++)); do
        pictures=()
        for program in banxin xelatex typst; do
            pdftoppm -r 80 -f $page -l $page -png -singlefile "$out/$program.pdf" "$out/$program-$page"
            pictures+=("$out/$program-$page.png")
        done
        go run ./beside "$out/beside-$page.png" "${pictures[@]}"
    done
}

cp paragraphs.txt "$dir"
go run ./prose ../../reports/{long-prose,city-2024,city-2023,bulletin-2023,final-accounts-2023}.json >"$dir/reports.txt"
three paragraphs 2
echo
three reports 3
