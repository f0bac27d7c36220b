package report

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// Count is a number of cases, documents or persons. The zero value is not 0: it is a number that nobody has filled in, and
// a report with such a number is not complete. In JSON it is a whole number; null and a missing field are not filled in.
type Count struct {
	n     int64
	state state
}

// state tells whether a number is there.
type state uint8

const (
	blank  state = iota // not filled in
	filled              // n holds it
	unread              // something that is no number stood in the input, and Decode has said so
)

// maxNumber bounds all numbers of a report. Sums of some dozens of them stay far inside an int64.
const maxNumber = 1_000_000_000_000

// N is the count n.
func N(n int64) Count { return Count{n: n, state: filled} }

// Value gives the number and whether it is filled in.
func (c Count) Value() (n int64, ok bool) { return c.n, c.state == filled }

// String gives the number as it is printed: plain digits; nothing where it is not filled in.
func (c Count) String() string {
	if c.state != filled {
		return ""
	}
	return strconv.FormatInt(c.n, 10)
}

// IsZero tells that the number is not filled in; encoding/json's omitzero asks it.
func (c Count) IsZero() bool { return c.state == blank }

// MarshalJSON writes a number, or null where it is not filled in.
func (c Count) MarshalJSON() ([]byte, error) {
	if c.state != filled {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, c.n, 10), nil
}

// UnmarshalJSON reads a whole number or null. Decode tells more: where, and everything else that is wrong.
func (c *Count) UnmarshalJSON(data []byte) error {
	return unmarshalNumber(data, func(s string) (code Code) { *c, code = parseCount(s); return code })
}

// Change is a difference of counts, such as 本年增/减 of the 2019 tables: a whole number that may be negative.
type Change struct{ Count }

// D is the change n.
func D(n int64) Change { return Change{N(n)} }

// UnmarshalJSON reads a whole number or null.
func (c *Change) UnmarshalJSON(data []byte) error {
	return unmarshalNumber(data, func(s string) (code Code) { *c, code = parseChange(s); return code })
}

// unmarshalNumber is what encoding/json does with the numbers of a report: it stops at the first fault.
func unmarshalNumber(data []byte, parse func(string) Code) error {
	var num json.Number
	if string(data) == "null" {
		return nil
	}
	if data[0] == '"' || json.Unmarshal(data, &num) != nil {
		return fmt.Errorf("report: %s is not a number", data)
	}
	if code := parse(num.String()); code != "" {
		return NewProblem(nil, code, num.String())
	}
	return nil
}

// parseCount reads the digits of a JSON number. What is wrong with it, if anything, is the code.
func parseCount(s string) (Count, Code) {
	n, code := parseWhole(s)
	if code == "" && n < 0 {
		code = "count.negative"
	}
	if code != "" {
		return Count{state: unread}, code
	}
	return N(n), ""
}

func parseChange(s string) (Change, Code) {
	n, code := parseWhole(s)
	if code != "" {
		return Change{Count{state: unread}}, code
	}
	return D(n), ""
}

// parseWhole reads a whole number. 3.0 and 1e3 are refused like 3.5: a count is written as it is printed.
func parseWhole(s string) (int64, Code) {
	digits := s
	if s != "" && s[0] == '-' {
		digits = s[1:]
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return 0, "count.whole"
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n > maxNumber || n < -maxNumber {
		return 0, "count.big"
	}
	return n, ""
}
