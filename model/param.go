package model

import "slices"

// Provenance says where a parameter's default comes from. Assumption parameters,
// and no others, have a plausible range and are drawn from it in a robust
// comparison.
type Provenance string

// The four provenances a parameter may have.
const (
	Data       Provenance = "data"       // a fact of the facts files, or arithmetic on them
	Literature Provenance = "literature" // a published finding or another organisation's figure
	Brief      Provenance = "brief"      // stated by the policy brief of 2021
	Assumption Provenance = "assumption" // ours; Low and High say where else the value may lie
)

// Param identifies one parameter of the registry; it indexes Values.
type Param int

// ParamInfo is what is known of a parameter: the registry's line.
//
// Min and Max are limits of input: what lies beyond them means nothing. Low and
// High are the plausible range of an assumption: our judgement of where the value
// may lie, stated before results were seen (where one was changed afterwards, the
// ODD document says which and why), its values weighed equally in a robust
// comparison. Both are 0 where there is none: the default is then a fact, a
// finding or the brief's word, and stays as it is.
type ParamInfo struct {
	Name              string // snake_case; the name in scenario files and sweeps
	Default, Min, Max float64
	Low, High         float64
	Unit              string // "" for a pure number
	From              Provenance
	Source            string // citation, or the reason of an assumption
	Text              Text   // one sentence: what it means
	Mechanism         Mechanism
	PerMember         bool // may be set for one member: members: {PE: {name: value}}
	Whole             bool // takes whole numbers only
	Design            bool // one of the levers by which designs differ
}

// registry holds every parameter in order of declaration. Each mechanism's file
// declares its own, so that a formula stands below the parameters it reads.
var registry []ParamInfo

// param declares a parameter. It runs only while package variables are
// initialised; the registry never changes afterwards.
func param(i ParamInfo) Param {
	registry = append(registry, i)
	return Param(len(registry) - 1)
}

// Params returns every parameter of the registry, grouped by mechanism.
func Params() []Param {
	all := make([]Param, len(registry))
	for i := range all {
		all[i] = Param(i)
	}
	slices.SortStableFunc(all, func(a, b Param) int { return int(a.Info().Mechanism) - int(b.Info().Mechanism) })
	return all
}

// ParamByName finds a parameter by its registry name.
func ParamByName(name string) (Param, bool) {
	i := slices.IndexFunc(registry, func(p ParamInfo) bool { return p.Name == name })
	return Param(i), i >= 0
}

// HasRange reports whether the parameter has a plausible range.
func (i ParamInfo) HasRange() bool { return i.Low < i.High }

// Info returns the registry's line of p.
func (p Param) Info() ParamInfo { return registry[p] }

// String returns the registry name of p.
func (p Param) String() string { return registry[p].Name }

// Values is one value per parameter, indexed by Param.
type Values []float64

// Defaults returns the registry's default of every parameter.
func Defaults() Values {
	v := make(Values, len(registry))
	for i, p := range registry {
		v[i] = p.Default
	}
	return v
}

// Setting gives one parameter one value.
type Setting struct {
	Param Param
	Value float64
}

// With returns a copy of v changed by the settings.
func (v Values) With(settings ...Setting) Values {
	w := slices.Clone(v)
	for _, s := range settings {
		w[s.Param] = s.Value
	}
	return w
}
