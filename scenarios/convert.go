package scenarios

import (
	"slices"

	"cumbre/model"
)

// converter turns a merged tree into a Spec. It goes on after a mistake, with
// a harmless value in its place, so that every mistake is found at once.
type converter struct {
	*collector
	root *node
	spec *model.Spec

	codes  map[string]int     // member codes to indices
	joined map[int]model.Date // members that join, by index: their accession
	bounds [2]*node           // start and end, to know which file set them
	dated  bool               // start and end are usable

	written []*node // where the file has the events, in their order
}

// convert makes the Spec of a tree; it is to be used only if the collector holds no
// problem afterwards.
func (c *collector) convert(root *node, name string) *converter {
	v := &converter{collector: c, root: root, spec: &model.Spec{Name: name, Values: model.Defaults()}}
	for d := range v.spec.Dimensions {
		v.spec.Dimensions[d] = model.DimensionSpec{Uptake: 1, Treatable: 1}
	}
	v.horizon()
	v.members()
	v.events() // before whatever depends on who has joined
	c.each(root, scenarioObject, v.key, v.misplaced)
	v.complete()
	return v
}

// key converts one key of the scenario; those that others depend on are done.
func (v *converter) key(name string, n *node) {
	s := v.spec
	switch name {
	case "scenario":
		s.Title = v.text(n, name)
	case "question":
		s.Question = v.text(n, name)
	case "source":
		s.Source = v.text(n, name).EN
	case "parameters":
		for _, set := range v.settings(n) {
			s.Values[set.Param] = set.Value
		}
	case "switches":
		v.switches(n)
	case "rules":
		s.Rules = v.rules(n)
	case "dimensions":
		v.dimensions(n)
	case "groups":
		v.groups(n)
	case "presidency":
		v.each(n, presidencyObject, v.presidency, nil)
	case "observers":
		v.observers(n)
	case "designs":
		v.designs(n)
	}
}

// misplaced explains the commonest mistake at the top level: a parameter that
// does not stand under parameters.
func (v *converter) misplaced(k, _ *node) bool {
	if _, ok := model.ParamByName(k.value); ok {
		v.at(k, say("`%s` es un parámetro: escríbalo bajo `parameters`", "`%s` is a parameter: write it under `parameters`", k.value))
		return true
	}
	return false
}

// complete reports what every scenario needs, its own or inherited, and lets the
// presidency rotate among the founders in order of code if no order is given.
func (v *converter) complete() {
	if p := &v.spec.Presidency; p.Order == nil {
		for i, m := range v.spec.Members {
			if !m.Joins {
				p.Order = append(p.Order, i)
			}
		}
	}
	var missing []string
	for _, name := range []string{"start", "end", "members", "groups", "designs"} {
		if v.root.get(name) == nil {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 && !v.partial {
		what := lacks(say("un escenario sin base (`extends`)", "a scenario without a base (`extends`)"), missing)
		v.at(v.root, what)
	}
}

// maxYears is the longest horizon, years.
const maxYears = 100

// horizon reads start and end. The file names the last day simulated, Spec.End
// the first that is not.
func (v *converter) horizon() {
	var ok [2]bool
	for i, name := range []string{"start", "end"} {
		if n := v.root.get(name); n != nil {
			v.bounds[i] = n
			var d model.Date
			d, ok[i] = v.date(n, name)
			if i == 0 {
				v.spec.Start = d
			} else {
				v.spec.End = d + 1
			}
		}
	}
	s := v.spec
	v.dated = ok[0] && ok[1]
	switch {
	case !v.dated: // an open horizon lets every later check of dates pass
		s.Start, s.End = firstDay, lastDay
	case s.End-1 <= s.Start:
		v.at(v.bounds[1], say("el fin, %v, no es posterior al inicio, %v", "the end, %v, does not follow the start, %v", s.End-1, s.Start))
	case float64(s.End-s.Start) > maxYears*model.DaysPerYear:
		v.at(v.bounds[1], say("de %v a %v hay más de %d años", "from %v to %v there are more than %d years", s.Start, s.End-1, maxYears))
	}
}

// settings reads a map of parameters and values, in the registry's order so
// that the order of keys in a file changes nothing.
func (v *converter) settings(n *node) []model.Setting {
	if n.kind == empty {
		return nil
	}
	if n.kind != mapping {
		v.want(n, "parameters", say("un mapa de parámetros y valores", "a map of parameters and values"))
		return nil
	}
	var all []model.Setting
	for _, e := range n.entries {
		if s, ok := v.setting(e.key, e.value); ok {
			all = append(all, s)
		}
	}
	return sorted(all)
}

func sorted(all []model.Setting) []model.Setting {
	slices.SortFunc(all, func(a, b model.Setting) int { return int(a.Param) - int(b.Param) })
	return all
}

func (v *converter) setting(k, value *node) (s model.Setting, ok bool) {
	p, ok := model.ParamByName(k.value)
	if !ok {
		v.unknown(k, parameterNoun, paramNames(func(model.ParamInfo) bool { return true }))
		return s, false
	}
	i := p.Info()
	x, ok := v.number(value, i.Name, interval{i.Min, i.Max, i.Unit, i.Whole})
	return model.Setting{Param: p, Value: x}, ok
}

// paramNames are the registry names of the parameters that satisfy a test.
func paramNames(keep func(model.ParamInfo) bool) []string {
	var names []string
	for _, p := range model.Params() {
		if keep(p.Info()) {
			names = append(names, p.String())
		}
	}
	return names
}

func (v *converter) switches(n *node) {
	v.named(n, "switches", func(k, value *node) {
		m, ok := model.MechanismByName(k.value)
		if !ok {
			v.unknown(k, mechanismNoun, namesOf(model.Mechanisms()))
			return
		}
		if v.flag(value, k.value) {
			v.spec.Off = v.spec.Off.With(m)
		} else {
			v.spec.Off = v.spec.Off.Without(m)
		}
	})
}

func (v *converter) dimensions(n *node) {
	v.named(n, "dimensions", func(k, value *node) {
		d, ok := model.DimensionByName(k.value)
		if !ok {
			v.unknown(k, dimensionNoun, dimensionNames())
			return
		}
		spec := &v.spec.Dimensions[d]
		v.each(value, dimensionObject, func(key string, n *node) {
			switch key {
			case "depth":
				spec.Depth, _ = v.number(n, key, unitInterval)
			case "uptake":
				spec.Uptake, _ = v.number(n, key, multiplierInterval)
			case "treatable":
				spec.Treatable, _ = v.number(n, key, multiplierInterval)
			case "more_hand":
				spec.MoreHand = v.flag(n, key)
			}
		}, nil)
	})
}

// named walks a map whose keys are names, not keys of an object.
func (c *collector) named(n *node, what string, do func(k, value *node)) {
	switch n.kind {
	case empty:
	case mapping:
		for _, e := range n.entries {
			do(e.key, e.value)
		}
	default:
		c.want(n, what, say("un mapa de claves y valores", "a map of keys and values"))
	}
}

// namesOf are the registry names of values that print as theirs.
func namesOf[T interface{ String() string }](all []T) []string {
	names := make([]string, len(all))
	for i, x := range all {
		names[i] = x.String()
	}
	return names
}

func dimensionNames() []string {
	all := make([]model.Dimension, model.NumDimensions)
	for i := range all {
		all[i] = model.Dimension(i)
	}
	return namesOf(all)
}

func bodyNames() []string {
	all := make([]model.Body, model.NumBodies)
	for i := range all {
		all[i] = model.Body(i)
	}
	return namesOf(all)
}
