package calibrate

import (
	"slices"

	"cumbre/model"
)

// Free is a parameter left free in a calibration: uniform between Low and High before
// the figures are seen.
type Free struct {
	Param     model.Param
	Event     string // the event that sets it; "" for the scenario's own value
	Low, High float64
	Why       model.Text // the reason of the range
}

// Name is the parameter's name, with the event that sets it: gan_interval_days@gan-mature.
func (f Free) Name() string {
	if f.Event == "" {
		return f.Param.String()
	}
	return f.Param.String() + "@" + f.Event
}

// place finds where a Spec holds the value; nil if it has no such event, or that event
// does not set the parameter.
func (f Free) place(s *model.Spec) *float64 {
	if f.Event == "" {
		return &s.Values[f.Param]
	}
	for i := range s.Events {
		e := &s.Events[i]
		if e.ID != f.Event {
			continue
		}
		if j := slices.IndexFunc(e.Set, func(s model.Setting) bool { return s.Param == f.Param }); j >= 0 {
			return &e.Set[j].Value
		}
	}
	return nil
}

// In reports whether the scenario has a place for the parameter.
func (f Free) In(s *model.Spec) bool { return f.place(s) != nil }

// ValueIn returns the value that the scenario gives it.
func (f Free) ValueIn(s *model.Spec) float64 { return *f.place(s) }

// With returns a copy of a scenario with values of the free parameters, in their order.
// The copy shares nothing that the values change.
func With(s *model.Spec, free []Free, values []float64) *model.Spec {
	c := own(s)
	for i, f := range free {
		*f.place(c) = values[i]
	}
	return c
}

// own copies a scenario as far as free parameters can change it.
func own(s *model.Spec) *model.Spec {
	c := *s
	c.Values = slices.Clone(s.Values)
	c.Events = slices.Clone(s.Events)
	for i := range c.Events {
		c.Events[i].Set = slices.Clone(c.Events[i].Set)
	}
	return &c
}
