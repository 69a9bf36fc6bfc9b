package report

import (
	"io"
	"strconv"

	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/robust"
)

// RobustPage is the report of a robust comparison by itself.
type RobustPage struct {
	v    *view
	rec  robustness.Record
	axes []robust.Axis
}

// NewRobust returns the report, in lang, of a robust comparison of designs of a
// scenario.
func NewRobust(spec *model.Spec, designs []model.Design, rec robustness.Record, axes []robust.Axis, lang string, options ...Option) *RobustPage {
	c := &compare.Comparison{Spec: spec, Seed: rec.Seed, Replications: rec.Replications, Level: rec.Level, Digest: rec.Digest, Interrupted: rec.Interrupted}
	for _, d := range designs {
		c.Designs = append(c.Designs, compare.DesignResult{Design: d})
	}
	p := &RobustPage{newView(c, lang), rec, axes}
	p.v.robust = &rec
	for _, o := range options {
		o(p.v)
	}
	return p
}

// Write writes the report as one HTML page. The error is that of w.
func (p *RobustPage) Write(w io.Writer) error { return writePage(w, p.page()) }

// Figures returns the report's figures; none if no world was finished.
func (p *RobustPage) Figures() []Figure {
	if p.rec.Worlds == 0 {
		return nil
	}
	d := p.v.robustFigure(p.rec)(p.v, pageFrame)
	return []Figure{{"robust", d.title, d.caption, d.svg("robust")}}
}

func (p *RobustPage) page() page {
	v := p.v
	words := v.words()
	words.Kind = v.l.say("Cumbre · Comparación robusta de diseños institucionales", "Cumbre · A robust comparison of institutional designs")
	return page{
		Lang: v.l.tag, Title: v.title(), Question: v.l.in(v.c.Spec.Question), Words: words, Facts: p.facts(), Command: v.command,
		Verdict:  v.robustWords().Sentences(p.rec),
		Sections: []section{v.robustSection(), v.designsSection(), p.drawnSection(), p.limits()},
		Cite:     p.cite(),
	}
}

func (p *RobustPage) facts() []fact {
	l := p.v.l
	var all []fact
	for _, f := range p.v.facts() {
		if f.Term == l.say("Réplicas", "Replications") {
			f.Value = l.count(p.rec.Replications, "historia por diseño en cada mundo", "historias por diseño en cada mundo", "history per design in each world", "histories per design in each world") +
				l.say(", con los mismos números aleatorios en todos los diseños", ", on the same random numbers in all designs")
			all = append(all, fact{Term: l.say("Mundos", "Worlds"), Value: p.v.robustWords().Draw(p.rec)})
		}
		all = append(all, f)
	}
	return all
}

func (p *RobustPage) drawnSection() section {
	l := p.v.l
	s := section{ID: "drawn", Title: l.say("Qué varía", "What varies")}
	text := l.say("Los parámetros cuya procedencia es «supuesto», que son los que tienen un rango plausible. Los demás, y lo que fijan los diseños, no cambian de un mundo a otro.",
		"The parameters whose provenance is “assumption”, which are those that have a plausible range. The others, and what the designs set, are the same in every world.")
	if p.rec.Accepted != nil {
		text = l.say("Los parámetros que dejó libres la calibración, todos a la vez como en uno de los puntos que aceptó. Los demás, y lo que fijan los diseños, no cambian de un mundo a otro.",
			"The parameters that the calibration left free, all together as in one of the points that it accepted. The others, and what the designs set, are the same in every world.")
	}
	s.add(block{Text: text},
		block{More: &more{l.count(len(p.axes), "parámetro", "parámetros", "parameter", "parameters"), "", []block{{Table: p.v.drawnTable(p.axes, p.rec.Accepted != nil)}}}})
	return s
}

// limits says what a robust comparison cannot show.
func (p *RobustPage) limits() section {
	l := p.v.l
	s := section{ID: "limits", Title: l.say("Lo que este informe no puede mostrar", "What this report cannot show")}
	s.add(block{List: append(p.sourceLimits(),
		l.say("Sólo varían los parámetros: las reglas del modelo, los gobiernos, las fechas y lo que define a cada diseño son los mismos en todos los mundos.",
			"Only parameters vary: the model's rules, the governments, the dates and what defines each design are the same in every world."),
		l.say("El intervalo de una proporción dice con qué precisión la conoce esta muestra de mundos, nada más.",
			"The interval of a share says how well this sample of worlds knows it, nothing more."),
		l.say("Un parámetro puede decidir sólo junto con otro; lo que aquí se busca es lo que decide por sí mismo.",
			"A parameter may decide only together with another; what is looked for here is what decides by itself."),
	)})
	return s
}

// sourceLimits say what follows from where the worlds come from.
func (p *RobustPage) sourceLimits() []string {
	l, reading := p.v.l, p.v.robustWords().ReadingOf(p.rec)
	if p.rec.Accepted != nil {
		return []string{reading, l.say("El registro es el de la estructura ligera que hubo: de lo que sólo actúa en los otros diseños no dice nada, y eso no varía aquí.",
			"The record is that of the light structure as it was: of what acts in the other designs only it says nothing, and that does not vary here.")}
	}
	return []string{
		reading + l.say(" Los parámetros se sortean como si no tuvieran que ver unos con otros.", " The parameters are drawn as if they had nothing to do with one another."),
		l.say("Los rangos plausibles son juicio nuestro: hay pocas cifras publicadas que los acoten. --reach dice hasta dónde se aleja el sorteo del valor del escenario; 1 es el rango entero.",
			"The plausible ranges are our judgement: few published figures bound them. --reach says how far the draw goes from the scenario's values; 1 is the whole range."),
	}
}

func (p *RobustPage) cite() string {
	l := p.v.l
	cite := p.v.cite() + l.say(" Comparación robusta: ", " Robust comparison: ") + p.v.robustWords().Draw(p.rec)
	if p.rec.Accepted != nil {
		return cite + ", SHA-256 " + p.rec.Accepted.SHA256 + "."
	}
	return cite + l.say(", alcance ", ", reach ") + strconv.FormatFloat(p.rec.Reach, 'g', -1, 64) + "."
}
