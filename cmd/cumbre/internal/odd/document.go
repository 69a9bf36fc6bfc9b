package odd

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"text/template"

	"cumbre/model"
	"cumbre/model/calibrate"
	"cumbre/scenarios"
)

//go:embed text
var texts embed.FS

// Document returns the description of the model in lang, "es" or "en". It panics if
// the texts do not fit the registries, which a test would have found.
func Document(lang string) string {
	spec, err := scenarios.Load(scenarios.Default, nil)
	if err != nil {
		panic(err) // the library is part of the program
	}
	f, err := readFit(spec)
	if err != nil {
		panic(err) // so are its tables
	}
	a := author{speak(lang), spec, f}
	t := template.New("").Funcs(a.functions())
	template.Must(t.ParseFS(texts, "text/formulas.md", "text/"+lang+"/*.md"))
	var b bytes.Buffer
	for _, name := range elements(lang) {
		if err := t.ExecuteTemplate(&b, name, nil); err != nil {
			panic(err)
		}
	}
	return tidy(b.String())
}

// elements lists the files of a language in order.
func elements(lang string) []string {
	entries, err := fs.ReadDir(texts, "text/"+lang)
	if err != nil {
		panic(fmt.Errorf("odd: no texts in %q: %w", lang, err))
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// author fills in what the texts leave to the registries and the default scenario.
type author struct {
	tongue
	spec *model.Spec
	fit  *fit
}

func (a author) functions() template.FuncMap {
	return template.FuncMap{
		"file":       func(name string) string { return "[" + name + "](" + name + ")" },
		"w":          a.say, // a word in a formula, in Spanish and in English
		"n":          submodel,
		"mechanism":  a.mechanism,
		"events":     a.events,
		"metrics":    a.metrics,
		"series":     a.series,
		"machine":    a.machine,
		"dimensions": a.dimensions,
		"bodies":     a.bodies,
		"phases":     a.phases,
		"rules":      a.rules,
		"draws":      a.draws,
		"schedule":   a.schedule,
		"switches":   a.switches,
		"provenance": a.provenances,
		"designs":    func() string { return a.designTable(scenarios.Designs()).String() },
		"initial":    func() string { return inputs{a.tongue, a.spec}.initial() },
		"inputs":     func() string { return inputs{a.tongue, a.spec}.histories() },
		"record":     a.record,
		"priors":     a.priors,
		"learnt":     a.learnt,
		"targets":    a.fit.count,
		"free":       func() int { return len(a.fit.free) },
		"narrower":   a.fit.narrower,
		"accepted":   func() int { return len(a.fit.accepted) },
		"distinct":   a.fit.distinct,
		"candidates": func() int { points, _ := calibrate.Effort(); return points },
		"runs":       func() int { _, runs := calibrate.Effort(); return runs },
		"firstDay":   func() string { return a.spec.Start.String() },
		"lastDay":    func() string { return (a.spec.End - 1).String() },
		"groups":     func() int { return len(a.spec.Groups) },
		"parameters": func() int { return len(model.Params()) },
	}
}

// tidy leaves one empty line where templates left several, and none at the end.
func tidy(s string) string {
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return strings.TrimSpace(s) + "\n"
}
