package cli

import (
	"fmt"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/report"
	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model/compare"
)

// robustAnswer is what stands beside every point answer: how it holds under other
// assumptions, or that this was not computed and which command does.
type robustAnswer struct {
	words   robustness.Words
	record  *robustness.Record // nil if none holds for this comparison
	points  *robustness.Record // likewise, over the points that the calibration accepted
	command string
	page    layout.Page
}

// robustAnswer calls designs by their short names: the answer is to take few lines.
func (a *app) robustAnswer(c *compare.Comparison) robustAnswer {
	var names []string
	for _, r := range c.Designs {
		names = append(names, r.Design.Name)
	}
	r := robustAnswer{words: robustness.NewWords(a.lang, names), command: a.robustCommandLine(), page: a.page}
	if rec, ok := robustness.For(c.Spec, names); ok {
		r.record = &rec
	}
	if rec, ok := robustness.ForAccepted(c.Spec, names); ok {
		r.points = &rec
	}
	return r
}

// write prints the answer, nothing where nothing is compared. The command stands on
// a line of its own, unbroken, to be copied.
func (r robustAnswer) write(b *strings.Builder) {
	switch {
	case len(r.words.Titles) < 2:
	case r.record != nil:
		b.WriteString("\n" + r.page.Prose(strings.Join(r.words.Beside(*r.record), " ")) + "\n")
		if r.points != nil {
			b.WriteString(r.page.Prose(strings.Join(r.words.BesideAccepted(*r.points), " ")) + "\n")
		}
	default:
		b.WriteString("\n" + r.page.Prose(r.words.Alone()) + "\n    " + r.command + "\n")
	}
}

// option hands the answer to the report.
func (r robustAnswer) option() report.Option {
	switch {
	case len(r.words.Titles) < 2:
		return report.Beside()
	case r.record != nil:
		return report.Robust(*r.record, r.points)
	}
	return report.Beside(r.words.Alone() + " " + r.command)
}

// robustJSON is the object `robust` of `cumbre compare --json`: the record of
// `cumbre robust --json`, or null and the command that computes one; and the same with
// --accepted.
type robustJSON struct {
	Command  string             `json:"command"`
	Record   *robustness.Record `json:"record"`
	Accepted *robustness.Record `json:"accepted"`
}

func (r robustAnswer) json() robustJSON { return robustJSON{r.command, r.record, r.points} }

// robustCommandLine is the robust comparison of the scenario and designs that this
// invocation compares: its own words but for the flags that mean something else, and the language.
func (a *app) robustCommandLine() string {
	words, _ := a.lasting()
	var out []string
	named := false
	for i := 0; i < len(words); i++ {
		switch {
		case !named && words[i] == "compare":
			out, named = append(out, "robust"), true
		case words[i] == "-n", words[i] == "--replications", words[i] == "--lang":
			i++ // its value
		case strings.HasPrefix(words[i], "-n"), strings.HasPrefix(words[i], "--replications="), strings.HasPrefix(words[i], "--lang="):
		default:
			out = append(out, words[i])
		}
	}
	return strings.Join(out, " ")
}

// reproduceRobust is the command that gives a robust comparison again, with the
// numbers that were defaults.
func (a *app) reproduceRobust(rec robustness.Record) string {
	words, given := a.lasting()
	if !given("--worlds") { // as many as were asked for: fewer would be other worlds
		words = append(words, fmt.Sprintf("--worlds %d", max(rec.Asked, rec.Worlds)))
	}
	if !given("-n", "--replications") {
		words = append(words, fmt.Sprintf("-n %d", rec.Replications))
	}
	if !given("--seed") {
		words = append(words, "--seed "+strconv.FormatUint(rec.Seed, 10))
	}
	if rec.Accepted == nil && !given("--reach") {
		words = append(words, "--reach "+strconv.FormatFloat(rec.Reach, 'g', -1, 64))
	}
	return strings.Join(words, " ")
}
