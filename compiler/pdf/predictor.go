package pdf

import "slices"

// upFilter subtracts from each row the one above, as PNG's filter 2 does (ISO 32000-1 7.4.4.4), and puts that number before it.
// What it gives takes the place of data where there is room behind these, so it goes from the last byte to the first.
func upFilter(data []byte, row int) []byte {
	n := len(data) / row
	b := slices.Grow(data[:n*row], n)[:n*(row+1)]
	for at := n - 1; at > 0; at-- {
		above, this, to := b[(at-1)*row:at*row], b[at*row:(at+1)*row], b[at*(row+1):(at+1)*(row+1)]
		for i := len(above) - 1; i >= 0; i-- {
			to[i+1] = this[i] - above[i]
		}
		to[0] = 2
	}
	if n > 0 {
		copy(b[1:], b[:row])
		b[0] = 2
	}
	return b
}
