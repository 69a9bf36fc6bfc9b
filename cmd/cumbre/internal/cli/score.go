package cli

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/history"
	"cumbre/scenarios"
)

func (a *app) scoreCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   a.say("score PREDICCIONES [OBSERVACIONES]", "score PREDICTIONS [OBSERVATIONS]"),
		Short: a.say("Califica una predicción con lo que después ocurrió", "Scores a prediction with what then happened"),
		Long: a.say(`Califica predictions.csv, de cumbre predict, con una tabla de lo ocurrido: por
cantidad, cuántas observaciones caen en el intervalo del 50 % (de 25 a 75) y en el
del 90 % (de 5 a 95), y la pérdida media de los cuantiles (pinball), en la unidad de
la cantidad: cuanto menor, mejor; es la mitad del CRPS si hubiera todos los niveles.
Lo que el escenario daba (input) no se califica.

Sin OBSERVACIONES imprime esa tabla, con la columna value por llenar: una fila vacía
es lo que aún no se sabe.

--json imprime un objeto: scores, lista de quantity, scope, unit, scored, compared
(con los cuantiles de los dos intervalos), inside_50, inside_90 y pinball o null.`,
			`Scores predictions.csv, of cumbre predict, with a table of what happened: by
quantity, how many observations lie in the 50% interval (25 to 75) and in the 90%
interval (5 to 95), and the mean quantile loss (pinball), in the quantity's unit: the
lower the better; it is half the CRPS if there were all levels. What the scenario
stated (input) is not scored.

Without OBSERVATIONS it prints that table with the column value to be filled in: an
empty row is what is not yet known.

--json prints one object: scores, a list of quantity, scope, unit, scored, compared
(with the quantiles of both intervals), inside_50, inside_90 and pinball or null.`),
		Example: a.say(`  cumbre score prediccion/predictions.csv > ocurrido.csv
  cumbre score prediccion/predictions.csv ocurrido.csv`,
			`  cumbre score prediction/predictions.csv > happened.csv
  cumbre score prediction/predictions.csv happened.csv`),
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return errors.New(a.say("falta el archivo de predicciones", "the file of predictions is missing"))
			case len(args) > 2:
				return fmt.Errorf(a.say("sobra: %s", "too many: %s"), strings.Join(args[2:], " "))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.score(args, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, a.say("imprime un objeto JSON en vez de la tabla", "prints one JSON object instead of the table"))
	return c
}

// score is `cumbre score`.
func (a *app) score(args []string, asJSON bool) error {
	var wrong mistakes
	var texts [][]byte
	for _, file := range args {
		data, err := readFile(file)
		if err != nil {
			wrong.add(a.say("%s: no se puede leer: %s", "%s: cannot be read: %s"), file, scenarios.Reason(err).In(a.lang))
		}
		texts = append(texts, data)
	}
	if err := wrong.err(); err != nil {
		return err
	}
	forecasts, err := scenarios.Forecasts(args[0], texts[0])
	if err != nil {
		return err
	}
	if len(args) == 1 {
		return failed(a.writeTemplate(forecasts))
	}
	outcomes, err := scenarios.Outcomes(args[1], texts[1], forecasts)
	if err != nil {
		return err
	}
	return failed(a.printScores(history.ScoresOf(outcomes), asJSON))
}

// writeTemplate prints a table of what is to be observed, without values.
func (a *app) writeTemplate(forecasts []*history.Forecast) error {
	out := csv.NewWriter(a.stdout)
	_ = out.Write(scenarios.OutcomeColumns()) // Error below
	for _, f := range forecasts {
		if f.Role != history.Given {
			_ = out.Write([]string{f.Key.Quantity, string(f.Key.Scope), f.Year, f.Key.Ordinal, f.Key.From, f.Key.To, f.Unit, ""})
		}
	}
	out.Flush()
	return out.Error()
}

type scoreJSON struct {
	Quantity string        `json:"quantity"`
	Scope    history.Scope `json:"scope"`
	Unit     string        `json:"unit"`
	Scored   int           `json:"scored"`
	Compared int           `json:"compared"`
	Inside50 int           `json:"inside_50"`
	Inside90 int           `json:"inside_90"`
	Pinball  number        `json:"pinball"`
}

func (a *app) printScores(scores []history.Score, asJSON bool) error {
	if asJSON {
		out := struct {
			Scores []scoreJSON `json:"scores"`
		}{[]scoreJSON{}}
		for _, s := range scores {
			out.Scores = append(out.Scores, scoreJSON{s.Quantity, s.Scope, s.Unit, s.Scored, s.Compared, s.Inside50, s.Inside90, number(s.Pinball)})
		}
		return encode(a.stdout, out)
	}
	format := compare.NewFormat(a.lang)
	t := &layout.Table{Columns: []layout.Column{{Head: a.say("cantidad", "quantity"), Words: true, Width: labelWidth}, {Head: a.say("alcance", "scope")},
		{Head: a.say("observaciones", "observations")}, {Head: a.say("en el 50 %", "in the 50%")}, {Head: a.say("en el 90 %", "in the 90%")}, {Head: a.say("pérdida media", "mean loss")}}}
	compared, in50, in90 := 0, 0, 0
	for _, s := range scores {
		t.Texts(a.quantityName(s.Quantity), a.scopeName(s.Scope), strconv.Itoa(s.Scored), ratio(s.Inside50, s.Compared), ratio(s.Inside90, s.Compared),
			join(format.Number(s.Pinball, 2), compare.Unit(s.Unit, a.lang)))
		compared, in50, in90 = compared+s.Compared, in50+s.Inside50, in90+s.Inside90
	}
	summary := fmt.Sprintf(a.say("De %d observaciones, %d caen en el intervalo del 50 %% y %d en el del 90 %%. Las de un mismo total acumulado no son independientes.",
		"Of %d observations, %d lie in the 50%% interval and %d in the 90%% interval. Those of one running total are not independent."), compared, in50, in90)
	_, err := io.WriteString(a.stdout, t.Set(a.page)+"\n"+a.page.Prose(summary)+"\n")
	return err
}

func ratio(n, of int) string { return fmt.Sprintf("%d/%d", n, of) }

// quantityName is what a quantity of the registry is called; one of presidencies has no
// line there.
func (a *app) quantityName(name string) string {
	if q, ok := history.ByName(name); ok {
		return q.Text.In(a.lang)
	}
	return name
}

func (a *app) scopeName(s history.Scope) string {
	return map[history.Scope]model.Text{
		history.OfYear:     {ES: "año", EN: "year"},
		history.Cumulative: {ES: "acumulado", EN: "cumulative"},
		history.AtMoment:   {ES: "en un día", EN: "on a day"},
		history.ByOrdinal:  {ES: "presidencia", EN: "presidency"},
	}[s].In(a.lang)
}
