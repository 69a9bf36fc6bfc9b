package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// replayName is the file of a replay's data.
const replayName = "replay.csv"

func (a *app) replayCommand() *cobra.Command {
	var f ensembleFlags
	c := &cobra.Command{
		Use:   a.say("replay [ESCENARIO]", "replay [SCENARIO]"),
		Short: a.say("Corre la historia y la compara con lo observado", "Runs history and holds it against what was observed"),
		Long:  a.say(replayLongES, replayLongEN),
		Example: a.say(`  cumbre replay                                la Alianza desde 2011
  cumbre replay history-2011-2022              presidencias y cumbres, del modelo
  cumbre replay -n 1000 -o replay              con informe, figuras y datos
  cumbre replay --accepted aceptado.csv        parámetros de una calibración`,
			`  cumbre replay                                the Alliance from 2011
  cumbre replay history-2011-2022              presidencies and summits by the model
  cumbre replay -n 1000 -o replay              with report, figures and data
  cumbre replay --accepted accepted.csv        parameters of a calibration`),
		Args: a.atMostOne(a.say("escenario", "scenario")),
		RunE: func(_ *cobra.Command, args []string) error { return a.replay(args, f) },
	}
	f.registerAll(a, c)
	return c
}

const replayLongES = `Corre el escenario desde su inicio con lo que ocurrió como entrada (gobiernos,
crisis, grupos, fechas de traspaso: lo que el escenario tenga) y muestra, por año
civil y por ventana, las bandas simuladas (percentiles 5, 50 y 95) junto a lo
observado, con aciertos y fallos. Acierto: la banda del 5 al 95 % contiene lo
observado o parte del intervalo que dejan sus fuentes.

De cada cantidad dice qué vale el acierto: input (el escenario la da, se
reproduce por construcción), conditional (el escenario da las fechas de traspaso;
si hay cumbre y cuándo lo pone el modelo), fitted (un parámetro se fijó con ese
mismo registro) o prediction (ningún parámetro salió de ella).

La corrida acaba con el último dato observado. Éstos son los de
scenarios/facts/observed.csv: un número anual sólo donde cada caso tiene su día.

--json imprime un objeto: scenario, design, seed, replications, digest, accepted
(null: valores del escenario), readings (lista de quantity, year o null, from, to,
role, unit, p5, p50, p95, undefined_runs, observed, low, high, verdict, source,
confidence, note) y tally (por role: hits, misses, not_compared).

-o CARPETA escribe replay.csv, report.html, scenario.yaml, manifest.json, README.txt
y figures/*.svg.`

const replayLongEN = `Runs the scenario from its start with what happened as input (governments,
crises, groups, dates of handovers: whatever the scenario has) and shows, by
calendar year and by window, simulated bands (5th, 50th and 95th percentile)
beside what was observed, hits and misses alike. A hit: the band from 5 to 95%
holds the observation, or part of the interval that its sources leave.

It says of each quantity what a hit is worth: input (the scenario states it, it is
reproduced by construction), conditional (the scenario states the dates of
handovers; whether and when there is a summit is the model's), fitted (a parameter
was set from that same record) or prediction (no parameter came from it).

The run ends with the last observation. Observations are those in
scenarios/facts/observed.csv: a yearly number only where each case has its day.

--json prints one object: scenario, design, seed, replications, digest, accepted
(null: the scenario's own values), readings (list of quantity, year or null, from,
to, role, unit, p5, p50, p95, undefined_runs, observed, low, high, verdict, source,
confidence, note) and tally (by role: hits, misses, not_compared).

-o FOLDER writes replay.csv, report.html, scenario.yaml, manifest.json, README.txt and
figures/*.svg.`

// replay is an ensemble with its readings.
type replay struct {
	*ensemble
	readings []history.Reading
	outside  int // observations that the scenario's horizon does not cover
}

// replay is `cumbre replay`.
func (a *app) replay(args []string, f ensembleFlags) error {
	observed, err := scenarios.Observed(scenarios.ObservedFile, scenarios.ShippedObserved())
	if err != nil {
		return failed(err) // no fault of the user's
	}
	e, err := a.prepare(args, f, scenarios.Default, false)
	if err != nil {
		return err
	}
	outside := len(scenarios.CheckTargets(observed, e.spec))
	if outside == len(observed) {
		return fmt.Errorf(a.say("`%s` va de %s a %s: de esos años no hay nada observado", "`%s` goes from %s to %s: nothing was observed in those years"),
			e.spec.Name, e.spec.Start, e.spec.End-1)
	}
	cut := *e.asked
	cut.End = min(cut.End, history.ReplayEnd(observed))
	e.spec = &cut
	r := &replay{e, history.Readings(e.spec, observed), outside}
	measures := make([]history.Measure, len(r.readings))
	for i := range r.readings {
		measures[i] = r.readings[i].Measure(e.spec)
	}
	return e.deliver(measures, func() result {
		for i := range r.readings {
			r.readings[i].Bands = e.Distribution(i)
		}
		return r
	})
}

func (r *replay) print(w io.Writer, asJSON bool) error {
	if asJSON {
		return r.writeJSON(w)
	}
	_, err := io.WriteString(w, r.text())
	return err
}

func (r *replay) files() []dataFile { return []dataFile{{replayName, r.writeCSV}} }

// verdictNames are the registry names of verdicts, for data.
var verdictNames = map[history.Verdict]string{history.Hit: "hit", history.Miss: "miss", history.NotCompared: ""}

// year is a reading's year for data, "" for a window.
func yearCell(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

func (r *replay) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"scenario", "design", "quantity", "year", "from", "to", "role", "unit", "p5", "p50", "p95", "runs", "undefined_runs",
		"observed", "low", "high", "verdict", "source", "confidence", "note"}) // Error below
	for i := range r.readings {
		x := &r.readings[i]
		row := []string{r.spec.Name, r.spec.Designs[r.design].Name, x.Quantity.Name, yearCell(x.Year), x.From.String(), x.To.String(), string(x.Role), x.Quantity.Unit,
			cell(x.Quantile(0.05)), cell(x.Quantile(0.5)), cell(x.Quantile(0.95)), strconv.Itoa(r.Replications), strconv.Itoa(x.Bands.Undefined)}
		if o := x.Observed; o != nil {
			row = append(row, cell(o.Value), cell(o.Low), cell(o.High), verdictNames[x.Verdict()], o.Source, o.Confidence, o.Note)
		} else {
			row = append(row, "", "", "", "", "", "", "")
		}
		_ = out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// replayJSON is what `cumbre replay --json` prints.
type replayJSON struct {
	Scenario     string            `json:"scenario"`
	Design       string            `json:"design"`
	Seed         uint64            `json:"seed"`
	Replications int               `json:"replications"`
	Digest       string            `json:"digest"`
	Accepted     *acceptedManifest `json:"accepted"`
	Readings     []readingJSON     `json:"readings"`
	Tally        []tallyJSON       `json:"tally"`
	Interrupted  bool              `json:"interrupted,omitempty"`
}

type readingJSON struct {
	Quantity   string       `json:"quantity"`
	Year       *int         `json:"year"`
	From       string       `json:"from"`
	To         string       `json:"to"`
	Role       history.Role `json:"role"`
	Unit       string       `json:"unit"`
	P5         number       `json:"p5"`
	P50        number       `json:"p50"`
	P95        number       `json:"p95"`
	Undefined  int          `json:"undefined_runs"`
	Observed   number       `json:"observed"`
	Low        number       `json:"low"`
	High       number       `json:"high"`
	Verdict    string       `json:"verdict"`
	Source     string       `json:"source"`
	Confidence string       `json:"confidence"`
	Note       string       `json:"note"`
}

type tallyJSON struct {
	Role        history.Role `json:"role"`
	Hits        int          `json:"hits"`
	Misses      int          `json:"misses"`
	NotCompared int          `json:"not_compared"`
}

func (r *replay) writeJSON(w io.Writer) error {
	out := replayJSON{Scenario: r.spec.Name, Design: r.spec.Designs[r.design].Name, Seed: r.flags.seed, Replications: r.Replications, Digest: r.Digest,
		Accepted: newAcceptedManifest(r.values), Readings: []readingJSON{}, Tally: []tallyJSON{}, Interrupted: r.Interrupted}
	for i := range r.readings {
		x := &r.readings[i]
		j := readingJSON{Quantity: x.Quantity.Name, From: x.From.String(), To: x.To.String(), Role: x.Role, Unit: x.Quantity.Unit,
			P5: number(x.Quantile(0.05)), P50: number(x.Quantile(0.5)), P95: number(x.Quantile(0.95)), Undefined: x.Bands.Undefined, Observed: number(nan), Low: number(nan), High: number(nan)}
		if x.Year != 0 {
			j.Year = &x.Year
		}
		if o := x.Observed; o != nil {
			j.Observed, j.Low, j.High, j.Verdict = number(o.Value), number(o.Low), number(o.High), verdictNames[x.Verdict()]
			j.Source, j.Confidence, j.Note = o.Source, o.Confidence, o.Note
		}
		out.Readings = append(out.Readings, j)
	}
	for _, t := range history.TallyOf(r.readings) {
		out.Tally = append(out.Tally, tallyJSON{t.Role, t.Hits, t.Misses, t.Not})
	}
	return encode(w, out)
}

// nan stands for a number that does not exist.
var nan = math.NaN()

// capital returns s with its first letter in upper case.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// quantityLabel names a quantity and, where the name does not say it, its unit.
func (a *app) quantityLabel(text model.Text, unit string) string {
	return text.In(a.lang) + " (" + compare.Unit(unit, a.lang) + ")"
}
