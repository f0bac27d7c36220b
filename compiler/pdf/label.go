package pdf

import "strconv"

// writePageLabels writes the page numbers as printed (ISO 32000-1 12.4.2): runs that count on, and the rest page by page.
func (w *writer) writePageLabels(d dict) {
	any := false
	for _, l := range w.labels {
		any = any || l != ""
	}
	if !any {
		return
	}
	d.key("PageLabels").dict(func(d dict) {
		d.key("Nums").array(func(a array) {
			last := ""
			for n, l := range w.labels {
				if n > 0 && follows(last, l) {
					last = l
					continue
				}
				last = l
				a.item().int(n)
				a.item().dict(func(d dict) { pageLabel(d, l) })
			}
		})
	})
}

// split parts a label into what stands before its number and the number; n is 0 where it does not end in one, or in one that is no
// integer of PDF/A (ISO 19005-2 6.1.13).
func split(label string) (prefix string, n int) {
	i := len(label)
	for i > 0 && label[i-1] >= '0' && label[i-1] <= '9' {
		i--
	}
	number, err := strconv.ParseInt(label[i:], 10, 32)
	if err != nil || label[i] == '0' {
		return label, 0
	}
	return label[:i], int(number)
}

// follows reports whether b is a with its number one higher.
func follows(a, b string) bool {
	pa, na := split(a)
	pb, nb := split(b)
	return pa == pb && na > 0 && nb == na+1
}

func pageLabel(d dict, label string) {
	prefix, n := split(label)
	if n > 0 {
		d.key("S").name("D")
	}
	if n > 1 {
		d.key("St").int(n)
	}
	if prefix != "" {
		d.key("P").text(prefix)
	}
}
