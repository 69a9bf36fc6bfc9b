package sim_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"cumbre/sim"
)

// replications and confidence of the statistical tests. Each requires the theoretical
// value inside the 99.9 % interval of Student's t over independent replications, and the
// half-width below a stated part of that value, so that the test has power. Seeds are
// fixed: a test that passes goes on passing until the code changes.
const (
	replications = 20
	confidence   = 0.999
)

func requireMean(t *testing.T, what string, theory float64, sample []float64, precision float64) {
	t.Helper()
	mean, deviation := stat.MeanStdDev(sample, nil)
	n := float64(len(sample))
	quantile := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile(1 - (1-confidence)/2)
	halfWidth := quantile * stat.StdErr(deviation, n)
	require.Less(t, halfWidth, precision*theory, "%s: too imprecise to tell", what)
	require.InDelta(t, theory, mean, halfWidth, what)
}

// M/M/1 at load 0.8: L = ρ/(1−ρ), W = 1/(μ−λ), and the server is busy a part ρ of the
// time. W is measured customer by customer through the trace hook (first come, first
// served), so it is no consequence of L.
func TestMM1AgreesWithTheory(t *testing.T) {
	const lambda, mu, warmup, length = 0.8, 1.0, 500.0, 100_000.0
	q := newMM1(lambda, mu)
	var waiting []float64 // times of arrival
	var sojourns, busy, since float64
	departed := 0
	q.kernel.Trace(func(e sim.Event) {
		if len(waiting) > 0 {
			busy += e.Time - since
		}
		since = e.Time
		if e.Kind == q.arrival {
			waiting = append(waiting, e.Time)
			return
		}
		sojourns += e.Time - waiting[0]
		waiting = waiting[1:]
		departed++
	})
	var l, w, rho []float64
	for r := range uint64(replications) {
		waiting = nil
		q.reset(1, r)
		since = 0
		q.kernel.Run(warmup)
		q.count(0)
		area := q.area
		sojourns, busy, departed = 0, 0, 0
		q.kernel.Run(warmup + length)
		q.count(0)
		l = append(l, (q.area-area)/length)
		w = append(w, sojourns/float64(departed))
		rho = append(rho, busy/length)
	}
	requireMean(t, "mean number in system", lambda/(mu-lambda), l, 0.05)
	requireMean(t, "mean sojourn", 1/(mu-lambda), w, 0.05)
	requireMean(t, "utilisation", lambda/mu, rho, 0.01)
}
