package main

import (
	"context"
	"math"
	"runtime"
	"slices"

	"cumbre/model"
	"cumbre/model/history"
	"cumbre/scenarios"
	"cumbre/sim/experiment"
	"cumbre/sim/stat"
)

// compared is a figure of the real Alliance beside what the runs give.
type compared struct {
	history.Target
	low, median, high float64 // 5th, 50th and 95th percentile of the runs
	hit               bool
}

// targets holds the runs of a scenario's only design against what is known of its time:
// the rows of facts/targets.csv that have a figure, were not put in and lie within it.
func targets(spec *model.Spec, replications int) ([]compared, error) {
	all, err := scenarios.Targets(scenarios.TargetsFile, scenarios.ShippedTargets())
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(t history.Target) bool {
		return t.Use != history.Calibrate && t.Use != history.Check || t.Quantity == nil || t.From < spec.Start || t.To > spec.End
	})
	figures := make([][]float64, len(all))
	newWorker := func() func(int) ([]float64, error) {
		r := history.NewRecorder(spec, 0)
		return func(replication int) ([]float64, error) {
			h, _ := r.Run(seed, uint64(replication))
			one := make([]float64, len(all))
			for i := range all {
				one[i] = all[i].Of(h)
			}
			return one, nil
		}
	}
	err = experiment.Ordered(context.Background(), replications, runtime.GOMAXPROCS(0), newWorker, func(_ int, one []float64) error {
		for i, x := range one {
			if !math.IsNaN(x) {
				figures[i] = append(figures[i], x)
			}
		}
		return nil
	})
	var found []compared
	for i, t := range all {
		found = append(found, held(t, figures[i]))
	}
	return found, err
}

// held compares a target with its figure in each run that has one. That none has is a
// miss, and its percentiles are NaN.
func held(t history.Target, figures []float64) compared {
	if len(figures) == 0 {
		return compared{t, math.NaN(), math.NaN(), math.NaN(), false}
	}
	slices.Sort(figures)
	c := compared{Target: t, low: stat.Quantile(figures, 0.05), median: stat.Quantile(figures, 0.5), high: stat.Quantile(figures, 0.95)}
	c.hit = t.Compare(c.low, c.median, c.high) == history.Hit
	return c
}
