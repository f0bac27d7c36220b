// Package seed holds the report that every peer is measured on: a real one, as plain blocks.
package seed

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed erqi-2022.txt
var source string

// Kind says what a block is.
type Kind string

// The kinds of block, as the source file writes them.
const (
	Title     Kind = "T"
	Heading1  Kind = "H1"
	Heading2  Kind = "H2"
	Paragraph Kind = "P"
	TableKind Kind = "TABLE"
)

// Block is a piece of text, or a table.
type Block struct {
	Kind  Kind
	Text  string
	Table *Table
}

// Table is a full grid: every slot belongs to exactly one cell.
type Table struct {
	Rows, Cols, Head int // Head rows repeat on each page
	Cells            []Cell
}

// Cell is a cell at its top left slot.
type Cell struct {
	Row, Col, Rows, Cols int
	Text                 string
}

// Blocks returns the report. Each call makes new blocks.
func Blocks() ([]Block, error) {
	var blocks []Block
	var table *Table
	for n, line := range strings.Split(strings.TrimSpace(source), "\n") {
		key, text, _ := strings.Cut(line, " ")
		switch {
		case key == "#":
		case key == string(TableKind):
			table = new(Table)
			if _, err := fmt.Sscan(text, &table.Cols, &table.Head, &table.Rows); err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			blocks = append(blocks, Block{Kind: TableKind, Table: table})
		case strings.Contains(key, ","):
			c := Cell{Text: text}
			if _, err := fmt.Sscanf(key, "%d,%d,%d,%d", &c.Row, &c.Col, &c.Rows, &c.Cols); err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			table.Cells = append(table.Cells, c)
		default:
			blocks = append(blocks, Block{Kind: Kind(key), Text: text})
		}
	}
	for _, b := range blocks {
		if b.Table != nil {
			b.Table.fill()
		}
	}
	return blocks, nil
}

// Paragraphs returns the text of all body paragraphs.
func Paragraphs() ([]string, error) {
	blocks, err := Blocks()
	var texts []string
	for _, b := range blocks {
		if b.Kind == Paragraph {
			texts = append(texts, b.Text)
		}
	}
	return texts, err
}

// fill gives each slot that no cell covers a cell of its own with a nought.
func (t *Table) fill() {
	taken := make([]bool, t.Rows*t.Cols)
	for _, c := range t.Cells {
		for r := c.Row; r < c.Row+c.Rows; r++ {
			for k := c.Col; k < c.Col+c.Cols; k++ {
				taken[r*t.Cols+k] = true
			}
		}
	}
	for i, is := range taken {
		if !is {
			t.Cells = append(t.Cells, Cell{Row: i / t.Cols, Col: i % t.Cols, Rows: 1, Cols: 1, Text: "0"})
		}
	}
}
