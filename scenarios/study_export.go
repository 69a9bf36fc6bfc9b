package scenarios

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"cumbre/model/study"
)

// ExportStudy writes a study as a file that stands beside its scenario, which is to be
// called scenario: loading the two gives an equal study. Ranges are written out and what
// was left to a default is said.
func ExportStudy(s *study.Study, scenario string) []byte {
	w := &exporter{}
	w.line(0, "study: %s", textOf(s.Title))
	w.line(0, "scenario: %s", pathOf(scenario))
	w.line(0, "compare: [%s]", strings.Join(s.DesignNames(), ", "))
	for i, f := range s.Grid {
		if i == 0 {
			w.line(0, "sweep:")
		}
		w.line(1, "%s: [%s]", f.Name(), LevelsOf(f))
	}
	if s.Sample.Sampler != nil {
		key := "sample"
		if s.Sample.Sensitivity() {
			key = "sensitivity"
		}
		w.line(0, "%s:", key)
		w.line(1, "method: %s", s.Sample.Sampler.Name)
		w.line(1, "%s: %d", s.Sample.Sampler.SizeKey, s.Sample.Size)
		w.line(1, "parameters:")
		for _, f := range s.Sample.Factors {
			w.line(2, "%s: %s", f.Name(), RangeOf(f))
		}
	}
	if s.Until == nil {
		w.line(0, "replications: %d", s.Replications)
	} else {
		w.line(0, "until: %s", UntilOf(s.Until))
		w.line(0, "cap: %d", s.Replications)
	}
	w.line(0, "seed: %d", s.Seed)
	w.line(0, "years: %t", s.Years)
	return w.Bytes()
}

// plainPath is a path that YAML reads as it stands; in another, what a person called a file may
// mean something to YAML.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_./-]*$`)

func pathOf(path string) string {
	if plainPath.MatchString(path) {
		return path
	}
	return strconv.Quote(path)
}

// LevelsOf writes the levels of a swept factor, as 2, 4, 6.
func LevelsOf(f study.Factor) string {
	levels := make([]string, len(f.Levels))
	for i, x := range f.Levels {
		levels[i] = plain(x)
	}
	return strings.Join(levels, ", ")
}

// RangeOf writes the range of a sampled factor, as 2..12.
func RangeOf(f study.Factor) string { return plain(f.Axis.Low) + ".." + plain(f.Axis.High) }

// UntilOf writes a criterion, as diff(throughput) ±5%.
func UntilOf(u *study.Until) string {
	if u.OfMean {
		return fmt.Sprintf("diff(%s) ±%s%%", u.Metric, plain(u.Half))
	}
	return fmt.Sprintf("diff(%s) ±%s", u.Metric, plain(u.Half))
}
