package fonts

import (
	"errors"
	"slices"
	"testing"
)

func TestKnown(t *testing.T) {
	for i, f := range knownFamilies {
		if f.first > f.last || i > 0 && f.first <= knownFamilies[i-1].last || len(f.names) == 0 {
			t.Errorf("range U+%04X–U+%04X is out of order or names nothing", f.first, f.last)
		}
	}
	for r, want := range map[rune]string{
		0x4E00: "SimSun", 0x3400: "SimSun", 0x20000: "SimSun-ExtB", 0x2A6DF: "SimSun-ExtB", 0x2CC56: "SimSun-ExtB", 0x30000: "SimSun-ExtG", 0x3347F: "Plangothic P2",
		0xAC00: "Malgun Gothic", 'A': "", 0x2A6E0: "", 0x10FFFF: "", -1: "",
	} {
		got := ""
		if names := Known(r); len(names) > 0 {
			got = names[0]
		}
		if got != want {
			t.Errorf("U+%04X: %q, want %q", r, got, want)
		}
	}
}

// A face that serves another role is named before families that are only known.
func TestElsewhere(t *testing.T) {
	song, kai := spec{family: "SimSun", chars: "公"}.face(t), spec{family: "KaiTi", chars: "公开"}.face(t)
	set, err := NewSet(Config{Roles: map[Role]Fallback{Song: {Han: []*Face{song}}, Kai: {Han: []*Face{kai}}}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = set.Shape("公开𬱖", Want{Role: Song})
	var missing *MissingError
	if !errors.As(err, &missing) || string(missing.Runes) != "开𬱖" {
		t.Fatalf("%v", err)
	}
	if names, loaded := missing.Elsewhere(0); !loaded || !slices.Equal(names, []string{kai.FullName}) {
		t.Errorf("开: %q, %v", names, loaded)
	}
	if names, loaded := missing.Elsewhere(1); loaded || !slices.Contains(names, "Jigmo2") {
		t.Errorf("𬱖: %q, %v", names, loaded)
	}
}
