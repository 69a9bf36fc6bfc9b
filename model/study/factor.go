package study

import (
	"slices"

	"cumbre/model"
	"cumbre/model/robust"
)

// Scope is where a factor's parameter is set.
type Scope uint8

// The scopes.
const (
	OfScenario Scope = iota // the scenario's own value
	OfMember                // one member's
	OfDesign                // one design's
	OfEvent                 // that which an event sets from its date on
)

// Factor is one parameter that is varied.
type Factor struct {
	Param  model.Param
	Scope  Scope
	Of     string // code of the member, name of the design or id of the event
	Levels []float64
	Axis   robust.Axis // of a sampled factor, which has no levels
}

// Name is the factor as a study file has it: the parameter, MEMBER.parameter,
// design.parameter or parameter@event.
func (f Factor) Name() string {
	switch f.Scope {
	case OfMember, OfDesign:
		return f.Of + "." + f.Param.String()
	case OfEvent:
		return f.Param.String() + "@" + f.Of
	}
	return f.Param.String()
}

// place finds where a Spec of one's own holds the factor's value, making the place if a
// member or design does not set the parameter yet; nil if there is no such owner, or the
// event does not set it.
func (f Factor) place(s *model.Spec) *float64 {
	switch f.Scope {
	case OfMember:
		for i := range s.Members {
			if m := &s.Members[i]; m.Code == f.Of {
				return setting(&m.Set, f.Param)
			}
		}
	case OfDesign:
		for i := range s.Designs {
			if d := &s.Designs[i]; d.Name == f.Of {
				return setting(&d.Set, f.Param)
			}
		}
	case OfEvent:
		for i := range s.Events {
			e := &s.Events[i]
			if e.ID == f.Of && sets(e.Set, f.Param) {
				return setting(&e.Set, f.Param)
			}
		}
	default:
		return &s.Values[f.Param]
	}
	return nil
}

// In reports whether the scenario has a place for the factor.
func (f Factor) In(s *model.Spec) bool { return f.place(own(s)) != nil }

func sets(all []model.Setting, p model.Param) bool {
	return slices.ContainsFunc(all, func(s model.Setting) bool { return s.Param == p })
}

// setting returns where the value of p is, after adding it if need be.
func setting(all *[]model.Setting, p model.Param) *float64 {
	i := slices.IndexFunc(*all, func(s model.Setting) bool { return s.Param == p })
	if i < 0 {
		i = len(*all)
		*all = append(*all, model.Setting{Param: p, Value: p.Info().Default})
	}
	return &(*all)[i].Value
}

// Overruled returns the designs among those compared that set a scenario's parameter
// themselves, so that varying it changes nothing in them.
func (s *Study) Overruled(f Factor) []string {
	var names []string
	for _, i := range s.Designs {
		if d := s.Spec.Designs[i]; f.Scope == OfScenario && d.From == 0 && sets(d.Set, f.Param) {
			names = append(names, d.Name)
		}
	}
	return names
}

// own copies a scenario as far as factors can change it.
func own(s *model.Spec) *model.Spec {
	c := *s
	c.Values = slices.Clone(s.Values)
	c.Members = slices.Clone(s.Members)
	for i := range c.Members {
		c.Members[i].Set = slices.Clone(c.Members[i].Set)
	}
	c.Designs = slices.Clone(s.Designs)
	for i := range c.Designs {
		c.Designs[i].Set = slices.Clone(c.Designs[i].Set)
	}
	c.Events = slices.Clone(s.Events)
	for i := range c.Events {
		c.Events[i].Set = slices.Clone(c.Events[i].Set)
	}
	return &c
}

// At returns a copy of the study's scenario at a point: a value for each factor.
func (s *Study) At(values []float64) *model.Spec {
	c := own(s.Spec)
	for i, f := range s.Factors() {
		*f.place(c) = values[i]
	}
	return c
}
