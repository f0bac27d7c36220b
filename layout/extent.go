package layout

import (
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/unit"
)

// A wish is how wide a text wants its measure.
type wish struct {
	least   unit.Length // so that no figure and no Latin word is broken
	sense   unit.Length // so that no word of a label is: 社会公益/组织, never 社会公/益组织
	phrase  unit.Length // and no phrase: 公务接待费
	natural unit.Length // on one line
}

// grow takes in what another text wishes.
func (w *wish) grow(o wish) {
	w.least, w.sense = max(w.least, o.least), max(w.sense, o.sense)
	w.phrase, w.natural = max(w.phrase, o.phrase), max(w.natural, o.natural)
}

// shortLabel is how many characters of text stand on one line wherever there is room for them: 主动公开.
const shortLabel = 4

// wish measures a job as a table's column sees it. It is asked for each cell of a table once.
func (s *setter) wish(job textJob) (wish, error) {
	if w, ok := s.figureWidth(&job); ok {
		return wish{w, w, w, w}, nil
	}
	job.Balance, job.Measure = true, 0 // for the prices of line ends at sense
	label, err := s.prepare(&job)
	if err != nil {
		return wish{}, err
	}
	p, room := &s.para, s.room(&job, label)
	all := wish{}
	last := endRoom(&job)
	from := 0
	for i, to := range p.parts {
		word, line := widths(p.items[from:to])
		indent := room.start(i == 0) + room.right
		all.grow(wish{word + indent, p.senseWidth(from, to, oddBreak) + indent, p.senseWidth(from, to, phraseBreak) + indent, line + indent + last})
		from = to
	}
	return all, nil
}

// endRoom is the half em that a closing mark gives up at a line's end here, and keeps in a word processor: a column that fits
// its text needs it, or the same text takes two lines there.
func endRoom(job *textJob) unit.Length {
	if n := len(job.Spans); n > 0 {
		r, _ := utf8.DecodeLastRuneInString(job.Spans[n-1].Text)
		switch classOf(r) {
		case classClose, classStop, classComma:
			return job.Style.Size / 2
		}
	}
	return 0
}

// senseWidth is the width of the widest stretch of the items [from,to) without a line end at less than a price.
func (p *para) senseWidth(from, to int, price int16) unit.Length {
	var w, widest int64
	for i := from; i < to; i++ {
		it := &p.items[i]
		w += int64(it.box)
		widest = max(widest, w)
		if w += int64(it.glue); it.penalty != noBreak && it.penalty < price {
			w = 0
		}
	}
	return unit.Length(widest)
}
