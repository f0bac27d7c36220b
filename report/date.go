package report

import (
	"fmt"
	"time"
)

// Date is a day. In JSON it is "2023-01-12". The zero value is no date.
type Date struct{ Year, Month, Day int }

// ParseDate reads "2023-01-12".
func ParseDate(s string) (d Date, ok bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, false
	}
	return Date{t.Year(), int(t.Month()), t.Day()}, true
}

// String gives the day as documents print it: 2023年1月12日, the year in full, no leading zeros (GB/T 9704-2012 7.3.5.4).
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// IsZero tells that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Time gives midnight UTC of the day; the zero time where there is no date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// valid tells whether the calendar has the day.
func (d Date) valid() bool {
	t := d.Time()
	return t.Year() == d.Year && int(t.Month()) == d.Month && t.Day() == d.Day
}

// MarshalText writes the day as 2023-01-12.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return fmt.Appendf(nil, "%04d-%02d-%02d", d.Year, d.Month, d.Day), nil
}

// UnmarshalText reads 2023-01-12, or nothing for no date.
func (d *Date) UnmarshalText(text []byte) error {
	got, ok := ParseDate(string(text))
	if !ok && len(text) > 0 {
		return NewProblem(nil, "date.form", string(text))
	}
	*d = got
	return nil
}
