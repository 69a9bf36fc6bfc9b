package cli

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/sweep"
)

// In a log there is a line a minute, with rate, failures and the time left, and a last one
// if there was any: an hour is a page, and a minute nothing.
func TestSweepLog(t *testing.T) {
	var errs bytes.Buffer
	a := &app{stderr: &errs, tongue: tongue{"en"}}
	w := a.sweepWatch(false)
	p := sweep.Progress{Done: 150, Found: 100, Total: 1000, Failed: 2}
	w.step(p)
	w.done(p)
	require.Empty(t, errs.String(), "less than a minute")

	w.began, w.last = time.Now().Add(-100*time.Second), time.Now().Add(-logEvery)
	w.step(p)
	w.step(p)
	require.Equal(t, "cumbre: 150 of 1000 runs (15%), 0.5 a second, 2 failed, left 28m20s\n", errs.String())
	errs.Reset()
	a.lang, p.AtMost, p.Done = "es", true, 200
	w.done(p)
	require.Equal(t, "cumbre: 200 de 1000 corridas (20 %), 1,0 por segundo, 2 fallaron, faltan a lo sumo 13m20s\n", errs.String())

	errs.Reset()
	quiet := a.sweepWatch(true)
	quiet.last = time.Now().Add(-logEvery)
	quiet.step(p)
	quiet.done(p)
	require.Empty(t, errs.String())
}
