package pdf

import (
	"bytes"
	"fmt"
	goimage "image"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
)

// oneFault makes a copy of a good file with one fault: in the one place where old stands, new stands.
type oneFault struct {
	name     string
	old, new string
	rule     string // what pdfcheck says
}

// oneFaults are 36 copies of our own file. veraPDF, told to judge by PDF/A-2a and by PDF/UA-1, catches 32 of them; the four
// that it lets pass are marked. pdfcheck catches all of them.
var oneFaults = []oneFault{
	{"no extension schema", "www.aiim.org/pdfa/ns/extension/", "www.aiim.org/pdfa/ns/", "identification"},
	{"conformance X", "<pdfaid:conformance>A<", "<pdfaid:conformance>X<", "identification"},
	{"no output intent", "/OutputIntents[", "/XutputIntents[", "intent"},
	{"CMYK under an RGB intent", "EMC\nET\n/Artifact", "EMC\nET\n0 0 0 1 k\n/Artifact", "colour"},
	{"q 29 deep", "EMC\nET\n/Artifact", "EMC\nET\n" + strings.Repeat("q\n", 29) + strings.Repeat("Q\n", 29) + "/Artifact", "depth"},
	{"JavaScript", "/PageMode/UseOutlines", "/OpenAction<</S/JavaScript/JS(1)>>", "forbidden"},
	{"box of 2 units", "/MediaBox[0 0 595.2756 841.8898]", "/MediaBox[0 0 595.2756 2]", "box"},
	{"unknown operator", "EMC\nET\n/Artifact", "EMC\nET\nxx\n/Artifact", "operator"},
	{"blend mode", "/Font<<", "/ExtGState<</G1<</BM/Odd>>>>/Font<<", "blend"},
	{"no MarkInfo", "/MarkInfo<</Marked true>>", "", "marked"},
	{"bad Lang", "/Lang(zh-CN)", "/Lang(zh_CN)", "lang"},
	{"widths 50 wider", "/DW 1000", "/DW 1050", "width"},
	{"no ToUnicode", "/ToUnicode ", "/XoUnicode ", "to-unicode"},
	{"no FontFile", "/FontFile2 ", "/XontFile2 ", "font"},
	{"unmapped role", "/S/Caption/", "/S/Kaption/", "type"},
	{"XMP not well-formed", "</x:xmpmeta>", "<x:xmpmeta>", "metadata"},
	{"no Lang", "/Lang(zh-CN)", "", "lang"},
	{"no DisplayDocTitle", "/DisplayDocTitle true", "", "title"},
	{"no title", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">政府信息公开工作年度报告</rdf:li></rdf:Alt></dc:title>\n", "", "title"},
	{"no pdfuaid", "<pdfuaid:part>1</pdfuaid:part>\n", "", "identification"},
	{"untagged content", "/H1<</MCID 0>>BDC\n", "", "untagged"},
	{"artifact inside a tag", "/H1<</MCID 0>>BDC\n", "/H1<</MCID 0>>BDC\n/Artifact<</Type/Layout>>BDC\nEMC\n", "nesting"},
	{"MCID without owner", "/H1<</MCID 0>>BDC\n", "/H1<</MCID 99>>BDC\n", "mcid"},
	{"no ParentTree", "/ParentTree ", "/XarentTree ", "parent-tree"},
	{"empty ParentTree", "/Nums[0 ", "/Xums[0 ", "parent-tree"},
	{"no StructParents", "/StructParents 0", "", "parent-tree"},
	{"TH without Scope", "/Scope/", "/Xcope/", "scope"},
	{"RowSpan dropped", "/RowSpan 2/ColSpan 2", "/ColSpan 2", "grid"},
	{"ColSpan 3 for 2", "/RowSpan 2/ColSpan 2", "/RowSpan 2/ColSpan 3", "grid"},
	{"H1 turned H3", "/S/H1/", "/S/H3/", "heading"},
	{"TD turned P", "/S/TD/", "/S/P/", "nesting"},
	{"font name that resources lack", "/F1 16 Tf", "/F9 16 Tf", "resource"},           // veraPDF passes it
	{"MCID twice", "/P<</MCID 1>>BDC", "/P<</MCID 0>>BDC", "mcid"},                    // veraPDF passes it
	{"Scope Colmn", "/ColSpan 2/Scope/Column", "/ColSpan 2/Scope/Colmn", "attribute"}, // veraPDF passes it
	{"Tabs wrong", "/Tabs/S", "/Tabs/R", "tabs"},
	{"TrimBox outside", "/Tabs/S", "/Tabs/S/TrimBox[0 0 600 900]", "box"}, // veraPDF passes it
}

// notAlone is what has to be changed too, everywhere, for a fault to be one: a graphics state is used; cells have no Headers beside
// the Scope of their heads.
var notAlone = map[string][2]string{
	"blend mode":       {"EMC\nET\n/Artifact", "EMC\nET\n/G1 gs\n/Artifact"},
	"TH without Scope": {"/Headers[", "/Xeaders["},
}

// moreFaults are of our own finding.
var moreFaults = []oneFault{
	{"a title of nothing", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">政府信息公开工作年度报告", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "title"},
	{"a blend mode that nothing uses", "/Font<<", "/ExtGState<</G1<</BM/Odd>>>>/Font<<", "blend"},
	{"TH without Scope, all cells with Headers", "/RowSpan 2/ColSpan 2/Scope/Column", "/RowSpan 2/ColSpan 2", "scope"},
	{"DW with a fraction", "/DW 1000", "/DW 1000.5", "font"},
	{"Headers of no cell", "/Headers[(14)]", "/Headers[(99)]", "header-cell"},
	{"Headers of a cell elsewhere", "/Headers[(14)(16)(20)(21)]", "/Headers[(14)(17)(20)(21)]", "header-cell"},
	{"ID not in the tree", "/ID(13)", "/ID(98)", "id-tree"},
	{"ID twice", "/ID(14)", "/ID(13)", "id-tree"},
	{"IDTree not sorted", "/Names[(13)", "/Names[(77)", "id-tree"},
	{"ParentTreeNextKey in use", "/ParentTreeNextKey 5", "/ParentTreeNextKey 2", "parent-tree"},
	{"Tag of another type", "/H1<</MCID 0>>BDC\n", "/H2<</MCID 0>>BDC\n", "tag"},
	{"Contents gone", "/Contents<FEFF", "/Xontents<FEFF", "annotation"},
	{"annotation not printed", "/F 4/", "/F 0/", "annotation"},
	{"StructParent of another", "/StructParent 2/", "/StructParent 3/", "parent-tree"},
	{"OBJR of no annotation", "/Type/OBJR/Obj ", "/Type/OBJR/Xbj ", "link"},
	{"bookmarks miscounted", "/Count 3>>", "/Count 4>>", "outline"},
	{"author differs from XMP", "/Author<FEFF4E8C", "/Author<FEFF4E00", "info"},
	{"code without characters", "<0001> <", "<7001> <", "to-unicode"},
	{"object that nothing uses", "\nendobj\n", "\nendobj\n999 0 obj\nnull\nendobj\n", "orphan"},
}

var objectEnd = []byte("\nendobj\n")

var streamLength = regexp.MustCompile(`^(\d+ 0 obj\n<<)/Length \d+`)

// rebuild corrects stream lengths and the cross-reference of a plain file whose objects have been changed.
func rebuild(data []byte) []byte {
	xref := bytes.LastIndex(data, []byte("xref\n0 "))
	head := bytes.Index(data, []byte(" 0 obj\n"))
	head = bytes.LastIndexByte(data[:head], '\n') + 1
	trailer := data[bytes.Index(data[xref:], []byte("trailer\n"))+xref:]
	trailer = trailer[:bytes.Index(trailer, []byte("\nstartxref"))+1]
	out := bytes.Clone(data[:head])
	size := 0
	offsets := map[int]int{}
	for _, object := range bytes.SplitAfter(data[head:xref], objectEnd) {
		if len(object) == 0 {
			continue
		}
		num, _ := strconv.Atoi(string(object[:bytes.IndexByte(object, ' ')]))
		offsets[num], size = len(out), max(size, num+1)
		if start := bytes.Index(object, []byte("\nstream\n")); start >= 0 {
			n := bytes.LastIndex(object, []byte("\nendstream")) - start - len("\nstream\n")
			object = streamLength.ReplaceAll(object, []byte(fmt.Sprintf("${1}/Length %d", n)))
		}
		out = append(out, object...)
	}
	at := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", size)
	for n := 1; n < size; n++ {
		kind := 'f'
		if offsets[n] > 0 {
			kind = 'n'
		}
		out = fmt.Appendf(out, "%010d 00000 %c \n", offsets[n], kind)
	}
	return fmt.Appendf(append(out, trailer...), "startxref\n%d\n%%%%EOF\n", at)
}

func TestOneFaultCopies(t *testing.T) {
	good := gazette(t).write(&Options{Plain: true})
	if errs := pdfcheck.Check(rebuild(good)); len(errs) > 0 {
		t.Fatal("the copy without a fault:", errs)
	}
	if len(oneFaults) != 36 {
		t.Errorf("%d copies", len(oneFaults))
	}
	for _, f := range append(append([]oneFault(nil), oneFaults...), moreFaults...) {
		t.Run(f.name, func(t *testing.T) {
			more, places := notAlone[f.name], 1
			if more[0] != "" {
				places = -1
			}
			if !bytes.Contains(good, []byte(f.old)) || !bytes.Contains(good, []byte(more[0])) {
				t.Fatalf("the file lacks %q or %q", f.old, more[0])
			}
			bad := bytes.Replace(good, []byte(f.old), []byte(f.new), places)
			if places < 0 {
				bad = bytes.ReplaceAll(bad, []byte(more[0]), []byte(more[1]))
			}
			bad = rebuild(bad)
			keepFaulty(t, f.name, bad)
			errs := pdfcheck.Check(bad)
			for _, err := range errs {
				if strings.HasPrefix(err.Error(), f.rule+":") {
					return
				}
			}
			t.Errorf("nobody says %q: %v", f.rule, errs)
		})
	}
}

// keepFaulty leaves faulty copies where they can be shown to the outside judges by hand; never among the valid files.
func keepFaulty(t *testing.T, name string, data []byte) {
	if dir := os.Getenv("BANXIN_FAULTY"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".pdf"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func troubling() []string {
	return []string{"", "政府", "a)b(c\\", "]]>", "&lt;<x>\"'", "\r\n\t", "\x00", "\x1b", "\xff\xfe", "\uFEFF", "\uFFFE", "𠮷", "\u202E123",
		"<?xpacket end?>", "D:2023", strings.Repeat("长", 20000), "/Name#20", "\u0085", "\u2028", "4044444440"}
}

// FuzzText: whatever stands in titles, alternative texts and languages, either it is refused or the file is whole and says it
// again.
func FuzzText(f *testing.F) {
	for _, s := range troubling() {
		f.Add(s, "zh-CN")
	}
	f.Add("a", "zh_CN")
	f.Fuzz(writeText)
}

// The same with texts that are the same each time.
func TestTextsVaried(t *testing.T) {
	r := rand.New(rand.NewPCG(14289, 1))
	for range pdfcheck.Rounds() {
		s, lang := pdfcheck.Vary(r, troubling()), "zh-CN"
		if r.IntN(8) == 0 {
			lang = pdfcheck.Vary(r, []string{"zh-CN", "en", "zh-Hans", "x-a"})
		}
		if writeText(t, s, lang); t.Failed() {
			t.Fatalf("of %q in %q", s, lang)
		}
	}
}

func writeText(t *testing.T, s, lang string) {
	d := newSheet(t)
	d.info.Title, d.info.Author, d.info.Subject, d.info.Keywords, d.info.Lang = s, s, s, []string{s, s}, lang
	n := d.node(nil, display.RoleFigure)
	b := box(1, 1, 1, 1)
	n.Extra = &display.Extra{Alt: s, Lang: lang, Box: &b}
	d.marks = []display.Mark{{Title: "x" + s, Level: 1}}
	d.pages[0].Label = s
	d.put(&display.Image{Box: b, Data: pngOf(t, goimage.NewGray(square)), Node: n})
	link := d.node(nil, display.RoleLink)
	d.put(&display.Link{Box: box(1, 1, 1, 1), URL: "https://" + s, Text: s, Node: link})
	var out, again bytes.Buffer
	if err := Write(&out, d.document(), nil); err != nil {
		return
	}
	for _, err := range pdfcheck.Check(out.Bytes()) {
		t.Error(err)
	}
	keep(t, nil, out.Bytes())
	if Write(&again, d.document(), nil) != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the second write differs")
	}
	file, _ := pdfcheck.Open(out.Bytes())
	title, _ := file.Dict(file.Trailer.Get("Info")).Get("Title").(pdfcheck.String)
	if pdfcheck.TextString(title) != s {
		t.Errorf("title %q came back as %q", s, title)
	}
}
