package cli

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar with the time left, on standard error and only if that is a
// terminal: in a log or a pipe it would be noise.
type progress struct{ bar *progressbar.ProgressBar }

func (a *app) progress(total int, quiet bool) progress {
	return a.progressOf(a.say("réplicas", "replications"), total, quiet)
}

// progressOf is the bar of a number of things.
func (a *app) progressOf(things string, total int, quiet bool) progress {
	if quiet || !isTerminal(a.stderr) {
		return progress{}
	}
	return progress{progressbar.NewOptions(total,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription(things),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionFullWidth(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// step shows that so many are done. A terminal that cannot be
// written to is no reason to stop the run.
func (p progress) step(done, _ int) {
	if p.bar != nil {
		_ = p.bar.Set(done)
	}
}

// stage shows how far one stage of several has come; how many there will be nobody knows.
func (p progress) stage(text string, done, total int) {
	if p.bar == nil {
		return
	}
	if p.bar.GetMax() != total || done == 1 {
		p.bar.ChangeMax(total)
		p.bar.Reset()
	}
	p.bar.Describe(text)
	_ = p.bar.Set(done)
}

// done takes the bar off the screen, finished or not.
func (p progress) done() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
