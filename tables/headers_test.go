package tables

import (
	"strings"
	"testing"
)

// kindsOf reads the kinds from the labels: "v…" heads columns, ">…" rows, "*…" both.
func kindsOf(d drawn) func(cell int) HeadKind {
	return func(cell int) HeadKind {
		switch d.label[cell][0] {
		case 'v':
			return ColumnHead
		case '>':
			return RowHead
		case '*':
			return BothHeads
		}
		return NoHead
	}
}

// headers writes the headers of each cell that has any as "cell: headers".
func headers(t *testing.T, d drawn) string {
	t.Helper()
	heads := Headers(d.grid(t), kindsOf(d))
	var b strings.Builder
	for cell, label := range d.label {
		if len(heads.Of(cell)) == 0 {
			continue
		}
		b.WriteString(label + ":")
		for _, h := range heads.Of(cell) {
			b.WriteString(" " + d.label[h])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestHeaders(t *testing.T) {
	for _, c := range []struct{ name, picture, want string }{
		{"two levels above, one at the left", `
			+----+---------+
			| *a | vb      |
			|    +----+----+
			|    | vc | vd |
			+====+====+====+
			| >e | 1  | 2  |
			+----+----+----+
			| >f | 3       |
			+----+---------+`, `
			vb: *a
			vc: vb *a
			vd: vb *a
			>e: *a
			1: vb vc >e
			2: vb vd >e
			>f: *a
			3: vb vc vd >f
			`},
		{"groups at the left, a tall number", `
			+----+----+----+
			| >a | >b | 1  |
			|    +----+----+
			|    | >c | 2  |
			+----+----+    |
			| >d      |    |
			+---------+----+`, `
			>b: >a
			1: >a >b
			>c: >a
			2: >a >c >d
			`},
		{"blocks side by side", `
			+----+----+----+----+
			| vk | vm | vn | vp |
			+====+====+====+====+
			| >a | 1  | >b | 2  |
			+----+----+----+----+`, `
			>a: vk
			1: vm >a
			>b: vn
			2: vp >b
			`},
		{"a tall header right of data is no part of the run left of them", `
			+----+----+----+----+
			| >a | 1  | >b | 2  |
			+----+----+    +----+
			| >c | 3  |    | 4  |
			+----+----+----+----+`, `
			1: >a
			2: >b
			3: >c
			4: >b
			`},
		{"blocks stacked, each with its heads", `
			+---------+
			| va      |
			+----+----+
			| vb | vc |
			+----+----+
			| >d | 1  |
			+----+----+
			| ve      |
			+----+----+
			| vf | vg |
			+----+----+
			| >h | 2  |
			+----+----+`, `
			vb: va
			vc: va
			>d: va vb
			1: va vc >d
			vf: ve
			vg: ve
			>h: ve vf
			2: ve vg >h
			`},
		{"a band alone keeps the labels and replaces the band before", `
			+---------+
			| va      |
			+----+----+
			| vb | vc |
			+====+====+
			| vd      |
			+----+----+
			| >e | 1  |
			+----+----+
			| vf      |
			+----+----+
			| >g | 2  |
			+----+----+`, `
			vb: va
			vc: va
			vd: va vb vc
			>e: va vb vd
			1: va vc vd >e
			>g: va vb vf
			2: va vc vf >g
			`},
		{"data beside a header in the head", `
			+----+----+
			| va | 0  |
			+----+----+
			| 1  | vb |
			+----+----+
			| 2  | 3  |
			+----+----+`, `
			1: va
			2: va
			3: vb
			`},
	} {
		d := parse(t, c.picture)
		if got, want := headers(t, d), unindent(c.want); got != want {
			t.Errorf("%s\n%swant\n%s", c.name, got, want)
		}
	}
}

// A table of headers only must not grow with the square of its rows.
func TestHeadersAreBounded(t *testing.T) {
	rows := make([][]Span, 3000)
	for i := range rows {
		rows[i] = make([]Span, 40)
	}
	g, err := Resolve(rows, 40, 0)
	if err != nil {
		t.Fatal(err)
	}
	heads := Headers(g, func(int) HeadKind { return BothHeads })
	if n := len(heads.Of(len(g.Cells) - 1)); n != 2*maxLevels {
		t.Errorf("%d headers, want %d", n, 2*maxLevels)
	}
	if heads.Of(-1) != nil || heads.Of(len(g.Cells)) != nil {
		t.Error("headers of cells that do not exist")
	}
}
