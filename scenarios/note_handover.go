package scenarios

import "cumbre/model"

// handovers notes contested handovers that may not begin on the day that they name:
// one begins when `from` presides, and after the last known handover it is the model
// that decides who does.
func (n *noter) handovers() {
	for i, e := range n.spec.Events {
		if e.Type.Name != "contested_handover" {
			continue
		}
		from, at := int(e.Args[0]), n.written[i].get(e.Type.Name).get("from")
		code := n.spec.Members[from].Code
		late := say("el traspaso disputado empieza cuando termine el siguiente período de %s", "the contested handover begins when the next term of %s ends", code)
		switch holder, known := n.presides(e.Date, i); {
		case !known:
			n.note(at, say("quién preside el %[1]v lo decide el modelo: si no es %[2]s, %[3]s", "the model decides who presides on %[1]v: if it is not %[2]s, %[3]s", e.Date, code, late))
		case holder != from:
			n.note(at, say("el %[1]v preside %[2]s, no %[3]s: %[4]s", "on %[1]v %[2]s presides, not %[3]s: %[4]s", e.Date, n.spec.Members[holder].Code, code, late))
		}
	}
}

// presides returns who holds the presidency on a day before the event numbered before,
// as far as the file says: up to the end of the term that begins with the last known
// handover, unless an earlier contested handover moves it all.
func (n *noter) presides(d model.Date, before int) (holder int, known bool) {
	p := n.spec.Presidency
	holder, since := p.Order[0], n.spec.Start
	for _, t := range p.History {
		if t.Start == d {
			return 0, false
		}
		if t.Start < d {
			holder = t.Member
		}
		since = max(since, t.Start)
	}
	for _, e := range n.spec.Events[:before] {
		if e.Type.Name == "contested_handover" {
			return 0, false
		}
	}
	return holder, float64(d-since) < n.shortestTerm()
}

// shortestTerm is the least that a term after the last known handover can last, days:
// events and designs may change it.
func (n *noter) shortestTerm() float64 {
	term := n.spec.Values[model.TermDays]
	shorten := func(all []model.Setting) {
		if s, ok := settingOf(all, model.TermDays); ok {
			term = min(term, s.Value)
		}
	}
	for _, e := range n.spec.Events {
		shorten(e.Set)
	}
	for _, d := range n.spec.Designs {
		shorten(d.Set)
	}
	return term
}
