package study

import (
	"hash/fnv"
	"slices"

	"cumbre/model"
	"cumbre/sim/experiment"
	"cumbre/sim/rng"
)

// Sampler is a way to choose points of a space: one line of the registry.
type Sampler struct {
	Name string
	Text model.Text
	// Points is how many points a sample of a size has over so many factors; nil: as many
	// as its size.
	Points func(factors, size int) int
	// Places returns, by factor and point, places in [0, 1). Where the order of points
	// matters it is kept: points are run in it.
	Places func(seed uint64, factors []string, size int) [][]float64
}

// samplers is the registry. Those of sensitivity analysis are told apart, as their points
// are of use to it alone.
var (
	samplers = []*Sampler{
		{Name: "latin_hypercube", Places: latin, Text: model.Text{
			ES: "Hipercubo latino (McKay, Beckman y Conover 1979): cada factor se reparte por igual en su rango.",
			EN: "Latin hypercube (McKay, Beckman and Conover 1979): each factor is spread evenly over its range.",
		}},
	}
	sensitivities []*Sampler
)

// Samplers returns the ways to choose points of a sample.
func Samplers() []*Sampler { return samplers }

// Sensitivities returns the ways to choose points for an analysis of sensitivity.
func Sensitivities() []*Sampler { return sensitivities }

// SamplerByName finds a sampler among some.
func SamplerByName(among []*Sampler, name string) (*Sampler, bool) {
	i := slices.IndexFunc(among, func(s *Sampler) bool { return s.Name == name })
	if i < 0 {
		return nil, false
	}
	return among[i], true
}

// drawSample is the purpose of the draws of samples. It lies far above those of the model
// (model/purpose.go), which draws under the same seed, beside that of robust's worlds.
const (
	drawSample rng.Purpose = 1<<20 + 1
	drawOrder  rng.Purpose = 1<<20 + 2
)

// latin keys a column by its factor's name: a factor more or less leaves the others as
// they are.
func latin(seed uint64, factors []string, size int) [][]float64 {
	columns := make([][]float64, len(factors))
	for i, name := range factors {
		key := fnv.New64a()
		key.Write([]byte(name))
		columns[i] = experiment.Latin(rng.New(seed, 0).Stream(drawSample, key.Sum64(), 0, 0), size)
	}
	return columns
}
