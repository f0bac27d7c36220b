#!/usr/bin/env bash
# xelatex.sh FONT.ttf PARAGRAPHS OUT.pdf: sets the paragraphs with XeLaTeX and ctex (Debian: texlive-xetex texlive-lang-chinese).
set -euo pipefail
font=$(realpath "$1") out=$(realpath -m "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{
    cat <<TEX
\\documentclass[fontset=none,linespread=1]{ctexart}
\\usepackage[a4paper,left=28mm,top=37mm,textwidth=448bp,textheight=616bp]{geometry}
\\setmainfont[Path=$(dirname "$font")/]{$(basename "$font")}
\\setCJKmainfont[Path=$(dirname "$font")/]{$(basename "$font")}
\\pagestyle{empty}
\\begin{document}
\\fontsize{16bp}{28bp}\\selectfont
TEX
    sed -e 's/[%#$&_]/\\&/g' -e 's/$/\n/' "$2"
    echo '\end{document}'
} >"$work/p.tex"
(cd "$work" && xelatex -interaction=batchmode p.tex >log 2>&1) || { tail -n 30 "$work"/p.log; exit 1; }
cp "$work/p.pdf" "$out"
