package main

import (
	"fmt"
	"strings"

	"cumbre/model"
	"cumbre/scenarios"
)

// pages are the names of the pages by language.
var pages = map[string]string{"en": "README.md", "es": "README.es.md"}

// page writes the page on the library in one language.
func page(lang string, found []scenarios.Finding) []byte {
	var b strings.Builder
	say := func(es, en string) string { return model.Text{ES: es, EN: en}.In(lang) }
	fmt.Fprintf(&b, "<!-- %s -->\n\n", say("Escrito por `make findings`: no se edita a mano.", "Written by `make findings`: not to be edited."))
	b.WriteString(say(headES, headEN))
	fmt.Fprintf(&b, "\n## %s\n\n", say("Escenarios", "Scenarios"))
	for _, info := range scenarios.List() {
		for _, f := range found {
			if f.Scenario == info.Name {
				entry(&b, lang, say, info, f)
			}
		}
	}
	fmt.Fprintf(&b, "## %s\n\n", say("Diseños", "Designs"))
	for _, d := range scenarios.Designs() {
		fmt.Fprintf(&b, "**%s** ([`%s`](designs/%s.yaml)). %s\n", d.Title.In(lang), d.Name, d.Name, d.Description.In(lang))
		fmt.Fprintf(&b, "%s: %s.\n\n", say("Fuente", "Source"), scenarios.SourceIn(d.Source, lang))
	}
	return []byte(strings.TrimRight(b.String(), "\n") + "\n")
}

func entry(b *strings.Builder, lang string, say func(es, en string) string, info scenarios.Info, f scenarios.Finding) {
	fmt.Fprintf(b, "### %s\n\n", info.Title.In(lang))
	fmt.Fprintf(b, "[`%s`](%s.yaml)", info.Name, info.Name)
	if info.Extends != "" {
		fmt.Fprintf(b, say(", parte de `%s`", ", extends `%s`"), info.Extends)
	}
	fmt.Fprintf(b, "\n\n*%s*\n\n", info.Question.In(lang))
	fmt.Fprintf(b, "%s: %s.\n\n", say("Fuente", "Source"), info.Source.In(lang))
	fmt.Fprintf(b, "%s:\n\n", fmt.Sprintf(say("Lo que mostró la última vez (%d réplicas, semilla %d, huella `%.12s`)", "What it showed when last run (%d replications, seed %d, digest `%.12s`)"), f.Replications, f.Seed, f.Digest))
	for _, s := range f.In(lang) {
		fmt.Fprintf(b, "- %s\n", s)
	}
	b.WriteByte('\n')
}

const headES = `# La biblioteca de escenarios

([In English](README.md)) Cada escenario dice de qué pasaje del informe de 2021 (Briceño-Ruiz, Prado Lallande y Legler, GEMAP/KAS México) o de qué hecho
([facts](facts/README.md)) viene, qué pregunta y qué mostró la última vez que se corrió. Lo que no es hecho se llama supuesto. El informe no numera sus
secciones: la primera trata de la integración profunda; la segunda, de la institucionalidad, con tres desafíos y un último punto; le sigue la conclusión. Sin
escenario quedan la definición misma de integración profunda, que es de conceptos, y el comercio y los viajes dentro de la Alianza, que el modelo no simula.

` + "`cumbre scenario show NOMBRE`" + ` da el archivo, precedido de lo mismo; ` + "`cumbre compare NOMBRE -n 60`" + ` repite su corrida.

Cómo se lee: entre paréntesis, la diferencia pareada, sobre los mismos números aleatorios, y su intervalo del 95 %, que vale por sí solo. «Mejor», «peor», «aumento» y
«descenso» se dicen sólo de lo que se distingue de cero tras corregir por el número de comparaciones hechas a la vez (Holm 1979); que algo no se distinga no prueba
que sea igual. Las medidas de cada pregunta se eligieron antes de correr; los mandatos emitidos,
que están en todas las comparaciones, se añadieron tras una primera corrida, pues sin ellos no se leen las demás. Los intervalos miden el azar, no los supuestos, y la mayoría de los parámetros son supuestos.
`

const headEN = `# The scenario library

([En español](README.es.md)) Every scenario says which passage of the brief of 2021 (Briceño-Ruiz, Prado Lallande and Legler, GEMAP/KAS México) or which fact
([facts](facts/README.md)) it comes from, what it asks, and what it showed when last run. What is not a fact is called an assumption. The brief does not number
its sections: the first is on deep integration; the second on institutions, with three challenges and a last point; the conclusion follows. Left without a
scenario are the very definition of deep integration, a matter of concepts, and trade and travel within the Alliance, which the model does not simulate.

` + "`cumbre scenario show NAME`" + ` prints the file, headed by the same; ` + "`cumbre compare NAME -n 60`" + ` repeats its run.

How to read it: in brackets, the paired difference, on the same random numbers, and its 95% interval, which holds on its own. "Better", "worse", "rise"
and "fall" are said only of what can be told from zero once corrected for the number of comparisons made at once (Holm 1979); that something cannot be told apart
does not show it to be equal. The measures of each question were chosen before running; mandates issued,
which are in every comparison, were added after a first run, as the others cannot be read without them. Intervals reflect chance, not assumptions, and most parameters are assumptions.
`
