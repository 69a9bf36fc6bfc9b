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
	code, ok := v.among(n, key, memberNoun, v.memberCodes())
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
	m := v.spec.Members[member]
	if accession, ok := v.joined[member]; m.Joins && (!ok || accession > d) {
		v.at(n, say("%s aún no es miembro el %v", "%s is not yet a member on %v", m.Code, d))
	}
}

func (v *converter) group(n *node) model.GroupSpec {
	g := model.GroupSpec{Weight: 1, Created: v.spec.Start}
	var cited [2]string
	v.each(n, groupObject, func(key string, n *node) {
		switch key {
		case "name":
			g.Name = v.text(n, key)
		case "dimension":
			if name, ok := v.among(n, key, dimensionNoun, dimensionNames()); ok {
				g.Dimension, _ = model.DimensionByName(name)
			}
		case "created":
			g.Created, _ = v.date(n, key)
		case "ceap":
			g.CEAP = v.flag(n, key)
		case "weight":
			g.Weight, _ = v.number(n, key, weightInterval)
		default:
			v.fact(&cited, key, n)
		}
	}, nil)
	g.Created = max(g.Created, v.spec.Start)
	g.Source = cite(cited[0], cited[1])
	return g
}

func (v *converter) presidency(key string, n *node) {
	p := &v.spec.Presidency
	switch key {
	case "order":
		v.list(n, key, func(_ int, item *node) {
			m, ok := v.memberIndex(item, key)
			switch {
			case !ok:
			case slices.Contains(p.Order, m):
				v.at(item, say("`%s` está dos veces en el orden", "`%s` is in the order twice", item.value))
			case v.spec.Members[m].Joins:
				v.at(item, say("`%s` entra en el orden al ingresar, después de los fundadores", "`%s` enters the order when it joins, after the founders", item.value))
			default:
				p.Order = append(p.Order, m)
			}
		})
		for i, m := range v.spec.Members {
			if !m.Joins && !slices.Contains(p.Order, i) {
				v.at(n, say("al orden de la presidencia le falta %s", "the order of the presidency lacks %s", m.Code))
			}
		}
	case "history":
		v.history(n)
	}
}

// history reads the handovers that happened, from the one in force at the start
// to the end of the horizon.
func (v *converter) history(n *node) {
	p := &v.spec.Presidency
	var before model.Date
	v.list(n, "history", func(i int, item *node) {
		t := v.handover(item)
		if i > 0 && t.Start <= before {
			v.at(item, say("los traspasos van por fecha: %v no es posterior a %v", "handovers go by date: %v does not follow %v", t.Start, before))
		}
		before = t.Start
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
	v.list(n, "observers", func(i int, item *node) {
		o := v.observer(item)
		if i > 0 && o.Date <= before {
			v.at(item, say("los observadores van por fecha: %v no es posterior a %v", "observers go by date: %v does not follow %v", o.Date, before))
		}
		before = o.Date
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
