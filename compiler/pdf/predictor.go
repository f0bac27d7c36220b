package pdf

import "slices"

// upFilter appends data to b, subtracting from each row the one above, as PNG's filter 2 does (ISO 32000-1 7.4.4.4).
func upFilter(b, data []byte, row int) []byte {
	b = slices.Grow(b, len(data)+len(data)/row)
	for at := 0; at+row <= len(data); at += row {
		b = append(b, 2)
		if at == 0 {
			b = append(b, data[:row]...)
			continue
		}
		this, above := data[at:at+row], data[at-row:at]
		for i, c := range this {
			b = append(b, c-above[i])
		}
	}
	return b
}
