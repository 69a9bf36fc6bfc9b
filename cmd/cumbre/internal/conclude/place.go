package conclude

import (
	"slices"
	"strings"

	"cumbre/model/analysis"
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
		items = append(items, w.sayf("ninguno en %d", "none in %d", open))
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
		s += w.sayf(" Cada casilla es una media sobre %s.", " Each cell is a mean over %s.", w.count(int64(n), "otro factor que varía", "otros factores que varían", "other factor that varies", "other factors that vary"))
	}
	return s
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
		return w.sayf("A lo largo de %s (%d valores), %s.", "Along %s (%d values), %s.", w.quoted(c.Factor), len(c.Groups), w.leads(c.Groups))
	}
	var items []string
	for i, g := range c.Groups {
		at := Cut(c.Cuts[i], w.factors[c.Factor], w.lang)
		switch {
		case g.Leader == analysis.None:
			items = append(items, at+": "+w.say("ninguno", "none"))
		case Sure(g, w.Options.Level):
			items = append(items, at+": "+w.name(g.Leader))
		default:
			items = append(items, at+": "+w.sayf("%s, sin pasar del azar", "%s, not beyond chance", w.name(g.Leader)))
		}
	}
	return w.sayf("A lo largo de %s tiene la mejor media: %s.", "Along %s the best mean is that of: %s.", w.quoted(c.Factor), w.semicolons(items))
}

// regions says in what part of the space each design leads.
func (w words) regions(m analysis.Measure) []string {
	if m.Regions == nil || len(w.Designs) < 2 {
		return nil
	}
	var all []string
	for d, r := range m.Regions.Designs {
		if s := w.region(d, r, m.Regions.Points); s != "" {
			all = append(all, s)
		}
	}
	if len(all) > 0 {
		all[0] = w.say("Dónde decide (PRIM, sobre los mismos puntos): ", "What decides (PRIM, on the same points): ") + all[0]
	}
	return all
}

// region says it of one design; nothing if no bound holds.
func (w words) region(design int, r analysis.Region, points int) string {
	where := Box(r, w.factors, w.lang)
	if r.Box == nil || where == "" {
		return ""
	}
	return w.sayf("con %s, %s va en cabeza en el %s de los puntos (%d de %d; entre todos, en el %s), y ahí está el %s de los puntos en que va en cabeza.",
		"with %s, %s leads at %s of the points (%d of %d; over all, at %s), and that holds %s of the points at which it leads.",
		where, w.name(design), Percent(r.Box.Density, w.lang), r.Box.Hits, r.Box.Points, Percent(float64(r.Leads)/float64(points), w.lang), Percent(r.Box.Coverage, w.lang))
}

// Region says where one design leads, in one sentence; nothing if no bound holds.
func Region(a *analysis.Analysis, m analysis.Measure, design int, lang string) string {
	if m.Regions == nil {
		return ""
	}
	return capital(newWords(a, lang).region(design, m.Regions.Designs[design], m.Regions.Points))
}
