package scenarios

import (
	"cmp"

	"cumbre/model"
)

// groups reads the technical groups. Every mandate goes to one of them, so there must
// be one that can receive it from the first day on.
func (v *converter) groups(n *node) {
	before := len(v.problems)
	var earliest model.Date
	var at *node // what says when the earliest of those with a weight is created
	v.list(n, "groups", func(_ int, item *node) {
		g := v.group(item)
		if g.Weight > 0 && (at == nil || g.Created < earliest) {
			earliest, at = g.Created, cmp.Or(item.get("created"), item)
		}
		v.spec.Groups = append(v.spec.Groups, g)
	})
	switch {
	case len(v.problems) > before: // what the list lacks may be what is wrong in it
	case len(n.items) == 0:
		v.at(n, say("no hay ningún grupo técnico: los mandatos no tendrían a dónde ir", "there is no technical group: mandates would have nowhere to go"))
	case at == nil:
		v.at(n, say("todos los grupos técnicos tienen peso 0: los mandatos no tendrían a dónde ir", "every technical group has weight 0: mandates would have nowhere to go"))
	case v.dated && earliest > v.spec.Start:
		v.at(at, say("al inicio, %v, no existe ningún grupo técnico con peso: los mandatos no tendrían a dónde ir", "at the start, %v, no technical group with a weight exists: mandates would have nowhere to go", v.spec.Start))
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
