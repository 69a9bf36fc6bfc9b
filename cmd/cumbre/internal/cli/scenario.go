package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

// specFlags are the flags that choose and change a scenario.
type specFlags struct {
	set     []string
	without []string
}

func (f *specFlags) register(a *app, flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.set, "set", nil, a.say(
		"prueba un valor: parámetro=valor, MIEMBRO.parámetro=valor o diseño.parámetro=valor (repetible)",
		"tries a value: parameter=value, MEMBER.parameter=value or design.parameter=value (repeatable)"))
	flags.StringSliceVar(&f.without, "without", nil, a.say(
		"apaga mecanismos, separados por comas, para ver qué hacen",
		"switches mechanisms off, separated by commas, to see what they do"))
}

// load returns the scenario named by the arguments, the default if there is
// none, changed as the flags say, and the indices in its Designs of the designs
// named, all of them if none is. The error holds every mistake of the scenario
// and of the flags, and those in wrong.
func (a *app) load(args []string, f specFlags, designs []string, wrong mistakes) (*model.Spec, []int, error) {
	ref := scenarios.Default
	if len(args) > 0 {
		ref = args[0]
	}
	spec, notes, err := scenarios.LoadNoted(ref, a.readScenario)
	off := a.switches(f.without, &wrong)
	var chosen []int
	if spec != nil {
		spec.Off = spec.Off.Without(off...)
		chosen = a.designs(spec, designs, &wrong)
	}
	a.try(spec, f.set, chosen, &wrong)
	if err := errors.Join(err, wrong.err()); err != nil {
		return nil, nil, err
	}
	a.notes(notes)
	return spec, chosen, nil
}

func (a *app) switches(names []string, wrong *mistakes) []model.Mechanism {
	var off []model.Mechanism
	for _, name := range names {
		if m, ok := model.MechanismByName(strings.TrimSpace(name)); ok {
			off = append(off, m)
		} else {
			wrong.add("--without: %s", a.unknown(a.say("mecanismo", "mechanism"), name, mechanismNames()))
		}
	}
	return off
}

// designs returns the indices in spec.Designs of the designs named. A design of
// the library that the scenario does not list is added to it.
func (a *app) designs(spec *model.Spec, names []string, wrong *mistakes) []int {
	var chosen []int
	for _, name := range names {
		name = strings.TrimSpace(name)
		i := designIndex(spec, name)
		switch {
		case i < 0:
			wrong.add("%s", a.unknown(a.say("diseño", "design"), name, designNames(spec)))
			continue
		case slices.Contains(chosen, i):
			wrong.add(a.say("el diseño `%s` está dos veces", "design `%s` is named twice"), name)
			continue
		}
		if why, bad := scenarios.Misfit(spec, spec.Designs[i]); bad {
			wrong.add("%s", why.In(a.lang))
			continue
		}
		chosen = append(chosen, i)
	}
	if len(names) == 0 {
		for i := range spec.Designs {
			chosen = append(chosen, i)
		}
	}
	return chosen
}

// designIndex finds a design by name in the scenario or, failing that, in the
// library; -1 if it is in neither.
func designIndex(spec *model.Spec, name string) int {
	named := func(d model.Design) bool { return d.Name == name }
	if i := slices.IndexFunc(spec.Designs, named); i >= 0 {
		return i
	}
	library := scenarios.Designs()
	if i := slices.IndexFunc(library, named); i >= 0 {
		spec.Designs = append(spec.Designs, library[i])
		return len(spec.Designs) - 1
	}
	return -1
}

func designNames(spec *model.Spec) []string {
	var names []string
	for _, d := range slices.Concat(spec.Designs, scenarios.Designs()) {
		if !slices.Contains(names, d.Name) {
			names = append(names, d.Name)
		}
	}
	return names
}

func mechanismNames() []string {
	var names []string
	for _, m := range model.Mechanisms() {
		names = append(names, m.String())
	}
	return names
}

func paramNames() []string {
	var names []string
	for _, p := range model.Params() {
		names = append(names, p.String())
	}
	return names
}

// try applies every --set to the spec; if that is nil, as it could not be
// loaded, it only checks them. chosen are the designs that will run.
func (a *app) try(spec *model.Spec, sets []string, chosen []int, wrong *mistakes) {
	for _, text := range sets {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			wrong.add(a.say("--set %s: falta el valor (parámetro=valor)", "--set %s: there is no value (parameter=value)"), text)
			continue
		}
		who, bare, owned := strings.Cut(strings.TrimSpace(name), ".")
		if !owned {
			who, bare = "", who
		}
		if s, ok := a.setting(bare, strings.TrimSpace(value), wrong); ok && spec != nil {
			a.place(spec, who, s, chosen, wrong)
		}
	}
}

// setting reads a parameter's name and value and checks the value's range.
func (a *app) setting(name, value string, wrong *mistakes) (model.Setting, bool) {
	p, ok := model.ParamByName(name)
	if !ok {
		wrong.add("--set: %s", a.unknown(a.say("parámetro", "parameter"), name, paramNames()))
		return model.Setting{}, false
	}
	info := p.Info()
	x, err := strconv.ParseFloat(value, 64)
	switch {
	case err != nil:
		wrong.add(a.say("--set %s: `%s` no es un número", "--set %s: `%s` is not a number"), name, value)
	case !(x >= info.Min && x <= info.Max):
		wrong.add(a.say("--set %s: %s está fuera del rango: de %s", "--set %s: %s is out of range: %s"), name, value,
			join(fmt.Sprintf(a.say("%g a %g", "%g to %g"), info.Min, info.Max), compare.Unit(info.Unit, a.lang)))
	case info.Whole && x != float64(int64(x)):
		wrong.add(a.say("--set %s: %s no es un número entero", "--set %s: %s is not a whole number"), name, value)
	default:
		return model.Setting{Param: p, Value: x}, true
	}
	return model.Setting{}, false
}

// place gives a setting to whom it is for: the whole scenario, one member or
// one design. A design keeps what it sets itself, so a value for the scenario
// that a design overrules is worth a note.
func (a *app) place(spec *model.Spec, who string, s model.Setting, chosen []int, wrong *mistakes) {
	if who == "" {
		spec.Values = spec.Values.With(s)
		a.noteOverride(spec, scenarios.Everybody, s)
		for _, i := range chosen {
			if d := spec.Designs[i]; sets(d.Set, s.Param) {
				a.note("el diseño `%[1]s` fija %[2]s por su cuenta; para cambiarlo: --set %[1]s.%[2]s=%[3]g",
					"design `%[1]s` sets %[2]s itself; to change that: --set %[1]s.%[2]s=%[3]g", d.Name, s.Param, s.Value)
			}
		}
		return
	}
	var owners []string
	for i := range spec.Members {
		m := &spec.Members[i]
		owners = append(owners, m.Code)
		if m.Code != who {
			continue
		}
		if !s.Param.Info().PerMember {
			wrong.add(a.say("--set %s.%s: no es un parámetro de cada miembro", "--set %s.%s: not a parameter of single members"), who, s.Param)
		}
		m.Set = replaced(m.Set, s)
		a.noteOverride(spec, i, s)
		return
	}
	if i := designIndex(spec, who); i >= 0 {
		spec.Designs[i].Set = replaced(spec.Designs[i].Set, s)
		return
	}
	wrong.add("--set: %s", a.unknown(a.say("miembro o diseño", "member or design"), who, append(owners, designNames(spec)...)))
}

// replaced returns a copy of all in which s takes the place of whatever was set
// of its parameter.
func replaced(all []model.Setting, s model.Setting) []model.Setting {
	others := slices.DeleteFunc(slices.Clone(all), func(old model.Setting) bool { return old.Param == s.Param })
	return append(others, s)
}

func sets(all []model.Setting, p model.Param) bool {
	return slices.ContainsFunc(all, func(s model.Setting) bool { return s.Param == p })
}
