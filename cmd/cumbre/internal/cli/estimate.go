package cli

import (
	"fmt"
	"strings"
	"time"

	"cumbre/model/compare"
)

// Days of which a length of time is no longer told in hours, and in days.
const (
	fewDays  = 2
	fewYears = 2 * 365
)

// estimate says how long something takes, with the precision that an estimate has. What a
// large study takes may be longer than a time.Duration can be: hence seconds.
func (a *app) estimate(seconds float64) string {
	days := seconds / (24 * 3600)
	switch {
	case days >= fewYears:
		return fmt.Sprintf(a.say("%.0f años", "%.0f years"), days/365.25)
	case days >= fewDays:
		return fmt.Sprintf(a.say("%.0f días", "%.0f days"), days)
	}
	d := time.Duration(seconds * float64(time.Second))
	switch {
	case d > time.Hour:
		return strings.TrimSuffix(d.Round(time.Minute).String(), "0s")
	case d > 10*time.Second:
		return d.Round(time.Second).String()
	}
	return max(d.Round(100*time.Millisecond), 100*time.Millisecond).String()
}

// room is what something takes on the disk.
func room(f compare.Format, bytes float64) string {
	unit, size := "MB", 1e6
	for _, larger := range []struct {
		unit string
		size float64
	}{{"GB", 1e9}, {"TB", 1e12}} {
		if bytes >= larger.size {
			unit, size = larger.unit, larger.size
		}
	}
	return f.Number(bytes/size, 1) + " " + unit
}
