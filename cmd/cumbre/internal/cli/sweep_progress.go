package cli

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/compare"
)

// sweepWatch shows how far a sweep has come: a bar on a terminal, else a line now and then,
// so that the log of a night is a page and not a book.
type sweepWatch struct {
	app   *app
	quiet bool
	bar   *progressbar.ProgressBar
	began time.Time
	last  time.Time
	said  bool
}

// logEvery is how often a line is written where there is no terminal.
const logEvery = time.Minute

func (a *app) sweepWatch(quiet bool) *sweepWatch {
	return &sweepWatch{app: a, quiet: quiet, began: time.Now(), last: time.Now()}
}

func (w *sweepWatch) step(p sweep.Progress) {
	switch {
	case w.quiet:
	case isTerminal(w.app.stderr):
		w.show(p)
	case time.Since(w.last) >= logEvery:
		w.last = time.Now()
		w.line(p)
	}
}

// show moves the bar.
func (w *sweepWatch) show(p sweep.Progress) {
	a := w.app
	if w.bar == nil {
		w.bar = a.bar(p.Total-p.Found, "")
	}
	text := a.say("corridas", "runs")
	if p.Failed > 0 {
		text = fmt.Sprintf(a.say("corridas (%d fallaron)", "runs (%d failed)"), p.Failed)
	}
	w.bar.Describe(text)
	_ = w.bar.Set64(p.Done - p.Found)
}

// line writes one line of a log.
func (w *sweepWatch) line(p sweep.Progress) {
	a, since := w.app, time.Since(w.began)
	rate := float64(p.Done-p.Found) / since.Seconds()
	left := a.say("faltan", "left")
	if p.AtMost {
		left = a.say("faltan a lo sumo", "left at most")
	}
	eta := "–"
	if rate > 0 {
		eta = a.estimate(float64(p.Total-p.Done) / rate)
	}
	f := compare.NewFormat(a.lang)
	w.said = true
	a.note("%d de %d corridas (%d %%), %s por segundo, %d fallaron, %s %s", "%d of %d runs (%d%%), %s a second, %d failed, %s %s",
		p.Done, p.Total, share(p.Done, p.Total), f.Number(rate, 1), p.Failed, left, eta)
}

// done takes the bar away and, in a log that has begun, writes the last line.
func (w *sweepWatch) done(p sweep.Progress) {
	if w.bar != nil {
		_ = w.bar.Clear()
	}
	if w.said {
		w.line(p)
	}
}
