package robustness

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/robust"
)

// example is a record with all there is to tell.
func example() Record {
	measure := func(metric string, worlds ...int) Measure {
		m := Measure{Metric: metric, Ties: 40, Undefined: 10}
		for i, n := range worlds {
			m.Leads = append(m.Leads, Lead{Design: string(rune('a' + i)), Worlds: n, Share: Number(float64(n) / 1000), Low: Number(float64(n)/1000 - 0.02), High: Number(float64(n)/1000 + 0.02), Clear: n / 2})
		}
		return m
	}
	rec := Record{Reach: 1, Drawn: 134, Worlds: 1000, Barren: 840, Designs: []string{"a", "b"}}
	rec.Measures = []Measure{measure("throughput", 350, 600), measure("depth_throughput", 700, 250), measure("implementation_gap", 0, 0), measure("cost_per_fulfilled", 5, 945)}
	rec.Measures[0].Leads[1].Decisive = []Decisive{{Parameter: "friction", Leads: "large"}, {Parameter: "noise", Leads: "small"}}
	return rec
}

func TestSentences(t *testing.T) {
	en := NewWords("en", []string{"Light", "Sherpas"})
	near := example()
	near.Reach, near.Barren = 0.1, 0
	said := en.Sentences(near)
	require.Len(t, said, 2)
	require.Equal(t, "In 1,000 worlds with 134 assumptions drawn at once, up to 10% of the way from their values in the scenario to the ends of their plausible ranges: "+
		"“Sherpas” leads in mandates fulfilled per year in 60% of the worlds (58 to 62; clearly in 30%); “Light” in 35% (33 to 37; clearly in 18%); none in 5%. "+
		"Most often the leaders are, in depth contained in fulfilled mandates, “Light” (70%); in cost per fulfilled mandate, “Sherpas” (94%). "+
		"What decides most: “Sherpas” leads more often with friction large, noise small.", said[0])
	require.Equal(t, "These shares weigh all values in the ranges equally; they are not probabilities.", said[1])
	whole := en.Summary(example())
	require.Contains(t, whole, "drawn at once from their plausible ranges: ")
	require.Contains(t, whole, " In 84% of the worlds no design fulfils a single mandate. ")

	es := NewWords("es", []string{"Ligera", "Sherpas"}).Sentences(example())
	require.Contains(t, es[0], "«Sherpas» va en cabeza en mandatos cumplidos por año en el 60 % de los mundos (de 58 a 62; con claridad, en el 30 %); «Ligera» en el 35 % ")
	require.Contains(t, es[0], "En el 84 % de los mundos ningún diseño cumple un solo mandato.")
	require.Contains(t, es[1], "no son probabilidades")
	for k := range near.Measures {
		near.Measures[k] = Measure{Metric: near.Measures[k].Metric, Ties: 1000, Leads: make([]Lead, 2)}
	}
	require.Contains(t, en.Summary(near), "plausible ranges: no design leads in mandates fulfilled per year.")
	require.NotContains(t, en.Summary(near), "Most often")
	require.Contains(t, en.Alone(), "stands alone")
}

// Beside a point answer the leaders of the main measures are told, what decides, how
// to read it and where there is more; in no more than four lines of the terminal.
func TestBeside(t *testing.T) {
	rec := example()
	said := NewWords("en", []string{"light", "sherpa"}).Beside(rec)
	require.Equal(t, []string{
		"Most often ahead if all 134 assumptions vary at once (1,000 worlds): mandates fulfilled per year, sherpa 60% [58, 62]; implementation gap, none; cost per fulfilled mandate, sherpa 94% [92, 96].",
		"Deciding most: friction, noise.",
		"These shares weigh all values equally; they are not probabilities. More: cumbre robust.",
	}, said)
	es := NewWords("es", []string{"light", "sherpa"}).Beside(rec)
	require.Contains(t, es[0], "Más a menudo en cabeza si varían a la vez los 134 supuestos (1.000 mundos): mandatos cumplidos por año, sherpa 60 % [58; 62]; brecha de implementación, ninguno; ")
	require.Contains(t, es[2], "no son probabilidades. Más: cumbre robust.")
	rec.Measures[0].Leads[1].Decisive = nil
	require.Len(t, NewWords("en", []string{"light", "sherpa"}).Beside(rec), 2, "nothing is said to decide")

	stored, err := read(drawnFile)
	require.NoError(t, err)
	points, err := read(acceptedFile)
	require.NoError(t, err)
	for _, lang := range []string{"es", "en"} {
		words := NewWords(lang, stored.Designs)
		text := strings.Join(words.Beside(stored), " ")
		require.LessOrEqual(t, len(layout.Page{}.Lines(text, 0)), 4, text)
		text = strings.Join(words.BesideAccepted(points), " ")
		require.LessOrEqual(t, len(layout.Page{}.Lines(text, 0)), 4, text)
	}
}

// Of accepted points it is said how often each design leads, that they agree with the
// record, and what copies among them weigh; nothing is said to be drawn.
func TestWordsOfAcceptedPoints(t *testing.T) {
	rec := example()
	rec.Reach, rec.Drawn, rec.Barren = 0, 22, 0
	rec.Accepted = &Accepted{File: "accepted.csv", Rows: 1200, Effective: 130}
	en, es := NewWords("en", []string{"light", "sherpa"}), NewWords("es", []string{"light", "sherpa"})
	require.Equal(t, []string{
		"Over the 1,000 points that the calibration accepted, which agree with the record, leading in mandates fulfilled per year: sherpa 60% [58, 62], light 35% [33, 37]; most often in implementation gap, none; in cost per fulfilled mandate, sherpa 94% [92, 96].",
		"More: cumbre robust --accepted.",
	}, en.BesideAccepted(rec))
	require.Contains(t, es.BesideAccepted(rec)[0], "En los 1.000 puntos aceptados por la calibración, que concuerdan con el registro, van en cabeza en mandatos cumplidos por año: sherpa 60 % [58; 62], light 35 % [33; 37]; más a menudo en brecha de implementación, ninguno; en ")
	require.Contains(t, en.Summary(rec), "In 1,000 worlds with values of 22 parameters that agree with the record (accepted set accepted.csv, 1,200 points): “sherpa” leads")
	said := strings.Join(append(en.Sentences(rec), en.Far(rec)), " ")
	require.NotContains(t, said, "drawn")
	require.NotContains(t, said, "plausible")
	require.Contains(t, said, "copies of others: intervals and critical distances count what they weigh, 130 different points")
	rec.Accepted.Effective = rec.Worlds
	require.NotContains(t, es.ReadingOf(rec), "copias")
}

func TestPercentIsNeverFalselyAllOrNone(t *testing.T) {
	w := NewWords("es", nil)
	for share, want := range map[float64]string{0: "0 %", 0.004: "0,4 %", 0.25: "25 %", 0.996: "99,6 %", 1: "100 %"} {
		require.Equal(t, want, w.Percent(share))
	}
	require.Equal(t, "–", w.Percent(math.NaN()))
}

// A run that was interrupted at once says so and counts nothing.
func TestNoWorlds(t *testing.T) {
	spec, _ := builtIn(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, err := robust.Run(ctx, spec, robust.Options{Worlds: 5, Replications: 1})
	require.NoError(t, err)
	rec := New(r)
	require.True(t, rec.Interrupted)
	text := strings.Join(NewWords("en", []string{"a", "b", "c"}).Sentences(rec), " ")
	require.Contains(t, text, "No world was finished.")
	require.NotContains(t, text, "NaN")
}

// The record holds what package robust found, under the names of the registries.
func TestNewRecord(t *testing.T) {
	spec, names := builtIn(t)
	spec.End = model.NewDate(2012, 1, 1)
	keep := robust.Space(spec.Values, 1)[0].Param
	spec.Members[1].Set = append(spec.Members[1].Set, model.Setting{Param: robust.Space(spec.Values, 1)[2].Param, Value: 1})
	r, err := robust.Run(context.Background(), spec, robust.Options{Worlds: 4, Replications: 2, Seed: 8, Keep: []model.Param{keep}})
	require.NoError(t, err)
	rec := New(r)
	require.Equal(t, names, rec.Designs)
	require.Equal(t, []string{keep.String()}, rec.Kept)
	require.Equal(t, len(r.Axes), rec.Drawn)
	require.Equal(t, uint64(8), rec.Seed)
	require.Equal(t, r.Digest, rec.Digest)
	require.Len(t, rec.Checks, 4)
	require.Equal(t, spec.Members[1].Code, rec.Replaced[len(rec.Replaced)-1].Member, "after the scenario's values for all")
	for k, m := range rec.Measures {
		require.Equal(t, robust.Measures[k], m.Of())
		for d, l := range m.Leads {
			require.Equal(t, names[d], l.Design)
			require.Equal(t, r.Measures[k].Leads[d].Worlds, l.Worlds)
		}
		require.Len(t, m.Differences, len(names)-1)
		require.Equal(t, names[0], m.Differences[0].Baseline)
		require.Equal(t, names[1], m.Differences[0].Design)
	}
}
