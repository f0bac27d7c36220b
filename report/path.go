package report

import (
	"strconv"
	"strings"
)

// Step is one step of a path: into a field, or to an element of a list.
type Step struct {
	Field string // the name in JSON; "" for a step to an element
	Index int    // of the element, from 0
	// Zh is the field's Chinese name, from its zh tag. "-" is a field whose name says nothing that the next step does not
	// say better. A # stands for the number of the element that follows: 第#段.
	Zh string
}

// Path is the way from a report to one of its values. The empty path is the whole report.
type Path []Step

// String gives the path as programs read it: applications.results.public.total, overview.sections[0].paragraphs[2].
func (p Path) String() string {
	var b []byte
	for _, s := range p {
		if s.Field == "" {
			b = append(strconv.AppendInt(append(b, '['), int64(s.Index), 10), ']')
			continue
		}
		if len(b) > 0 {
			b = append(b, '.')
		}
		b = append(b, s.Field...)
	}
	return string(b)
}

// Zh gives the path as a clerk reads the report: 三、收到和处理政府信息公开申请情况›（一）予以公开›总计.
func (p Path) Zh() string {
	var parts []string
	for i, s := range p {
		if name := s.name(p[i+1:]); name != "" {
			parts = append(parts, name)
		}
	}
	return strings.Join(parts, "›")
}

// name is the Chinese name of a step; next are the steps after it.
func (s Step) name(next Path) string {
	element := len(next) > 0 && next[0].Field == ""
	switch {
	case s.Field == "", s.Zh == "-":
		return ""
	case element && strings.Contains(s.Zh, "#"):
		return strings.Replace(s.Zh, "#", strconv.Itoa(next[0].Index+1), 1)
	case element:
		return s.plain() + "第" + strconv.Itoa(next[0].Index+1) + "项"
	}
	return s.plain()
}

func (s Step) plain() string {
	if s.Zh == "" {
		return s.Field
	}
	return strings.Replace(s.Zh, "第#", "", 1)
}

// In gives the path in words of the language: Zh for Chinese, else String.
func (p Path) In(lang string) string {
	if isChinese(lang) {
		return p.Zh()
	}
	return p.String()
}

// field gives the path one field further. The steps of p are never shared with the result.
func (p Path) field(f *field) Path { return p.with(Step{Field: f.name, Zh: f.zh}) }

// at gives the path one list element further.
func (p Path) at(i int) Path { return p.with(Step{Index: i}) }

func (p Path) with(s Step) Path {
	out := make(Path, len(p)+1)
	copy(out, p)
	out[len(p)] = s
	return out
}

// ParsePath reads what String wrote. The Chinese names are those of r's zh tags, where r is a struct and has them; names
// that r does not know are kept as they are. It is the way back from a doc.Block's Src. r may be nil.
func ParsePath(src string, r Report) Path {
	at := fieldsOf(r)
	var p Path
	for src != "" {
		var step Step
		step, src = cutStep(src)
		if step.Field != "" {
			f := at.find(step.Field)
			if f != nil {
				step.Zh = f.zh
			}
			at = f.inside()
		}
		p = append(p, step)
	}
	return p
}

// cutStep takes the first step off src. What cannot be read as a step is a field of that name: a path is never lost.
func cutStep(src string) (Step, string) {
	if strings.HasPrefix(src, "[") {
		digits, rest, ok := strings.Cut(src[1:], "]")
		n, err := strconv.Atoi(digits)
		if ok && err == nil && n >= 0 {
			return Step{Index: n}, strings.TrimPrefix(rest, ".")
		}
		return Step{Field: src}, ""
	}
	end := strings.IndexAny(src, ".[")
	switch {
	case end < 0:
		return Step{Field: src}, ""
	case end == 0:
		return cutStep(src[1:])
	case src[end] == '.':
		return Step{Field: src[:end]}, src[end+1:]
	}
	return Step{Field: src[:end]}, src[end:]
}
