package compiler

import (
	"errors"
	"fmt"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
	"github.com/banxin-go/banxin/tables"
)

// Problems turns the errors of the lower packages into problems of the report. It is the one place that does so. An error
// of another kind, say of a writer, becomes a problem of code "internal" with the error's own words.
func Problems(err error, r report.Report) report.Problems {
	t := translator{report: r}
	t.walk(err, "")
	return t.found
}

type translator struct {
	report report.Report
	found  report.Problems
}

// walk goes down through joined and placed errors to those that say what is wrong.
func (t *translator) walk(err error, src string) {
	switch e := err.(type) {
	case nil:
	case report.Problems:
		t.found = append(t.found, e...)
	case *layout.Error:
		t.walk(e.Err, e.Src)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() { // before one is asked: errors.As would find the first and lose its place
			t.walk(inner, src)
		}
	default:
		if !t.one(err, src) {
			t.add(src, "internal", err.Error())
		}
	}
}

func (t *translator) add(src string, code report.Code, args ...any) {
	t.found = append(t.found, report.NewProblem(report.ParsePath(src, t.report), code, args...))
}

// one translates a single error; false when it is none of ours.
func (t *translator) one(err error, src string) bool {
	return t.font(err, src) || t.table(err, src) || t.word(err) || t.text(err, src) || t.pdf(err, src) || t.picture(err, src) || t.block(err, src) || t.figure(err, src)
}

func (t *translator) font(err error, src string) bool {
	var missing *fonts.MissingError
	var embed *fonts.EmbedError
	var format *fonts.FormatError
	switch {
	case errors.As(err, &missing):
		for i, r := range missing.Runes {
			names, inSet := missing.Elsewhere(i)
			t.add(src, "font.missing", string(r), codePoint(r), string(missing.Role), report.Elsewhere{Names: names, Loaded: inSet})
		}
	case errors.As(err, &embed):
		t.add(src, "font.embed", embed.Face.FullName)
	case errors.As(err, &format):
		t.add(src, "font.format", format.File, format.Reason)
	default:
		return false
	}
	return true
}

// table translates what is wrong with merged cells; people count rows and columns from 1.
func (t *translator) table(err error, src string) bool {
	switch e := err.(type) {
	case tables.GapError:
		t.add(src, "table.gap", e.Row+1, e.Col+1)
	case tables.OverlapError:
		t.add(src, "table.overlap", e.Row+1, e.At+1)
	case tables.ReachError:
		t.add(src, "table.reach", e.Row+1, e.Col+1)
	case tables.ExtraError:
		t.add(src, "table.reach", e.Row+1, e.Col+1)
	case tables.HeadError:
		t.add(src, "table.head", e.Row+1, e.Col+1)
	case tables.HeadCountError:
		t.add(src, "table.heads", e.Head, e.Rows)
	case tables.SpanError:
		t.add(src, "table.span", e.Row+1, e.Col+1)
	case tables.ColumnError:
		t.add(src, "table.column", e.Col+1)
	case *layout.RaggedError:
		t.add(src, "table.merge", e.Row+1, e.Got, e.Want)
	case tables.SizeError:
		t.add(src, "table.empty")
	case tables.NarrowError:
		t.add(src, "table.width", e.Col+1, e.Col+e.Cols, e.Needed.String(), e.Available.String())
	default:
		return false
	}
	return true
}

// word translates what Word does not open.
func (t *translator) word(err error) bool {
	var limit *docx.LimitError
	var sheet *docx.SheetError
	if errors.As(err, &sheet) {
		t.add("", "style.taken", sheet.Style)
		return true
	}
	if !errors.As(err, &limit) {
		return false
	}
	code := map[string]report.Code{"columns": "table.columns", "levels of a list": "list.levels", "twips of the paper": "page.paper"}[limit.What]
	if code == "" {
		return false
	}
	t.add(limit.Src, code, limit.Value, limit.Max)
	return true
}

func (t *translator) block(err error, src string) bool {
	var style *layout.StyleError
	var ref *layout.RefError
	var room *layout.RoomError
	switch {
	case errors.As(err, &style):
		t.add(src, "style.unknown", style.ID)
	case errors.Is(err, layout.ErrAlt):
		t.add(src, "image.alt")
	case errors.Is(err, layout.ErrImage):
		t.add(src, "image.bad", err.Error())
	case errors.Is(err, layout.ErrPage):
		t.add(src, "page.room")
	case errors.Is(err, layout.ErrCellBlock):
		t.add(src, "table.block")
	case errors.Is(err, layout.ErrCarry):
		t.add(src, "table.carry")
	case errors.As(err, &room):
		t.add(src, "table.room", room.Height.String(), room.Room.String())
	case errors.As(err, &ref):
		t.add(src, "link.target", "#"+ref.Key)
	default:
		return false
	}
	return true
}

// noticed are the warnings for tables whose type or padding had to shrink.
func noticed(notices []layout.Notice, r report.Report) report.Problems {
	var out report.Problems
	for _, n := range notices {
		if n.Size == 0 {
			continue // narrower padding alone is no matter for the report's author
		}
		out = append(out, report.NewProblem(report.ParsePath(n.Src, r), "table.small", n.Size.String()))
	}
	return out
}

// text translates characters that must not stand in a text.
func (t *translator) text(err error, src string) bool {
	var char *layout.CharError
	if !errors.As(err, &char) {
		return false
	}
	name, at := codePoint(char.Rune), char.Char+1
	switch char.Reason {
	case layout.BadUTF8:
		t.add(src, "text.utf8", at)
	case layout.Replacement:
		t.add(src, "text.lost", at)
	case layout.Control:
		t.add(src, "text.control", name, at)
	case layout.BidiControl:
		t.add(src, "text.bidi", name, at)
	case layout.Invisible:
		t.add(src, "text.invisible", name, at)
	case layout.NonCharacter:
		t.add(src, "text.noncharacter", name, at)
	case layout.PrivateUse:
		if char.Successor == 0 {
			t.add(src, "text.private", name, at)
			break
		}
		t.add(src, "text.successor", name, at, string(char.Successor), codePoint(char.Successor))
	default:
		return false
	}
	return true
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// substituted are the warnings for roles of the sheet that another design serves.
func substituted(set *fonts.Set, sheet *doc.Sheet) report.Problems {
	bold, used := sheetRoles(sheet)
	var out report.Problems
	for _, served := range set.Served() {
		role := string(served.Role)
		if served.Latin || served.Face == nil || !used[role] || served.Bold != bold[role] {
			continue
		}
		if served.Substituted {
			out = append(out, report.NewProblem(nil, "font.substituted", role, served.Face.FullName))
		}
	}
	return out
}

// thickened are the warnings for faces whose bold is made by stroking.
func thickened(faces []*fonts.Face) report.Problems {
	var out report.Problems
	for _, f := range faces {
		out = append(out, report.NewProblem(nil, "font.synthetic", f.FullName))
	}
	return out
}

// sheetRoles says which roles a sheet uses, and which of them in bold.
func sheetRoles(sheet *doc.Sheet) (bold, used map[string]bool) {
	bold, used = map[string]bool{}, map[string]bool{}
	for _, s := range sheet.Styles {
		used[s.Role] = true
		bold[s.Role] = bold[s.Role] || s.Bold
	}
	return bold, used
}

// headless are the warnings for tables without a head cell: PDF/UA-1 7.5 wants one in each.
func headless(d *doc.Document, r report.Report) report.Problems {
	var out report.Problems
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			if t, ok := block.(*doc.Table); ok && t.HeadRows == 0 && t.StubCols == 0 && !hasHead(t) {
				out = append(out, report.NewProblem(report.ParsePath(t.Src, r), "table.headless"))
			}
		}
	}
	return out
}

// unrepeated are the warnings for tables whose head is not repeated, as it is too high.
func unrepeated(d *doc.Document, laid []display.Table, r report.Report) report.Problems {
	var out report.Problems
	n := 0
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			t, ok := block.(*doc.Table)
			if !ok {
				continue
			}
			if pages := laid[n].Bare; pages > 0 {
				out = append(out, report.NewProblem(report.ParsePath(t.Src, r), "table.bare", pages))
			}
			n++
		}
	}
	return out
}

func hasHead(t *doc.Table) bool {
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			if kind := t.Rows[i].Cells[k].Kind; kind == doc.CellColumnHead || kind == doc.CellRowHead {
				return true
			}
		}
	}
	return false
}
