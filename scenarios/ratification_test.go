package scenarios

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/optimize"
	"gonum.org/v1/gonum/stat/distuv"
)

// lag is what the archives say of one member and one instrument: days from signature to
// the member's ratification, known, or known to be at most or at least so many.
type lag struct {
	member string
	days   float64
	bound  int // -1 at most, +1 at least, 0 known
}

// ratificationLags reads milestones.csv: the latest step of a member that the tables know
// of and, for a member without one, that it had ratified when the instrument came into
// force. What is known of the time after January 2022 is left out: the prediction begins
// there.
func ratificationLags(t *testing.T) []lag {
	known, inForce := map[[2]string]float64{}, map[string]float64{}
	var all []lag
	for _, f := range facts(t, "milestones.csv") {
		days, err := strconv.ParseFloat(f["days_since_signature"], 64)
		instrument := f["instrument"]
		switch code, one := countries[f["country"]]; {
		case strings.HasPrefix(f["event"], "entry into force") && err == nil:
			if _, sooner := inForce[instrument]; !sooner {
				inForce[instrument] = days
			}
		case one && err == nil && f["event"] != "ratification deposited":
			// Of Mexico's one deposit the Senate's approval is the comparable step.
			key := [2]string{code, instrument}
			known[key] = max(known[key], days)
			if strings.Contains(f["event"], "LAST of four") { // so the others had ratified by then
				inForce[instrument] = days
			}
		}
	}
	for _, code := range []string{"CL", "CO", "MX", "PE"} {
		for instrument, days := range inForce {
			if _, ok := known[[2]string{code, instrument}]; !ok {
				all = append(all, lag{code, days, -1})
			}
		}
	}
	for key, days := range known {
		all = append(all, lag{key[0], days, 0})
	}
	slices.SortFunc(all, func(a, b lag) int {
		return strings.Compare(a.member+strconv.Itoa(int(a.days)), b.member+strconv.Itoa(int(b.days)))
	})
	return all
}

// fitLags is the maximum-likelihood fit of lognormal lags with a median of each member's
// own and one spread, censored observations included.
func fitLags(t *testing.T, lags []lag, codes []string) (medians map[string]float64, spread float64) {
	minusLogLikelihood := func(x []float64) float64 {
		sigma := math.Exp(x[len(codes)])
		sum := 0.0
		for _, l := range lags {
			n := distuv.Normal{Mu: x[slices.Index(codes, l.member)], Sigma: sigma}
			switch l.bound {
			case -1:
				sum -= math.Log(n.CDF(math.Log(l.days)))
			case +1:
				sum -= math.Log(n.Survival(math.Log(l.days)))
			default:
				sum -= n.LogProb(math.Log(l.days))
			}
		}
		return sum
	}
	start := make([]float64, len(codes)+1)
	for i := range codes {
		start[i] = math.Log(800)
	}
	start[len(codes)] = math.Log(0.4)
	result, err := optimize.Minimize(optimize.Problem{Func: minusLogLikelihood}, start, &optimize.Settings{MajorIterations: 5000}, &optimize.NelderMead{})
	require.NoError(t, err)
	medians = map[string]float64{}
	for i, code := range codes {
		medians[code] = math.Exp(result.X[i])
	}
	return medians, math.Exp(result.X[len(codes)])
}

// Ratification lags are fitted to the milestones: what the scenario says is the fit.
func TestRatificationIsFittedToTheMilestones(t *testing.T) {
	codes := []string{"CL", "CO", "MX", "PE"}
	lags := ratificationLags(t)
	medians, spread := fitLags(t, lags, codes)
	t.Logf("%d observations: medians %v, spread %.3f", len(lags), medians, spread)
	s := base(t)
	for _, m := range s.Members {
		require.InEpsilon(t, medians[m.Code], valueOf(t, m.Set, "ratification_days"), 0.005, m.Code)
	}
	require.InDelta(t, spread, valueAtStart(t, s, "ratification_spread"), 0.005)
}

// The fit finds what lags were drawn from, also where many are only bounded.
func TestFitOfLagsRecoversWhatTheyWereDrawnFrom(t *testing.T) {
	var lags []lag
	for i := range 4000 {
		u := (float64(i) + 0.5) / 4000
		days := math.Exp(math.Log(700) + 0.4*distuv.UnitNormal.Quantile(u))
		switch i % 4 {
		case 0:
			lags = append(lags, lag{"CL", days, 0})
		case 1, 2: // in force after a year and a half, or not yet
			bound := +1
			if days <= 550 {
				bound = -1
			}
			lags = append(lags, lag{"CL", 550, bound})
		}
	}
	medians, spread := fitLags(t, lags, []string{"CL"})
	require.InEpsilon(t, 700, medians["CL"], 0.01)
	require.InDelta(t, 0.4, spread, 0.01)
}
