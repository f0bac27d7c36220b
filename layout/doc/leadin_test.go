package doc

import (
	"strings"
	"testing"
)

func TestLeadIn(t *testing.T) {
	for text, want := range map[string]bool{
		"针对上述问题，采取以下措施：": true, "具体情况如下:": true, "办理条件： ": true, "具体情况如下。": false, "联系人：　　　　": false, "电话:    ": false, "": false, "：一是": false,
		strings.Repeat("公", 83) + "：": true, strings.Repeat("公", 84) + "：": false,
	} {
		if got := LeadIn([]Span{{Text: text}, {Note: "a"}}); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
