package report

import (
	"strconv"
	"strings"

	"cumbre/model"
)

// fact is one line of what was asked.
type fact struct {
	Term, Value string
	Code        bool // set in a fixed-width face
}

// facts says what was asked, so that anybody can ask it again.
func (v *view) facts() []fact {
	l, c := v.l, v.c
	var designs []string
	for i := range c.Designs {
		designs = append(designs, v.name(i))
	}
	designs[0] += l.say(" (base)", " (baseline)")
	all := []fact{
		{Term: l.say("Escenario", "Scenario"), Value: orDash(c.Spec.Name), Code: true},
		{Term: l.say("Horizonte", "Horizon"), Value: v.horizon()},
		{Term: l.say("Diseños", "Designs"), Value: l.list(designs)},
		{Term: l.say("Réplicas", "Replications"), Value: v.replications()},
		{Term: l.say("Semilla", "Seed"), Value: strconv.FormatUint(c.Seed, 10), Code: true},
		{Term: l.say("Huella de los resultados", "Digest of the results"), Value: orDash(c.Digest), Code: true},
	}
	if v.version != "" {
		all = append(all, fact{Term: l.say("Versión del programa", "Program version"), Value: v.version, Code: true})
	}
	if c.Spec.Source != "" {
		all = append(all, fact{Term: l.say("Fuente del escenario", "Source of the scenario"), Value: v.source(c.Spec.Source)})
	}
	if off := v.switchedOff(); off != "" {
		all = append(all, fact{Term: l.say("Mecanismos apagados", "Mechanisms switched off"), Value: off, Code: true})
	}
	return all
}

func (v *view) horizon() string {
	l, spec := v.l, v.c.Spec
	return l.date(spec.Start) + l.say(" a ", " to ") + l.date(spec.End-1)
}

func (v *view) replications() string {
	l := v.l
	s := l.count(v.c.Replications, "historia por diseño", "historias por diseño", "history per design", "histories per design")
	if len(v.c.Designs) > 1 {
		s += l.say(", con los mismos números aleatorios en todos", ", on the same random numbers in all")
	}
	if v.c.Interrupted {
		s += l.say(". La corrida se interrumpió: es lo que dio tiempo a completar", ". The run was interrupted: this is what it completed")
	}
	return s
}

func (v *view) switchedOff() string {
	var all []string
	for _, m := range model.Mechanisms() {
		if !v.c.Spec.Off.On(m) {
			all = append(all, m.Info().Name)
		}
	}
	return strings.Join(all, ", ")
}

// reproduce is the command that gives this comparison again.
func (v *view) reproduce() string {
	if v.command != "" {
		return v.command
	}
	var names []string
	for _, d := range v.c.Designs {
		names = append(names, d.Design.Name)
	}
	return "cumbre compare " + quoted(v.c.Spec.Name) + " -n " + strconv.Itoa(v.c.Replications) +
		" --seed " + strconv.FormatUint(v.c.Seed, 10) + " --designs " + quoted(strings.Join(names, ","))
}

// quoted makes s one word of a POSIX shell.
func quoted(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_-./,:", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// partialYears warns of calendar years that the horizon cuts.
func (v *view) partialYears() string {
	l, spec := v.l, v.c.Spec
	var cut []string
	if spec.Start != model.NewDate(spec.Start.Year(), 1, 1) {
		cut = append(cut, strconv.Itoa(spec.Start.Year()))
	}
	if last := (spec.End - 1).Year(); spec.End != model.NewDate(last+1, 1, 1) {
		cut = append(cut, strconv.Itoa(last))
	}
	if len(cut) == 0 {
		return ""
	}
	return l.say(" Años incompletos: ", " Incomplete years: ") + l.list(cut) + "."
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
