# Shared by the scripts of this folder; sourced, not run.

verapdf_version=1.28.2
verapdf_sha256=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
verapdf_jar="${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/banxin/greenfield-apps-$verapdf_version.jar"

passed=() failed=()

# check NAME COMMAND...: one step. A failure is kept for the summary and does not stop the steps after it,
# so that one run shows everything that is wrong. Steps are programs, not functions: bash switches
# "set -e" off inside a function whose result is tested.
check() {
    local name=$1 began=$SECONDS status=0
    shift
    printf '\n== %s\n' "$name"
    "$@" </dev/null || status=$?
    if ((status == 0)); then
        passed+=("$name")
        printf -- '-- ok: %s (%d s)\n' "$name" $((SECONDS - began))
    else
        failed+=("$name")
        printf -- '-- FAILED: %s (exit %d, %d s)\n' "$name" "$status" $((SECONDS - began))
    fi
}

# summary: the closing lines; false when a step failed.
summary() {
    printf '\n== summary (%d s)\n' "$SECONDS"
    ((${#failed[@]} == 0)) || printf 'FAILED: %s\n' "${failed[@]}"
    printf 'steps: %d passed, %d failed\n' "${#passed[@]}" "${#failed[@]}"
    ((${#failed[@]} == 0))
}

# need PROGRAM: a judge that cannot run has not judged.
need() {
    command -v "$1" >/dev/null || die "$1 is not installed, nothing was checked (.ci/install installs it)"
}

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# collect EXTENSION DIR: fills the array "files" with DIR's files of that kind, in a fixed order; none is a failure,
# or a run in which the tests wrote nothing would pass.
collect() {
    [[ -d ${2:-} ]] || die "no directory ${2:-given}"
    mapfile -d '' files < <(find "$2" -type f -name "*.$1" -print0 | LC_ALL=C sort -z)
    ((${#files[@]} > 0)) || die "no .$1 file under $2, nothing was checked"
}

# flavours DIR: files of the standards that are not PDF/A-2a, in a folder for each as veraPDF names it; "none" claims nothing.
flavours() {
    local here flavour
    here=$(dirname "${BASH_SOURCE[0]}")/judges
    for flavour in 2u 2b 3a 4; do
        check "veraPDF, PDF/A-$flavour" "$here/verapdf" "$flavour" "$1/$flavour"
    done
    check "veraPDF, PDF/UA-1 of PDF/A-3a" "$here/verapdf" ua1 "$1/3a"
    check "qpdf, other standards" "$here/qpdf" "$1"
}

# validators DIR WHAT: the judges of syntax and conformance, for files that are many or long.
validators() {
    local here
    here=$(dirname "${BASH_SOURCE[0]}")/judges
    check "veraPDF, PDF/A-2a, $2" "$here/verapdf" 2a "$1"
    check "veraPDF, PDF/UA-1, $2" "$here/verapdf" ua1 "$1"
    check "qpdf, $2" "$here/qpdf" "$1"
    check "check-docx, $2" "$here/docx" "$1"
}

# judges DIR: every outside judge as a step, over all PDF and DOCX files under DIR.
judges() {
    local here
    here=$(dirname "${BASH_SOURCE[0]}")/judges
    check "veraPDF, PDF/A-2a" "$here/verapdf" 2a "$1"
    check "veraPDF, PDF/UA-1" "$here/verapdf" ua1 "$1"
    check "qpdf" "$here/qpdf" "$1"
    check "poppler" "$here/poppler" "$1"
    check "check-docx" "$here/docx" "$1"
    check "LibreOffice" "$here/libreoffice" "$1"
}
