package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/spf13/cobra"

	"cumbre/model"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// predictionsName is the file of a prediction's data.
const predictionsName = "predictions.csv"

// predictionScenario is what is predicted from unless told otherwise.
const predictionScenario = "prediction-2022"

func (a *app) predictCommand() *cobra.Command {
	var f ensembleFlags
	c := &cobra.Command{
		Use:   a.say("predict [ESCENARIO]", "predict [SCENARIO]"),
		Short: a.say("Predice lo que viene después del registro, para calificarlo", "Predicts what comes after the record, to be scored"),
		Long:  a.say(predictLongES, predictLongEN),
		Example: a.say(`  cumbre predict                                 de enero de 2022 a 2030
  cumbre predict -n 1000 -o prediccion           con informe, figuras y predictions.csv
  cumbre predict --accepted aceptado.csv -n 2000 azar y parámetros
  cumbre predict mi-escenario.yaml --json        desde el último traspaso de su calendario`,
			`  cumbre predict                                 from January 2022 to 2030
  cumbre predict -n 1000 -o prediction           with report, figures and predictions.csv
  cumbre predict --accepted accepted.csv -n 2000 chance and parameters
  cumbre predict my-scenario.yaml --json         from the last handover of its calendar`),
		Args: a.atMostOne(a.say("escenario", "scenario")),
		RunE: func(_ *cobra.Command, args []string) error { return a.predict(args, f) },
	}
	f.registerAll(a, c)
	return c
}

const predictLongES = `Corre el escenario más allá del registro con el que se fijaron los parámetros, sólo
con entradas (gobiernos y crisis), y da lo que predice como cuantiles (5, 25, 50,
75 y 95 %), de modo que quien tenga los datos pueda calificarlo (cumbre score). La
predicción empieza el día después del último traspaso que da el calendario del
escenario; por omisión, prediction-2022: el 27 de enero de 2022.

predictions.csv tiene una fila por cantidad, ventana y nivel: quantity, scope
(year: año civil; cumulative: desde el inicio; moment: en ese día; ordinal: una
presidencia), year, ordinal, member y member_share (quién la ejerce más a menudo y
en qué parte de las historias), from, to (primer día fuera de la ventana, o el día),
role (input: lo da el escenario, no se califica; fitted: abarca años del registro),
level, value, unit, runs, undefined_runs (sin caso) y beyond_runs (después del
horizonte). Un value vacío: no hay caso, o queda después del horizonte. Un cuantil
es un valor que ocurrió: el menor que al menos esa parte de las historias no rebasa.
Las cumbres se cuentan sólo en las historias en que la del último traspaso del
calendario se celebró ese día, como ocurrió; las demás son undefined_runs. Las otras
cantidades se toman de todas. signed_treaty_days_to_force es de todos los tratados
firmados en la ventana; los que no entran en vigor antes del horizonte cuentan como
posteriores a él.

Un grupo técnico está activo en dos sentidos, los dos presentes: groups_in_existence
(existe ese día; entrada) y groups_that_sat (sesionó en al menos una ronda del año).

--accepted ARCHIVO: CSV con una columna por parámetro, por su nombre (slip_days) o,
si lo fija un evento, con él (gan_interval_days@gan-mature); la réplica r toma la
fila r · paso módulo el número de filas (paso: cerca de 0,618 por ese número, sin
divisor común), porque las copias de un punto están juntas. Sin él, el conjunto
incluido en el programa, si lo hay; si no, o con none, los valores del escenario.

--json imprime un objeto: scenario, design, seed, replications, digest, accepted
(null: valores del escenario), start, known (lo que se sabe desde entonces de
cumbres; no es entrada) y predictions (lista con lo mismo que predictions.csv,
quantiles: nivel -> valor o null, y condition: de qué historias es, si no de todas).`

const predictLongEN = `Runs the scenario past the record that its parameters were set from, on inputs only
(governments and crises), and gives what it predicts as quantiles (5, 25, 50, 75
and 95%), so that somebody who holds the data can score it (cumbre score). The
prediction begins on the day after the last handover in the scenario's calendar; by
default, prediction-2022: on 27 January 2022.

predictions.csv has one row per quantity, window and level: quantity, scope (year:
calendar year; cumulative: from the start; moment: on that day; ordinal: one
presidency), year, ordinal, member and member_share (who holds it most often, and in
what share of histories), from, to (the first day after the window, or the day), role
(input: the scenario states it, not scored; fitted: it covers years of the record),
level, value, unit, runs, undefined_runs (no case) and beyond_runs (after the
horizon). An empty value: no case, or after the horizon. A quantile is a value that
occurred: the least that at least that share of histories does not exceed. Summits
are counted over the histories alone in which that of the calendar's last handover
was held on the day, as it was; the others are undefined_runs. Other quantities are
taken over all. signed_treaty_days_to_force is of every treaty signed in the window;
those not in force by the horizon count as beyond it.

A technical group is active in two senses, both given: groups_in_existence (it exists
on the day; an input) and groups_that_sat (it sat in at least one round of the year).

--accepted FILE: CSV with a column for each parameter, by its name (slip_days) or, if
an event sets it, with the event (gan_interval_days@gan-mature); replication r takes
row r · stride modulo the number of rows (stride: near 0.618 times that number, with no
common divisor), since copies of one point lie together. Without it, the set that is
built in, if there is one; otherwise, or with none, the scenario's own values.

--json prints one object: scenario, design, seed, replications, digest, accepted
(null: the scenario's own values), start, known (what is known since of summits; not
an input) and predictions (list of the same as predictions.csv, with quantiles: level
-> value or null, and condition: which histories it is of, if not of all).`

// prediction is an ensemble with what it predicts.
type prediction struct {
	*ensemble
	all []history.Prediction
}

// predict is `cumbre predict`.
func (a *app) predict(args []string, f ensembleFlags) error {
	e, err := a.prepare(args, f, predictionScenario, true)
	if err != nil {
		return err
	}
	start := history.PredictionStart(e.spec)
	if end := model.NewDate(start.Year()+1, 1, 1); e.spec.End < end {
		return fmt.Errorf(a.say("`%s` acaba el %s: la predicción, que empieza el %s, necesita llegar al fin de ese año", "`%s` ends on %s: the prediction, which begins on %s, must reach the end of that year"),
			e.spec.Name, e.spec.End-1, start)
	}
	plan := history.Predictions(e.spec)
	return e.deliver(history.Measures(plan), func() result {
		return &prediction{e, history.Predict(plan, e.Ensemble)}
	})
}

func (p *prediction) print(w io.Writer, asJSON bool) error {
	if asJSON {
		return p.writeJSON(w)
	}
	_, err := io.WriteString(w, p.text())
	return err
}

func (p *prediction) files() []dataFile { return []dataFile{{predictionsName, p.writeCSV}} }

func (p *prediction) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write(scenarios.PredictionColumns()) // Error below
	for i := range p.all {
		x := &p.all[i]
		for _, level := range history.Levels() {
			from, to := windowOf(x)
			_ = out.Write([]string{x.Name, string(x.Scope), yearCell(x.Year), yearCell(x.Ordinal), p.member(x), p.share(x), from, to, string(x.Role),
				cell(level), cell(x.Quantile(level)), x.Unit, strconv.Itoa(p.Replications), strconv.Itoa(x.Bands.Undefined), strconv.Itoa(x.Bands.Beyond())})
		}
	}
	out.Flush()
	return out.Error()
}

// windowOf are the ends of a prediction's window, "" if it has none.
func windowOf(x *history.Prediction) (from, to string) {
	if x.Scope == history.ByOrdinal {
		return "", ""
	}
	return x.From.String(), x.To.String()
}

// member is the code of who holds a presidency, "" for what is not one.
func (p *prediction) member(x *history.Prediction) string {
	if x.Member < 0 {
		return ""
	}
	return p.spec.Members[x.Member].Code
}

func (p *prediction) share(x *history.Prediction) string {
	if x.Member < 0 {
		return ""
	}
	return cell(math.Round(1e4*x.Share) / 1e4)
}

// predictJSON is what `cumbre predict --json` prints.
type predictJSON struct {
	Scenario     string            `json:"scenario"`
	Design       string            `json:"design"`
	Seed         uint64            `json:"seed"`
	Replications int               `json:"replications"`
	Digest       string            `json:"digest"`
	Accepted     *acceptedManifest `json:"accepted"`
	Start        string            `json:"start"`           // first day predicted
	Known        *knownJSON        `json:"known,omitempty"` // since, of summits; no input
	Predictions  []predictionJSON  `json:"predictions"`
	Interrupted  bool              `json:"interrupted,omitempty"`
}

type predictionJSON struct {
	Quantity  string          `json:"quantity"`
	Scope     history.Scope   `json:"scope"`
	Year      int             `json:"year,omitempty"`
	Ordinal   int             `json:"ordinal,omitempty"`
	Member    string          `json:"member,omitempty"`
	Share     float64         `json:"member_share,omitempty"`
	From      string          `json:"from,omitempty"`
	To        string          `json:"to,omitempty"`
	Role      history.Role    `json:"role"`
	Unit      string          `json:"unit"`
	Quantiles ordered[number] `json:"quantiles"`
	Condition string          `json:"condition,omitempty"` // of the histories it is taken over; all others are of all
	Undefined int             `json:"undefined_runs"`
	Beyond    int             `json:"beyond_runs"`
}

func (p *prediction) writeJSON(w io.Writer) error {
	out := predictJSON{Scenario: p.spec.Name, Design: p.spec.Designs[p.design].Name, Seed: p.flags.seed, Replications: p.Replications, Digest: p.Digest,
		Accepted: newAcceptedManifest(p.values), Start: history.PredictionStart(p.spec).String(), Known: p.known().object(), Predictions: []predictionJSON{}, Interrupted: p.Interrupted}
	for i := range p.all {
		x := &p.all[i]
		from, to := windowOf(x)
		j := predictionJSON{Quantity: x.Name, Scope: x.Scope, Year: x.Year, Ordinal: x.Ordinal, Member: p.member(x), Share: x.Share,
			From: from, To: to, Role: x.Role, Unit: x.Unit, Condition: p.condition(x), Undefined: x.Bands.Undefined, Beyond: x.Bands.Beyond()}
		for _, level := range history.Levels() {
			j.Quantiles.add(cell(level), number(x.Quantile(level)))
		}
		out.Predictions = append(out.Predictions, j)
	}
	return encode(w, out)
}
