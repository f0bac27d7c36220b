package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/report"
)

// listFonts prints which face serves each role; with --text, which serves each character.
func listFonts(_ context.Context, c *call) error {
	if !utf8.ValidString(c.text) {
		return usageFault(badText, "--text")
	}
	if err := c.loadFonts(); err != nil {
		return err
	}
	set := c.fontSet
	if c.text != "" {
		return c.listCharacters(set)
	}
	rows := [][]string{{headRole.in(c.lang), headScript.in(c.lang), headFace.in(c.lang), headFile.in(c.lang), headRights.in(c.lang), headNotes.in(c.lang)}}
	for _, s := range set.Served() {
		rows = append(rows, c.servedRow(s))
	}
	return c.print(columns(rows) + c.lastResort(set))
}

func (c *call) servedRow(s fonts.Served) []string {
	script := hanWord
	if s.Latin {
		script = latinWord
	}
	row := []string{string(s.Role), script.in(c.lang)}
	if s.Bold {
		row[1] += " " + boldWord.in(c.lang)
	}
	if s.Face == nil {
		return append(row, noneWord.in(c.lang))
	}
	var notes []string
	if s.Substituted {
		notes = append(notes, substituted.in(c.lang))
	}
	if s.SyntheticBold {
		notes = append(notes, synthetic.in(c.lang))
	}
	return append(row, s.Face.FullName, s.Face.Source, c.rights(s.Rights), strings.Join(notes, ", "))
}

func (c *call) rights(r fonts.Rights) string {
	text := rightsFree
	switch {
	case !r.Embeddable():
		text = rightsNone
	case r&fonts.Editable != 0:
		text = rightsEdit
	case r&fonts.PreviewPrint != 0:
		text = rightsPreview
	}
	return text.in(c.lang)
}

// lastResort lists the faces that stand first for no role.
func (c *call) lastResort(set *fonts.Set) string {
	served := set.Served()
	var b strings.Builder
	for _, f := range set.Faces() {
		if slices.ContainsFunc(served, func(s fonts.Served) bool { return s.Face == f }) {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("\n" + fallbacks.in(c.lang) + "\n")
		}
		fmt.Fprintf(&b, "  %s  %s  %s\n", f.FullName, f.Source, c.rights(f.Rights()))
	}
	return b.String()
}

// listCharacters prints for each role which face serves which characters, each once.
func (c *call) listCharacters(set *fonts.Set) error {
	var rows [][]string
	var missing []string
	for _, role := range fonts.Roles() {
		for _, g := range servedBy(set, role, c.text) {
			name := noneWord.in(c.lang)
			if g.face != nil {
				name = g.face.FullName
			} else {
				missing = c.points(set, g.chars)
			}
			rows = append(rows, []string{string(role), name, strings.Map(shown, string(g.chars))})
		}
	}
	if err := c.print(columns(rows)); err != nil {
		return err
	}
	if len(missing) > 0 {
		return &fault{exitFont, missingChar, []string{strings.Join(missing, ", ")}}
	}
	return nil
}

// group is a face with the characters that it serves; a nil face serves what no face has.
type group struct {
	face  *fonts.Face
	chars []rune
}

// points names characters that a role lacks with their code points, and with the fonts that would have them.
func (c *call) points(set *fonts.Set, chars []rune) []string {
	open, comma, shut := " (", ", ", ")"
	if c.lang == "zh" {
		open, comma, shut = "（", "、", "）"
	}
	out := make([]string, len(chars))
	for i, r := range chars {
		out[i] = fmt.Sprintf("U+%04X", r)
		if shown(r) >= 0 {
			out[i] = string(r) + " " + out[i]
		}
		if names := append(elsewhere(set, r), c.instead(r)...); len(names) > 0 {
			out[i] += open + strings.Join(names, comma) + shut
		}
	}
	return out
}

// shown leaves out what a terminal cannot show, and what would steer it.
func shown(r rune) rune {
	if unicode.IsGraphic(r) {
		return r
	}
	return -1
}

// instead names the character that GB 18030-2022 has in place of a private-use one.
func (c *call) instead(r rune) []string {
	for _, p := range report.CheckText(nil, string(r)) {
		if p.Code == "text.successor" {
			now := p.Args[len(p.Args)-2:]
			return []string{fmt.Sprintf(successorHas.in(c.lang), now...)}
		}
	}
	return nil
}

// elsewhere names faces of other roles that have a character, else families that are known to.
func elsewhere(set *fonts.Set, r rune) (names []string) {
	for _, f := range set.Having(r) {
		names = append(names, f.FullName)
	}
	if len(names) == 0 {
		names = fonts.Known(r)
	}
	return names
}

func servedBy(set *fonts.Set, role fonts.Role, text string) (groups []group) {
	for part := range strings.FieldsSeq(text) {
		for _, s := range stretches(part) {
			served, err := set.WhoServes(s, fonts.Want{Role: role, Latin: isLatin(s)})
			if err != nil {
				continue // text is UTF-8, and nothing else is refused
			}
			for _, t := range served {
				groups = add(groups, t)
			}
		}
	}
	return groups
}

func add(groups []group, t fonts.ServedText) []group {
	i := slices.IndexFunc(groups, func(g group) bool { return g.face == t.Face })
	if i < 0 {
		i, groups = len(groups), append(groups, group{face: t.Face})
	}
	for _, r := range t.Text {
		if !slices.Contains(groups[i].chars, r) {
			groups[i].chars = append(groups[i].chars, r)
		}
	}
	return groups
}

// stretches parts letters and figures, which the Latin faces serve, from the rest. Layout looks at the neighbours of
// quotation marks and the like too; here they count as Han.
func stretches(text string) (out []string) {
	from := 0
	for i := range text {
		if i > 0 && isLatin(text[i:]) != isLatin(text[from:]) {
			out, from = append(out, text[from:i]), i
		}
	}
	return append(out, text[from:])
}

// isLatin tells of a text's first character; accents that stand by themselves follow U+02AF.
func isLatin(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r <= 0x02AF && r != '·' && r != '×' && r != '°' && r != '§' && r != '±' && r != '÷'
}

// columns sets rows in columns, two spaces apart.
func columns(rows [][]string) string {
	var wide []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(wide) {
				wide = append(wide, 0)
			}
			wide[i] = max(wide[i], width(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += pad(cell, wide[i]+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
