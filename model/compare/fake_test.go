package compare

import (
	"math/rand/v2"

	"cumbre/model"
)

// twoYears is a scenario without an institution, for a model that is faked.
func twoYears(designs ...string) *model.Spec {
	spec := &model.Spec{Name: "fake", Values: model.Defaults(), Start: model.NewDate(2011, 1, 1), End: model.NewDate(2013, 1, 1)}
	for _, name := range designs {
		spec.Designs = append(spec.Designs, model.Design{Name: name, Title: model.Text{ES: "Diseño " + name, EN: "Design " + name}})
	}
	return spec
}

// fakeRun returns a model in which every replication has a mood, the same for
// all designs, that moves each metric; design d adds d to it.
func fakeRun(design int) runFunc {
	return func(seed, replication uint64) *model.Result {
		random := rand.New(rand.NewPCG(seed, replication))
		r := &model.Result{FirstYear: 2011, Years: make([][model.NumSeries]float64, 2), Members: 2, Events: 100}
		for m := range r.Metrics {
			r.Metrics[m] = 100 + 10*random.NormFloat64() + float64(design)
		}
		for y := range r.Years {
			for s := range r.Years[y] {
				r.Years[y][s] = random.Float64()
			}
		}
		for d := range r.Depth {
			r.Depth[d], r.Effective[d], r.Bargained[d] = 0.5, 0.25, float64(replication)
			r.DimVetoes[d] = int(replication)
		}
		for b := range r.Vetoes {
			r.Vetoes[b] = [model.MaxMembers]int{int(replication), 3}
			r.Consents[b] = [model.MaxMembers]int{1, 2}
		}
		for p := range r.Time {
			r.Time[p] = 7 * r.Metrics[model.MIssued]
		}
		r.Digest = random.Uint64()
		return r
	}
}
