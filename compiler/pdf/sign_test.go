package pdf

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
)

// signings are the fields that files are tried with: what can be seen and what cannot, signed at once or later.
func signings(s Signer) map[string]*Signing {
	return map[string]*Signing{
		"invisible": {Signer: s},
		"visible": {Signer: s, Page: -1, Box: box(120, 200, 42, 42), Name: "二七区人民政府办公室", Reason: "发布", Location: "郑州",
			Contact: "bgs@erqi.gov.cn", Label: "印章"},
		"certified": {Signer: s, Certify: CertifyForms, Reason: "(a)\\ 100%\n/ByteRange[0 "},
		"pades":     {Signer: s, SubFilter: detachedCAdES, Size: 3000},
	}
}

// sign writes the gazette with that field.
func sign(tb testing.TB, field *Signing, plain bool) []byte {
	tb.Helper()
	return gazette(tb).write(&Options{Plain: plain, Sign: field})
}

func empty(field *Signing) *Signing {
	e := *field
	e.Signer = nil
	return &e
}

// parts takes a signed file apart as a checker of signatures does: what is covered, and what is in Contents.
func parts(data []byte) (covered, container []byte, err error) {
	_, at, _ := bytes.Cut(data, []byte("\n      <</Type/Sig/ByteRange[0 "))
	at, _, _ = bytes.Cut(at, []byte("]/Contents<"))
	var n [3]int
	if _, err := fmt.Sscan(string(at[:min(len(at), 40)]), &n[0], &n[1], &n[2]); err != nil {
		return nil, nil, fmt.Errorf("ByteRange: %w", err)
	}
	if n[0] < 1 || n[0] > n[1] || n[1]+n[2] != len(data) || data[n[0]] != '<' || data[n[1]-1] != '>' {
		return nil, nil, fmt.Errorf("ByteRange %v of %d bytes is not all but Contents", n, len(data))
	}
	container, err = hex.DecodeString(string(data[n[0]+1 : n[1]-1]))
	return append(bytes.Clone(data[:n[0]]), data[n[1]:]...), container, err
}

// check takes data apart and verifies it.
func check(data []byte) error {
	covered, container, err := parts(data)
	if err != nil {
		return err
	}
	return verify(trimmed(container), covered)
}

// trimmed cuts off the noughts behind the container: DER says how long it is.
func trimmed(b []byte) []byte {
	if len(b) < 4 || b[1] != 0x82 {
		return b
	}
	return b[:min(len(b), 4+int(b[2])<<8+int(b[3]))]
}

func TestSigned(t *testing.T) {
	for name, field := range signings(testSigner(t)) {
		for _, plain := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s plain %v", name, plain), func(t *testing.T) {
				data := sign(t, field, plain)
				if err := check(data); err != nil {
					t.Error(err)
				}
				if !bytes.Equal(data, sign(t, field, plain)) {
					t.Error("two writes with the same key differ")
				}
			})
		}
	}
}

// An empty field signed later gives the file that is signed at once; until then the field has no value.
func TestSignLater(t *testing.T) {
	signer := testSigner(t)
	for name, field := range signings(signer) {
		t.Run(name, func(t *testing.T) {
			var file []byte
			t.Run("empty", func(t *testing.T) { file = sign(t, empty(field), false) })
			if err := check(file); err == nil {
				t.Error("an empty field verifies")
			}
			var signed bytes.Buffer
			if err := Sign(bytes.NewReader(file), int64(len(file)), &signed, signer); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(signed.Bytes(), sign(t, field, false)) {
				t.Error("signed later and signed at once differ")
			}
			if signed.Len() != len(file) {
				t.Errorf("%d bytes, were %d", signed.Len(), len(file))
			}
			again := Sign(bytes.NewReader(signed.Bytes()), int64(signed.Len()), io.Discard, signer)
			if f := (*FieldError)(nil); !errors.As(again, &f) || f.Fields != 0 {
				t.Errorf("signed twice: %v", again)
			}
		})
	}
}

// Whatever byte outside of Contents is changed, the signature breaks.
func TestEveryByteIsCovered(t *testing.T) {
	data := sign(t, &Signing{Signer: testSigner(t), Size: 2000}, false)
	_, container, err := parts(data)
	if err != nil {
		t.Fatal(err)
	}
	from := bytes.Index(data, []byte("/Contents<")) + len("/Contents<")
	covered := 0
	for i := range data {
		if i >= from && i < from+2*len(container) {
			continue
		}
		data[i] ^= 1
		if check(data) == nil {
			t.Errorf("byte %d turned to %q: the signature still holds", i, data[i])
		}
		data[i] ^= 1
		covered++
	}
	if err := check(data); err != nil || covered != len(data)-2*len(container) {
		t.Errorf("%d bytes of %d covered; after turning all back: %v", covered, len(data), err)
	}
}

// What another program reads: the field, its flags, its name, nothing signed.
func TestFieldDictionaries(t *testing.T) {
	file := string(sign(t, &Signing{Size: 10, Reason: "发布", Certify: CertifyForms}, true))
	for _, want := range []string{
		"/AcroForm<</Fields[48 0 R]/SigFlags 3>>/Perms<</DocMDP 50 0 R>>",
		"\n48 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU<FEFF75355B507B7E540D>/Rect[0 0 0 0]/P 4 0 R/StructParent 5/F 132%/V 50 0 R\n" +
			">>\nendobj\n50 0 obj\nnull\n%<</Type/Sig/ByteRange[0 ",
		"\n<</S/Form/P 23 0 R/K<</Type/OBJR/Obj 48 0 R/Pg 4 0 R>>>>\n",
		"]/Contents<00000000000000000000>/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Reason<FEFF53D15E03>/M(D:20230131000000+08'00')" +
			"/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]>>\nendobj\n",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("not there: %s", want)
		}
	}
}

func TestFieldTag(t *testing.T) {
	tags, err := pdfcheck.Tags(sign(t, &Signing{Page: 1}, false))
	if err != nil || !strings.HasSuffix(tags, "\n  Form [2.field \"电子签名\"]\n") {
		t.Errorf("tags\n%s, error %v", tags, err)
	}
}

func TestFieldFaults(t *testing.T) {
	for name, c := range map[string]struct {
		options Options
		want    Fault
	}{
		"too large":        {Options{Sign: &Signing{Size: 32768}}, BadSigning},
		"negative":         {Options{Sign: &Signing{Size: -1}}, BadSigning},
		"no such page":     {Options{Sign: &Signing{Page: 2}}, BadSigning},
		"before the first": {Options{Sign: &Signing{Page: -3}}, BadSigning},
		"no permission":    {Options{Sign: &Signing{Certify: 4}}, BadSigning},
		"off the page":     {Options{Sign: &Signing{Box: box(200, 10, 20, 20)}}, BadSigning},
		"a line":           {Options{Sign: &Signing{Box: box(10, 10, 20, 0)}}, BadSigning},
		"inside out":       {Options{Sign: &Signing{Box: box(50, 50, -20, -20)}}, BadSigning},
		"control":          {Options{Sign: &Signing{Reason: "a\rb"}}, BadText},
		"print":            {Options{Sign: &Signing{}, Print: &Print{}}, BadOptions},
	} {
		var e *LimitError
		if err := Write(io.Discard, gazette(t).document(), &c.options); !errors.As(err, &e) || e.Fault != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := newSheet(t)
	s.info.Date = time.Time{}
	var e *LimitError
	if err := Write(io.Discard, s.document(), &Options{Sign: &Signing{SubFilter: detachedCAdES}}); !errors.As(err, &e) || e.Fault != NoDate {
		t.Errorf("PAdES without a date: %v", err)
	}
}

// signerFunc is a Signer that does what a test wants.
type signerFunc func(io.Reader) ([]byte, error)

func (f signerFunc) Sign(covered io.Reader) ([]byte, error) { return f(covered) }

// returns reads everything and returns n bytes.
func returns(n int) Signer {
	return signerFunc(func(r io.Reader) ([]byte, error) {
		_, err := io.Copy(io.Discard, r)
		return make([]byte, n), err
	})
}

var errNoCard = errors.New("no card in the reader")

func TestSignerFaults(t *testing.T) {
	for name, c := range map[string]struct {
		signer Signer
		want   error
	}{
		"fails":    {signerFunc(func(io.Reader) ([]byte, error) { return nil, errNoCard }), errNoCard},
		"unread":   {signerFunc(func(io.Reader) ([]byte, error) { return []byte{1}, nil }), ErrUnread},
		"nothing":  {returns(0), ErrNoSignature},
		"too long": {returns(11), nil},
	} {
		var out bytes.Buffer
		err := Write(&out, gazette(t).document(), &Options{Sign: &Signing{Signer: c.signer, Size: 10}})
		var size *SizeError
		if c.want == nil && (!errors.As(err, &size) || *size != SizeError{Needed: 11, Reserved: 10}) || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if out.Len() > 0 {
			t.Errorf("%s: %d bytes were written", name, out.Len())
		}
	}
	if err := Write(io.Discard, gazette(t).document(), &Options{Sign: &Signing{Signer: returns(10), Size: 10}}); err != nil {
		t.Errorf("ten bytes in ten: %v", err)
	}
}

func TestSignFailingWriter(t *testing.T) {
	file := sign(t, &Signing{Size: 100}, false)
	for n := 0; n < len(file); n += 997 {
		if err := Sign(bytes.NewReader(file), int64(len(file)), &stingy{n}, returns(50)); !errors.Is(err, errFull) {
			t.Fatalf("writer that fails at byte %d: %v", n, err)
		}
	}
}

var errDisk = errors.New("the disk is gone")

// worn fails when byte n is read for the time-th time.
type worn struct {
	data  []byte
	n     int64
	times int
}

func (w *worn) ReadAt(b []byte, at int64) (int, error) {
	if at <= w.n && w.n < at+int64(len(b)) {
		if w.times--; w.times < 0 {
			return 0, errDisk
		}
	}
	return bytes.NewReader(w.data).ReadAt(b, at)
}

func TestSignFailingReader(t *testing.T) {
	file := sign(t, &Signing{Size: 100}, false)
	for times := range 3 { // found, signed, written
		for _, n := range []int{0, len(file) / 2, len(file) - 1} {
			err := Sign(&worn{file, int64(n), times}, int64(len(file)), io.Discard, returns(50))
			if !errors.Is(err, errDisk) {
				t.Errorf("byte %d, reading %d: %v", n, times, err)
			}
		}
	}
	if err := Sign(bytes.NewReader(file), int64(len(file))+1, io.Discard, returns(50)); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a size that is too large: %v", err)
	}
	if err := Sign(bytes.NewReader(file), 1<<31, io.Discard, returns(50)); err == nil {
		t.Error("2 GiB are taken")
	}
}

// What looks like a field in an attached file is none: its numbers do not say where it stands.
func TestFieldInAttachment(t *testing.T) {
	var b bytes.Buffer
	err := Write(&b, gazette(t).document(), &Options{Standard: PDF17, Plain: true, Sign: &Signing{Size: 100},
		Attach: []Attachment{{Name: "a.txt", MIME: "text/plain", Data: fakeField(200, 20)}}})
	if err != nil {
		t.Fatal(err)
	}
	file := b.Bytes()
	if n := bytes.Count(file, []byte(asleep+fieldStart)); n != 2 {
		t.Fatalf("%d beginnings, want 2", n)
	}
	if err := Sign(bytes.NewReader(file), int64(len(file)), io.Discard, returns(50)); err != nil {
		t.Error(err)
	}
}

// fakeField is a file with fields at the given offsets, each a good one for where it stands.
func fakeField(size int, at ...int) []byte {
	b := bytes.Repeat([]byte{' '}, size)
	for _, at := range at {
		f := field{num: 7}
		f.from = int64(at + fakeHead)
		f.to = f.from + 12
		f.size = f.to
		copy(b[at:], append(f.head(false), "<0000000000>"...))
	}
	return b
}

var fakeHead = len((&field{num: 7}).head(false))

func TestFindField(t *testing.T) {
	for _, c := range []struct {
		file []byte
		want int
	}{
		{nil, 0},
		{[]byte(asleep + fieldStart), 0},
		{fakeField(200, 20), 1},
		{fakeField(400, 20, 200), 2},
		{fakeField(3*searchStep, searchStep-3), 1}, // across two steps
		{fakeField(3*searchStep, searchStep-len(asleep+fieldStart)+1), 1},
		{fakeField(20+fakeHead+12, 20), 1}, // right at the end
		{fakeField(20+fakeHead+13, 20)[:20+fakeHead+11], 0},
		{append([]byte{' '}, fakeField(200, 20)...), 0}, // moved by one
		{bytes.Replace(fakeField(200, 20), []byte("<0000000000>"), []byte("<0000000100>"), 1), 0},
		{bytes.Replace(fakeField(200, 20), []byte("<0000000000>"), []byte("<000000000>0"), 1), 0},
	} {
		_, err := findField(bytes.NewReader(c.file), int64(len(c.file)))
		got := 1
		if f := (*FieldError)(nil); errors.As(err, &f) {
			got = f.Fields
		} else if err != nil {
			t.Error(err)
		}
		if got != c.want {
			t.Errorf("%d fields in %.80q, want %d", got, c.file, c.want)
		}
	}
}

// FuzzSign: whatever the file, Sign returns an error, or a file of the same length that differs only inside of one field and
// whose covered bytes are those that were signed.
func FuzzSign(f *testing.F) {
	f.Add([]byte(asleep+fieldStart), int64(40))
	f.Add(fakeField(200, 20), int64(200))
	f.Add(fakeField(200, 20), int64(300))
	f.Add(fakeField(400, 20, 200), int64(400))
	f.Add(bytes.Repeat([]byte(asleep+fieldStart), 50), int64(-1))
	f.Add(append(fakeField(150, 20), bytes.Repeat([]byte{'0'}, 70000)...), int64(70150))
	f.Fuzz(func(t *testing.T, file []byte, size int64) {
		var signed []byte
		signer := signerFunc(func(r io.Reader) (sum []byte, err error) {
			signed, err = io.ReadAll(r)
			return []byte{0xAB}, err
		})
		var out bytes.Buffer
		if err := Sign(bytes.NewReader(file), size, &out, signer); err != nil {
			return
		}
		if int64(out.Len()) != size || size > int64(len(file)) {
			t.Fatalf("%d bytes from %d", out.Len(), size)
		}
		data, at := out.Bytes(), 0
		for data[at] == file[at] {
			at++
		}
		from := at + bytes.Index(data[at:], []byte(fieldEnd)) + len(fieldEnd)
		if !bytes.HasPrefix(data[at:], []byte(" /V ")) || !bytes.HasPrefix(data[from:], []byte("<AB")) {
			t.Fatalf("no signature in %q", data)
		}
		end := from + bytes.IndexByte(data[from:], '>') + 1
		if !bytes.Equal(signed, append(bytes.Clone(data[:from]), data[end:]...)) {
			t.Error("other bytes were signed than written")
		}
		if !bytes.Equal(file[end:size], data[end:]) {
			t.Error("bytes behind the field have changed")
		}
	})
}

// pdfsig is another program's opinion.
func TestPdfsig(t *testing.T) {
	tool, err := exec.LookPath("pdfsig")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdfsig is not there: no other program has verified a signature")
		}
		t.Skip("pdfsig (poppler-utils) is not there: no other program has verified a signature")
	}
	dir := t.TempDir()
	ask := func(data []byte) string {
		file := filepath.Join(dir, "report.pdf")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(tool, "-nocert", file)
		cmd.Env = append(os.Environ(), "HOME="+dir) // no store of certificates
		out, _ := cmd.CombinedOutput()              // it fails for unsigned files
		return string(out)
	}
	fields := signings(testSigner(t))
	for _, name := range slices.Sorted(maps.Keys(fields)) { // in order: each writes the artifact of the test, the last one stays
		field := fields[name]
		data := sign(t, field, false)
		out := ask(data)
		for _, want := range []string{"Signature is Valid.", "Total document signed", "二七区人民政府办公室（试验）"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: pdfsig does not say %q:\n%s", name, want, out)
			}
		}
		data[bytes.Index(data, []byte("\nstream\n"))+20] ^= 1
		if out := ask(data); strings.Contains(out, "Signature is Valid.") {
			t.Errorf("%s: pdfsig takes a changed file:\n%s", name, out)
		}
		if out := ask(sign(t, empty(field), false)); strings.Contains(out, "Signature is Valid.") {
			t.Errorf("%s: pdfsig takes an empty field:\n%s", name, out)
		}
	}
}

// fieldFaults are copies of a file with a signature, each with one fault.
var fieldFaults = []oneFault{
	{"no TU", "/TU<", "/XU<", "field"},
	{"not locked", "/F 132 ", "/F 4 ", "field"},
	{"SigFlags 1", "/SigFlags 3", "/SigFlags 1", "field"},
	{"NeedAppearances", "/SigFlags 3", "/SigFlags 3/NeedAppearances true", "field"},
	{"not in AcroForm", "/Fields[48 0 R]", "/Fields[]", "field"},
	{"no appearance", "/AP<<", "/XP<<", "field"},
	{"another field", "/FT/Sig", "/FT/Tx", "field"},
	{"off the page", "/Rect[340.1575", "/Rect[940.1575", "field"},
	{"Form turned P", "/S/Form/", "/S/Sect/", "link"},
	{"Form with two kids", "/K<</Type/OBJR/Obj 48 0 R/Pg 6 0 R>>", "/K[<</Type/OBJR/Obj 48 0 R/Pg 6 0 R>><</Type/OBJR/Obj 48 0 R/Pg 6 0 R>>]", "field"},
	{"ByteRange one short", "/ByteRange[0 ", "/ByteRange[1 ", "signature"},
	{"StructParent of another", "/StructParent 5", "/StructParent 4", "parent-tree"},
}

func TestFieldFaultCopies(t *testing.T) {
	good := string(sign(t, signings(testSigner(t))["visible"], true))
	if found := pdfcheck.Check(rebuild([]byte(good))); len(found) > 0 {
		t.Fatal("the copy without a fault:", found)
	}
	for _, f := range fieldFaults {
		if strings.Count(good, f.old) != 1 {
			t.Errorf("%s: %q stands in %d places", f.name, f.old, strings.Count(good, f.old))
			continue
		}
		found := pdfcheck.Check(rebuild([]byte(strings.Replace(good, f.old, f.new, 1))))
		if !slices.ContainsFunc(found, func(err error) bool { return strings.HasPrefix(err.Error(), f.rule+":") }) {
			t.Errorf("%s: pdfcheck says %v", f.name, found)
		}
	}
}
