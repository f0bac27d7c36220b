package peers

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// face returns the bundled 宋 face: the same for every peer. BANXIN_PEER_FONT names another TrueType file.
func face(t testing.TB) []byte {
	t.Helper()
	names, _ := filepath.Glob("../../fonts/bundled/*erif*.ttf")
	slices.Sort(names)
	if name := os.Getenv("BANXIN_PEER_FONT"); name != "" {
		names = []string{name}
	}
	if len(names) == 0 {
		missing(t, "no TrueType face in fonts/bundled: nothing about the peers was checked")
	}
	data, err := os.ReadFile(names[len(names)-1])
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// missing skips by hand and fails in CI.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(what)
	}
	t.Skip(what)
}
