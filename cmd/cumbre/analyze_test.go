package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// interval is a mean with its interval in JSON output.
type interval struct{ Mean, Low, High *float64 }

// analysed is what the tests read of `cumbre analyze --json`.
type analysed struct {
	Designs  []string
	Runs     int
	Points   []map[string]float64 // by factor
	Measures []struct {
		Metric  string
		Overall analysedGroup
		Points  []analysedGroup
	}
}

type analysedGroup struct {
	Units                int
	Designs, Differences map[string]interval
	Leader               *string
	Probability          map[string]float64
}

// cellOf is a point and replication.
type cellOf struct{ point, replication int }

// analysed JSON RUNS METRIC COLUMN T checks an analysis of a grid without failures against
// the table of its runs, computed anew by the textbook: means, paired differences, and
// intervals with the quantile T of Student's t for one degree of freedom less than there
// are replications.
func checkAnalysis(ts *testscript.TestScript, _ bool, args []string) {
	var a analysed
	must(ts, json.Unmarshal([]byte(ts.ReadFile(args[0])), &a))
	quantile, err := strconv.ParseFloat(args[4], 64)
	must(ts, err)
	rows := table(ts, args[1])
	want(ts, fmt.Sprint(a.Runs), fmt.Sprint(len(rows)))
	values := map[string]map[cellOf]float64{}
	points, replications := 0, 0
	for _, row := range rows {
		var at cellOf
		at.point, _ = strconv.Atoi(row["point"])
		at.replication, _ = strconv.Atoi(row["replication"])
		points, replications = max(points, at.point+1), max(replications, at.replication+1)
		if values[row["design"]] == nil {
			values[row["design"]] = map[cellOf]float64{}
		}
		values[row["design"]][at], err = strconv.ParseFloat(row[args[3]], 64)
		must(ts, err)
	}
	for _, m := range a.Measures {
		if m.Metric != args[2] {
			continue
		}
		want(ts, fmt.Sprint(len(m.Points)), fmt.Sprint(points))
		for p, g := range m.Points {
			checkGroup(ts, a, g, []int{p}, replications, values, quantile)
		}
		var all []int
		for p := range points {
			all = append(all, p)
		}
		checkGroup(ts, a, m.Overall, all, replications, values, quantile)
		return
	}
	ts.Fatalf("no measure %s", args[2])
}

// checkGroup checks the means over some points, of which the units are replications.
func checkGroup(ts *testscript.TestScript, a analysed, g analysedGroup, points []int, replications int, values map[string]map[cellOf]float64, quantile float64) {
	want(ts, fmt.Sprint(g.Units), fmt.Sprint(replications))
	for i, design := range a.Designs {
		var own, differences []float64
		for r := range replications {
			x, base := 0.0, 0.0
			for _, p := range points {
				x += values[design][cellOf{p, r}] / float64(len(points))
				base += values[a.Designs[0]][cellOf{p, r}] / float64(len(points))
			}
			own, differences = append(own, x), append(differences, x-base)
		}
		checkInterval(ts, g.Designs[design], own, quantile)
		if i > 0 {
			checkInterval(ts, g.Differences[design], differences, quantile)
		}
	}
	sum := 0.0
	for _, p := range g.Probability {
		sum += p
	}
	near(ts, sum, 1)
}

func checkInterval(ts *testscript.TestScript, got interval, values []float64, quantile float64) {
	n, sum, squares := float64(len(values)), 0.0, 0.0
	for _, x := range values {
		sum += x
	}
	for _, x := range values {
		squares += (x - sum/n) * (x - sum/n)
	}
	half := quantile * math.Sqrt(squares/(n-1)/n)
	near(ts, *got.Mean, sum/n)
	near(ts, *got.Low, sum/n-half)
	near(ts, *got.High, sum/n+half)
}

// near allows for what a table of quantiles rounds.
func near(ts *testscript.TestScript, got, want float64) {
	if !(math.Abs(got-want) <= 1e-9*(1+math.Abs(want))) {
		ts.Fatalf("got %.17g, want %.17g", got, want)
	}
}

// agrees ANALYSIS COMPARED FACTOR=VALUE... checks that an analysis says of a point what
// `cumbre compare` says of a scenario with its values: the same means, intervals and
// paired differences of every measure, to the last digits.
func agrees(ts *testscript.TestScript, _ bool, args []string) {
	var a analysed
	must(ts, json.Unmarshal([]byte(ts.ReadFile(args[0])), &a))
	var c struct {
		Designs []struct {
			Name    string
			Metrics map[string]interval
		}
		Differences []struct {
			interval
			Design, Metric string
		}
	}
	must(ts, json.Unmarshal([]byte(ts.ReadFile(args[1])), &c))
	checked := 0
	for _, m := range a.Measures {
		for i, p := range m.Points {
			if !atPoint(ts, a.Points[i], args[2:]) {
				continue
			}
			for _, d := range c.Designs {
				sameInterval(ts, p.Designs[d.Name], d.Metrics[m.Metric])
			}
			for _, d := range c.Differences {
				if d.Metric == m.Metric {
					sameInterval(ts, p.Differences[d.Design], d.interval)
					checked++
				}
			}
		}
	}
	want(ts, fmt.Sprint(checked), fmt.Sprint(len(a.Measures)*(len(a.Designs)-1)))
}

func atPoint(ts *testscript.TestScript, factors map[string]float64, want []string) bool {
	for _, w := range want {
		name, text, _ := strings.Cut(w, "=")
		value, err := strconv.ParseFloat(text, 64)
		must(ts, err)
		if factors[name] != value {
			return false
		}
	}
	return true
}

func sameInterval(ts *testscript.TestScript, got, want interval) {
	for _, pair := range [][2]*float64{{got.Mean, want.Mean}, {got.Low, want.Low}, {got.High, want.High}} {
		if (pair[0] == nil) != (pair[1] == nil) {
			ts.Fatalf("one is defined, one is not")
		}
		if pair[0] != nil && !(math.Abs(*pair[0]-*pair[1]) <= 1e-12*(1+math.Abs(*pair[1]))) {
			ts.Fatalf("got %.17g, want %.17g", *pair[0], *pair[1])
		}
	}
}
