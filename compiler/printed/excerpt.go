package printed

// The lengths of excerpts, in characters.
const (
	excerptWhole  = 40 // a text up to this is given whole
	excerptAround = 12 // what is kept on both sides of a change
	excerptChange = 60
)

// Excerpts gives two texts for a message: short ones whole, of long ones what differs with some of what stands around it.
func Excerpts(want, got string) (string, string) {
	x, y := []rune(Normal(want)), []rune(Normal(got))
	if max(len(x), len(y)) <= excerptWhole {
		return string(x), string(y)
	}
	head, tail := ends(x, y)
	return excerpt(x, head, tail), excerpt(y, head, tail)
}

// excerpt cuts a text to what lies between head and tail.
func excerpt(s []rune, head, tail int) string {
	from, to := max(0, head-excerptAround), min(len(s), len(s)-tail+excerptAround)
	out := string(s[from:to])
	if to-from > excerptChange+2*excerptAround {
		out, to = string(s[from:from+excerptChange]), from+excerptChange
	}
	if from > 0 {
		out = "…" + out
	}
	if to < len(s) {
		out += "…"
	}
	return out
}
