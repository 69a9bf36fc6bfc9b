package history

import "math"

// ForecastKey says what a forecast is of, in the words of predictions.csv.
type ForecastKey struct {
	Quantity string
	Scope    Scope
	Ordinal  string
	From, To string
}

// Forecast is a predicted distribution by its quantiles.
type Forecast struct {
	Key    ForecastKey
	Year   string
	Unit   string
	Role   Role
	Levels []float64 // in increasing order
	Values []float64 // +Inf beyond the horizon, NaN for no case
}

// Outcome is what came of a forecast.
type Outcome struct {
	Forecast *Forecast
	Value    float64
}

// at returns the forecast's quantile; NaN if it has no such level.
func (f *Forecast) at(level float64) float64 {
	for i, l := range f.Levels {
		if math.Abs(l-level) < 1e-9 {
			return f.Values[i]
		}
	}
	return math.NaN()
}

// Inside reports whether a value lies between two quantiles, ends included; ok is false
// if the forecast lacks one of them.
func (f *Forecast) Inside(value, low, high float64) (inside, ok bool) {
	from, to := f.at(low), f.at(high)
	if math.IsNaN(from) || math.IsNaN(to) {
		return false, false
	}
	return value >= from && value <= to, true
}

// Pinball is the mean pinball loss over the levels, in the quantity's unit: the lower the
// better, and half the continuous ranked probability score if there were all levels. It
// is NaN if a quantile is missing or beyond the horizon.
func (f *Forecast) Pinball(value float64) float64 {
	sum := 0.0
	for i, level := range f.Levels {
		d := value - f.Values[i]
		if d >= 0 {
			sum += float64(level * d)
		} else {
			sum -= float64((1 - level) * d)
		}
	}
	if math.IsInf(sum, 0) {
		return math.NaN()
	}
	return sum / float64(len(f.Levels))
}

// Score sums up forecasts of one quantity and scope.
type Score struct {
	Quantity           string
	Scope              Scope
	Unit               string
	Scored             int
	Inside50, Inside90 int
	Compared           int     // of Scored, those with all quantiles for the two intervals
	Pinball            float64 // mean over those with every quantile; NaN for none
}

// ScoresOf scores outcomes by quantity and scope, in order of their first. Inputs are
// left out: there is no merit in them.
func ScoresOf(outcomes []Outcome) []Score {
	var all []Score
	losses := map[int][]float64{}
	for _, o := range outcomes {
		f := o.Forecast
		if f.Role == Given {
			continue
		}
		i := indexOf(&all, f)
		s := &all[i]
		s.Scored++
		in50, ok50 := f.Inside(o.Value, 0.25, 0.75)
		in90, ok90 := f.Inside(o.Value, 0.05, 0.95)
		if ok50 && ok90 {
			s.Compared++
			s.Inside50 += count(in50)
			s.Inside90 += count(in90)
		}
		if loss := f.Pinball(o.Value); !math.IsNaN(loss) {
			losses[i] = append(losses[i], loss)
		}
	}
	for i := range all {
		sum := 0.0
		for _, x := range losses[i] {
			sum += x
		}
		all[i].Pinball = sum / float64(len(losses[i])) // NaN for none
	}
	return all
}

func indexOf(all *[]Score, f *Forecast) int {
	for i, s := range *all {
		if s.Quantity == f.Key.Quantity && s.Scope == f.Key.Scope {
			return i
		}
	}
	*all = append(*all, Score{Quantity: f.Key.Quantity, Scope: f.Key.Scope, Unit: f.Unit})
	return len(*all) - 1
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
