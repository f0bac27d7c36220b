package printed

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Hash is a SHA-256 of what the document shows, in hex: two documents without a difference have the same. Where texts come
// from does not count.
func (d Document) Hash() string {
	h := sha256.New()
	w := bufio.NewWriter(h)
	for i := range d {
		b := &d[i]
		if b.Table == nil {
			fmt.Fprintf(w, "%q\n", Normal(b.Label+b.Text))
			continue
		}
		fmt.Fprintf(w, "%d %d\n", b.Table.Rows, b.Table.Cols)
		for k := range b.Table.Cells {
			c := &b.Table.Cells[k]
			fmt.Fprintf(w, "%d %d %d %d %q\n", c.Row, c.Col, c.Rows, c.Cols, Normal(c.Text))
		}
	}
	w.Flush()
	return hex.EncodeToString(h.Sum(nil))
}
