package report

import (
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

// provenances in words.
func (v *view) provenance(p model.Provenance) string {
	switch p {
	case model.Data:
		return v.l.say("dato", "data")
	case model.Literature:
		return v.l.say("literatura", "literature")
	case model.Brief:
		return v.l.say("policy brief", "policy brief")
	case model.Assumption:
		return v.l.say("supuesto", "assumption")
	}
	return string(p)
}

// paramsSection lists every parameter with its value and where it comes from,
// and says how many are assumptions.
func (v *view) paramsSection() section {
	l := v.l
	s := section{ID: "parameters", Title: l.say("Parámetros y su procedencia", "Parameters and their provenance")}
	params := model.Params()
	s.add(block{Text: v.provenanceSentence(params)},
		block{Text: l.say(
			"◆ marca los valores que el escenario, un miembro, un acontecimiento o un diseño cambia frente al predeterminado. El rango es el plausible: nuestro juicio de dónde puede estar un supuesto, no un intervalo de confianza; los límites son lo que se acepta como valor. Las fuentes se citan en el idioma en que el proyecto las registra.",
			"◆ marks values that the scenario, a member, an event or a design changes from the default. The range is the plausible one: our judgement of where an assumption may lie, no confidence interval; limits are what is accepted as a value. Sources are cited in the language in which the project records them.")})
	for _, m := range model.Mechanisms() {
		var mine []model.Param
		for _, p := range params {
			if p.Info().Mechanism == m {
				mine = append(mine, p)
			}
		}
		if len(mine) > 0 {
			s.add(v.mechanismBlock(m, mine))
		}
	}
	return s
}

func countFrom(params []model.Param, from model.Provenance) int {
	n := 0
	for _, p := range params {
		if p.Info().From == from {
			n++
		}
	}
	return n
}

// provenanceSentence says out loud how much of the model is assumed.
func (v *view) provenanceSentence(params []model.Param) string {
	l := v.l
	if len(params) == 0 {
		return l.say("El modelo no declara parámetros.", "The model declares no parameters.")
	}
	assumed := countFrom(params, model.Assumption)
	share := l.percent(float64(assumed)/float64(len(params)), 0)
	total, n := l.number(float64(len(params)), 0), l.number(float64(assumed), 0)
	counted := func(n int, one, several string) string {
		if n == 1 {
			return l.number(1, 0) + one
		}
		return l.number(float64(n), 0) + several
	}
	rest := counted(countFrom(params, model.Data), l.say(" es un dato, ", " is data, "), l.say(" son datos, ", " are data, ")) +
		counted(countFrom(params, model.Literature), l.say(" viene de la literatura y ", " comes from the literature and "), l.say(" vienen de la literatura y ", " come from the literature and ")) +
		l.number(float64(countFrom(params, model.Brief)), 0) + l.say(" del policy brief de 2021.", " from the policy brief of 2021.")
	return l.say("De los "+total+" parámetros del modelo, "+n+" ("+share+") son supuestos nuestros; ",
		"Of the model's "+total+" parameters, "+n+" ("+share+") are our assumptions; ") + rest
}

func (v *view) mechanismBlock(m model.Mechanism, params []model.Param) block {
	l, info := v.l, m.Info()
	changed := 0
	for _, p := range params {
		if v.changed(p) {
			changed++
		}
	}
	clause, _, _ := strings.Cut(l.in(info.Text), ";") // what it does; after the semicolon, what its absence does
	note := info.Name + " · " + l.count(len(params), "parámetro", "parámetros", "parameter", "parameters") + ", " +
		l.count(countFrom(params, model.Assumption), "supuesto", "supuestos", "assumption", "assumptions")
	if changed > 0 {
		note += ", " + l.count(changed, "cambiado ◆", "cambiados ◆", "changed ◆", "changed ◆")
	}
	text := l.in(info.Text)
	if !v.c.Spec.Off.On(m) {
		text += l.say(" En este escenario está apagado.", " In this scenario it is off.")
	}
	return block{More: &more{strings.TrimSuffix(clause, "."), note, []block{{Text: text}, {Table: v.paramTable(info.Name, params)}}}}
}

func (v *view) paramTable(mechanism string, params []model.Param) *table {
	l := v.l
	t := &table{Caption: l.say("Parámetros de ", "Parameters of ") + mechanism,
		Head: []string{l.say("Parámetro", "Parameter"), l.say("Valor", "Value"), l.say("Rango; límites", "Range; limits"),
			l.say("Procedencia, con su fuente o razón", "Provenance, with its source or reason")}}
	for _, p := range params {
		info := p.Info()
		t.add(v.paramHead(p), v.paramValue(p),
			v.paramRange(info),
			cell{Lines: []line{{capital(v.provenance(info.From)), strongLine}, {orDash(info.SourceIn(l.tag)), plainLine}}})
	}
	return t
}

// paramRange is the plausible range, if there is one, and below it what is accepted
// as a value.
func (v *view) paramRange(info model.ParamInfo) cell {
	l := v.l
	span := func(from, to float64) string { return l.compact(from) + l.say(" a ", " to ") + l.compact(to) }
	c := words(compare.Undefined)
	if info.HasRange() {
		c = words(span(info.Low, info.High))
	}
	c.Lines = append(c.Lines, line{l.say("límites: ", "limits: ") + span(info.Min, info.Max), quietLine})
	return c
}

// paramValue is the scenario's value and every exception to it.
func (v *view) paramValue(p model.Param) cell {
	l, base, standard := v.l, v.base(p), p.Info().Default
	c := words(l.compact(base))
	if base != standard {
		c = cell{Marked: true, Lines: []line{{"◆ " + l.compact(base), plainLine}}}
	}
	c.Lines = append(c.Lines, line{l.say("predeterminado: ", "default: ") + l.compact(standard), quietLine})
	except := func(where string, all []model.Setting) {
		for _, s := range all {
			if s.Param == p && s.Value != base {
				c.Lines = append(c.Lines, line{"◆ " + where + ": " + l.compact(s.Value), strongLine})
			}
		}
	}
	for i, r := range v.c.Designs {
		except(v.name(i), r.Design.Set)
	}
	for _, m := range v.c.Spec.Members {
		except(m.Code, m.Set)
	}
	for _, e := range v.c.Spec.Events {
		except(v.since(e), e.Set)
	}
	return c
}

// since says from when, and for whom, an event changes parameters.
func (v *view) since(e model.Event) string {
	from := v.l.say("desde ", "from ") + e.Date.String()
	for i, f := range e.Type.Fields {
		if f.Member && i < len(e.Args) {
			from = v.code(int(e.Args[i])) + " " + from
		}
	}
	return from
}

// changed reports whether anything sets the parameter off its default.
func (v *view) changed(p model.Param) bool {
	standard := p.Info().Default
	off := v.base(p) != standard
	check := func(all []model.Setting) {
		for _, s := range all {
			off = off || s.Param == p && s.Value != standard
		}
	}
	for _, r := range v.c.Designs {
		check(r.Design.Set)
	}
	for _, m := range v.c.Spec.Members {
		check(m.Set)
	}
	for _, e := range v.c.Spec.Events {
		check(e.Set)
	}
	return off
}
