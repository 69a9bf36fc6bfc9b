package compare

import (
	"fmt"
	"math"
	"strings"

	"cumbre/model"
)

// Verdict puts the comparison into a few plain sentences in Spanish ("es") or
// English: who fulfils more mandates and by how much, what each design gains
// and what it pays for that, what cannot be told apart, and how far all of it
// holds. It claims a difference only where [Difference.Real] does, and takes
// nothing from a design but its results and the title to call it by.
func Verdict(c *Comparison, lang string) []string {
	v := verdict{c, lang, NewFormat(lang), phrasesIn(lang)}
	switch {
	case v.idle():
		return []string{fmt.Sprintf(v.Idle, v.Replications) + v.partial()}
	case c.Replications < 2:
		return []string{v.TooFew}
	case len(c.Designs) < 2:
		return []string{v.single(), v.caveat()}
	case !v.anyReal():
		return []string{v.nothing(), v.caveat()}
	}
	said := []string{v.throughput()}
	if s := v.balances(); s != "" {
		said = append(said, s)
	}
	return append(said, v.caveat())
}

// verdict is what the sentences are made from.
type verdict struct {
	*Comparison
	lang string
	Format
	phrases
}

func (v verdict) name(design int) string {
	return fmt.Sprintf(v.Quoted, title(v.Designs[design].Design, v.lang))
}

// single states the throughput of the only design there is.
func (v verdict) single() string {
	e := v.Designs[0].Metrics[model.MThroughput]
	decimals := model.MThroughput.Info().Decimals
	return fmt.Sprintf(v.Single, v.name(0), v.Number(e.Mean, decimals), v.level(), v.Number(e.Low, decimals), v.Number(e.High, decimals))
}

// idle reports whether no design was given anything to do.
func (v verdict) idle() bool {
	for _, r := range v.Designs {
		if issued := r.Metrics[model.MIssued]; issued.N == 0 || issued.Mean != 0 {
			return false
		}
	}
	return true
}

func (v verdict) anyReal() bool {
	for _, d := range v.Differences {
		if d.Metric.Info().Head && d.Real() {
			return true
		}
	}
	return false
}

// nothing says that no main measure tells the designs apart, which is not the
// same as finding them equal.
func (v verdict) nothing() string {
	var shown []string
	for design := 1; design < len(v.Designs); design++ {
		d, _ := v.Difference(design, model.MThroughput)
		switch {
		case !defined(d):
		case v.identical(design):
			shown = append(shown, fmt.Sprintf(v.Identical, v.name(design)))
		default:
			shown = append(shown, v.name(design)+" "+v.effect(d))
		}
	}
	s := fmt.Sprintf(v.Nothing, v.name(0), v.Replications)
	if len(shown) > 0 {
		s += fmt.Sprintf(v.NothingShown, v.level(), strings.Join(shown, "; "))
	}
	if v.allIdentical() {
		return s + "." // equal to the bit: more replications would change nothing
	}
	return s + v.NotEqual
}

func (v verdict) allIdentical() bool {
	for design := 1; design < len(v.Designs); design++ {
		if !v.identical(design) {
			return false
		}
	}
	return true
}

// throughput compares the mandates fulfilled per year of all designs with the
// baseline, and the two best with each other.
func (v verdict) throughput() string {
	var clauses []string
	for design := 1; design < len(v.Designs); design++ {
		d, _ := v.Difference(design, model.MThroughput)
		clauses = append(clauses, v.clause(d, design))
	}
	s := fmt.Sprintf(v.Against, v.level(), v.name(0)) + strings.Join(clauses, "; ") + "."
	if d, ok := v.leaders(); ok {
		s += " " + v.between(d)
	}
	return s
}

// clause says how one design's throughput differs from the baseline's.
func (v verdict) clause(d Difference, design int) string {
	switch {
	case !defined(d):
		return fmt.Sprintf(v.Unknown, v.name(design))
	case v.identical(design):
		return fmt.Sprintf(v.Identical, v.name(design))
	case !d.Real():
		return fmt.Sprintf(v.Same, v.name(design), v.effect(d))
	}
	phrase := v.More
	if d.Mean < 0 {
		// "3.0 fewer (1.0 to 5.0)": the word carries the sign.
		phrase, d = v.Fewer, d.reversed()
	}
	return fmt.Sprintf(phrase, v.name(design), v.Number(d.Mean, d.Decimals()), v.ends(d))
}

// identical reports whether a design gave the baseline's results in every run:
// a design whose settings never came into play, as a reform after the horizon.
func (v verdict) identical(design int) bool {
	for _, d := range v.Differences {
		if d.Design == design && defined(d) && (d.Low != 0 || d.High != 0) {
			return false
		}
	}
	return true
}

// leaders returns the throughput difference of the two designs with the highest
// means, the higher less the lower, unless one of them is the baseline: those
// differences have been told.
func (v verdict) leaders() (Difference, bool) {
	first, second := -1, -1
	for i, r := range v.Designs {
		mean := r.Metrics[model.MThroughput].Mean
		switch {
		case math.IsNaN(mean):
		case first < 0 || mean > v.Designs[first].Metrics[model.MThroughput].Mean:
			first, second = i, first
		case second < 0 || mean > v.Designs[second].Metrics[model.MThroughput].Mean:
			second = i
		}
	}
	if first < 1 || second < 1 {
		return Difference{}, false
	}
	d, ok := find(v.Between, max(first, second), min(first, second), model.MThroughput)
	if d.Design != first {
		d = d.reversed()
	}
	return d, ok && defined(d)
}

// reversed returns the same difference seen from the other design.
func (d Difference) reversed() Difference {
	d.Design, d.Baseline = d.Baseline, d.Design
	d.Mean, d.Low, d.High = -d.Mean, -d.High, -d.Low
	return d
}

func (v verdict) between(d Difference) string {
	if !d.Real() {
		return fmt.Sprintf(v.BetweenSame, v.name(d.Design), v.name(d.Baseline), v.effect(d))
	}
	return fmt.Sprintf(v.BetweenMore, v.name(d.Design), v.name(d.Baseline), v.Number(d.Mean, d.Decimals()), v.ends(d))
}

// balances weighs every design against the baseline.
func (v verdict) balances() string {
	var said []string
	for design := 1; design < len(v.Designs); design++ {
		if s := v.balance(design); s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
}

// balance says on which main measures a design really does better and worse
// than the baseline; nothing if on none.
func (v verdict) balance(design int) string {
	var better, worse []Difference
	for _, d := range v.Differences {
		info := d.Metric.Info()
		if d.Design != design || !info.Head || !d.Real() || info.Better == 0 || echoes[d.Metric] {
			continue
		}
		if d.Mean*float64(info.Better) > 0 {
			better = append(better, d)
		} else {
			worse = append(worse, d)
		}
	}
	name, baseline := v.name(design), v.name(0)
	switch {
	case len(better) > 0 && len(worse) > 0:
		return fmt.Sprintf(v.TradeOff, name, baseline, v.list(better), v.list(worse))
	case len(better) > 0:
		return fmt.Sprintf(v.Better, name, baseline, v.list(better))
	case len(worse) > 0:
		return fmt.Sprintf(v.Worse, name, baseline, v.list(worse))
	}
	return ""
}

// echoes are measures that repeat another one of the table: fulfilled mandates
// are throughput times the years of the run, and adopted ones say less than the
// share adopted in time.
var echoes = map[model.Metric]bool{model.MFulfilled: true, model.MAdopted: true}

// listed bounds how many measures a sentence names; the table has them all.
const listed = 5

// list names measures; their differences and intervals stand in the table.
func (v verdict) list(all []Difference) string {
	var items []string
	for _, d := range all[:min(len(all), listed)] {
		items = append(items, Brief(d.Metric, v.lang))
	}
	if more := len(all) - listed; more > 0 {
		items = append(items, fmt.Sprintf(v.AndMore, more))
	}
	last := len(items) - 1
	if last == 0 {
		return items[0]
	}
	return strings.Join(items[:last], ", ") + v.And + items[last]
}

// effect writes a difference with its interval: (+1.2; 0.8 to 1.6).
func (v verdict) effect(d Difference) string {
	return fmt.Sprintf("(%s; %s)", v.Signed(d.Mean, d.Decimals()), v.ends(d))
}

func (v verdict) ends(d Difference) string {
	return fmt.Sprintf(v.FromTo, v.Number(d.Low, d.Decimals()), v.Number(d.High, d.Decimals()))
}

func (v verdict) level() string {
	return fmt.Sprintf(v.Percent, v.Number(100*v.Comparison.Level, 0))
}

// caveat says what the intervals do not cover.
func (v verdict) caveat() string {
	assumed := 0
	for _, p := range model.Params() {
		if p.Info().From == model.Assumption {
			assumed++
		}
	}
	what := v.TheOrder
	if len(v.Designs) < 2 {
		what = v.TheResult
	}
	return fmt.Sprintf(v.Caveat, v.Replications, assumed, len(model.Params()), what) + v.partial()
}

// partial says that there are fewer replications than asked for.
func (v verdict) partial() string {
	if v.Interrupted {
		return v.Partial
	}
	return ""
}

// defined reports whether the difference could be tested at all.
func defined(d Difference) bool { return !math.IsNaN(d.P) }
