package cli

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
)

func (a *app) paramsCommand() *cobra.Command {
	var asCSV bool
	c := &cobra.Command{
		Use:   a.say("params [PALABRA]", "params [WORD]"),
		Short: a.say("Los parámetros: valor, rango, límites, unidad, procedencia y fuente", "The parameters: value, range, limits, unit, provenance and source"),
		Long: a.say(`Imprime el registro de parámetros; con PALABRA, los que la contienen en el nombre,
el mecanismo o el texto. La procedencia es dato, literatura, informe (el de 2021) o
supuesto (nuestro); --csv la da en inglés: data, literature, brief, assumption.
El rango es el plausible, dentro del cual una comparación robusta sortea los
supuestos (low y high en --csv); los límites, lo que se acepta como valor.`,
			`Prints the registry of parameters; with WORD, those that have it in their name,
mechanism or text. Provenance is data, literature, brief (that of 2021) or
assumption (ours). The range is the plausible one, within which a robust comparison
draws assumptions (low and high in --csv); limits are what is accepted as a value.`),
		Example: "  cumbre params secretariat\n  cumbre params --csv > parameters.csv",
		Args:    a.atMostOne(a.say("palabra", "word")),
		RunE: func(_ *cobra.Command, args []string) error {
			chosen := a.paramsWith(strings.Join(args, ""))
			if len(chosen) == 0 {
				return errors.New(a.unknown(a.say("parámetro o mecanismo", "parameter or mechanism"), args[0], append(paramNames(), mechanismNames()...)))
			}
			if asCSV {
				return failed(writeParamsCSV(a.stdout, chosen, a.lang))
			}
			return failed(a.writeParams(a.stdout, chosen))
		},
	}
	c.Flags().BoolVar(&asCSV, "csv", false, a.say("imprime CSV", "prints CSV"))
	return c
}

// paramsWith returns the parameters that mention word, all if it is empty.
func (a *app) paramsWith(word string) []model.Param {
	var chosen []model.Param
	for _, p := range model.Params() {
		i := p.Info()
		text := strings.ToLower(i.Name + "\n" + i.Mechanism.String() + "\n" + i.Text.In(a.lang))
		if strings.Contains(text, strings.ToLower(word)) {
			chosen = append(chosen, p)
		}
	}
	return chosen
}

// writeParams prints parameters by mechanism. Text and source are running text,
// so they stand below the numbers instead of making the table wide.
func (a *app) writeParams(w io.Writer, params []model.Param) error {
	t := layout.Table{Columns: []layout.Column{
		{Head: a.say("parámetro", "parameter")}, {Head: a.say("valor", "default")}, {Head: a.say("rango", "range")}, {Head: a.say("límites", "limits")},
		{Head: a.say("unidad", "unit"), Words: true}, {Head: a.say("procedencia", "provenance")}, {Head: a.say("mecanismo", "mechanism")},
	}}
	for _, p := range params {
		i := p.Info()
		t.Texts(i.Name, plain(compare.NewFormat(a.lang), i.Default), a.plausible(i), a.span(i.Min, i.Max), compare.Unit(i.Unit, a.lang), a.provenance(i.From), i.Mechanism.String())
		t.Note(i.Text.In(a.lang) + " [" + i.SourceIn(a.lang) + "]")
	}
	_, err := io.WriteString(w, t.Set(a.page))
	return err
}

// plausible is a parameter's plausible range, a dash if it has none.
func (a *app) plausible(i model.ParamInfo) string {
	if !i.HasRange() {
		return compare.Undefined
	}
	return a.span(i.Low, i.High)
}

func (a *app) span(from, to float64) string {
	f := compare.NewFormat(a.lang)
	return plain(f, from) + a.say(" a ", " to ") + plain(f, to)
}

// provenance is where a default comes from, in the user's language.
func (a *app) provenance(p model.Provenance) string {
	switch p {
	case model.Data:
		return a.say("dato", string(p))
	case model.Literature:
		return a.say("literatura", string(p))
	case model.Brief:
		return a.say("informe", string(p))
	case model.Assumption:
		return a.say("supuesto", string(p))
	}
	return string(p)
}

// plain writes a number with the decimals it has.
func plain(f compare.Format, x float64) string {
	_, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return f.Number(x, len(fraction))
}

func writeParamsCSV(w io.Writer, params []model.Param, lang string) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"name", "default", "low", "high", "min", "max", "unit", "provenance", "source", "mechanism", "per_member", "design_lever", "text"}) // Error below
	for _, p := range params {
		i := p.Info()
		low, high := "", ""
		if i.HasRange() {
			low, high = cell(i.Low), cell(i.High)
		}
		_ = out.Write([]string{
			i.Name, cell(i.Default), low, high, cell(i.Min), cell(i.Max), i.Unit, string(i.From), i.SourceIn(lang), i.Mechanism.String(),
			strconv.FormatBool(i.PerMember), strconv.FormatBool(i.Design), i.Text.In(lang),
		})
	}
	out.Flush()
	return out.Error()
}
