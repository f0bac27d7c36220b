package report

import (
	"strconv"
	"strings"
)

// Amount is a sum of money in 万元, kept exactly as given: 0, 7545, 96171.6, 59237.2449. It has at most four decimals, so
// that it is a whole number of 元, and is never a float. The zero value is not filled in, as with Count.
type Amount struct {
	yuan     int64 // 1/10000 of a 万元
	decimals uint8 // as given: 12.50 stays 12.50
	state    state
}

const (
	maxDecimals = 4
	wan         = 10_000 // 元 in a 万元
)

// Wan is a whole number of 万元.
func Wan(n int64) Amount { return Amount{yuan: n * wan, state: filled} }

// Yuan is a sum in 元, printed in 万元 with as many decimals as it needs.
func Yuan(n int64) Amount {
	a := Amount{yuan: n, decimals: maxDecimals, state: filled}
	for a.decimals > 0 && n%10 == 0 {
		n /= 10
		a.decimals--
	}
	return a
}

// ParseAmount reads an amount in 万元 such as "96171.6"; ok is false where it has more than four decimals, a sign, an
// exponent, or is more than a billion 万元.
func ParseAmount(s string) (a Amount, ok bool) {
	a, code := parseAmount(s)
	return a, code == ""
}

func parseAmount(s string) (Amount, Code) {
	bad := Amount{state: unread}
	whole, frac, point := strings.Cut(s, ".")
	digits := whole + frac
	switch {
	case strings.HasPrefix(s, "-"):
		return bad, "amount.negative"
	case whole == "", point && frac == "", strings.Trim(digits, "0123456789") != "":
		return bad, "amount.form"
	case len(frac) > maxDecimals:
		return bad, "amount.decimals"
	}
	n, err := strconv.ParseInt(digits+strings.Repeat("0", maxDecimals-len(frac)), 10, 64)
	if err != nil || n > maxNumber*10 {
		return bad, "count.big"
	}
	return Amount{yuan: n, decimals: uint8(len(frac)), state: filled}, ""
}

// Yuan gives the amount in 元 and whether it is filled in.
func (a Amount) Yuan() (n int64, ok bool) { return a.yuan, a.state == filled }

// IsZero tells that the amount is not filled in; encoding/json's omitzero asks it.
func (a Amount) IsZero() bool { return a.state == blank }

// String gives the amount in 万元 as it is printed: as it was given; nothing where it is not filled in.
func (a Amount) String() string {
	if a.state != filled {
		return ""
	}
	sign, n := "", a.yuan
	if n < 0 {
		sign, n = "-", -n
	}
	s := sign + strconv.FormatInt(n/wan, 10)
	if a.decimals == 0 {
		return s
	}
	frac := strconv.FormatInt(wan+n%wan, 10)[1:]
	return s + "." + frac[:min(int(a.decimals), maxDecimals)]
}

// MarshalJSON writes the amount as it was given, or null where it is not filled in.
func (a Amount) MarshalJSON() ([]byte, error) {
	if a.state != filled {
		return []byte("null"), nil
	}
	return []byte(a.String()), nil
}

// UnmarshalJSON reads a decimal number or null, digit by digit.
func (a *Amount) UnmarshalJSON(data []byte) error {
	return unmarshalNumber(data, func(s string) (code Code) { *a, code = parseAmount(s); return code })
}
