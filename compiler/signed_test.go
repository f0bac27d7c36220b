package compiler

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/layout/unit"
)

// stamp is no signature, but has the length of one.
type stamp struct{ err error }

func (s stamp) Sign(covered io.Reader) ([]byte, error) {
	_, err := io.Copy(io.Discard, covered)
	return []byte("stamp"), errors.Join(err, s.err)
}

// A signature field changes nothing of what a file says: it agrees with its data before and after it is signed.
func TestVerifySigned(t *testing.T) {
	out, _ := carrying(t, "erqi-2022")
	seal := unit.Rect{Point: unit.Point{X: 120 * unit.MM, Y: 200 * unit.MM}, Size: unit.Size{W: 42 * unit.MM, H: 42 * unit.MM}}
	empty := writtenPDF(t, out, &pdf.Options{Standard: pdf.PDFA3A, Sign: &pdf.Signing{Page: -1, Box: seal}})
	var signed bytes.Buffer
	if err := pdf.Sign(bytes.NewReader(empty), int64(len(empty)), &signed, stamp{}); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(empty, signed.Bytes()) {
		t.Error("signing changes nothing")
	}
	for name, file := range map[string][]byte{"empty": empty, "signed": signed.Bytes()} {
		if found, err := out.Verify(file); err != nil || len(found) > 0 {
			t.Errorf("%s: %v, %v", name, found, err)
		}
	}
}

// What a device says comes back as it is, not as a Problem of the report.
func TestSignerError(t *testing.T) {
	out, _ := carrying(t, "erqi-2022")
	locked := errors.New("the card is locked")
	if err := out.WritePDF(io.Discard, &pdf.Options{Sign: &pdf.Signing{Signer: stamp{locked}}}); !errors.Is(err, locked) {
		t.Errorf("error %v", err)
	}
}
