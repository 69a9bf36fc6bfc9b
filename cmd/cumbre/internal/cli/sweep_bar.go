package cli

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// mergeBar shows, on a terminal, how far a merge that takes its time has come.
type mergeBar struct {
	app   *app
	quiet bool
	began time.Time
	bar   *progressbar.ProgressBar
}

func (a *app) mergeBar(quiet bool) *mergeBar {
	return &mergeBar{app: a, quiet: quiet || !isTerminal(a.stderr), began: time.Now()}
}

func (b *mergeBar) step(run, most int64) {
	if b.quiet || b.bar == nil && time.Since(b.began) < time.Second {
		return
	}
	if b.bar == nil {
		b.bar = b.app.bar(most, b.app.say("corridas a las tablas", "runs to the tables"))
	}
	_ = b.bar.Set64(run)
}

func (b *mergeBar) done() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}

// bar is a progress bar over so many runs.
func (a *app) bar(most int64, what string) *progressbar.ProgressBar {
	return progressbar.NewOptions64(most, progressbar.OptionSetDescription(what),
		progressbar.OptionSetWriter(a.stderr), progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString(a.say("corr.", "runs")),
		progressbar.OptionFullWidth(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
}
