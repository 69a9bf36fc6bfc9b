package report

import (
	"slices"
	"strconv"

	"cumbre/model"
	"cumbre/sim/stat"
)

// The tables in this file hold the numbers that figures draw, for readers who
// cannot see them or want to quote them.

func (v *view) designHeads(first string) []string {
	heads := []string{first}
	for i := range v.c.Designs {
		heads = append(heads, v.name(i))
	}
	return heads
}

// estimate is a mean with its interval; a single replication has none.
func (v *view) estimate(e stat.Estimate, decimals int) cell {
	if v.single() {
		return words(v.l.number(e.Mean, decimals))
	}
	return titled(v.l.number(e.Mean, decimals), v.l.span(e.Low, e.High, decimals))
}

// yearTable gives one yearly series of all designs.
func (v *view) yearTable(caption string, s model.Series) *table {
	t := &table{Caption: caption, Head: v.designHeads(v.l.say("Año", "Year")), Numeric: true}
	first, n := v.years()
	for y := range n {
		var cells []cell
		for i := range v.c.Designs {
			b := v.band(i, y, s)
			cells = append(cells, v.estimate(stat.Estimate{Mean: b.Mean, Low: b.Low, High: b.High}, 1))
		}
		t.add(words(strconv.Itoa(first+y)), cells...)
	}
	return t
}

// fateTable gives the heights of the stacks at the end of the horizon.
func (v *view) fateTable() *table {
	l := v.l
	t := &table{Caption: l.say("Mandatos emitidos hasta el final del horizonte, por destino", "Mandates issued up to the end of the horizon, by fate") + v.either("", l.say(" (medias)", " (means)")),
		Head: v.designHeads(v.l.say("Destino", "Fate")), Numeric: true}
	_, n := v.years()
	for _, x := range fates {
		var cells []cell
		for i := range v.c.Designs {
			cells = append(cells, words(v.l.number(v.fateValues(i, x)[n-1], 1)))
		}
		t.add(words(capital(v.l.say(x.es, x.en))), cells...)
	}
	return t
}

func (v *view) phaseTable() *table {
	t := &table{Caption: v.l.say("Días por mandato emitido, por fase", "Days per mandate issued, by phase"),
		Head: v.designHeads(v.l.say("Fase", "Phase")), Numeric: true}
	for p := range model.NumPhases {
		var cells []cell
		for _, r := range v.c.Designs {
			cells = append(cells, v.estimate(r.Phases[p], 1))
		}
		t.add(words(capital(v.l.in(model.PhaseNames[p]))), cells...)
	}
	return t
}

// vetoTable gives mean vetoes and votes per run, by body and member.
func (v *view) vetoTable() *table {
	t := &table{Caption: v.l.say("Vetos por réplica, y de cuántos votos", "Vetoes per replication, and out of how many votes"),
		Head: v.designHeads(v.l.say("Órgano y miembro", "Body and member")), Numeric: true}
	for _, b := range v.votingBodies() {
		for m := range v.members() {
			var cells []cell
			for _, r := range v.c.Designs {
				vetoes := r.Vetoes[b][m]
				cells = append(cells, titled(v.l.number(vetoes, 1), v.l.say("de ", "of ")+v.l.number(vetoes+r.Consents[b][m], 1)))
			}
			t.add(words(capital(v.l.in(b.Info().Text))+", "+v.memberName(m)), cells...)
		}
	}
	return t
}

// depthTable gives both depths, what was bargained away, and the vetoes.
func (v *view) depthTable() *table {
	l := v.l
	t := &table{Caption: l.say("Por dimensión: profundidad de normas (q), profundidad efectiva (e), profundidad cedida en la negociación y vetos",
		"Per dimension: depth of norms (q), effective depth (e), depth bargained away, and vetoes"),
		Head: v.designHeads(l.say("Dimensión", "Dimension")), Numeric: true}
	for d := range model.NumDimensions {
		var cells []cell
		for _, r := range v.c.Designs {
			q, e := v.estimate(r.Depth[d], 3), v.estimate(r.Effective[d], 3)
			q.Lines[0].Text, e.Lines[0].Text = "q "+q.Lines[0].Text, "e "+e.Lines[0].Text
			cells = append(cells, cell{Lines: slices.Concat(q.Lines, e.Lines, []line{
				{l.say("cedida ", "bargained away ") + l.number(r.Bargained[d].Mean, 3), quietLine},
				{l.say("vetos ", "vetoes ") + l.number(r.DimVetoes[d].Mean, 1), quietLine},
			})})
		}
		t.add(titled(capital(l.in(d.Info().Text)), meanings(d.Info())), cells...)
	}
	return t
}

func (v *view) memberName(m int) string {
	if name := v.l.in(v.c.Spec.Members[m].Name); name != "" {
		return name
	}
	return v.c.Spec.Members[m].Code
}
