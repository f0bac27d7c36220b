package compiler

import (
	"encoding/json"
	"strings"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// Note is one thing that Word, WPS or LibreOffice may show otherwise than the PDF. Where it says nothing they show the same
// as far as is known.
type Note struct {
	Path report.Path // the block it is about; empty for the whole document
	Code report.Code // "parity.continued"; the words stand in package report's table
	Args []any
	Info bool // small, and nothing to be done; others are worth a look before the DOCX goes out
}

// Message says what differs and where; languages that begin with "zh" give Chinese, all others English.
func (n Note) Message(lang string) string {
	return report.NewProblem(n.Path, n.Code, n.Args...).Message(lang)
}

// MarshalJSON writes a note as problems are written, with severity "warning" or "info".
func (n Note) MarshalJSON() ([]byte, error) {
	severity := "warning"
	if n.Info {
		severity = "info"
	}
	return json.Marshal(struct {
		Path     string      `json:"path"`
		Code     report.Code `json:"code"`
		Severity string      `json:"severity"`
		Zh       string      `json:"zh"`
		En       string      `json:"en"`
	}{n.Path.String(), n.Code, severity, n.Message("zh"), n.Message("en")})
}

// Parity lists what a DOCX written without options may show otherwise than the PDF: first what holds for the whole document,
// then block by block, and last what the document asks for and a DOCX has no means for.
func (o *Output) Parity() []Note {
	p := &parityNotes{out: o}
	p.fonts()
	p.lines()
	eachBlock(o.Doc, p.block)
	p.losses()
	return p.notes
}

// Losses gives what the report asks for and a DOCX has no means for, as warnings: the PDF shows it, the DOCX leaves it out. Parity
// tells the same and more, and takes longer.
func (o *Output) Losses() report.Problems {
	p := &parityNotes{out: o}
	eachBlock(o.Doc, func(b doc.Block) {
		if t, ok := b.(*doc.Table); ok {
			p.ends(t, p.told())
		}
	})
	p.losses()
	var found report.Problems
	for _, n := range p.notes {
		found = append(found, report.NewProblem(n.Path, n.Code, n.Args...))
	}
	return found
}

// losses tells of what a DOCX has no means for; subtotals at page ends are told of where the table is, if it has page ends.
func (p *parityNotes) losses() {
	codes := map[docx.LossKind]report.Code{
		docx.LostDiagonals: "docx.diagonals", docx.LostWidows: "docx.widows", docx.LostGap: "docx.gap", docx.LostMirror: "docx.mirror", docx.LostRules: "docx.rules",
		docx.LostSizes: "docx.sizes", docx.LostBelow: "docx.below",
	}
	for _, l := range docx.Losses(p.out.Doc) {
		if code := codes[l.What]; code != "" {
			p.add(l.Src, code)
		}
	}
}

type parityNotes struct {
	out      *Output
	tables   int // seen so far
	headings int
	notes    []Note
}

func (p *parityNotes) add(src string, code report.Code, args ...any) {
	p.notes = append(p.notes, Note{report.ParsePath(src, p.out.report), code, args, code.IsInfo()})
}

// fonts tells of roles that a DOCX names other faces for than the PDF has, and of named faces that not every machine has.
func (p *parityNotes) fonts() {
	names := map[string]string{}
	for _, n := range docx.DefaultNames() {
		names[n.Role] = n.Han
	}
	bold, used := sheetRoles(p.out.Doc.Sheet)
	for _, served := range p.out.fonts.Served() {
		role := string(served.Role)
		name := names[role]
		if served.Latin || served.Face == nil || !used[role] || served.Bold != bold[role] || name == "" {
			continue
		}
		switch full := served.Face.FullName; {
		case served.Substituted:
			p.add("", "parity.design", role, full, name)
		case !strings.HasPrefix(full, name):
			p.add("", "parity.font", role, full, name)
		}
		if others := docx.Alternates(name); docx.Rare(name) {
			p.add("", "parity.absent", name, others)
		}
	}
}

// lines tells of what all text has: where lines end and where they stand.
func (p *parityNotes) lines() {
	if n := p.spaced(); n > 0 {
		p.add("", "parity.lines", n)
	}
	if n := p.squeezed(); n > 0 {
		p.add("", "parity.squeeze", n)
	}
	if body := p.out.Doc.Sheet.Style("Normal"); body != nil {
		middle := (body.Leading-body.Size)/2 + body.Size*88/100
		const tenth = unit.Pt / 10
		if lower := body.Leading*4/5 - middle; lower > unit.Pt/2 {
			p.add("", "parity.baseline", (unit.Length(lower.Round(tenth)) * tenth).String())
		}
	}
}

// spaced counts the lines that a DOCX has spaced, to end them where the PDF does.
func (p *parityNotes) spaced() int {
	n := 0
	for _, lines := range p.out.ends {
		for _, line := range lines {
			if line.Track != 0 {
				n++
			}
		}
	}
	return n
}

// squeezed counts the lines of text in which a mark has less than its full width.
func (p *parityNotes) squeezed() int {
	n := 0
	for page := range p.out.Pages.Count {
		for _, item := range p.out.Pages.Paint(page).Items {
			if t, ok := item.(*display.Text); ok && t.Node != nil && tight(t) {
				n++
			}
		}
	}
	return n
}

// squeezable are the marks that have half of their width blank.
const squeezable = "，、；：。？！“”‘’（）《》〈〉【】〔〕「」『』"

// tight says whether a line has a mark, not its last, that is much narrower than an em.
func tight(t *display.Text) bool {
	for i := range len(t.Glyphs) - 1 {
		g := &t.Glyphs[i]
		if g.Start < g.End && strings.Contains(squeezable, t.String[g.Start:g.End]) && t.Pos[i+1]-t.Pos[i] < t.Size*7/8 {
			return true
		}
	}
	return false
}
