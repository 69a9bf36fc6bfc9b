package cli

import (
	"fmt"
	"io"
	"runtime"
	"strings"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/compare"
	"cumbre/model/study"
)

// measuredCells is how many cells a dry run measures at most.
const measuredCells = 20

// dryRun says what a study would run, how long it would take and how large it would be.
func (a *app) dryRun(s *study.Study, f sweepFlags) error {
	st := sweep.Open(f.folder, s, programVersion())
	runs, there := st.Cells()*int64(len(s.Designs)), int64(0)
	if f.folder != "" && sweep.Check(f.folder, s, st.Version) == nil {
		status, err := st.Status()
		if err != nil {
			return failed(err)
		}
		there = status.Runs
	}
	m, err := st.Measure(a.runs(), measuredCells)
	if err != nil {
		return failed(err)
	}
	workers := f.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	format := compare.NewFormat(a.lang)
	most := ""
	if s.Until != nil {
		most = a.say("a lo sumo ", "at most ")
	}
	var b strings.Builder
	fmt.Fprintln(&b, s.Title.In(a.lang))
	for i, factor := range s.Factors() {
		if i == listedFactors && len(s.Factors()) > i+1 {
			fmt.Fprintf(&b, a.say("  y %d factores más\n", "  and %d factors more\n"), len(s.Factors())-i)
			break
		}
		fmt.Fprintf(&b, "  %s\n", a.factorLine(factor))
	}
	fmt.Fprintf(&b, a.say("diseños: %s\n", "designs: %s\n"), strings.Join(s.DesignNames(), ", "))
	fmt.Fprintf(&b, a.say("puntos: %d; réplicas: %s%d; corridas: %s%d\n", "points: %d; replications: %s%d; runs: %s%d\n"), st.Points.N(), most, s.Replications, most, runs)
	if there > 0 {
		fmt.Fprintf(&b, a.say("ya están en %s: %d corridas\n", "already in %s: %d runs\n"), f.folder, there)
	}
	seconds := m.Each.Seconds() * float64(runs-there) / float64(workers)
	fmt.Fprintf(&b, a.say("tiempo esperado: %s%s con %d a la vez (medido en %d corridas: %s ms cada una)\n", "expected time: %s%s with %d at once (measured on %d runs: %s ms each)\n"),
		most, a.estimate(seconds), workers, m.Runs, format.Number(float64(m.Each)/1e6, 1))
	fmt.Fprintf(&b, a.say("disco: %s%s, y otro tanto mientras se juntan las partes\n", "disk: %s%s, and as much again while the parts are put together\n"), most, room(format, m.Frame+m.Bytes*float64(runs)))
	_, err = io.WriteString(a.stdout, b.String())
	return failed(err)
}

// factorLine describes a factor.
func (a *app) factorLine(f study.Factor) string {
	if f.Levels == nil {
		return fmt.Sprintf(a.say("%s de %g a %g", "%s from %g to %g"), f.Name(), f.Axis.Low, f.Axis.High)
	}
	text := make([]string, 0, len(f.Levels))
	for i, x := range f.Levels {
		if i == 12 {
			text = append(text, "…")
			break
		}
		text = append(text, fmt.Sprintf("%g", x))
	}
	return f.Name() + ": " + strings.Join(text, "; ")
}
