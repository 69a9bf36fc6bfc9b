package odd

import (
	"fmt"
	"strings"

	"cumbre/model"
	"cumbre/scenarios"
)

// Scenario is what an addendum is about: a scenario and what it starts from.
type Scenario struct {
	Spec  *model.Spec
	Base  *model.Spec // nil for one that stands alone
	Chain []string    // what it extends, the nearest first, as the files name them
}

// Read loads a scenario and, if it extends one, its base. Errors are those of
// scenarios.Load.
func Read(ref string, read func(path string) ([]byte, error)) (Scenario, error) {
	var s Scenario
	var err error
	if s.Spec, err = scenarios.Load(ref, read); err != nil {
		return s, err
	}
	for at := ref; ; {
		if at, err = scenarios.Base(at, read); err != nil || at == "" {
			break
		}
		s.Chain = append(s.Chain, at)
	}
	if len(s.Chain) > 0 && err == nil {
		s.Base, err = scenarios.Load(s.Chain[0], read)
	}
	return s, err
}

// Addendum returns what a scenario adds to the document of the model: its question,
// what it changes and from what, its designs, initial values and input data, each with
// its source. Version is that of the program, which the content hash does not cover.
func Addendum(s Scenario, lang, version string) string {
	a := addendum{inputs{speak(lang), s.Spec}, s}
	var b strings.Builder
	section := func(es, en, body string) {
		if body != "" {
			fmt.Fprintf(&b, "## %s\n\n%s\n\n", a.say(es, en), body)
		}
	}
	fmt.Fprintf(&b, "# %s%s\n\n%s\n\n", a.say("Adenda al ODD: ", "Addendum to the ODD: "), s.Spec.Title.In(lang), a.about())
	section("Identidad", "Identity", a.identity(version))
	section("1 Propósito", "1 Purpose", a.purpose())
	section("Qué cambia", "What it changes", a.changes())
	section("Diseños que compara", "Designs it compares", a.designs())
	section("Valores que no son los del registro", "Values other than the registry's defaults", a.departures())
	section("5 Inicialización", "5 Initialization", a.initial())
	section("6 Datos de entrada", "6 Input data", a.inputData())
	return tidy(b.String())
}

type addendum struct {
	inputs
	Scenario
}

func (a addendum) about() string {
	return a.say(
		"Este texto completa, para un escenario, la descripción del modelo que imprime `cumbre odd`: lo que no dice vale como está allí. Los números de los títulos son los de los elementos del protocolo ODD. Las fuentes se citan como el proyecto las registra, en inglés; entre corchetes, la confianza en ellas.",
		"This text completes, for one scenario, the description of the model that `cumbre odd` prints: what it does not say holds as stated there. The numbers in the titles are those of the elements of the ODD protocol. Sources are cited as the project records them; the confidence in them stands in brackets.")
}

func (a addendum) identity(version string) string {
	t := columns(a.say("qué", "what"), a.say("valor", "value"))
	t.add(a.say("clave", "key"), code(a.Spec.Name))
	base := a.say("nada: está completo", "nothing: it stands alone")
	if len(a.Chain) > 0 {
		base = code(strings.Join(a.Chain, "` → `"))
	}
	t.add(a.say("parte de", "extends"), base)
	t.add(a.say("horizonte", "horizon"), a.horizon(a.Spec))
	t.add(a.say("huella del contenido (SHA-256)", "content hash (SHA-256)"), code(scenarios.Hash(a.Spec)))
	t.add(a.say("versión del programa", "version of the program"), code(version))
	return t.String()
}

func (t tongue) horizon(s *model.Spec) string {
	return s.Start.String() + t.say(" a ", " to ") + (s.End - 1).String()
}

func (a addendum) purpose() string {
	question, source := a.Spec.Question.In(a.lang), a.Spec.Source
	if question == "" {
		question = a.say("El escenario no dice qué pregunta.", "The scenario does not say what it asks.")
	}
	if source == "" {
		source = a.say("no la dice", "not stated")
	}
	return question + "\n\n" + a.say("Fuente: ", "Source: ") + source
}

// designs says of each design what it is and which values it sets.
func (a addendum) designs() string {
	var b strings.Builder
	for i, d := range a.Spec.Designs {
		name := d.Title.In(a.lang)
		if name == "" {
			name = d.Name
		}
		fmt.Fprintf(&b, "### %s (%s)\n\n", name, code(d.Name))
		lines := []string{d.Description.In(a.lang)}
		if i == 0 && len(a.Spec.Designs) > 1 {
			lines = append(lines, a.say("Es la referencia: los demás se comparan con él.", "It is the baseline: the others are compared with it."))
		}
		if d.From != 0 {
			lines = append(lines, a.say("Entra en vigor el ", "In force from ")+d.From.String()+".")
		}
		if d.Source != "" {
			lines = append(lines, a.say("Fuente: ", "Source: ")+d.Source+".")
		}
		b.WriteString(strings.TrimSpace(strings.Join(lines, " ")) + "\n\n" + a.levers(d).String() + "\n" + a.designRules(d).String() + "\n")
	}
	return b.String()
}

func (a addendum) levers(d model.Design) *table {
	t := columns(a.say("parámetro", "parameter"), a.say("sin el diseño", "without the design"), a.say("con él", "with it"), a.say("rango", "range"), a.say("límites", "limits"),
		a.say("unidad", "unit"), a.say("procedencia del valor del registro", "provenance of the registry's default"), a.say("palanca", "lever"), a.say("qué es", "meaning"))
	for _, s := range d.Set {
		i := s.Param.Info()
		t.add(code(i.Name), a.number(a.Spec.Values[s.Param]), a.number(s.Value), a.plausible(i), a.span(i.Min, i.Max), orDash(a.unit(i.Unit)), a.provenance(i.From), a.yes(i.Design), i.Text.In(a.lang))
	}
	return t
}

func (a addendum) designRules(d model.Design) *table {
	t := columns(a.say("órgano", "body"), a.say("regla sin el diseño", "rule without the design"), a.say("regla con él", "rule with it"))
	for b := range model.NumBodies {
		if d.Rules[b] != nil {
			t.add(code(b.String()), code(ruleName(a.Spec.Rules[b])), code(ruleName(d.Rules[b])))
		}
	}
	return t
}

// inputData is the histories, with what their sources cannot say.
func (a addendum) inputData() string {
	note := a.say(
		"Las profundidades ideales e iniciales, los factores y las orientaciones no llevan fuente: son supuestos del escenario, cuyas razones están en los comentarios de su archivo o del que extiende (en los de la biblioteca, `cumbre scenario show NOMBRE`), donde está también la fuente de las poblaciones.",
		"Ideal and initial depths, factors and orientations carry no source: they are the scenario's own assumptions, for which the comments of its file, or of the one it extends, give the reasons (for those of the library, `cumbre scenario show NAME`); so they do for the source of populations.")
	return note + "\n\n" + a.histories()
}
