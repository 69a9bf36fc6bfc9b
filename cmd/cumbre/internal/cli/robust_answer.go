package cli

import (
	"fmt"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/report"
	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/compare"
)

// robustAnswer is what stands beside every point answer: how it holds under other
// assumptions, or that this was not computed and which command does.
type robustAnswer struct {
	words   robustness.Words
	records []robustness.Record // none if none holds for this comparison
	command string
	page    layout.Page
}

func (a *app) robustAnswer(c *compare.Comparison) robustAnswer {
	var designs []model.Design
	var names []string
	for _, r := range c.Designs {
		designs, names = append(designs, r.Design), append(names, r.Design.Name)
	}
	return robustAnswer{a.words(designs), robustness.For(c.Spec, names), a.robustCommandLine(), a.page}
}

// write prints the answer, nothing where nothing is compared. The command stands on
// a line of its own, unbroken, to be copied.
func (r robustAnswer) write(b *strings.Builder) {
	switch {
	case len(r.words.Titles) < 2:
	case len(r.records) > 0:
		b.WriteByte('\n')
		for _, sentence := range r.words.Beside(r.records) {
			b.WriteString(r.page.Prose(sentence) + "\n")
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
	case len(r.records) > 0:
		return report.Robust(r.records...)
	}
	return report.Beside(r.words.Alone() + " " + r.command)
}

// robustJSON is the object `robust` of `cumbre compare --json`: the records of
// `cumbre robust --json`, or no record and the command that computes one.
type robustJSON struct {
	Command string              `json:"command"`
	Records []robustness.Record `json:"records"`
}

func (r robustAnswer) json() robustJSON {
	return robustJSON{r.command, append([]robustness.Record{}, r.records...)}
}

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
	if !given("--reach") {
		words = append(words, "--reach "+strconv.FormatFloat(rec.Reach, 'g', -1, 64))
	}
	return strings.Join(words, " ")
}
