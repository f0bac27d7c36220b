package pdf

import (
	"bytes"
	"errors"
	"io"
	"strconv"
)

// findField looks through the whole file for the one empty signature field. What looks like one in an attached file or a text
// gives itself away: its numbers do not say where it stands.
func findField(r io.ReaderAt, size int64) (*field, error) {
	var found *field
	count := 0
	err := eachIndex(r, size, []byte(asleep+fieldStart), func(at int64) error {
		f := &field{file: r, size: size}
		empty, err := f.isEmpty(at)
		if empty {
			found = f
			count++
		}
		return err
	})
	if err == nil && count != 1 {
		err = &FieldError{Fields: count}
	}
	return found, err
}

// searchStep is how much of a file is looked through at a time.
const searchStep = 64 << 10

// eachIndex calls found with each place of pattern in r.
func eachIndex(r io.ReaderAt, size int64, pattern []byte, found func(at int64) error) error {
	b := make([]byte, min(searchStep, max(size, 0)))
	for start := int64(0); start+int64(len(pattern)) <= size; start += int64(len(b) - len(pattern) + 1) {
		part, err := readAt(r, b[:min(int64(len(b)), size-start)], start)
		if err != nil {
			return err
		}
		for from := 0; ; {
			i := bytes.Index(part[from:], pattern)
			if i < 0 {
				break
			}
			if err := found(start + int64(from+i)); err != nil {
				return err
			}
			from += i + 1
		}
	}
	return nil
}

// isEmpty reports whether the null at that place is the one that writeField writes, and fills in f.
func (f *field) isEmpty(null int64) (bool, error) {
	line := min(null, int64(len("8388607 0 obj\n"))) // there are no more objects
	before, err := readAt(f.file, make([]byte, line), null-line)
	if err != nil || !f.number(before) {
		return false, err
	}
	head := f.head(false)
	f.at = null - int64(bytes.Index(head, []byte(asleep)))
	f.from = f.at + int64(len(head))
	if f.at < 0 || f.from >= f.size {
		return false, nil
	}
	if err := f.findEnd(); err != nil || f.to == 0 || f.reserved() > maxString {
		return false, err
	}
	there, err := readAt(f.file, head, f.at)
	want := field{num: f.num, from: f.from, to: f.to, size: f.to} // the length of the rest was not known when it was written
	return bytes.Equal(there, want.head(false)), err
}

// number takes the object's number from the line before it.
func (f *field) number(before []byte) bool {
	before, ok := bytes.CutSuffix(before, []byte(" 0 obj\n"))
	digits := before[len(bytes.TrimRight(before, "0123456789")):]
	n, err := strconv.ParseInt(string(digits), 10, 32)
	f.num = ref(n)
	return ok && err == nil
}

// findEnd finds the > after nothing but noughts; f.to stays 0 where something else stands there.
func (f *field) findEnd() error {
	const step = 4 << 10 // small: a hostile file may have thousands of beginnings
	var buffer [step]byte
	noughts := 0
	for at := f.from; at < f.size && noughts <= 2*maxString; at += step {
		b, err := readAt(f.file, buffer[:min(step, f.size-at)], at)
		if err != nil {
			return err
		}
		for i, c := range b {
			switch first := at+int64(i) == f.from; {
			case first && c == '<':
			case !first && c == '0':
				noughts++
			case !first && c == '>' && noughts > 0 && noughts%2 == 0:
				f.to = at + int64(i) + 1
				return nil
			default:
				return nil
			}
		}
	}
	return nil
}

// readAt fills b; a file that ends before has not the size that was said.
func readAt(r io.ReaderAt, b []byte, at int64) ([]byte, error) {
	n, err := r.ReadAt(b, at)
	if n == len(b) {
		return b, nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return nil, err
}
