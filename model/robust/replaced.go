package robust

import (
	"slices"

	"cumbre/model"
)

// Replaced is a value of the scenario that gave way to the draw, since it would
// have held in every world.
type Replaced struct {
	Param  model.Param
	Value  float64
	Member string     // its code, if it was one member's own value
	Date   model.Date // of the event that set it; 0 if it held from the start
}

// clear returns a copy of spec for worlds to be made of, with values of its own,
// and what of it gives way to the draw: members' own values of drawn parameters
// and settings of them by events. The values for all, which every world draws
// anew, are listed where they are not the registry's.
func clear(spec *model.Spec, axes []Axis) (*model.Spec, []Replaced) {
	var gone []Replaced
	drawn := func(p model.Param) bool {
		return slices.ContainsFunc(axes, func(a Axis) bool { return a.Param == p })
	}
	for _, a := range axes {
		if x := spec.Values[a.Param]; x != a.Param.Info().Default {
			gone = append(gone, Replaced{Param: a.Param, Value: x})
		}
	}
	split := func(set []model.Setting, member string, date model.Date) (left []model.Setting) {
		for _, s := range set {
			if drawn(s.Param) {
				gone = append(gone, Replaced{s.Param, s.Value, member, date})
			} else {
				left = append(left, s)
			}
		}
		return left
	}
	c := *spec
	c.Values = slices.Clone(spec.Values)
	c.Members = slices.Clone(spec.Members)
	for i := range c.Members {
		m := &c.Members[i]
		m.Set = split(m.Set, m.Code, 0)
	}
	c.Events = slices.Clone(spec.Events)
	for i := range c.Events {
		e := &c.Events[i]
		e.Set = split(e.Set, whose(spec, e), e.Date)
	}
	return &c, gone
}

// whose is the code of the member that an event is about, if it is about one.
func whose(spec *model.Spec, e *model.Event) string {
	for i, f := range e.Type.Fields {
		if f.Member && e.Type.Settings {
			return spec.Members[int(e.Args[i])].Code
		}
	}
	return ""
}
