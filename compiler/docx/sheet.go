package docx

import "fmt"

// SheetError is a style of the sheet whose id another style has: one of the sheet, or one of those that every DOCX has for
// characters, tables and lists. Word repairs a file with both.
type SheetError struct{ Style string }

func (e *SheetError) Error() string {
	return fmt.Sprintf("docx: the id of the style %q is another style's", e.Style)
}

// ownStyles are the ids of the writer's styles that are none of paragraphs. Of paragraph styles of its own a sheet may have others.
var ownStyles = [...]string{"DefaultParagraphFont", "TableNormal", "NoList", linkStyle, noteStyle, tableStyle, tocNumberStyle}

// checkSheet finds styles that share an id.
func (p *writer) checkSheet() {
	known := map[string]bool{}
	for _, id := range ownStyles {
		known[id] = true
	}
	for i := range p.sheet.Styles {
		id := p.sheet.Styles[i].ID
		if known[id] {
			p.fail(&SheetError{id})
		}
		known[id] = true
	}
}
