package scenarios

import (
	"slices"

	"cumbre/model"
)

// designs reads what is compared: names of library designs and whole designs.
func (v *converter) designs(n *node) {
	var names []string
	v.list(n, "designs", func(_ int, item *node) {
		d, ok := v.designEntry(item)
		if !ok {
			return
		}
		if d.Name != "" && slices.Contains(names, d.Name) {
			v.at(item, say("ya hay un diseño `%s`", "there already is a design `%s`", d.Name))
		}
		names = append(names, d.Name)
		v.reform(item, &d)
		v.spec.Designs = append(v.spec.Designs, d)
	})
	if n.kind == sequence && len(n.items) == 0 {
		v.at(n, say("no hay ningún diseño que comparar", "there is no design to compare"))
	}
}

func (v *converter) designEntry(n *node) (model.Design, bool) {
	if n.kind == mapping {
		return v.design(n), true
	}
	name, ok := v.among(n, "designs", designNoun, designNames())
	if !ok {
		return model.Design{}, false
	}
	return libraryDesign(name), true
}

// reform checks a design's date against the horizon; a reform on the first day
// is a design from the start.
func (v *converter) reform(n *node, d *model.Design) {
	if why, bad := Misfit(v.spec, *d); bad {
		v.at(n, why)
	}
	if d.From == v.spec.Start {
		d.From = 0
	}
}

// Misfit says why a scenario cannot have a design, if it cannot: the design is a reform at
// a date outside the scenario's horizon, and nothing would come of it.
func Misfit(s *model.Spec, d model.Design) (why model.Text, bad bool) {
	if d.From == 0 || s.Start <= d.From && d.From < s.End {
		return why, false
	}
	which := say("la reforma", "the reform")
	if d.Name != "" {
		which = say("la reforma de `%s`", "the reform of `%s`", d.Name)
	}
	return say("%s, %v, está fuera del horizonte, %v a %v", "%s, %v, is outside the horizon, %v to %v", which, d.From, s.Start, s.End-1), true
}

func (v *converter) design(n *node) (d model.Design) {
	v.each(n, designObject, func(key string, n *node) {
		switch key {
		case "name":
			d.Name = v.slug(n, key)
		case "title":
			d.Title = v.text(n, key)
		case "description":
			d.Description = v.text(n, key)
		case "source":
			d.Source = v.text(n, key).EN
		case "parameters":
			d.Set = v.settings(n)
		case "rules":
			d.Rules = v.rules(n)
		case "from":
			d.From, _ = v.date(n, key)
		}
	}, nil)
	return d
}
