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
	"cumbre/scenarios"
)

func (a *app) paramsCommand() *cobra.Command {
	var asCSV bool
	var scenario string
	c := &cobra.Command{
		Use:   a.say("params [PALABRA]", "params [WORD]"),
		Short: a.say("Los parámetros: valor, rango, límites, unidad, procedencia y fuente", "The parameters: value, range, limits, unit, provenance and source"),
		Long: a.say(`Imprime el registro de parámetros; con PALABRA, los que la contienen en el nombre,
el mecanismo o el texto. La procedencia es dato, literatura, informe (el de 2021) o
supuesto (nuestro); --csv la da en inglés: data, literature, brief, assumption.
El rango es el plausible, dentro del cual una comparación robusta sortea los
supuestos (low y high en --csv); los límites, lo que se acepta como valor.

Un escenario corre con sus propios valores, y el predeterminado con los calibrados:
--scenario los muestra junto a los del registro, con lo que además fijan en él
miembros, diseños y eventos (en CSV, las columnas value y also).`,
			`Prints the registry of parameters; with WORD, those that have it in their name,
mechanism or text. Provenance is data, literature, brief (that of 2021) or
assumption (ours). The range is the plausible one, within which a robust comparison
draws assumptions (low and high in --csv); limits are what is accepted as a value.

A scenario runs with its own values, the default one with the calibrated: --scenario
shows them beside the registry's, and what members, designs and events set in it
besides (in CSV, the columns value and also).`),
		Example: "  cumbre params secretariat\n  cumbre params --scenario pacific-alliance officials\n  cumbre params --csv > parameters.csv",
		Args:    a.atMostOne(a.say("palabra", "word")),
		RunE:    func(_ *cobra.Command, args []string) error { return a.params(strings.Join(args, ""), scenario, asCSV) },
	}
	c.Flags().BoolVar(&asCSV, "csv", false, a.say("imprime CSV", "prints CSV"))
	c.Flags().StringVar(&scenario, "scenario", "", a.say("muestra también los valores de este escenario", "shows the values of this scenario too"))
	return c
}

// params is `cumbre params`; scenario is "" for the registry alone.
func (a *app) params(word, scenario string, asCSV bool) error {
	var wrong mistakes
	chosen := a.paramsWith(word)
	if len(chosen) == 0 {
		wrong.add("%s", a.unknown(a.say("parámetro o mecanismo", "parameter or mechanism"), word, append(paramNames(), mechanismNames()...)))
	}
	var spec *model.Spec
	var err error
	if scenario != "" {
		spec, err = scenarios.Load(scenario, a.readScenario)
	}
	if err := errors.Join(err, wrong.err()); err != nil {
		return err
	}
	if asCSV {
		return failed(a.writeParamsCSV(a.stdout, chosen, spec))
	}
	return failed(a.writeParams(a.stdout, chosen, spec))
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

// writeParams prints parameters by mechanism, with those of a scenario unless that is
// nil. Text and source are running text, so they stand below the numbers instead of
// making the table wide.
func (a *app) writeParams(w io.Writer, params []model.Param, spec *model.Spec) error {
	f := compare.NewFormat(a.lang)
	t := layout.Table{Columns: []layout.Column{{Head: a.say("parámetro", "parameter")}, {Head: a.say("valor", "default")}}}
	if spec != nil {
		t.Columns[1].Head = a.say("registro", "registry")
		t.Columns = append(t.Columns, layout.Column{Head: a.say("escenario", "scenario")})
	}
	t.Columns = append(t.Columns, layout.Column{Head: a.say("rango", "range")}, layout.Column{Head: a.say("límites", "limits")},
		layout.Column{Head: a.say("unidad", "unit"), Words: true}, layout.Column{Head: a.say("procedencia", "provenance")}, layout.Column{Head: a.say("mecanismo", "mechanism")})
	for _, p := range params {
		i := p.Info()
		cells := []string{i.Name, plain(f, i.Default)}
		if spec != nil {
			cells = append(cells, plain(f, spec.Values[p]))
		}
		t.Texts(append(cells, a.plausible(i), a.span(i.Min, i.Max), compare.Unit(i.Unit, a.lang), a.provenance(i.From), i.Mechanism.String())...)
		note := i.Text.In(a.lang) + " [" + i.SourceIn(a.lang) + "]"
		if also := a.setAlso(spec, p); len(also) > 0 {
			note += a.say(" Además: ", " Also: ") + strings.Join(also, "; ") + "."
		}
		t.Note(note)
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

// setAlso tells who besides the scenario as a whole sets a parameter in it, and to what.
func (a *app) setAlso(spec *model.Spec, p model.Param) []string {
	if spec == nil {
		return nil
	}
	f := compare.NewFormat(a.lang)
	var also []string
	add := func(who string, set []model.Setting) {
		for _, s := range set {
			if s.Param == p {
				also = append(also, who+": "+plain(f, s.Value))
			}
		}
	}
	for _, m := range spec.Members {
		add(m.Code, m.Set)
	}
	for _, d := range spec.Designs {
		add(a.say("diseño ", "design ")+d.Name, d.Set)
	}
	for _, e := range spec.Events {
		who := join(a.say("evento", "event"), e.ID)
		for i, field := range e.Type.Fields {
			if field.Member && int(e.Args[i]) < len(spec.Members) {
				who += " (" + spec.Members[int(e.Args[i])].Code + ")"
			}
		}
		add(fmt.Sprintf(a.say("%s desde el %v", "%s from %v"), who, e.Date), e.Set)
	}
	return also
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

func (a *app) writeParamsCSV(w io.Writer, params []model.Param, spec *model.Spec) error {
	out := csv.NewWriter(w)
	head := []string{"name", "default", "low", "high", "min", "max", "unit", "provenance", "source", "mechanism", "per_member", "design_lever", "text"}
	if spec != nil {
		head = append(head, "value", "also")
	}
	_ = out.Write(head) // Error below
	for _, p := range params {
		i := p.Info()
		low, high := "", ""
		if i.HasRange() {
			low, high = cell(i.Low), cell(i.High)
		}
		row := []string{
			i.Name, cell(i.Default), low, high, cell(i.Min), cell(i.Max), i.Unit, string(i.From), i.SourceIn(a.lang), i.Mechanism.String(),
			strconv.FormatBool(i.PerMember), strconv.FormatBool(i.Design), i.Text.In(a.lang),
		}
		if spec != nil {
			row = append(row, cell(spec.Values[p]), strings.Join(a.setAlso(spec, p), "; "))
		}
		_ = out.Write(row)
	}
	out.Flush()
	return out.Error()
}
