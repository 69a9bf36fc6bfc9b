package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"cumbre/sim/stat"
)

func main() {
	rounds := flag.Int("rounds", 5, "runs of each model in each simulator, taken in turns, at least 2")
	share := flag.Float64("share", 1, "share of the usual length of a run")
	only := flag.String("only", "Cumbre,SimPy,SimScript", "simulators, ours first")
	check := flag.Bool("check", false, "say nothing on the way, and exit 1 unless all simulate the same thing")
	flag.Parse()
	progress := io.Writer(os.Stderr)
	if *check {
		progress = io.Discard
	}
	same, err := run(os.Stdout, progress, *rounds, *share, strings.Split(*only, ","))
	if err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
	if *check && !same {
		os.Exit(1)
	}
}

// run measures and prints; it reports whether all simulate the same thing.
func run(out, progress io.Writer, rounds int, share float64, only []string) (same bool, err error) {
	if rounds < 2 {
		return false, fmt.Errorf("-rounds %d: at least 2, to know the spread", rounds)
	}
	const path = "parameters.json"
	data, err := os.ReadFile(path)
	if err != nil {
		return false, fmt.Errorf("%w (run it in its own folder, or: make bench-peers)", err)
	}
	var p parameters
	if err := json.Unmarshal(data, &p); err != nil {
		return false, fmt.Errorf("%s: %w", path, err)
	}
	all := slices.DeleteFunc(peers(p, path), func(p peer) bool { return !slices.Contains(only, p.name) })
	same = true
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "MODEL\tSIMULATOR\tNS/STEP\tTIMES OURS (LOW..HIGH)\tMEAN TIME ± 95%\tSAME MODEL?\t")
	for _, model := range models {
		runs, err := inTurns(progress, all, model, rounds, share)
		if err != nil {
			return false, err
		}
		for i := range all {
			same = report(w, model, runs[0], runs[i]) && same
		}
	}
	return same, w.Flush()
}

// inTurns runs a model in every simulator once a round, so that all meet the same noise
// of the machine. The result is by simulator, then by round.
func inTurns(progress io.Writer, all []peer, model string, rounds int, share float64) ([][]result, error) {
	runs := make([][]result, len(all))
	for round := range rounds {
		for i, p := range all {
			fmt.Fprintf(progress, "%s, round %d of %d: %s\n", model, round+1, rounds, p.name)
			r, err := p.run(model, uint64(round+1), p.horizon[model]*share)
			if err != nil {
				return nil, err
			}
			runs[i] = append(runs[i], r)
		}
	}
	return runs, nil
}

// report prints the row of one simulator and returns whether its mean agrees with ours.
func report(w io.Writer, model string, ours, theirs []result) bool {
	var nanoseconds, ratios []float64
	var a, b stat.Tally
	for i := range theirs {
		nanoseconds = append(nanoseconds, theirs[i].nsPerStep())
		ratios = append(ratios, theirs[i].nsPerStep()/ours[i].nsPerStep())
		a.Add(ours[i].Mean)
		b.Add(theirs[i].Mean)
	}
	slices.Sort(nanoseconds)
	slices.Sort(ratios)
	e := b.Interval(0.95)
	verdict, same := "yes", agree(a, b)
	if !same {
		verdict = "NO: the means differ"
	}
	fmt.Fprintf(w, "%s\t%s\t%.0f\t%.1f (%.1f..%.1f)\t%.3f ± %.3f\t%s\t\n", model, theirs[0].Version,
		stat.Quantile(nanoseconds, 0.5), stat.Quantile(ratios, 0.5), ratios[0], ratios[len(ratios)-1], e.Mean, e.HalfWidth(), verdict)
	return same
}

// agree reports whether the means of two samples of runs differ by no more than chance
// would let happen once in a thousand comparisons (Welch 1947, with the degrees of
// freedom of the smaller sample, which errs on the side of agreement).
func agree(a, b stat.Tally) bool {
	se := math.Sqrt(a.Var()/float64(a.N()) + b.Var()/float64(b.N()))
	return math.Abs(a.Mean()-b.Mean()) <= se*stat.TQuantile(0.9995, float64(min(a.N(), b.N())-1))
}
