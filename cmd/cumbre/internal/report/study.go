package report

import (
	"io"
	"strconv"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/model/study"
)

// StudyPage is the report of what the runs of a study show.
type StudyPage struct {
	*view
	a       *analysis.Analysis
	factors []study.Factor
}

// Digest tells the report of a study the digest of its results. Without it the report
// names none.
func Digest(digest string) Option { return func(v *view) { v.digest = digest } }

// NewStudy returns the report, in lang, of the analysis of a study.
func NewStudy(a *analysis.Analysis, lang string, options ...Option) *StudyPage {
	c := &compare.Comparison{Spec: a.Study.Spec, Seed: a.Study.Seed, Replications: a.Replications.Most, Level: a.Options.Level, Interrupted: a.Missing > 0}
	for _, d := range a.Designs {
		c.Designs = append(c.Designs, compare.DesignResult{Design: d})
	}
	p := &StudyPage{newView(c, lang), a, a.Study.Factors()}
	for _, o := range options {
		o(p.view)
	}
	c.Digest = p.digest
	return p
}

// Write writes the report as one HTML page. The error is that of w.
func (p *StudyPage) Write(w io.Writer) error { return writePage(w, p.page()) }

// Figures returns the report's figures in its order, as drawn for a page. Those of the
// first measure have plain names, those of others end in the measure's.
func (p *StudyPage) Figures() []Figure {
	var all []Figure
	for _, k := range p.figures() {
		d := k.draw(p.view, pageFrame)
		all = append(all, Figure{k.name, d.title, d.caption, d.svg(k.name)})
	}
	return all
}

// figures are those that the analysis has something for.
func (p *StudyPage) figures() []kind {
	var all []kind
	for i, m := range p.a.Measures {
		all = append(all, p.measureFigures(i, m)...)
		if i == 0 && p.hasFrontier() {
			all = append(all, kind{"frontier", p.frontierFigure})
		}
	}
	return all
}

// measureFigures are the figures of one measure.
func (p *StudyPage) measureFigures(i int, m analysis.Measure) []kind {
	var all []kind
	add := func(name string, draw func(*view, frame) drawing) {
		all = append(all, kind{p.figureName(name, i, m), draw})
	}
	if m.Map != nil && p.several() && m.Metric.Info().Better != 0 {
		add("map", p.mapFigure(m))
	}
	if len(p.curved(m)) > 0 {
		add("curves", p.curvesFigure(m, ownMeans))
		if p.several() {
			add("differences", p.curvesFigure(m, toBaseline))
		}
	}
	if len(p.boxed(m)) > 0 {
		add("regions", p.regionsFigure(m))
	}
	if o := conclude.Telling(m); o >= 0 {
		add("sensitivity", p.sensitivityFigure(m, m.Sensitivity.Outputs[o]))
	}
	return all
}

// figureName is the name of a figure of the i-th measure.
func (p *StudyPage) figureName(name string, i int, m analysis.Measure) string {
	if i == 0 {
		return name
	}
	return name + "_" + m.Metric.String()
}

// studyFigure is a block with one of the figures, by its name; nothing if there is none.
func (p *StudyPage) studyFigure(name string) []block {
	for _, k := range p.figures() {
		if k.name == name {
			return []block{p.drawn(name, k.draw)}
		}
	}
	return nil
}

// several reports whether there are designs to compare.
func (p *StudyPage) several() bool { return len(p.a.Designs) > 1 }

func (p *StudyPage) factor(i int) string { return conclude.Factor(p.factors[i], p.l.tag) }

// factorUnit is a factor's name with its unit.
func (p *StudyPage) factorUnit(i int) string {
	name := capital(p.factor(i))
	if unit := p.factors[i].Param.Info().Unit; unit != "" {
		name += " (" + p.l.unit(unit) + ")"
	}
	return name
}

// factorHead names a factor by its meaning, its name in study files and its unit.
func (p *StudyPage) factorHead(i int) cell {
	c := cell{Lines: []line{{capital(p.factor(i)), plainLine}, {p.factors[i].Name(), codeLine}}}
	if unit := p.factors[i].Param.Info().Unit; unit != "" {
		c.Lines = append(c.Lines, line{p.l.unit(unit), quietLine})
	}
	return c
}

func (p *StudyPage) cut(c analysis.Cut, factor int) string {
	return minus(conclude.Cut(c, p.factors[factor], p.l.tag))
}

func (p *StudyPage) page() page {
	l := p.l
	w := p.words()
	w.Kind = l.say("Cumbre · Estudio de diseños institucionales", "Cumbre · A study of institutional designs")
	return page{
		Lang: l.tag, Title: p.studyTitle(), Words: w, Facts: p.studyFacts(), Command: p.studyCommand(),
		Verdict: append(conclude.Sentences(p.a, l.tag), p.beside...), Sections: p.sections(), Cite: p.studyCite(),
	}
}

// sections are those there is something to say in.
func (p *StudyPage) sections() []section {
	all := []section{p.overallSection(), p.sensitivitySection(), p.placesSection(), p.regionsSection(), p.frontierSection(), p.othersSection(),
		p.pointsSection(), p.variesSection(), p.studyDesigns(), p.studyLimits()}
	var kept []section
	for _, s := range all {
		if len(s.Blocks) > 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

func (p *StudyPage) studyTitle() string {
	for _, s := range []string{p.l.in(p.a.Study.Title), p.a.Study.Title.ES, p.a.Study.Title.EN} {
		if s != "" {
			return s
		}
	}
	return p.title()
}

// studyCommand is the caller's command or, in the folder of the results, which holds its
// study, the one that gives them.
func (p *StudyPage) studyCommand() string {
	if p.command != "" {
		return p.command
	}
	return "cumbre sweep study.yaml -o . && cumbre analyze ."
}

func (p *StudyPage) studyCite() string {
	l := p.l
	version := ""
	if p.version != "" {
		version = l.say(", versión ", ", version ") + p.version
	}
	s := l.say("Cumbre, simulador de la Alianza del Pacífico", "Cumbre, a simulator of the Pacific Alliance") + version +
		l.say(". Estudio «", ". Study “") + p.studyTitle() + l.say("», escenario «", "”, scenario “") + p.title() + l.say("», ", "”, ") +
		l.count(p.pointCount(), "punto", "puntos", "point", "points") + ", " + p.replicationsText() +
		l.say(", semilla ", ", seed ") + strconv.FormatUint(p.a.Study.Seed, 10)
	if p.digest != "" {
		s += l.say(", huella ", ", digest ") + p.digest[:min(16, len(p.digest))]
	}
	return s + "."
}

func (p *StudyPage) pointCount() int {
	if p.a.Points == nil {
		return 1
	}
	return p.a.Points.N()
}

func (p *StudyPage) replicationsText() string {
	r := p.a.Replications
	if r.Least == r.Most {
		return p.l.count(r.Most, "réplica", "réplicas", "replication", "replications")
	}
	return p.l.number(float64(r.Least), 0) + p.l.say(" a ", " to ") + p.l.number(float64(r.Most), 0) + p.l.say(" réplicas", " replications")
}
