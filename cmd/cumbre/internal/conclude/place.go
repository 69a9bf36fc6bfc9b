package conclude

import (
	"slices"
	"strings"

	"cumbre/model/analysis"
	"cumbre/model/study"
)

// tally is how often a design leads among cells.
type tally struct{ design, cells, sure int }

// tallies counts leaders, the most frequent first; open counts cells without one.
func (w words) tallies(groups []analysis.Group) (all []tally, open int) {
	counts := make([]tally, len(w.Designs))
	for _, g := range groups {
		if g.Leader == analysis.None {
			open++
			continue
		}
		counts[g.Leader].cells++
		if Sure(g, w.Options.Level) {
			counts[g.Leader].sure++
		}
	}
	for d, t := range counts {
		if t.design = d; t.cells > 0 {
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b tally) int { return b.cells - a.cells })
	return all, open
}

// leads says who leads in how many of a set of cells. It is empty if nobody does anywhere.
func (w words) leads(groups []analysis.Group) string {
	all, open := w.tallies(groups)
	n := len(groups)
	if len(all) == 0 {
		return ""
	}
	if t := all[0]; len(all) == 1 && open == 0 {
		switch t.sure {
		case n:
			return w.sayf("%s va en cabeza en todas, siempre más allá del azar", "%s leads in all of them, always beyond chance", w.name(t.design))
		case 0:
			return w.sayf("%s tiene la mejor media en todas, pero en ninguna más allá del azar", "%s has the best mean in all of them, but in none beyond chance", w.name(t.design))
		}
		return w.sayf("%s tiene la mejor media en todas, y en %d de ellas más allá del azar", "%s has the best mean in all of them, in %d of them beyond chance", w.name(t.design), t.sure)
	}
	var items []string
	for i, t := range all {
		beyond := w.sayf("%d más allá del azar", "%d beyond chance", t.sure)
		if t.sure == 0 {
			beyond = w.say("ninguna más allá del azar", "none beyond chance")
		}
		form := w.say("%s en %d (%s)", "%s in %d (%s)")
		if i == 0 {
			form = w.say("%s tiene la mejor media en %d (%s)", "%s has the best mean in %d (%s)")
		}
		items = append(items, sprintf(form, w.name(t.design), t.cells, beyond))
	}
	if open > 0 {
		tied := 0
		for _, g := range groups {
			if g.Leader == analysis.None && g.Units > 0 {
				tied++
			}
		}
		if tied > 0 {
			items = append(items, w.sayf("en %d empatan los mejores", "the best are tied in %d", tied))
		}
		if tied < open {
			items = append(items, w.sayf("%d sin valores", "%d without values", open-tied))
		}
	}
	return strings.Join(items, "; ")
}

// mapped says where on the design map the lead changes.
func (w words) mapped(m analysis.Measure) string {
	if m.Map == nil || len(w.Designs) < 2 {
		return ""
	}
	groups := slices.Concat(m.Map.Groups...)
	who := w.leads(groups)
	if who == "" {
		return ""
	}
	s := w.sayf("En el mapa de %s y %s (%d casillas), %s.", "On the map of %s and %s (%d cells), %s.", w.quoted(m.Map.X), w.quoted(m.Map.Y), len(groups), who)
	s += w.farthest(m)
	if n := len(m.Map.Others); n > 0 {
		s += w.say(" Cada casilla es una media sobre ", " Each cell is a mean over ") + Others(n, w.lang) + "."
	}
	return s
}

// Others says how many factors a mean is over besides those in view.
func Others(n int, lang string) string {
	w := newWords(nil, lang)
	if n == 1 {
		return w.say("el otro factor que varía", "the other factor that varies")
	}
	return w.sayf("los otros %s factores que varían", "the other %s factors that vary", w.Number(float64(n), 0))
}

func (w words) quoted(factor int) string {
	return w.sayf("«%s»", "“%s”", Factor(w.factors[factor], w.lang))
}

// farthest says for each design that leads somewhere beyond chance in which cell it is
// farthest ahead, if more than one does.
func (w words) farthest(m analysis.Measure) string {
	type cell struct{ x, y int }
	best := map[int]cell{}
	for y, row := range m.Map.Groups {
		for x, g := range row {
			if !Sure(g, w.Options.Level) {
				continue
			}
			if b, found := best[g.Leader]; !found || g.Lead.Mean > m.Map.Groups[b.y][b.x].Lead.Mean {
				best[g.Leader] = cell{x, y}
			}
		}
	}
	if len(best) < 2 {
		return ""
	}
	var items []string
	for d := range w.Designs {
		if b, found := best[d]; found {
			lead := m.Map.Groups[b.y][b.x].Lead
			decimals := Decimals(m.Metric, lead)
			items = append(items, w.sayf("%s, con %s y %s: %s (%s)", "%s, at %s and %s: by %s (%s)", w.name(d), Cut(m.Map.XCuts[b.x], w.factors[m.Map.X], w.lang), Cut(m.Map.YCuts[b.y], w.factors[m.Map.Y], w.lang),
				w.quantity(lead.Mean, m.Metric, decimals), w.ends(lead, decimals)))
		}
	}
	return w.sayf(" La mayor ventaja de cada uno: %s.", " Each is farthest ahead: %s.", w.semicolons(items))
}

// curve says where the lead changes along the only factor.
func (w words) curve(m analysis.Measure) string {
	if m.Map != nil || len(m.Curves) != 1 || len(w.Designs) < 2 {
		return ""
	}
	c := m.Curves[0]
	all, open := w.tallies(c.Groups)
	if len(all) == 0 {
		return ""
	}
	if len(all) == 1 && open == 0 {
		return w.sayf("A lo largo de %s (%d posiciones), %s.", "Along %s (%d positions), %s.", w.quoted(c.Factor), len(c.Groups), w.leads(c.Groups))
	}
	var items []string
	for from := 0; from < len(c.Groups); {
		to := from + 1
		for to < len(c.Groups) && w.leader(c.Groups[to]) == w.leader(c.Groups[from]) {
			to++
		}
		at := analysis.Cut{Low: c.Cuts[from].Low, High: c.Cuts[to-1].High}
		items = append(items, w.sayf("con %s, %s", "at %s, %s", Cut(at, w.factors[c.Factor], w.lang), w.leader(c.Groups[from])))
		from = to
	}
	return w.sayf("A lo largo de %s tiene la mejor media: %s.", "Along %s the best mean is that of: %s.", w.quoted(c.Factor), w.semicolons(items))
}

// leader says who has the best mean in a group, and whether beyond chance.
func (w words) leader(g analysis.Group) string {
	switch {
	case g.Leader == analysis.None && g.Units == 0:
		return w.say("no hay valores", "there are no values")
	case g.Leader == analysis.None:
		return w.say("empatan los mejores", "the best are tied")
	case Sure(g, w.Options.Level):
		return w.name(g.Leader)
	}
	return w.sayf("%s sin pasar del azar", "%s, not beyond chance", w.name(g.Leader))
}

// regions says where each design has the best mean, of those that do at most points of
// their box.
func (w words) regions(m analysis.Measure) []string {
	if m.Regions == nil || len(w.Designs) < 2 {
		return nil
	}
	var all []string
	for d, r := range m.Regions.Designs {
		if r.Box == nil || r.Box.Density < 0.5 {
			continue
		}
		s := w.region(d, r, m.Regions.Points)
		if len(all) == 0 {
			s = w.say("Dónde (PRIM, sobre los mismos puntos): ", "Where (PRIM, on the same points): ") + s
		} else {
			s = capital(s)
		}
		all = append(all, s)
	}
	return all
}

// region says where one design has the best mean; nothing if there is no box.
func (w words) region(design int, r analysis.Region, points int) string {
	where := Box(r, w.factors, w.lang)
	if r.Box == nil || where == "" {
		return ""
	}
	return w.sayf("con %s, %s tiene la mejor media en el %s de los puntos (%d de %d; entre todos, en el %s), y ahí está el %s de los puntos en que la tiene.",
		"with %s, %s has the best mean at %s of the points (%d of %d; over all, at %s), and that holds %s of the points at which it has.",
		where, w.name(design), Percent(r.Box.Density, w.lang), r.Box.Hits, r.Box.Points, Percent(float64(r.Leads)/float64(points), w.lang), Percent(r.Box.Coverage, w.lang))
}

// Region says where one design has the best mean, in one sentence; nothing if no box was
// found.
func Region(a *analysis.Analysis, m analysis.Measure, design int, lang string) string {
	if m.Regions == nil {
		return ""
	}
	return capital(newWords(a, lang).region(design, m.Regions.Designs[design], m.Regions.Points))
}

// Box says in words where the bounds of a region lie: “officials per ministry” 4 or more
// and “mandates per summit” below 50. It is empty without bounds.
func Box(r analysis.Region, factors []study.Factor, lang string) string {
	w := newWords(nil, lang)
	var all []string
	for _, b := range Intervals(r.Restrictions) {
		f := factors[b.Factor]
		all = append(all, w.sayf("«%s» %s", "“%s” %s", Factor(f, lang), Bounds(b.Low, b.High, f, lang)))
	}
	return w.list(all)
}
