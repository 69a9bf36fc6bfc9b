package odd

import (
	"slices"
	"strings"

	"cumbre/model"
)

// inDefault writes the values that a parameter has in the default scenario: at the start,
// those of single members, and what events set later. What is not the registry's is bold,
// what a calibration chose has an asterisk.
func (a author) inDefault(p model.Param) string {
	all := []string{a.different(p, a.spec.Values[p]) + a.asterisk(p, "")}
	for _, m := range a.spec.Members {
		for _, s := range m.Set {
			if s.Param == p {
				all = append(all, code(m.Code)+" "+a.different(p, s.Value))
			}
		}
	}
	for _, e := range a.spec.Events {
		if i := slices.IndexFunc(e.Set, func(s model.Setting) bool { return s.Param == p }); i >= 0 {
			all = append(all, a.setLater(p, e, e.Set[i].Value))
		}
	}
	return strings.Join(all, "; ")
}

// setLater is a value that an event sets, for all members or for one.
func (a author) setLater(p model.Param, e model.Event, x float64) string {
	text := a.different(p, x)
	if e.ID != "" { // a calibration knows an event by its name
		text += a.asterisk(p, e.ID)
	}
	for i, f := range e.Type.Fields {
		if f.Member {
			text = code(a.spec.Members[int(e.Args[i])].Code) + " " + text
		}
	}
	return text + a.say(" desde ", " from ") + e.Date.String()
}

func (a author) asterisk(p model.Param, event string) string {
	if a.fit.chosen(p, event) {
		return `\*`
	}
	return ""
}

func (a author) different(p model.Param, x float64) string {
	if x == p.Info().Default {
		return a.number(x)
	}
	return "**" + a.number(x) + "**"
}
