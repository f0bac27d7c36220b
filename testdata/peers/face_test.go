package peers

import (
	"os"
	"testing"
)

// face returns the bundled 宋 face: the same for every peer. BANXIN_PEER_FONT names another TrueType file.
func face(t testing.TB) []byte {
	t.Helper()
	name := "../../fonts/bundled/NotoSerifSC-Regular.ttf"
	if other := os.Getenv("BANXIN_PEER_FONT"); other != "" {
		name = other
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
