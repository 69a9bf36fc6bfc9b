package report

import (
	"strings"

	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model/compare"
	"cumbre/model/robust"
)

// Robust puts a robust comparison of the same designs beside the point answer, and that
// over the points that a calibration accepted unless points is nil: the sentences in the
// summary, and a section with figures.
func Robust(rec robustness.Record, points *robustness.Record) Option {
	return func(v *view) {
		v.robust, v.points = &rec, points
		v.beside = v.robustWords().Beside(rec)
		if points != nil {
			v.beside = append(v.beside, v.robustWords().BesideAccepted(*points)...)
		}
	}
}

// Beside puts sentences beside the point answer, at the end of the summary.
func Beside(sentences ...string) Option { return func(v *view) { v.beside = sentences } }

// robustWords are the sentences about a robust comparison of these designs.
func (v *view) robustWords() robustness.Words {
	var titles []string
	for i := range v.c.Designs {
		titles = append(titles, v.name(i))
	}
	return robustness.NewWords(v.l.tag, titles)
}

// robustSection says how often each design leads under other assumptions, and what
// decides.
func (v *view) robustSection() section {
	l := v.l
	s := section{ID: "robust", Title: l.say("¿Y si los supuestos son otros?", "And if the assumptions are others?")}
	s.add(v.robustBlocks(*v.robust, "robust")...)
	if v.points != nil {
		s.add(v.robustBlocks(*v.points, "accepted")...)
	}
	return s
}

// howText says what the worlds of a record are.
func (v *view) howText(rec robustness.Record) string {
	l := v.l
	if rec.Accepted != nil {
		return l.say(
			"Con los mismos números aleatorios y con los valores que concuerdan con el registro: cada mundo es un punto de los que aceptó la calibración, y todos los diseños viven ese mundo. Si aquí no va siempre en cabeza el mismo diseño, el registro no basta para decidir. ",
			"On the same random numbers and with the values that agree with the record: each world is one of the points that the calibration accepted, and all designs live through that world. If it is not always the same design that leads here, the record does not settle which. ") + v.robustWords().ReadingOf(rec)
	}
	return l.say(
		"Con los mismos números aleatorios y otros valores de todos los supuestos a la vez: cada mundo los sortea de sus rangos plausibles (hipercubo latino; por órdenes de magnitud cuando el rango abarca más de un factor de 20), y todos los diseños viven ese mundo. Lo que un diseño fija queda como dice el diseño. ",
		"On the same random numbers and with other values of all assumptions at once: each world draws them from their plausible ranges (Latin hypercube; by order of magnitude where a range spans more than a factor of 20), and all designs live through that world. What a design sets stays as the design says. ") + v.robustWords().ReadingOf(rec)
}

// robustBlocks tell what one record found; id is that of its figure.
func (v *view) robustBlocks(rec robustness.Record, id string) []block {
	l, all := v.l, []block{{Text: v.howText(rec)}}
	if rec.Worlds == 0 {
		return append(all, block{Text: v.robustWords().Summary(rec)})
	}
	all = append(all, v.drawn(id, v.robustFigure(rec)), block{Text: v.chanceText(rec)}, block{Table: v.spreadTable(rec)})
	if t := v.decisiveTable(rec); len(t.Rows) > 0 {
		all = append(all, block{More: &more{l.say("Qué parámetros deciden: ", "Which parameters decide: ") + v.robustWords().Draw(rec), "", []block{
			{Text: l.say(
				"Análisis de sensibilidad regional (Hornberger y Spear 1981): distancia de Kolmogórov y Smirnov entre los valores del parámetro en los mundos en que el diseño va en cabeza y en los demás; sólo aparecen las que pasan su valor crítico al 5 %, corregido por el número de parámetros (Bonferroni).",
				"Regional sensitivity analysis (Hornberger and Spear 1981): Kolmogorov–Smirnov distance between the parameter's values in the worlds where the design leads and in the others; only those beyond their critical value at 5%, corrected for the number of parameters (Bonferroni), are shown.")},
			{Table: t}}}})
	}
	if text := v.replacedText(rec); text != "" {
		all = append(all, block{Text: text})
	}
	return all
}

// chanceText separates chance from assumption.
func (v *view) chanceText(rec robustness.Record) string {
	l := v.l
	text := l.say(
		"«Con claridad» quiere decir que la ventaja sobre cada uno de los demás es mayor que su propio azar, según el intervalo pareado de las réplicas de ese mundo; con pocas réplicas pocas ventajas lo son, aunque muchas sean ciertas.",
		"“Clearly” means that the lead over each of the others is larger than its own chance, by the paired interval of that world's replications; with few replications few leads are, though many may be true.")
	partial := 0
	for _, m := range rec.Measures {
		partial = max(partial, m.Partial)
	}
	if partial > 0 {
		text += " " + l.say("Un diseño sin valor (el costo por mandato cumplido de quien no cumple ninguno en alguna réplica) no va en cabeza; hubo alguno así, junto a otro con valor, hasta en ",
			"A design without a value (the cost per fulfilled mandate of one that fulfils none in some replication) does not lead; there was one, beside another with a value, in up to ") +
			l.count(partial, "mundo", "mundos", "world", "worlds") + "."
	}
	return text
}

// spreadTable gives the paired differences to the baseline over worlds.
func (v *view) spreadTable(rec robustness.Record) *table {
	l := v.l
	t := &table{Head: []string{l.say("Medida", "Measure")}, Numeric: true,
		Caption: l.say("Diferencias con ", "Differences to ") + v.name(0) + l.say(" en los mundos: mediana y del 5 al 95 %; ", " over worlds: median and 5% to 95%; ") + v.robustWords().Draw(rec)}
	for i := 1; i < len(v.c.Designs); i++ {
		t.Head = append(t.Head, v.name(i))
	}
	for _, m := range rec.Measures {
		var cells []cell
		for _, d := range m.Differences {
			cells = append(cells, v.spread(m, d))
		}
		t.add(v.metricHead(m.Of()), cells...)
	}
	return t
}

func (v *view) spread(m robustness.Measure, d robustness.Difference) cell {
	l, decimals := v.l, m.Info().Decimals
	if d.Worlds == 0 {
		return words(compare.Undefined)
	}
	c := words(l.signed(float64(d.Median), decimals))
	c.Lines = append(c.Lines,
		line{l.signedSpan(float64(d.P5), float64(d.P95), decimals), quietLine},
		line{l.say("mayor que cero en ", "above zero in ") + l.number(float64(d.Above), 0) + l.say(", menor en ", ", below in ") + l.number(float64(d.Below), 0) + l.say(" de ", " of ") + l.number(float64(d.Worlds), 0), quietLine},
		line{l.say("varianza debida al azar: ", "variance owed to chance: ") + l.percent(float64(d.Chance), 0), quietLine})
	return c
}

// decisiveTable names the parameters that decide, a row for each measure, design
// and parameter.
func (v *view) decisiveTable(rec robustness.Record) *table {
	l := v.l
	t := &table{
		Caption: l.say("Parámetros que deciden si un diseño va en cabeza; ", "Parameters that decide whether a design leads; ") + v.robustWords().Draw(rec),
		Head: []string{l.say("Parámetro", "Parameter"), l.say("Medida y diseño", "Measure and design"), l.say("El diseño va en cabeza más a menudo donde es", "The design leads more often where it is"),
			l.say("En cabeza con el parámetro en el tercio bajo, medio y alto", "Leads with the parameter in the lowest, middle and highest third"), l.say("Distancia (crítica)", "Distance (critical)")},
	}
	for _, m := range rec.Measures {
		for i, lead := range m.Leads {
			for _, d := range lead.Decisive {
				t.add(v.decisiveHead(d), titled(capital(compare.Brief(m.Of(), l.tag)), v.name(i)), words(v.robustWords().Where(d)), words(v.thirds(d)), titled(l.number(float64(d.Distance), 2), "("+l.number(float64(lead.Critical), 2)+")"))
			}
		}
	}
	return t
}

func (v *view) decisiveHead(d robustness.Decisive) cell {
	text := d.Parameter
	if info, ok := d.Info(); ok {
		text = capital(v.l.in(info.Text))
	}
	return cell{Lines: []line{{text, plainLine}, {d.Parameter, codeLine}}}
}

func (v *view) thirds(d robustness.Decisive) string {
	var all []string
	for _, share := range d.Thirds {
		all = append(all, v.robustWords().Percent(float64(share)))
	}
	return strings.Join(all, " · ")
}

// replacedText names what of the scenario gave way to the draw.
func (v *view) replacedText(rec robustness.Record) string {
	if len(rec.Replaced) == 0 {
		return ""
	}
	var all []string
	for _, r := range rec.Replaced {
		name := r.Parameter
		if r.Member != "" {
			name = r.Member + "." + name
		}
		text := name + " = " + v.l.compact(r.Value)
		if r.Date != "" {
			text += " (" + r.Date + ")"
		}
		all = append(all, text)
	}
	return v.l.say("Del escenario cedió ante el sorteo: ", "Of the scenario this gave way to the draw: ") + strings.Join(all, "; ") + "."
}

// drawnTable lists what varies, between which values: drawn, or those of accepted points.
func (v *view) drawnTable(axes []robust.Axis, accepted bool) *table {
	l := v.l
	t := &table{Caption: l.say("Lo que varía y entre qué valores", "What varies, and between which values"), Numeric: true,
		Head: []string{l.say("Parámetro", "Parameter"), l.say("De", "From"), l.say("A", "To"), l.say("Cómo", "How")}}
	for _, a := range axes {
		how := l.say("uniforme", "uniform")
		if a.Log {
			how = l.say("por órdenes de magnitud", "by order of magnitude")
		}
		if accepted {
			how = l.say("puntos aceptados", "accepted points")
		}
		t.add(v.drawnHead(a), words(l.compact(a.Low)), words(l.compact(a.High)), words(how))
	}
	return t
}

func (v *view) drawnHead(a robust.Axis) cell {
	i := a.Param.Info()
	return cell{Lines: []line{{capital(v.l.in(i.Text)), plainLine}, {strings.TrimSpace(a.Name() + " " + v.l.unit(i.Unit)), codeLine}}}
}
