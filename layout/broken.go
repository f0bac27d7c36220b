package layout

import "github.com/banxin-go/banxin/layout/doc"

// A broken text has lines, whose ends have a price where they are at sense.
type broken struct {
	lines int
	price int64
}

// compare breaks a text without a list mark in its measure, and where that takes several lines as it would be broken with a reach. It
// is taken up to its items once, and nothing of it is set.
func (s *setter) compare(job textJob, reach doc.Reach) (before, after broken, err error) {
	if w, ok := s.figureWidth(&job); ok && w <= job.Measure {
		return broken{lines: 1}, broken{lines: 1}, nil
	}
	if _, err := s.prepare(&job); err != nil {
		return before, after, err
	}
	p := &s.para
	p.untorn = append(p.untorn[:0], p.items...)
	if before, err = s.broken(&job); err != nil || before.lines < 2 {
		return before, before, err
	}
	wide := job
	if wide.Reach = reach; p.atSense(&wide) != p.atSense(&job) {
		_, err = s.prepare(&wide)
	} else {
		copy(p.items, p.untorn)
	}
	if err == nil {
		after, err = s.broken(&wide)
	}
	return before, after, err
}

// broken breaks the text that has been prepared last.
func (s *setter) broken(job *textJob) (broken, error) {
	l, err := s.liner(job, nil)
	if err != nil {
		return broken{}, err
	}
	lines, from := 0, 0
	for i, to := range s.para.parts {
		lines += len(l.ends(&s.breaker, from, to, i == 0))
		from = to
	}
	return broken{lines, l.price}, nil
}
