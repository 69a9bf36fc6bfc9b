package model

import (
	"fmt"
	"time"
)

// Date is a civil date as days since 1970-01-01. The simulation clock counts
// days from Spec.Start, so dates convert to and from clock time by subtraction.
type Date int32

const dayLayout = "2006-01-02"

// NewDate returns the date of a year, month (1–12) and day (1–31).
func NewDate(year, month, day int) Date {
	return Date(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDate reads a date written as 2011-04-28.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(dayLayout, s)
	if err != nil {
		return 0, fmt.Errorf("date %q: want year-month-day, as 2011-04-28", s)
	}
	return Date(t.Unix() / 86400), nil
}

func (d Date) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Year returns the calendar year of the date.
func (d Date) Year() int { return d.time().Year() }

// String writes the date as 2011-04-28.
func (d Date) String() string { return d.time().Format(dayLayout) }

// DaysPerYear is the mean length of a calendar year, days (Julian year); rates
// per year are turned into rates per day with it.
const DaysPerYear = 365.25
