package scenarios

import (
	"slices"

	"cumbre/model"
)

// fact reads the two keys that most objects share into a citation.
func (v *converter) fact(cited *[2]string, key string, n *node) {
	switch key {
	case "source":
		cited[0] = v.word(n, key)
	case "confidence":
		cited[1], _ = v.among(n, key, confidenceNoun, confidences)
	}
}

// memberIndex reads a member's code.
func (v *converter) memberIndex(n *node, key string) (int, bool) {
	if len(v.spec.Members) == 0 && n.kind == text {
		return 0, false // the members themselves are wrong, and reported
	}
	code, ok := v.inherited(n, key, memberNoun, v.memberCodes())
	return v.codes[code], ok
}

func (v *converter) memberCodes() []string {
	codes := make([]string, len(v.spec.Members))
	for i, m := range v.spec.Members {
		codes[i] = m.Code
	}
	return codes
}

// memberBy reports a member that has not joined at a date.
func (v *converter) memberBy(n *node, member int, d model.Date) {
	if v.partial {
		return
	}
	m := v.spec.Members[member]
	if accession, ok := v.joined[member]; m.Joins && (!ok || accession > d) {
		v.at(n, say("%s aún no es miembro el %v", "%s is not yet a member on %v", m.Code, d))
	}
}

func (v *converter) presidency(key string, n *node) {
	p := &v.spec.Presidency
	switch key {
	case "order":
		p.Order = v.order(n)
	case "history":
		v.history(n)
	}
}

// order reads the order of rotation. Whom it lacks is said only of an order
// that is right otherwise: a wrong code was meant to be somebody.
func (v *converter) order(n *node) (order []int) {
	wrong := n.kind != sequence
	v.list(n, "order", func(_ int, item *node) {
		m, ok := v.memberIndex(item, "order")
		switch {
		case !ok:
		case slices.Contains(order, m):
			v.at(item, say("`%s` está dos veces en el orden", "`%s` is in the order twice", item.value))
		case v.spec.Members[m].Joins:
			v.at(item, say("`%s` entra en el orden al ingresar, después de los fundadores", "`%s` enters the order when it joins, after the founders", item.value))
		default:
			order = append(order, m)
			return
		}
		wrong = true
	})
	var missing []string
	for i, m := range v.spec.Members {
		if !m.Joins && !slices.Contains(order, i) {
			missing = append(missing, m.Code)
		}
	}
	if len(missing) > 0 && !wrong && !v.partial {
		v.at(n, lacks(say("este orden de la presidencia", "this order of the presidency"), missing))
	}
	return order
}

// follows reports a date of a list that is not later than the one before it;
// a date that could not be read is 0 and passed over.
func (v *converter) follows(item *node, what model.Text, d model.Date, last *model.Date) {
	if d == 0 {
		return
	}
	if *last != 0 && d <= *last {
		v.at(item, say("%s van por fecha: %v no es posterior a %v", "%s go by date: %v does not follow %v", what, d, *last))
	}
	*last = d
}

// history reads the handovers that happened, from the one in force at the start
// to the end of the horizon.
func (v *converter) history(n *node) {
	p := &v.spec.Presidency
	var before model.Date
	v.list(n, "history", func(_ int, item *node) {
		t := v.handover(item)
		v.follows(item, say("los traspasos", "handovers"), t.Start, &before)
		if t.Start <= v.spec.Start {
			p.History = p.History[:0]
		}
		if t.Start < v.spec.End {
			p.History = append(p.History, t)
		}
	})
}

func (v *converter) handover(n *node) (t model.PresidencyTerm) {
	var cited [2]string
	var who *node
	v.each(n, handoverObject, func(key string, n *node) {
		switch key {
		case "member":
			if m, ok := v.memberIndex(n, key); ok {
				t.Member, who = m, n
			}
		case "start":
			t.Start, _ = v.date(n, key)
		default:
			v.fact(&cited, key, n)
		}
	}, nil)
	if who != nil && t.Start != 0 {
		v.memberBy(who, t.Member, t.Start)
	}
	t.Source = cite(cited[0], cited[1])
	return t
}

// observers reads the counts of observer states, from the one in force at the
// start to the end of the horizon.
func (v *converter) observers(n *node) {
	s := v.spec
	var before model.Date
	v.list(n, "observers", func(_ int, item *node) {
		o := v.observer(item)
		v.follows(item, say("los observadores", "observers"), o.Date, &before)
		if o.Date <= s.Start {
			s.Observers, o.Date = s.Observers[:0], s.Start
		}
		if o.Date < s.End {
			s.Observers = append(s.Observers, o)
		}
	})
}

func (v *converter) observer(n *node) (o model.ObserverCount) {
	var cited [2]string
	v.each(n, observerObject, func(key string, n *node) {
		switch key {
		case "date":
			o.Date, _ = v.date(n, key)
		case "count":
			o.Count, _ = v.number(n, key, countInterval)
		default:
			v.fact(&cited, key, n)
		}
	}, nil)
	o.Source = cite(cited[0], cited[1])
	return o
}
