package cli

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
)

// yearlyFlags are the flags of `cumbre run`.
type yearlyFlags struct {
	runFlags
	design string
	series []string
	json   bool
	csv    bool
}

// shownSeries are the series of the table unless others are asked for: those
// that fit beside each other and tell the story of one design.
var shownSeries = []model.Series{model.YearIssued, model.YearAdopted, model.YearFulfilled, model.YearOpenBeforeAdoption, model.YearBeingImplemented, model.YearVetoes, model.YearDepth, model.YearCohesion}

func (a *app) runCommand() *cobra.Command {
	var f yearlyFlags
	c := &cobra.Command{
		Use:   a.say("run [ESCENARIO]", "run [SCENARIO]"),
		Short: a.say("Series anuales de un diseño", "Yearly series of one design"),
		Long: a.say(`Corre un diseño e imprime sus series anuales: la media de las réplicas y, entre
corchetes, los percentiles 10 y 90, que dicen cuánto puede diferir una historia.

--csv y --json traen todas las series, con media, intervalo del 95 % de la media
(low, high) y percentiles (p10, p50, p90). Los intervalos son puntuales: cada uno
vale por sí solo, no todos a la vez.`,
			`Runs one design and prints its yearly series: the mean of the replications and,
in brackets, the 10th and 90th percentiles, which say how much one history may
differ.

--csv and --json hold all series, with the mean, its 95% interval (low, high) and
percentiles (p10, p50, p90). The intervals are pointwise: each holds on its own,
not all at once.`),
		Example: `  cumbre run --design sherpa
  cumbre run pandemic --design light --series fulfilled,open_before_adoption
  cumbre run --csv -n 500 > years.csv`,
		Args: a.atMostOne(a.say("escenario", "scenario")),
		RunE: func(_ *cobra.Command, args []string) error { return a.yearly(args, f) },
	}
	f.register(a, c.Flags())
	c.Flags().StringVar(&f.design, "design", "", a.say("el diseño (por omisión, el primero del escenario)", "the design (default: the scenario's first)"))
	c.Flags().StringSliceVar(&f.series, "series", nil, a.say("series de la tabla, separadas por comas", "series of the table, separated by commas"))
	c.Flags().BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON", "prints one JSON object"))
	c.Flags().BoolVar(&f.csv, "csv", false, a.say("imprime CSV: una fila por año y serie", "prints CSV: one row per year and series"))
	c.PreRunE = a.exclusive([]string{"json", "csv"})
	return c
}

// yearly is `cumbre run`.
func (a *app) yearly(args []string, f yearlyFlags) error {
	var wrong mistakes
	f.check(a, &wrong)
	a.series(nil, f.series, &wrong)
	var names []string
	if f.design != "" {
		names = []string{f.design}
	}
	spec, chosen, err := a.load(args, f.specFlags, names, wrong)
	if err != nil {
		return err
	}
	shown := a.series(spec, f.series, &wrong)
	if err := wrong.err(); err != nil {
		return err
	}
	c, err := a.simulate(spec, f.runFlags, compare.Options{Designs: chosen[:min(1, len(chosen))]})
	if err != nil {
		return failed(err)
	}
	if err := a.printYears(c, f, shown); err != nil {
		return failed(err)
	}
	return a.closing(c, f.runFlags)
}

func (a *app) printYears(c *compare.Comparison, f yearlyFlags, shown []model.Series) error {
	switch {
	case f.json:
		return writeYearsJSON(a.stdout, c)
	case f.csv:
		return writeYearsCSV(a.stdout, c)
	}
	return a.writeYearsTable(a.stdout, c, shown)
}

// series finds the series asked for. Those of members are known once the scenario is;
// while spec is nil they pass.
func (a *app) series(spec *model.Spec, names []string, wrong *mistakes) []model.Series {
	if len(names) == 0 {
		return shownSeries
	}
	var all []string
	for _, s := range seriesOf(spec) {
		all = append(all, s.InfoIn(spec).Name)
	}
	var chosen []model.Series
	for _, name := range names {
		name = strings.TrimSpace(name)
		i := slices.Index(all, name)
		if spec == nil && strings.HasPrefix(name, memberSeries) {
			continue
		}
		if i < 0 {
			wrong.add("--series: %s", a.unknown(a.say("serie", "series"), name, all))
			continue
		}
		chosen = append(chosen, model.Series(i))
	}
	return chosen
}

// memberSeries is how the names of series by member begin.
const memberSeries = "vetoes_by_"

func seriesOf(spec *model.Spec) []model.Series {
	if spec == nil {
		return model.SeriesOf(new(model.Spec)) // of nobody
	}
	return model.SeriesOf(spec)
}

func (a *app) writeYearsTable(w io.Writer, c *compare.Comparison, shown []model.Series) error {
	var b strings.Builder
	t := a.table(c)
	t.heading(&b, "")
	r := c.Designs[0]
	shows := a.say("media [percentil 10 a percentil 90 de las réplicas]", "mean [10th to 90th percentile of replications]")
	if c.Replications == 1 {
		shows = a.say("valores de la única réplica", "values of the one replication")
	}
	b.WriteString(a.page.Prose(title(r.Design, a.lang)+": "+shows) + "\n\n")
	out := layout.Table{Split: true, Columns: []layout.Column{{Head: a.say("año", "year")}}}
	for _, s := range shown {
		out.Columns = append(out.Columns, layout.Column{Head: s.InfoIn(c.Spec).Text.In(a.lang), Width: titleWidth})
	}
	for y, bands := range r.Years {
		row := []layout.Cell{{strconv.Itoa(r.FirstYear + y)}}
		for _, s := range shown {
			row = append(row, t.band(bands[s], yearDecimals(r.Years, s)))
		}
		out.Row(row...)
	}
	b.WriteString(out.Set(a.page))
	_, err := io.WriteString(w, b.String())
	return err
}

// yearDecimals returns how many decimals a series is shown with: small ones, as
// shares, need more.
func yearDecimals(years [][model.NumSeries]compare.Band, s model.Series) int {
	for _, bands := range years {
		if bands[s].P90 >= 5 {
			return 1
		}
	}
	return 2
}

// band writes a yearly quantity; one replication has no percentiles.
func (t table) band(b compare.Band, decimals int) layout.Cell {
	mean := t.Number(b.Mean, decimals)
	if t.c.Replications < 2 {
		return layout.Cell{mean}
	}
	return layout.Cell{mean, "[" + t.Number(b.P10, decimals) + t.say(" a ", " to ") + t.Number(b.P90, decimals) + "]"}
}

// yearlyJSON is what `cumbre run --json` prints.
type yearlyJSON struct {
	Scenario     string       `json:"scenario"`
	Design       string       `json:"design"`
	Seed         uint64       `json:"seed"`
	Replications int          `json:"replications"`
	Digest       string       `json:"digest"`
	Years        []yearJSON   `json:"years"`
	Interval     intervalJSON `json:"interval"` // of low and high
	Interrupted  bool         `json:"interrupted,omitempty"`
}

type yearJSON struct {
	Year   int               `json:"year"`
	Series ordered[bandJSON] `json:"series"`
}

type bandJSON struct {
	Mean number `json:"mean"`
	Low  number `json:"low"`
	High number `json:"high"`
	P10  number `json:"p10"`
	P50  number `json:"p50"`
	P90  number `json:"p90"`
	Unit string `json:"unit"`
}

func writeYearsJSON(w io.Writer, c *compare.Comparison) error {
	r := c.Designs[0]
	out := yearlyJSON{
		Scenario: c.Spec.Name, Design: r.Design.Name, Seed: c.Seed, Replications: c.Replications, Digest: c.Digest,
		Years: []yearJSON{}, Interval: pointwise(c.Level), Interrupted: c.Interrupted,
	}
	for y, bands := range r.Years {
		year := yearJSON{Year: r.FirstYear + y}
		for _, s := range model.SeriesOf(c.Spec) {
			b, info := bands[s], s.InfoIn(c.Spec)
			year.Series.add(info.Name, bandJSON{number(b.Mean), number(b.Low), number(b.High), number(b.P10), number(b.P50), number(b.P90), info.Unit})
		}
		out.Years = append(out.Years, year)
	}
	return encode(w, out)
}

func writeYearsCSV(w io.Writer, c *compare.Comparison) error {
	out := csv.NewWriter(w)
	r := c.Designs[0]
	_ = out.Write([]string{"scenario", "design", "year", "series", "unit", "mean", "low", "high", "p10", "p50", "p90"}) // Error below
	for y, bands := range r.Years {
		for _, s := range model.SeriesOf(c.Spec) {
			b, info := bands[s], s.InfoIn(c.Spec)
			row := []string{c.Spec.Name, r.Design.Name, strconv.Itoa(r.FirstYear + y), info.Name, info.Unit}
			for _, x := range []float64{b.Mean, b.Low, b.High, b.P10, b.P50, b.P90} {
				row = append(row, cell(x))
			}
			_ = out.Write(row)
		}
	}
	out.Flush()
	return out.Error()
}
