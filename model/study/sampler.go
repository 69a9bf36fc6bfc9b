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
	// SizeKey is the key of study files that says how large a sample is, and SizeText
	// what it counts; Max bounds the number of factors, 0 if nothing does.
	SizeKey  string
	SizeText model.Text
	Max      int
	// Block is how many points one unit of the size has over so many factors; nil: one.
	Block func(factors int) int
	// Stands reports whether a point of a block stands for the space by itself: points of
	// an analysis of sensitivity go in bundles that share coordinates. nil: every point.
	Stands func(factors, place int) bool
	// Levels is on how many levels of each factor, evenly spread, its points lie; 0:
	// anywhere.
	Levels int
	// New lays out a sample. The function it returns writes the place of a point along
	// every factor, from 0 to 1; it is safe for concurrent use. Where the order of points
	// matters it is kept: points are run in it.
	New func(seed uint64, factors []string, size int) func(point int, places []float64)
}

// morrisLevels is the number of levels of Morris's grid: the usual one (Saltelli et al.
// 2008, Global Sensitivity Analysis: The Primer, section 3.2).
const morrisLevels = 4

var pointsText = model.Text{ES: "cuántos puntos", EN: "how many points"}

// samplers is the registry. Those of sensitivity analysis are told apart, as their points
// are of use to it alone.
var (
	samplers = []*Sampler{
		{Name: "latin_hypercube", SizeKey: "points", SizeText: pointsText, New: latin, Text: model.Text{
			ES: "Hipercubo latino (McKay, Beckman y Conover 1979): cada factor se reparte por igual en su rango.",
			EN: "Latin hypercube (McKay, Beckman and Conover 1979): each factor is spread evenly over its range.",
		}},
		{Name: "sobol", SizeKey: "points", SizeText: pointsText, Max: experiment.SobolDimensions, New: sobol, Text: model.Text{
			ES: "Sucesión de Sobol' (1967) con permutaciones de Owen (1995): reparte por igual todos los factores a la vez, mejor con una potencia de dos de puntos; con muchos factores y pocos puntos deja huecos entre algunos pares.",
			EN: "Sequence of Sobol' (1967), scrambled after Owen (1995): spreads all factors evenly at once, best with a power of two of points; with many factors and few points it leaves gaps between some pairs.",
		}},
	}
	sensitivities = []*Sampler{
		{Name: "morris", SizeKey: "trajectories", New: morris, Levels: morrisLevels,
			Block: func(factors int) int { return factors + 1 }, Stands: func(_, place int) bool { return place == 0 },
			SizeText: model.Text{ES: "cuántas trayectorias, de un punto más que parámetros", EN: "how many trajectories, of one point more than there are parameters"},
			Text: model.Text{
				ES: "Efectos elementales de Morris (1991) en cuatro niveles: criba de muchos factores con pocas corridas.",
				EN: "Elementary effects of Morris (1991) on four levels: screens many factors with few runs.",
			}},
		{Name: "sobol", SizeKey: "base_points", New: saltelli, Max: experiment.SobolDimensions / 2,
			Block: func(factors int) int { return factors + 2 }, Stands: func(factors, place int) bool { return place == 0 || place == factors+1 },
			SizeText: model.Text{ES: "cuántos puntos base, cada uno con dos puntos más que parámetros; mejor una potencia de dos", EN: "how many base points, each with two points more than there are parameters; best a power of two"},
			Text: model.Text{
				ES: "Índices de Sobol' (1993) con el diseño de Saltelli et al. (2010): qué parte de la varianza explica cada factor, solo y con los demás.",
				EN: "Indices of Sobol' (1993) on the design of Saltelli et al. (2010): the share of the variance that each factor explains, alone and with the others.",
			}},
	}
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
	drawDesign rng.Purpose = 1<<20 + 3
)

// latin keys a column by its factor's name: a factor more or less leaves the others as
// they are.
func latin(seed uint64, factors []string, size int) func(int, []float64) {
	columns := make([][]float64, len(factors))
	for i, name := range factors {
		key := fnv.New64a()
		key.Write([]byte(name))
		columns[i] = experiment.Latin(rng.New(seed, 0).Stream(drawSample, key.Sum64(), 0, 0), size)
	}
	return func(point int, places []float64) {
		for i, column := range columns {
			places[i] = column[point]
		}
	}
}

// designSeed is the seed of a design that draws by numbers of its own. It is drawn from
// that of the study, so that neither shares anything with the draws of the model.
func designSeed(seed uint64) uint64 {
	stream := rng.New(seed, 0).Stream(drawDesign, 0, 0, 0)
	return stream.Uint64()
}

func sobol(seed uint64, factors []string, _ int) func(int, []float64) {
	return numbered(experiment.NewScrambledSobol(designSeed(seed), len(factors)).Point)
}

func morris(seed uint64, factors []string, _ int) func(int, []float64) {
	return numbered(experiment.NewMorris(designSeed(seed), len(factors), morrisLevels).Point)
}

func saltelli(seed uint64, factors []string, _ int) func(int, []float64) {
	return numbered(experiment.NewSaltelli(designSeed(seed), len(factors)).Point)
}

func numbered(point func(int64, []float64)) func(int, []float64) {
	return func(i int, places []float64) { point(int64(i), places) }
}
