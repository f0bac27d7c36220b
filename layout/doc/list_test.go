package doc

import "testing"

// Marks and the indents that they need in a style that hangs by two characters. The mark of the last item is the widest here.
func TestListMarks(t *testing.T) {
	style := &Style{Left: 400, Indent: -200}
	for _, c := range []struct {
		kind  ListKind
		start int
		items int
		mark  string
		hang  Chars
	}{
		{Bullets, 0, 3, "•", 200}, {Decimal, 0, 9, "9.", 200}, {Decimal, 95, 6, "100.", 300}, {Decimal, 1000, 1, "1000.", 300},
		{Parenthesis, 0, 9, "（9）", 200}, {Parenthesis, 0, 10, "（10）", 300}, {Circled, 0, 20, "⑳", 200}, {Circled, 0, 21, "(21)", 300},
		{Chinese, 0, 10, "十、", 200}, {Chinese, 0, 11, "十一、", 300}, {ChineseParenthesis, 0, 3, "（三）", 300}, {ChineseParenthesis, 0, 12, "（十二）", 400},
		{ChineseParenthesis, 105, 1, "（一百零五）", 600},
	} {
		l := &List{Kind: c.kind, Start: c.start, Items: make([]Item, c.items)}
		if mark, hang := l.Mark(c.items-1), l.Hang(style); mark != c.mark || hang != c.hang {
			t.Errorf("kind %d: mark %s, %d; want %s, %d", c.kind, mark, hang, c.mark, c.hang)
		}
	}
	if hang := (&List{Kind: ChineseParenthesis, Items: make([]Item, 1)}).Hang(&Style{Indent: 200}); hang != -200 {
		t.Errorf("a style that does not hang: %d", hang)
	}
}
