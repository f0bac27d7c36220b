package display

import "github.com/banxin-go/banxin/layout/unit"

// Node is an element of the structure tree (ISO 32000-1 14.7.2). A node that is drawn on two pages is still one node.
type Node struct {
	Num     int32  // dense number in document order, the root is 0; set by Number
	RowSpan uint32 // 0 means 1; a table may have more rows than fit in 16 bits
	ColSpan uint16 // 0 means 1
	Role    Role
	Scope   Scope
	Kids    []*Node
	Headers []*Node // TH nodes that head this cell; may share one slice with other cells
	Extra   *Extra  // nil for most nodes
}

// Extra is what few nodes have.
type Extra struct {
	Src       string // of a Figure: the block's place in the report, for errors
	Alt       string // of a Figure
	Actual    string // text in place of what is drawn
	Lang      string // BCP 47 where it differs from the parent's
	Summary   string // of a Table
	Numbering string // of an L: Decimal, Disc … (ListNumbering)
	// Page and Box say where a Figure stands; Page counts from 0.
	Page int
	Box  *unit.Rect
}

// Role is the standard structure type (ISO 32000-1 14.8.4).
type Role uint8

// The structure types in use.
const (
	RoleDocument Role = iota
	RoleSect
	RoleH1
	RoleH2
	RoleH3
	RoleH4
	RoleH5
	RoleH6
	RoleP
	RoleL
	RoleLI
	RoleLbl
	RoleLBody
	RoleTable
	RoleCaption
	RoleTHead
	RoleTBody
	RoleTR
	RoleTH
	RoleTD
	RoleFigure
	RoleLink
	RoleSpan
	RoleReference
	RoleNote
	RoleTOC
	RoleTOCI
	RoleDiv
)

// String gives the name that stands in the PDF.
func (r Role) String() string {
	return [...]string{"Document", "Sect", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table",
		"Caption", "THead", "TBody", "TR", "TH", "TD", "Figure", "Link", "Span", "Reference", "Note", "TOC", "TOCI", "Div"}[r]
}

// Scope says which cells a TH heads.
type Scope uint8

// The scopes; NoScope for all but TH.
const (
	NoScope Scope = iota
	ScopeColumn
	ScopeRow
	ScopeBoth
)

// String gives the name that stands in the PDF.
func (s Scope) String() string { return [...]string{"", "Column", "Row", "Both"}[s] }

// Number numbers the tree below root densely in document order and returns how many nodes it has.
func Number(root *Node) int {
	n := int32(0)
	var walk func(*Node)
	walk = func(node *Node) {
		node.Num = n
		n++
		for _, kid := range node.Kids {
			walk(kid)
		}
	}
	walk(root)
	return int(n)
}
