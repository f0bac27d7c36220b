package compiler

import (
	"errors"
	"fmt"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout"
	"github.com/banxin-go/banxin/tables"
)

// Each fault keeps its own place, however deep it is joined, and each character of a fault is a problem of its own.
func TestProblemsKeepTheirPlaces(t *testing.T) {
	err := errors.Join(
		&layout.Error{Src: "overview.paragraphs[0]", Err: &fonts.MissingError{Role: fonts.Kai, Runes: []rune("𬱖𪣻")}},
		&layout.Error{Src: "table", Err: errors.Join(tables.GapError{Row: 1, Col: 2, Cols: 1}, tables.ReachError{Row: 3, Col: 0, Rows: 1})},
		&layout.Error{Src: "other", Err: fmt.Errorf("更多：%w", &layout.CharError{Rune: '\ue863', Char: 5, Reason: layout.PrivateUse, Successor: '䶮'})},
		&pdf.LimitError{Fault: pdf.NoTitle, Page: -1},
		errors.New("disk full"),
	)
	want := []string{
		"overview.paragraphs[0] font.missing", "overview.paragraphs[0] font.missing", "table table.gap", "table table.reach",
		"other text.successor", " pdf.limit", " internal",
	}
	found := Problems(err, nil)
	if len(found) != len(want) {
		t.Fatalf("%d problems, want %d:\n%v", len(found), len(want), found)
	}
	for i, p := range found {
		if got := fmt.Sprintf("%s %s", p.Path, p.Code); got != want[i] {
			t.Errorf("problem %d is %q, want %q", i, got, want[i])
		}
	}
}
