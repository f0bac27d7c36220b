package compiler

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"testing"
	"unicode/utf8"
)

// readable gives a plain PDF with all streams that nobody can read (fonts, pictures, the colour profile) as their length
// and hash, and without the cross-reference table, whose offsets would change with every byte above them.
func readable(t *testing.T, file []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	rest := file
	for {
		from := bytes.Index(rest, []byte("stream\n"))
		if from < 0 {
			break
		}
		from += len("stream\n")
		n := bytes.Index(rest[from:], []byte("\nendstream"))
		if n < 0 {
			t.Fatal("a stream without an end")
		}
		out.Write(rest[:from])
		out.Write(readableStream(rest[from : from+n]))
		out.WriteString("\nendstream")
		rest = rest[from+n+len("\nendstream"):]
	}
	if table := bytes.LastIndex(rest, []byte("\nxref\n")); table >= 0 {
		trailer := bytes.Index(rest[table:], []byte("trailer"))
		rest = append(append(bytes.Clone(rest[:table]), "\nxref\n…\n"...), rest[table+trailer:]...)
	}
	if start := bytes.LastIndex(rest, []byte("startxref\n")); start >= 0 {
		rest = append(bytes.Clone(rest[:start]), "startxref …\n%%EOF\n"...)
	}
	out.Write(rest)
	return bytes.ToValidUTF8(out.Bytes(), []byte("�"))
}

func readableStream(data []byte) []byte {
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return data
	}
	return fmt.Appendf(nil, "… %d bytes, sha256 %x", len(data), sha256.Sum256(data))
}

func TestReadable(t *testing.T) {
	file := "%PDF\n1 0 obj\n<</Length 4>>\nstream\n\x00\x01\xff\x02\nendstream\nendobj\n2 0 obj\nstream\nBT\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n99\n%%EOF\n"
	want := "%PDF\n1 0 obj\n<</Length 4>>\nstream\n… 4 bytes, sha256 " + fmt.Sprintf("%x", sha256.Sum256([]byte("\x00\x01\xff\x02"))) +
		"\nendstream\nendobj\n2 0 obj\nstream\nBT\nendstream\nendobj\nxref\n…\ntrailer\n<<>>\nstartxref …\n%%EOF\n"
	if got := string(readable(t, []byte(file))); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
