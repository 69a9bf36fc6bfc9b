package analysis

import (
	"errors"
	"fmt"
	"slices"

	"cumbre/model"
	"cumbre/model/study"
)

// Options says what to analyse. The zero value of a field means its default.
type Options struct {
	Metrics   []model.Metric // the first is the one that the choice of a map looks at; throughput and cost
	Level     float64        // of intervals; 0.95
	Resamples int            // of the bootstrap; 1,000
	Map       [2]string      // names of the factors of the design map; chosen if empty
	Bins      int            // into which sampled factors are cut; chosen if 0
}

// withDefaults fills in and checks.
func (o Options) withDefaults(s *study.Study) (Options, error) {
	if len(o.Metrics) == 0 {
		o.Metrics = []model.Metric{model.MThroughput, model.MCost}
	}
	if o.Level == 0 {
		o.Level = 0.95
	}
	if o.Resamples == 0 {
		o.Resamples = 1000
	}
	if !(o.Level > 0 && o.Level < 1) || o.Resamples < 2 || o.Bins < 0 || o.Bins == 1 || len(s.Designs) == 0 {
		return o, fmt.Errorf("a level of %g, %d resamples, %d bins, %d designs", o.Level, o.Resamples, o.Bins, len(s.Designs))
	}
	if o.Map == [2]string{} {
		return o, nil
	}
	if o.Map[0] == o.Map[1] {
		return o, errors.New("a map of one factor over itself")
	}
	for _, name := range o.Map {
		if !slices.Contains(MapFactors(s), name) {
			return o, fmt.Errorf("no factor %s that varies", name)
		}
	}
	return o, nil
}

// MapFactors returns the names of the factors that a map may be drawn over.
func MapFactors(s *study.Study) []string {
	var names []string
	for _, i := range varying(s) {
		names = append(names, s.Factors()[i].Name())
	}
	return names
}

func factorNamed(s *study.Study, name string) int {
	return slices.IndexFunc(s.Factors(), func(f study.Factor) bool { return f.Name() == name })
}
