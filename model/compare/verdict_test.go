package compare

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/sim/stat"
)

// made makes a comparison up: designs A, B, C … with given mean throughputs, in
// which nothing differs until a test says so.
func made(throughput ...float64) *Comparison {
	c := &Comparison{Spec: twoYears(), Replications: 200, Level: 0.95}
	for i, mean := range throughput {
		name := string(rune('A' + i))
		r := DesignResult{Design: model.Design{Name: strings.ToLower(name), Title: model.Text{ES: "Diseño " + name, EN: "Design " + name}}}
		r.Metrics[model.MThroughput] = stat.Estimate{N: 200, Mean: mean, Low: mean - 2, High: mean + 2}
		c.Designs = append(c.Designs, r)
		for baseline := range i {
			for m := range model.NumMetrics {
				d := Difference{Design: i, Baseline: baseline, Metric: m, Estimate: stat.Estimate{N: 200, Mean: 0.1, Low: -5, High: 5.2}, P: 0.9, AdjustedP: 1}
				if baseline == 0 {
					c.Differences = append(c.Differences, d)
				} else {
					c.Between = append(c.Between, d)
				}
			}
		}
	}
	return c
}

// differ makes a difference real, with an interval of ±2.
func (c *Comparison) differ(design, baseline int, m model.Metric, mean float64) {
	for _, all := range [][]Difference{c.Differences, c.Between} {
		for i := range all {
			if d := &all[i]; d.Design == design && d.Baseline == baseline && d.Metric == m {
				d.Estimate = stat.Estimate{N: 200, Mean: mean, Low: mean - 2, High: mean + 2}
				d.P, d.AdjustedP = 1e-6, 1e-5
			}
		}
	}
}

// undefined takes a metric away from all designs.
func (c *Comparison) undefined(m model.Metric) {
	nan := math.NaN()
	for i := range c.Designs {
		c.Designs[i].Metrics[m] = stat.Estimate{Mean: nan, Low: nan, High: nan}
	}
	for _, all := range [][]Difference{c.Differences, c.Between} {
		for i := range all {
			if all[i].Metric == m {
				all[i].Estimate, all[i].P, all[i].AdjustedP = stat.Estimate{Mean: nan, Low: nan, High: nan}, nan, nan
			}
		}
	}
}

// findings are the sentences but for the caveat, which must close every verdict.
func findings(t *testing.T, c *Comparison, lang string) []string {
	t.Helper()
	said := Verdict(c, lang)
	require.NotEmpty(t, said)
	last := len(said) - 1
	require.Contains(t, said[last], map[string]string{"es": "no los supuestos", "en": "not assumptions"}[lang])
	for _, s := range said {
		require.NotContains(t, s, "%!", "a phrase and its arguments do not fit")
		require.NotContains(t, s, "NaN")
		require.NotContains(t, s, "  ")
		require.Regexp(t, `^[\p{Lu}«“].*\.$`, s, "a sentence")
	}
	return said[:last]
}

func TestNothingDiffers(t *testing.T) {
	c := made(10, 10.1, 10.2)
	require.Equal(t, []string{
		"No design can be told apart from “Design A” on any main measure with 200 replications, once corrected for the number of comparisons (mandates fulfilled per year, 95% intervals: “Design B” (+0.1; -5.0 to 5.2); “Design C” (+0.1; -5.0 to 5.2)); that does not show them to be equal: more replications narrow the intervals.",
	}, findings(t, c, "en"))
	require.Equal(t, []string{
		"Ningún diseño se distingue de «Diseño A» en ninguna medida principal con 200 réplicas, tras corregir por el número de comparaciones (mandatos cumplidos por año, intervalos del 95 %: «Diseño B» (+0,1; de -5,0 a 5,2); «Diseño C» (+0,1; de -5,0 a 5,2)); eso no prueba que sean iguales: más réplicas estrechan los intervalos.",
	}, findings(t, c, "es"))
}

func TestOneIsBetterOnAll(t *testing.T) {
	c := made(10, 15.5)
	for m, mean := range map[model.Metric]float64{
		model.MThroughput: 5.5, model.MAdopted: 60, model.MFulfilled: 110, model.MDepthThroughput: 3, model.MImplementationGap: -3,
		model.MMedianDaysToAdoption: -100, model.MMedianDaysToFulfilment: -90, model.MDepth: 4, model.MCohesionEnd: 3, model.MCostPerFulfilled: -12,
		model.MIssued: 20, model.MVetoes: 30, // neither good nor bad: not in the balance
	} {
		c.differ(1, 0, m, mean)
	}
	require.Equal(t, []string{
		"In mandates fulfilled per year (95% intervals, same random numbers), against “Design A”: “Design B” fulfils 5.5 more (3.5 to 7.5).",
		"“Design B” does better than “Design A” on mandates fulfilled per year, depth contained in fulfilled mandates, implementation gap, depth of norms at the end, cohesion at the end and 1 more; on no main measure is it discernibly worse.",
	}, findings(t, c, "en"))
	require.Contains(t, findings(t, c, "es")[0], "«Diseño B» cumple 5,5 más (de 3,5 a 7,5).")
}

func TestTradeOff(t *testing.T) {
	c := made(10, 15.5, 8)
	c.differ(1, 0, model.MThroughput, 5.5)
	c.differ(1, 0, model.MCostPerFulfilled, 12)
	c.differ(2, 0, model.MThroughput, -3)
	c.differ(2, 0, model.MDepth, -4)
	c.differ(2, 0, model.MMedianDaysToAdoption, 40) // known of the adopted only: no merit or fault
	require.Equal(t, []string{
		"En mandatos cumplidos por año (intervalos del 95 %, mismos números aleatorios), frente a «Diseño A»: «Diseño B» cumple 5,5 más (de 3,5 a 7,5); «Diseño C» cumple 3,0 menos (de 1,0 a 5,0).",
		"«Diseño B», frente a «Diseño A», mejora en mandatos cumplidos por año, pero empeora en costo por mandato cumplido. " +
			"«Diseño C», frente a «Diseño A», empeora en mandatos cumplidos por año y profundidad de normas al final; en ninguna medida principal mejora de forma distinguible.",
	}, findings(t, c, "es"))
	require.Contains(t, findings(t, c, "en")[1], "better than “Design A” on mandates fulfilled per year, but worse on cost per fulfilled mandate.")
}

func TestBestAlternativesAreComparedWithEachOther(t *testing.T) {
	c := made(10, 14, 16)
	c.differ(1, 0, model.MThroughput, 4)
	c.differ(2, 0, model.MThroughput, 6)
	require.Contains(t, findings(t, c, "en")[0], " Between “Design C” and “Design B” one cannot say which fulfils more (+0.1; -5.0 to 5.2) once corrected for the number of comparisons.")
	c.differ(2, 1, model.MThroughput, 3)
	require.Contains(t, findings(t, c, "en")[0], " Among the alternatives, “Design C” fulfils more than “Design B”: by 3.0 a year (1.0 to 5.0).")

	reversed := made(10, 16, 14) // the better one comes first: the pair is turned round
	reversed.differ(1, 0, model.MThroughput, 6)
	reversed.differ(2, 1, model.MThroughput, -3)
	require.Contains(t, findings(t, reversed, "en")[0], "“Design B” fulfils more than “Design C”: by 3.0 a year (1.0 to 5.0).")
}

func TestThroughputAloneCannotBeToldApart(t *testing.T) {
	c := made(10, 10.1)
	c.differ(1, 0, model.MDepth, 4)
	require.Equal(t, []string{
		"In mandates fulfilled per year (95% intervals, same random numbers), against “Design A”: “Design B” cannot be told apart (+0.1; -5.0 to 5.2) once corrected for the number of comparisons.",
		"“Design B” does better than “Design A” on depth of norms at the end; on no main measure is it discernibly worse.",
	}, findings(t, c, "en"))
}

func TestIdenticalResultsAreCalledThat(t *testing.T) {
	c := made(10, 10, 12)
	c.differ(2, 0, model.MThroughput, 2.5)
	for i := range c.Differences {
		if d := &c.Differences[i]; d.Design == 1 {
			d.Estimate, d.P, d.AdjustedP = stat.Estimate{N: 200}, 1, 1
		}
	}
	require.Contains(t, findings(t, c, "en")[0], "“Design B” gives exactly the same results; “Design C” fulfils 2.5 more")
	same := made(10, 10)
	for i := range same.Differences {
		same.Differences[i].Estimate = stat.Estimate{N: 200}
	}
	require.Contains(t, findings(t, same, "es")[0], "«Diseño B» da exactamente los mismos resultados")
}

// An effect whose corrected p-value is not below 0.05 is never claimed, however
// narrow its own interval.
func TestNothingIsClaimedOnAnUncorrectedPValue(t *testing.T) {
	c := made(10, 15)
	c.differ(1, 0, model.MThroughput, 5)
	for i := range c.Differences {
		c.Differences[i].AdjustedP = Alpha
	}
	for _, lang := range []string{"es", "en"} {
		said := findings(t, c, lang)
		require.Len(t, said, 1)
		require.Contains(t, said[0], map[string]string{"es": "Ningún diseño se distingue", "en": "No design can be told apart"}[lang])
	}
}

// Measures outside the main table are no ground for a verdict.
func TestOnlyMainMeasuresCount(t *testing.T) {
	c := made(10, 10)
	c.differ(1, 0, model.MSovereigntyCost, 9)
	require.Contains(t, findings(t, c, "en")[0], "No design can be told apart")
}

func TestMissingMetrics(t *testing.T) {
	c := made(10, 15, 12)
	c.differ(1, 0, model.MDepth, 10)
	c.undefined(model.MThroughput)
	for _, lang := range []string{"es", "en"} {
		said := findings(t, c, lang)
		require.Len(t, said, 2)
		require.Contains(t, said[0], map[string]string{"es": "de «Diseño B» no hay datos suficientes", "en": "there is not enough data on “Design B”"}[lang])
	}
	for m := range model.NumMetrics {
		c.undefined(m)
	}
	require.Len(t, findings(t, c, "en"), 1)
	require.NotContains(t, findings(t, c, "en")[0], "intervals:")
}

func TestFewReplicationsOrDesigns(t *testing.T) {
	one := made(10, 12)
	one.Replications = 1
	said := Verdict(one, "es")
	require.Len(t, said, 1, "nothing can be said, so nothing needs a caveat")
	require.Contains(t, said[0], "Con menos de dos réplicas no se puede decir nada")
	require.Equal(t, []string{"“Design A” fulfils 10.0 mandates a year (95% interval: 8.0 to 12.0); there is no other design to compare it with."}, findings(t, made(10), "en"))
}

// One design has no order.
func TestCaveatOfOneDesign(t *testing.T) {
	for lang, words := range map[string][2]string{"es": {"el orden de los diseños vale", "el resultado vale"}, "en": {"the order of the designs holds", "the result holds"}} {
		alone, several := Verdict(made(10), lang), Verdict(made(10, 12), lang)
		require.Contains(t, several[len(several)-1], words[0])
		require.NotContains(t, alone[len(alone)-1], words[0])
		require.Contains(t, alone[len(alone)-1], words[1])
	}
}

// Where nothing is issued nothing is compared, and no replication more would help; one
// design that was given mandates is enough for a comparison.
func TestNothingIssued(t *testing.T) {
	for designs := 1; designs <= 3; designs++ {
		c := made(make([]float64, designs)...)
		for i := range c.Designs {
			c.Designs[i].Metrics[model.MIssued] = stat.Estimate{N: 200}
		}
		require.Equal(t, []string{"No mandate was issued in any replication (200): nothing happened that could be compared. The mechanisms that issue mandates are off, or the horizon is too short."}, Verdict(c, "en"))
		require.Len(t, Verdict(c, "es"), 1)
		c.Interrupted = true
		require.Contains(t, Verdict(c, "es")[0], "se interrumpió")
		c.Designs[designs-1].Metrics[model.MIssued].Mean = 0.1
		require.NotContains(t, Verdict(c, "en")[0], "No mandate was issued")
	}
}

func TestInterruptionIsSaid(t *testing.T) {
	c := made(10, 12)
	c.Interrupted = true
	said := Verdict(c, "en")
	require.Contains(t, said[len(said)-1], "interrupted")
}

// Two designs that trade names trade sentences, and nothing else.
func TestVerdictDependsOnNoName(t *testing.T) {
	c := made(10, 15)
	c.differ(1, 0, model.MThroughput, 5)
	before := findings(t, c, "en")
	for i := range c.Designs {
		c.Designs[i].Design.Name, c.Designs[i].Design.Title = "light", model.Text{EN: fmt.Sprintf("Design %c", 'A'+i)}
	}
	require.Equal(t, before, findings(t, c, "en"))
	c.Designs[1].Design.Title = model.Text{}
	require.Contains(t, findings(t, c, "en")[0], "“light” fulfils 5.0 more")
}

func TestFormat(t *testing.T) {
	es, en := NewFormat("es"), NewFormat("en")
	require.Equal(t, "1.234,5", es.Number(1234.5, 1))
	require.Equal(t, "1,234.5", en.Number(1234.5, 1))
	require.Equal(t, "1.5", NewFormat("fr").Number(1.5, 1), "any other language reads English")
	require.Equal(t, Undefined, es.Number(math.NaN(), 1))
	require.Equal(t, Undefined, es.Signed(math.Inf(1), 1))
	require.Equal(t, "0.0", en.Number(-0.04, 1))
	require.Equal(t, []string{"+2", "-2", "0"}, []string{en.Signed(2, 0), en.Signed(-2, 0), en.Signed(0.4, 0)})
	require.Equal(t, "[1,0; 2,5]", es.Range(stat.Estimate{Low: 1, High: 2.5}, 1))
	require.Equal(t, "[1.0, 2.5]", en.Range(stat.Estimate{Low: 1, High: 2.5}, 1))
	require.Empty(t, en.Range(stat.Estimate{Low: math.NaN(), High: math.NaN()}, 1))
	require.Equal(t, []string{"<0,001", "0,012", Undefined}, []string{es.P(1e-9), es.P(0.0121), es.P(math.NaN())})
}

func TestDifferencesShowEnoughDecimals(t *testing.T) {
	d := Difference{Metric: model.MThroughput, Estimate: stat.Estimate{Mean: 0.5, Low: 0.46, High: 0.54}}
	require.Equal(t, 2, d.Decimals()) // a half-width of 0.04 needs two
	d.Low, d.High = -10, 10
	require.Equal(t, 1, d.Decimals())
	d.Low, d.High = 0.5, 0.5
	require.Equal(t, 1, d.Decimals())
}
